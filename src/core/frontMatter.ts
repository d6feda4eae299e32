import { BYTE_ORDER_MARK, skipSpaces } from './characters';
import { LineEnds, nextLine } from './lineEnds';

const fences = ['---', '+++'];

/**
 * Where Markdown starts: behind a byte order mark, and behind front matter (`---` or `+++` on the first line, and again
 * on a later one) up to and with the closing fence's line ending.
 */
export function bodyStart(text: string): number {
	const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
	const fence = fences.find(each => text.startsWith(each, start));
	if (fence === undefined) return start;
	const ends = new LineEnds(text);
	if (!isFence(text, start, ends.endOf(start))) return start;
	for (let line = nextLine(text, ends.endOf(start)); line < text.length;) {
		const end = ends.endOf(line);
		if (text.startsWith(fence, line) && isFence(text, line, end)) return nextLine(text, end);
		line = nextLine(text, end);
	}
	return start;
}

/** Front matter with its fences, as it stands; nothing where there is none. */
export function frontMatterOf(text: string): string {
	return text.slice(0, bodyStart(text));
}

/** Whether only white space stands behind the three characters. */
function isFence(text: string, line: number, end: number): boolean {
	return skipSpaces(text, line + 3, end) === end;
}
