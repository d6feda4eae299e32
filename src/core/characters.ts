/** UTF-16 codes of the characters Markdown's blocks are made of, by their names. */
export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const HASH = 35;
export const LEFT_PARENTHESIS = 40;
export const RIGHT_PARENTHESIS = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const DIGIT_0 = 48;
export const DIGIT_9 = 57;
export const COLON = 58;
export const LESS_THAN = 60;
export const EQUALS = 61;
export const GREATER_THAN = 62;
export const UPPER_X = 88;
export const LEFT_BRACKET = 91;
export const BACKSLASH = 92;
export const RIGHT_BRACKET = 93;
export const CARET = 94;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const LOWER_X = 120;
export const PIPE = 124;
export const TILDE = 126;
export const BYTE_ORDER_MARK = 0xfeff;

/** Space or tab: what CommonMark takes as white space within a line (not U+00A0, nor form feed). */
export function isSpace(code: number): boolean {
	return code === SPACE || code === TAB;
}

/** The first offset from `start` on, below `end`, that is neither space nor tab; `end` if there is none. */
export function skipSpaces(text: string, start: number, end: number): number {
	let index = start;
	while (index < end && isSpace(text.charCodeAt(index))) index++;
	return index;
}

/** Behind the last character before `end`, from `start` on, that is neither space nor tab; `start` if there is none. */
export function trimEnd(text: string, start: number, end: number): number {
	let index = end;
	while (index > start && isSpace(text.charCodeAt(index - 1))) index--;
	return index;
}

/** The first offset from `start` on, below `end`, that is not the character `code`; `end` if there is none. */
export function skipRun(text: string, start: number, end: number, code: number): number {
	let index = start;
	while (index < end && text.charCodeAt(index) === code) index++;
	return index;
}
