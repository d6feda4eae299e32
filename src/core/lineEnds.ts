import { CARRIAGE_RETURN, LINE_FEED } from './characters';

/** Where lines end, asked for in document order: at line feeds, carriage returns, and both together (CommonMark 2.1). */
export class LineEnds {
	/** The next of each from where we are on; the text's end if there is none. */
	private feed = -1;
	private return = -1;

	constructor(private readonly text: string) {}

	/** The offset of the line ending of the line that `start` is in; the text's end if it has none. */
	endOf(start: number): number {
		if (this.feed < start) this.feed = find(this.text, '\n', start);
		if (this.return < start) this.return = find(this.text, '\r', start);
		return Math.min(this.feed, this.return);
	}
}

/** Where the line behind the one that ends at `end` starts; the text's end if there is none. */
export function nextLine(text: string, end: number): number {
	const isPair = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED;
	return Math.min(end + (isPair ? 2 : 1), text.length);
}

/** Where the line behind that of `offset` starts; the text's end if there is none. */
export function lineBehind(text: string, offset: number): number {
	return nextLine(text, lineEnd(text, offset));
}

/** Where the line ends that `offset` is in: at its line ending, or the text's end. */
export function lineEnd(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && text.charCodeAt(end) !== LINE_FEED && text.charCodeAt(end) !== CARRIAGE_RETURN) end++;
	return end;
}

/** Where the line starts that `offset` is in, or at the end of. */
export function lineStart(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && !isLineEnding(text, start - 1)) start--;
	return start;
}

/** Where the line that `offset` is in ends: the place of its line ending, or the text's end. */
export function lineBreak(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && text.charCodeAt(end) !== LINE_FEED && text.charCodeAt(end) !== CARRIAGE_RETURN) end++;
	return end;
}

/** Whether a line ends with the character at `offset`: with LF, CRLF or CR. */
function isLineEnding(text: string, offset: number): boolean {
	const code = text.charCodeAt(offset);
	return code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) !== LINE_FEED);
}

function find(text: string, character: string, start: number): number {
	const index = text.indexOf(character, start);
	return index === -1 ? text.length : index;
}
