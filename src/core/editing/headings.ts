import type { TextEdit } from '../model';
import { at } from '../numbers';
import { type Draft, type Entry, textLinesOf } from './draft';

/** What stands below headings of the first two levels where there are no marks before them. */
const underlines = ['=', '-'];

/** Whether a heading has a line below it (CommonMark 4.3), and not marks before. */
export function isUnderlined({ text }: Draft, { start, end }: Entry): boolean {
	return /[\r\n]/.test(text.slice(start, end));
}

/** A new heading; with a line below it where `isUnderlined` and Markdown takes its title for nothing else then. */
export function newHeading(title: string, level: number, isUnderlined: boolean): string[] {
	const mark = isUnderlined && /^\p{L}[^|]*$/u.test(title) ? underlines[level - 1] : undefined;
	return mark === undefined ? [`${'#'.repeat(level)} ${title}`] : [title, mark.repeat(title.length)];
}

/** The edits that give a heading another level; `undefined` where no heading of that level can say the same. */
export function relevel(draft: Draft, entry: Entry, level: number): TextEdit[] | undefined {
	if (level === entry.rank) return [];
	if (level > 6) return undefined;
	return isUnderlined(draft, entry) ? relevelUnderlined(draft, entry, level) : relevelMarked(draft, entry, level);
}

/** Marks may also stand behind a title; they are changed where they are as many. */
function relevelMarked({ text }: Draft, entry: Entry, level: number): TextEdit[] {
	const { start, end, rank } = entry;
	const newText = '#'.repeat(level);
	const opening = { start, end: start + rank, newText };
	if (text.slice(at(textLinesOf(entry), 1), end).trim().length !== rank) return [opening];
	const to = start + text.slice(start, end).trimEnd().length;
	return [opening, { start: to - rank, end: to, newText }];
}

function relevelUnderlined(draft: Draft, entry: Entry, level: number): TextEdit[] | undefined {
	const { start, end } = entry;
	const source = draft.text.slice(start, end).trimEnd();
	const mark = underlines[level - 1];
	if (mark !== undefined) {
		const { length } = source.replace(/[=-]+$/, '');
		return [{ start: start + length, end: start + source.length, newText: mark.repeat(source.length - length) }];
	}
	// A break at the end of a line, and a definition before the title, can stand nowhere else.
	const isMore = /\\[\r\n]/.test(source) || at(textLinesOf(entry), 0) !== start;
	return isMore ? undefined : [{ start, end, newText: `${'#'.repeat(level)} ${draft.wordsOf(entry)}` }];
}
