import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import {
	BACKSLASH,
	COLON,
	GREATER_THAN,
	isSpace,
	LEFT_BRACKET,
	LEFT_PARENTHESIS,
	LESS_THAN,
	LINE_FEED,
	RIGHT_BRACKET,
	RIGHT_PARENTHESIS,
	skipSpaces,
	SPACE,
} from './characters';

/** What a paragraph's leading link reference definitions (CommonMark 4.7) define, and where the rest of it starts. */
export interface Definitions {
	readonly labels: readonly string[];
	/** An offset at a line's start, or the end. */
	readonly end: number;
}

/** Reads the definitions at the start of a paragraph, whose lines are joined by line feeds. */
export function readDefinitions(paragraph: string): Definitions {
	const labels: string[] = [];
	let start = 0;
	for (;;) {
		const labelEnd = skipLabel(paragraph, start);
		const end = labelEnd === -1 ? -1 : skipRest(paragraph, labelEnd);
		if (end === -1) return { labels, end: start };
		labels.push(normalizeIdentifier(paragraph.slice(start + 1, labelEnd - 1)));
		start = end;
	}
}

/** `[label]`: up to 999 characters, at least one that is no white space, brackets only behind backslashes. */
function skipLabel(text: string, start: number): number {
	if (text.charCodeAt(start) !== LEFT_BRACKET) return -1;
	let seen = false;
	for (let index = start + 1; index < text.length && index <= start + 1000; index++) {
		const code = text.charCodeAt(index);
		if (code === LEFT_BRACKET) return -1;
		if (code === RIGHT_BRACKET) return seen ? index + 1 : -1;
		seen ||= !isSpaceOrLine(code);
		if (code === BACKSLASH && isLabelEscape(text.charCodeAt(index + 1))) index++;
	}
	return -1;
}

/** `: destination "title"` up to the start of the next line. */
function skipRest(text: string, start: number): number {
	if (text.charCodeAt(start) !== COLON) return -1;
	const destination = skipGap(text, start + 1);
	const destinationEnd = skipDestination(text, destination);
	if (destinationEnd === -1) return -1;
	const title = skipGap(text, destinationEnd);
	const titleEnd = title > destinationEnd ? skipTitle(text, title) : -1;
	const lineEnd = titleEnd === -1 ? -1 : skipLineEnd(text, titleEnd);
	return lineEnd === -1 ? skipLineEnd(text, destinationEnd) : lineEnd;
}

/** `<destination>`, or characters without spaces and controls whose parentheses are balanced. */
function skipDestination(text: string, start: number): number {
	if (text.charCodeAt(start) === LESS_THAN) return skipEnclosed(text, start);
	let depth = 0;
	let index = start;
	for (; index < text.length; index++) {
		const code = text.charCodeAt(index);
		// NUL stands for U+FFFD (CommonMark 2.3), which is no control.
		if ((code <= SPACE && code > 0) || code === 127) break;
		if (code === LEFT_PARENTHESIS) depth++;
		if (code === RIGHT_PARENTHESIS && --depth < 0) break;
		if (code === BACKSLASH && isDestinationEscape(text.charCodeAt(index + 1))) index++;
	}
	return depth > 0 || index === start ? -1 : index;
}

function skipEnclosed(text: string, start: number): number {
	for (let index = start + 1; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === GREATER_THAN) return index + 1;
		if (code === LESS_THAN || code === LINE_FEED) return -1;
		if (code === BACKSLASH && isEnclosedEscape(text.charCodeAt(index + 1))) index++;
	}
	return -1;
}

/** `"title"`, `'title'` or `(title)`, over any number of lines. */
function skipTitle(text: string, start: number): number {
	const open = text.charAt(start);
	const close = open === '"' || open === "'" ? open : open === '(' ? ')' : undefined;
	if (close === undefined) return -1;
	for (let index = start + 1; index < text.length; index++) {
		const character = text.charAt(index);
		if (character === close) return index + 1;
		if (character === '\\') index++;
	}
	return -1;
}

/** White space with at most one line ending in it; a paragraph has no blank lines. */
function skipGap(text: string, start: number): number {
	const end = skipSpaces(text, start, text.length);
	return text.charCodeAt(end) === LINE_FEED ? skipSpaces(text, end + 1, text.length) : end;
}

/** White space and the line's end: where the next line starts. */
function skipLineEnd(text: string, start: number): number {
	const end = skipSpaces(text, start, text.length);
	if (end === text.length) return end;
	return text.charCodeAt(end) === LINE_FEED ? end + 1 : -1;
}

function isSpaceOrLine(code: number): boolean {
	return isSpace(code) || code === LINE_FEED;
}

function isLabelEscape(code: number): boolean {
	return code === LEFT_BRACKET || code === BACKSLASH || code === RIGHT_BRACKET;
}

function isDestinationEscape(code: number): boolean {
	return code === LEFT_PARENTHESIS || code === BACKSLASH || code === RIGHT_PARENTHESIS;
}

function isEnclosedEscape(code: number): boolean {
	return code === LESS_THAN || code === BACKSLASH || code === GREATER_THAN;
}
