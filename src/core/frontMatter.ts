import { BYTE_ORDER_MARK, skipSpaces } from './characters';
import { lineEnd, nextLine } from './lineEnds';

const fences = ['---', '+++'];

/**
 * Where Markdown starts: behind a byte order mark, and behind front matter (`---` or `+++` on the first line, and again
 * on a later one) up to and with the closing fence's line ending.
 */
export function bodyStart(text: string): number {
	const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
	const fence = fences.find(each => text.startsWith(each, start));
	if (fence === undefined || !isFence(text, start)) return start;
	for (let line = nextLine(text, lineEnd(text, start)); line < text.length;) {
		const end = lineEnd(text, line);
		if (text.startsWith(fence, line) && isFence(text, line)) return nextLine(text, end);
		line = nextLine(text, end);
	}
	return start;
}

function isFence(text: string, line: number): boolean {
	const end = lineEnd(text, line);
	return skipSpaces(text, line + 3, end) === end;
}
