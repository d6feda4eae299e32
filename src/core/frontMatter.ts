import { skipSpaces } from './characters';
import { lineEnd, nextLine } from './lineEnds';

const fences = ['---', '+++'];

/**
 * Where the text's front matter ends (behind the closing fence's line ending), or `start` if there is none: `---` or
 * `+++` on the first line, and again on a later one.
 */
export function skipFrontMatter(text: string, start: number): number {
	const fence = fences.find(each => text.startsWith(each, start));
	if (fence === undefined || !isFence(text, start)) return start;
	for (let line = nextLine(text, lineEnd(text, start)); line < text.length; ) {
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
