import {
	BYTE_ORDER_MARK,
	CARRIAGE_RETURN,
	DASH,
	LEFT_BRACKET,
	LINE_FEED,
	LOWER_X,
	RIGHT_BRACKET,
	skipSpaces,
	SLASH,
	SPACE,
	TAB,
	TILDE,
	UPPER_X,
} from './characters';
import type { TaskState, TaskStates } from './model';
import { at } from './numbers';

export interface Checkbox {
	/** The offset of the character between the brackets. */
	readonly mark: number;
	readonly state: TaskState;
	/** The line of the paragraph, and the offset in it, behind the closing bracket. */
	readonly line: number;
	readonly end: number;
}

const gfmStates = new Map<number, TaskState>([
	[SPACE, 'open'],
	[TAB, 'open'],
	[LOWER_X, 'done'],
	[UPPER_X, 'done'],
]);
const extendedStates = new Map<number, TaskState>([
	...gfmStates,
	[TILDE, 'active'],
	[SLASH, 'active'],
	[DASH, 'dropped'],
]);

/**
 * The checkbox that a list item's first paragraph starts with (GFM 5.3). `lines` holds the start and end of each line.
 * Behind it stands a line ending or white space, and then something else; the mark may itself be a line's end.
 */
export function checkboxOf(text: string, lines: readonly number[], states: TaskStates): Checkbox | undefined {
	const start = at(lines, 0);
	const end = at(lines, 1);
	const secondStart = lines[2];
	if (text.charCodeAt(start) !== LEFT_BRACKET) return undefined;
	const mark = start + 1;
	if (mark === end) {
		if (secondStart === undefined || text.charCodeAt(secondStart) !== RIGHT_BRACKET) return undefined;
		const box = { mark, state: 'open', line: 2, end: secondStart + 1 } as const;
		return isFollowed(text, lines, box) ? box : undefined;
	}
	const state = (states === 'gfm' ? gfmStates : extendedStates).get(text.charCodeAt(mark));
	if (state === undefined || mark + 1 >= end || text.charCodeAt(mark + 1) !== RIGHT_BRACKET) return undefined;
	if (text.charCodeAt(mark) === TAB && columnOf(text, mark) % 4 !== 3) return undefined;
	const box = { mark, state, line: 0, end: mark + 2 };
	return isFollowed(text, lines, box) ? box : undefined;
}

/** Whether there is white space or a line ending behind the box, and something behind that. */
function isFollowed(text: string, lines: readonly number[], box: Checkbox): boolean {
	const lineEnd = at(lines, box.line + 1);
	const isLast = box.line + 2 === lines.length;
	if (box.end === lineEnd) return !isLast;
	const next = skipSpaces(text, box.end, lineEnd);
	return next > box.end && (next < lineEnd || !isLast);
}

/** A tab is one character wide, as GFM asks of the mark, only at the last of four columns. */
function columnOf(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && !isLineStart(text.charCodeAt(start - 1))) start--;
	let column = 0;
	for (let index = start; index < offset; index++) {
		column += text.charCodeAt(index) === TAB ? 4 - (column % 4) : 1;
	}
	return column;
}

/** Whether a line starts behind this character: a line ending, or a byte order mark, which no column counts. */
function isLineStart(code: number): boolean {
	return code === LINE_FEED || code === CARRIAGE_RETURN || code === BYTE_ORDER_MARK;
}
