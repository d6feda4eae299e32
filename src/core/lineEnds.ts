import { CARRIAGE_RETURN, LINE_FEED } from './characters';

/** The offset of the line feed or carriage return (CommonMark 2.1) that ends the line; the text's end if none does. */
export function lineEnd(text: string, start: number): number {
	let index = start;
	while (index < text.length) {
		const code = text.charCodeAt(index);
		if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
		index++;
	}
	return index;
}

/** Where the line behind the one that ends at `end` starts; the text's end if there is none. */
export function nextLine(text: string, end: number): number {
	const isPair = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED;
	return Math.min(end + (isPair ? 2 : 1), text.length);
}

/** `lineEnd`, faster, in a text without carriage returns. */
export function lineFeed(text: string, start: number): number {
	const index = text.indexOf('\n', start);
	return index === -1 ? text.length : index;
}
