import type { TextEdit } from '../model';
import type { Draft, Entry } from './draft';

const underlines = ['=', '-'];

/** The edits that give a heading another level; `undefined` where no heading of that level can say the same. */
export function relevel(draft: Draft, { start, end, rank, words }: Entry, level: number): TextEdit[] | undefined {
	if (level === rank) return [];
	const { text } = draft;
	const marks = '#'.repeat(level);
	if (text.charAt(start) === '#' && isAtx(text, start, end)) {
		const opening = { start, end: start + rank, newText: marks };
		const closing = /[ \t](#+)[ \t]*$/.exec(text.slice(Math.max(words[1] ?? end, start + rank), end));
		const length = closing?.[1]?.length;
		if (length !== rank) return [opening];
		const from = end - (closing?.[0].trimStart().length ?? 0);
		return [opening, { start: from, end: from + rank, newText: marks }];
	}
	const underline = /[=-]+[ \t]*$/.exec(text.slice(start, end));
	if (!underline) return undefined;
	const mark = underlines[level - 1];
	if (mark !== undefined) {
		const from = start + underline.index;
		const length = underline[0].trimEnd().length;
		return [{ start: from, end: from + length, newText: mark.repeat(length) }];
	}
	return words.length === 2 ? [{ start, end, newText: `${marks} ${draft.wordsOf({ words })}` }] : undefined;
}

/** One line that starts with its marks; a heading with an underline has several lines. */
function isAtx(text: string, start: number, end: number): boolean {
	return !/[\r\n]/.test(text.slice(start, end));
}
