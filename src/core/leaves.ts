import {
	ASTERISK,
	BACKSLASH,
	BACKTICK,
	CARET,
	COLON,
	DASH,
	DIGIT_0,
	DIGIT_9,
	DOT,
	EQUALS,
	HASH,
	isSpace,
	LEFT_BRACKET,
	PLUS,
	RIGHT_BRACKET,
	RIGHT_PARENTHESIS,
	skipRun,
	skipSpaces,
	trimEnd,
	UNDERSCORE,
} from './characters';
import type { Section } from './model';

export type Level = Section['level'];

/** The level of the ATX heading (CommonMark 4.2) that starts here; 0 if none does. */
export function atxLevel(text: string, start: number, end: number): Level | 0 {
	const after = skipRun(text, start, end, HASH);
	const level = after - start;
	return level <= 6 && (after === end || isSpace(text.charCodeAt(after))) ? (level as Level) : 0;
}

/** Where the content of an ATX heading is: without the hashes before and behind. */
export function atxContent(text: string, start: number, end: number): readonly [number, number] {
	const from = skipSpaces(text, skipRun(text, start, end, HASH), end);
	const to = trimEnd(text, from, end);
	let hashes = to;
	while (hashes > from && text.charCodeAt(hashes - 1) === HASH) hashes--;
	if (hashes === from) return [from, from];
	return hashes < to && isSpace(text.charCodeAt(hashes - 1)) ? [from, trimEnd(text, from, hashes)] : [from, to];
}

/** The level of the setext underline (CommonMark 4.3) that the rest of the line, from a `=` or `-` on, is; 0 if none. */
export function setextLevel(text: string, start: number, end: number): 0 | 1 | 2 {
	const code = text.charCodeAt(start);
	if (skipSpaces(text, skipRun(text, start, end, code), end) < end) return 0;
	return code === EQUALS ? 1 : 2;
}

/** The length of the fence (CommonMark 4.5) that opens a code block here; 0 if none does. */
export function fenceLength(text: string, start: number, end: number): number {
	const code = text.charCodeAt(start);
	const after = skipRun(text, start, end, code);
	if (after - start < 3) return 0;
	if (code === BACKTICK && text.slice(after, end).includes('`')) return 0;
	return after - start;
}

/** Whether the rest of the line is a fence that closes a code block opened by `length` times `code`. */
export function closesFence(text: string, start: number, end: number, code: number, length: number): boolean {
	const after = skipRun(text, start, end, code);
	return after - start >= length && skipSpaces(text, after, end) === end;
}

/** The width of the list marker (CommonMark 5.2) that stands here, with its digits; 0 if none does. */
export function markerWidth(text: string, start: number, end: number): number {
	const code = text.charCodeAt(start);
	if (code === DASH || code === ASTERISK || code === PLUS) return endsMarker(text, start + 1, end) ? 1 : 0;
	let index = start;
	while (index < end && index - start < 10 && isDigit(text.charCodeAt(index))) index++;
	const digits = index - start;
	const delimiter = text.charCodeAt(index);
	if (digits === 0 || digits > 9 || (delimiter !== DOT && delimiter !== RIGHT_PARENTHESIS)) return 0;
	return endsMarker(text, index + 1, end) ? digits + 1 : 0;
}

export function isDigit(code: number): boolean {
	return code >= DIGIT_0 && code <= DIGIT_9;
}

/** The width of `[^label]:`, which starts a footnote definition (a container, like a quote); 0 if none stands here. */
export function footnoteWidth(text: string, start: number, end: number): number {
	if (text.charCodeAt(start + 1) !== CARET) return 0;
	for (let index = start + 2; index < end && index <= start + 1002; index++) {
		const code = text.charCodeAt(index);
		if (code === LEFT_BRACKET || isSpace(code)) return 0;
		if (code === RIGHT_BRACKET) {
			return index > start + 2 && text.charCodeAt(index + 1) === COLON ? index + 2 - start : 0;
		}
		if (code === BACKSLASH && isLabelEscape(text.charCodeAt(index + 1))) index++;
	}
	return 0;
}

/**
 * Where in a line a thematic break (CommonMark 4.1) can start: at each `code` from `first` to `last`. It is found from
 * the line's end and once for each line, so that a line of a hundred thousand bullets costs no more than its length.
 */
export interface Break {
	readonly code: number;
	readonly first: number;
	readonly last: number;
}

export function thematicBreak(text: string, start: number, end: number): Break | undefined {
	let first = trimEnd(text, start, end);
	const code = text.charCodeAt(first - 1);
	if (code !== DASH && code !== ASTERISK && code !== UNDERSCORE) return undefined;
	let seen = 0;
	let last = -1;
	for (; first > start; first--) {
		const before = text.charCodeAt(first - 1);
		if (before === code && ++seen === 3) last = first - 1;
		if (before !== code && !isSpace(before)) break;
	}
	return { code, first, last };
}

function endsMarker(text: string, index: number, end: number): boolean {
	return index === end || isSpace(text.charCodeAt(index));
}

function isLabelEscape(code: number): boolean {
	return code === LEFT_BRACKET || code === BACKSLASH || code === RIGHT_BRACKET;
}
