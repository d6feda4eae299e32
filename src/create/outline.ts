import { l10n } from 'vscode';
import { createParser, sectionsIn, type Section } from '../core';

/**
 * A roadmap with a section for each heading of a Markdown text: same words, same levels. Where no section is inside, there is
 * a task, as it takes one for progress.
 *
 * @returns `undefined` for a text without headings.
 */
export function outlineFrom(text: string): string | undefined {
	const roadmap = createParser().parse(text);
	const sections = [...sectionsIn(roadmap)].filter(section => wordsOf(text, section) !== '');
	if (sections.length === 0) {
		return undefined;
	}
	const title = roadmap.title === undefined ? [`# ${l10n.t('Roadmap')}`] : [];
	return `${[...title, ...sections.flatMap(section => blocksOf(text, section))].join('\n\n')}\n`;
}

function blocksOf(text: string, section: Section): string[] {
	const heading = `${'#'.repeat(section.level)} ${wordsOf(text, section)}`;
	const isInnermost = section.children.every(({ kind }) => kind !== 'section');
	return isInnermost ? [heading, `- [ ] ${l10n.t('First task')}`] : [heading];
}

/** The Markdown between a heading's marks, on one line. */
function wordsOf(text: string, { heading: { start, end } }: Section): string {
	const source = text.slice(start, end).trim();
	const words = /^#{1,6}([ \t]|$)/.test(source)
		? source.replace(/^#+/, '').replace(/(^|[ \t])#+$/, '')
		: source.replace(/[\r\n]+[ \t]*(=+|-+)$/, '');
	return words.trim().replaceAll(/\s+/g, ' ');
}
