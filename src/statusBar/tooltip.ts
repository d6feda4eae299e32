import { l10n, MarkdownString, type Uri } from 'vscode';
import { nextTask, percent, progressOf, type Progress, type Roadmap, type Section, type Task } from '../core';
import { commands } from '../contributions';
import { withEmoji } from '../util/emoji';
import { escapeMarkdown, shorten } from '../util/text';
import type { ReadRoadmap } from '../workspace/roadmapFile';

const rowsShown = 20;
const barLength = 8;
const longestTitle = 50;
/** On a line of its own, which may be broken. */
const longestTask = 200;

interface Row {
	readonly name: string;
	readonly progress: Progress;
}

/** A small table of sections with bars, and the next task with a link to it. */
export function sectionTable({ roadmap, uri }: ReadRoadmap, name: string): MarkdownString {
	const next = nextTask(roadmap);
	const rows = sectionsOf(roadmap).map(section => ({ name: section.title, progress: progressOf(section) }));
	const lines = table({ name: roadmap.title || name, progress: progressOf(roadmap) }, rows);
	return next ? withLink(lines, next, uri) : new MarkdownString(lines.join('\n'));
}

/** The same for several roadmaps, one to a row. */
export function roadmapTable(sum: Row, rows: readonly Row[]): MarkdownString {
	return new MarkdownString(table(sum, rows).join('\n'));
}

/** The one command that is trusted here is that of our link: words of a roadmap make none, nor would any other work. */
function withLink(lines: readonly string[], next: Task, uri: Uri): MarkdownString {
	const target = `command:${commands.goToNextTask}?${encodeURIComponent(JSON.stringify([uri.toString()]))}`;
	const link = `[${l10n.t('Go to it')}](${target})`;
	const tooltip = new MarkdownString(
		[...lines, '', `${l10n.t('Next: {0}', words(next.text, longestTask))} &nbsp; ${link}`].join('\n'),
	);
	tooltip.isTrusted = { enabledCommands: [commands.goToNextTask] };
	return tooltip;
}

/** The sections at the top with tasks inside; of a lone one, the document's title, those below it. */
function sectionsOf(roadmap: Roadmap): readonly Section[] {
	const sections = withTasks(roadmap);
	const [only] = sections;
	const inner = sections.length === 1 && only ? withTasks(only) : [];
	return inner.length > 0 ? inner : sections;
}

function withTasks({ children }: Roadmap | Section): Section[] {
	return children.filter(child => child.kind === 'section').filter(section => progressOf(section).total > 0);
}

/** Lines of Markdown. */
function table(head: Row, rows: readonly Row[]): string[] {
	const lines = [
		`| ${words(head.name)} | ${bar(head.progress)} | ${headFigures(head.progress)} |`,
		'|:--|:--|--:|',
		...rows.slice(0, rowsShown).map(row => `| ${words(row.name)} | ${bar(row.progress)} | ${figures(row.progress)} |`),
	];
	const more = rows.length - rowsShown;
	if (more > 0) {
		lines.push(`| ${l10n.t('and {0} more', more)} | | |`);
	}
	return lines;
}

/** Eighths, as the rings in the tree: begun shows one at least, unfinished leaves one at least. */
function bar({ done, total }: Progress): string {
	if (total === 0) {
		return '';
	}
	const full = done === 0 ? 0 : done === total ? barLength : Math.min(7, Math.max(1, Math.round((8 * done) / total)));
	// Table cells have next to no room around them. Full and empty are equally wide only where one font draws both.
	return `&emsp;${'▰'.repeat(full)}${'▱'.repeat(barLength - full)}&emsp;`;
}

function headFigures(progress: Progress): string {
	return progress.total > 0 ? `${figures(progress)} · ${percent(progress)}%` : figures(progress);
}

function figures({ done, total }: Progress): string {
	return total > 0 ? `${done}/${total}` : l10n.t('no tasks yet');
}

function words(text: string, longest = longestTitle): string {
	return escapeMarkdown(shorten(withEmoji(text), longest));
}
