import { l10n, MarkdownString, type Uri } from 'vscode';
import { nextTask, percent, progressOf, type Progress, type Roadmap, type Section, type Task } from '../core';
import { commands } from '../contributions';
import { shown } from '../util/emoji';
import { escapeMarkdown } from '../util/text';
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

/** A small table of sections with bars, the next task with a link to it, and one to the review. */
export function sectionTable({ roadmap, uri }: ReadRoadmap, name: string): MarkdownString {
	const next = nextTask(roadmap);
	const rows = sectionsOf(roadmap).map(section => ({ name: section.title, progress: progressOf(section) }));
	const lines = table({ name: roadmap.title || name, progress: progressOf(roadmap) }, rows);
	return withLinks(lines, next, uri);
}

/** The same for several roadmaps, one to a row. */
export function roadmapTable(sum: Row, rows: readonly Row[]): MarkdownString {
	return new MarkdownString(table(sum, rows).join('\n'));
}

/** The commands that are trusted here are those of our links: words of a roadmap make none, nor would any other work. */
function withLinks(lines: readonly string[], next: Task | undefined, uri: Uri): MarkdownString {
	const review = link(l10n.t('Weekly review'), commands.weeklyReview, uri);
	const words = next
		? [nextWords(next), `${link(l10n.t('Go to it'), commands.goToNextTask, uri)} · ${review}`].join(' &nbsp; ')
		: review;
	const tooltip = new MarkdownString([...lines, '', words].join('\n'));
	tooltip.isTrusted = { enabledCommands: [commands.goToNextTask, commands.weeklyReview] };
	return tooltip;
}

function nextWords({ text }: Task): string {
	return l10n.t('Next: {0}', words(text, longestTask));
}

function link(label: string, command: string, uri: Uri): string {
	return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([uri.toString()]))})`;
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
	const { done, total } = progress;
	return total > 0 ? l10n.t('{0}/{1} · {2}%', done, total, percent(progress)) : figures(progress);
}

function figures({ done, total }: Progress): string {
	return total > 0 ? `${done}/${total}` : l10n.t('no tasks yet');
}

function words(text: string, longest = longestTitle): string {
	return escapeMarkdown(shown(text, longest));
}
