import { BYTE_ORDER_MARK } from '../characters';
import { lineBehind, lineStart } from '../lineEnds';
import type { Span } from '../model';

/** The first offset of the line that `offset` is in; behind a byte order mark, which belongs to no line. */
export function startOfLine(text: string, offset: number): number {
	const start = lineStart(text, offset);
	return start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
}

/** Whether the text ends without a line ending, where it is not empty. */
export function endsBare(text: string): boolean {
	return !/(?:^|[\r\n])$/.test(text.slice(-1));
}

/** The line ending that a text uses where its first line ends; LF in a text of one line. */
export function lineEnding(text: string): string {
	return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}

/** A stretch of whole lines, with their line endings, and how many of them it has. */
export interface Lines extends Span {
	readonly count: number;
}

/** The blank lines right before the line that starts at `offset`. Quotes' markers count as nothing if `inQuote`. */
export function blanksBefore(text: string, offset: number, inQuote: boolean): Lines {
	let start = offset;
	let count = 0;
	while (start > 0) {
		const line = startOfLine(text, start - 1);
		if (line >= start || !isBlank(text.slice(line, start), inQuote)) break;
		start = line;
		count++;
	}
	return { start, end: offset, count };
}

/** The blank lines from the line on that starts at `offset`. */
export function blanksFrom(text: string, offset: number, inQuote: boolean): Lines {
	let end = offset;
	let count = 0;
	while (end < text.length) {
		const next = lineBehind(text, end);
		if (!isBlank(text.slice(end, next), inQuote)) break;
		end = next;
		count++;
	}
	return { start: offset, end, count };
}

export function isBlank(line: string, inQuote = false): boolean {
	return (inQuote ? /^[\s>]*$/ : /^\s*$/).test(line);
}

/** A text's lines without their endings; behind a last line ending comes no other line. */
export function linesOf(text: string): string[] {
	const lines = text.split(/\r\n?|\n/);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

/** How many columns white space takes that starts at `column`; a tab goes on to the next multiple of four (CommonMark 2.2). */
export function widthOf(space: string, column = 0): number {
	let end = column;
	for (const character of space) end += character === '\t' ? 4 - (end % 4) : 1;
	return end - column;
}
