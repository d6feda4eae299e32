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

/** The checkbox that a list item's first paragraph starts with (GFM 5.3). Read again for each of thousands. */
export class Checkbox {
	/** The offset of the character between the brackets. */
	mark = 0;
	state: TaskState = 'open';
	/** The place among `lines` of the line that the closing bracket stands on, and the offset behind the bracket. */
	line = 0;
	end = 0;

	/**
	 * Reads it; answers whether there is one. Behind it stands a line ending or white space, and then something else; the
	 * mark may itself be a line's end.
	 *
	 * @param lines The start and end of each line of the paragraph.
	 */
	read(text: string, lines: readonly number[], states: TaskStates): boolean {
		const start = at(lines, 0);
		if (text.charCodeAt(start) !== LEFT_BRACKET) return false;
		this.mark = start + 1;
		const isOverLines = this.mark === at(lines, 1);
		const isBox = isOverLines ? this.readOverLines(text, lines) : this.readOnLine(text, lines, states);
		return isBox && this.isFollowed(text, lines);
	}

	private readOverLines(text: string, lines: readonly number[]): boolean {
		const second = lines[2];
		if (second === undefined || text.charCodeAt(second) !== RIGHT_BRACKET) return false;
		this.state = 'open';
		this.line = 2;
		this.end = second + 1;
		return true;
	}

	private readOnLine(text: string, lines: readonly number[], states: TaskStates): boolean {
		const { mark } = this;
		const code = text.charCodeAt(mark);
		const state = (states === 'gfm' ? gfmStates : extendedStates).get(code);
		if (state === undefined || mark + 1 >= at(lines, 1) || text.charCodeAt(mark + 1) !== RIGHT_BRACKET) return false;
		if (code === TAB && columnOf(text, mark) % 4 !== 3) return false;
		this.state = state;
		this.line = 0;
		this.end = mark + 2;
		return true;
	}

	/** Whether there is white space or a line ending behind the box, and something behind that. */
	private isFollowed(text: string, lines: readonly number[]): boolean {
		const { end, line } = this;
		const lineEnd = at(lines, line + 1);
		const isLast = line + 2 === lines.length;
		if (end === lineEnd) return !isLast;
		const next = skipSpaces(text, end, lineEnd);
		return next > end && (next < lineEnd || !isLast);
	}
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
