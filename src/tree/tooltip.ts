import { l10n, MarkdownString, Position, Range, type Command } from 'vscode';
import { labelOf, ownText, percent, progressOf, wordsStart, type Node, type Progress } from '../core';
import { shown } from '../util/emoji';
import { escapeMarkdown, positionAt, shorten, type LinePosition } from '../util/text';
import { pathOf } from '../workspace/names';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Content } from './content';
import { problemText } from './item';

/** Characters of a task's source, or a section's title, that a hover shows. */
const longestSource = 2000;

/** What hovering over a row shows: its whole text, how far along it is, and where it stands. Never trusted. */
export function tooltipOf(content: Content): MarkdownString {
	const tooltip = new MarkdownString();
	if (content.kind === 'file') {
		tooltip.appendMarkdown(escapeMarkdown(pathOf(content.file.uri)));
		const { file } = content;
		tooltip.appendMarkdown(
			`\n\n${file.kind === 'read' ? inWords(progressOf(file.roadmap)) : problemText(file.problem)}`,
		);
	} else if (content.kind === 'notice') {
		tooltip.appendMarkdown(l10n.t('Tasks are list items with a checkbox, such as `- [ ] Learn to swim`.'));
	} else {
		const { file, node } = content;
		const progress = progressOf(node);
		tooltip.appendMarkdown(
			node.kind === 'section'
				? `**${escapeMarkdown(shown(labelOf(node), longestSource) || l10n.t('(no text)'))}**`
				: sourceOf(file.text, node),
		);
		tooltip.appendMarkdown(progress.total > 0 ? `\n\n${inWords(progress)}` : '');
		tooltip.appendMarkdown(`\n\n${escapeMarkdown(placeOf(file, node))}`);
	}
	return tooltip;
}

/** Opens a row's place as VS Code opens any: a preview on click, focused on Enter or double click. */
export function openCommandOf(content: Content): Command {
	const position = content.kind === 'node' ? startOf(content.file, content.node) : { line: 0, character: 0 };
	const at = new Position(position.line, position.character);
	return {
		command: 'vscode.open',
		title: l10n.t('Open'),
		arguments: [content.file.uri, { selection: new Range(at, at) }],
	};
}

function inWords(progress: Progress): string {
	return l10n.t('{0} of {1} done, {2}%', progress.done, progress.total, percent(progress));
}

function placeOf(file: ReadRoadmap, node: Node): string {
	return l10n.t('{0}, line {1}', pathOf(file.uri), startOf(file, node).line + 1);
}

function startOf({ text }: ReadRoadmap, node: Node): LinePosition {
	return positionAt(text, wordsStart(node));
}

/** An item's own Markdown, up to the first task inside it, without its bullet and its indentation. */
function sourceOf(text: string, node: Exclude<Node, { kind: 'section' }>): string {
	const { start, end } = ownText(text, node);
	const source = shorten(text.slice(start, end), longestSource);
	const own = node.kind === 'task' ? source : source.replace(/^(?:[-+*]|\d{1,9}[.)])[ \t]+/, '');
	return withoutImages(dedent(own.trim()));
}

/** Takes away the indentation that all lines but the first share. */
function dedent(source: string): string {
	const indents = [...source.matchAll(/[\r\n]([ \t]+)\S/g)].map(([, indent]) => (indent ?? '').length);
	const least = Math.min(...indents);
	return indents.length > 0 ? source.replaceAll(new RegExp(`(?<=[\\r\\n])[ \\t]{${least}}`, 'g'), '') : source;
}

/**
 * Nothing is loaded from the network for a hover: an image becomes a link to it. Not by a backslash, which one that stands there
 * would take for itself.
 */
function withoutImages(source: string): string {
	return source.replaceAll('![', '!\u200b[');
}
