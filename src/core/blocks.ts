import type { TaskState } from './model';

/**
 * A stretch of text that Markdown reads the same whatever stands before and behind it, front matter aside: nothing is
 * open where it starts. Only the plain text of titles may depend on what other segments define.
 *
 * Its headings, tasks, and the plain list items around tasks are packed, `WIDTH` numbers each, in document order: a roadmap
 * has tens of thousands of them, and is read again with every key; as objects they would cost more than the reading.
 */
export interface Segment {
	readonly length: number;
	readonly blocks: readonly number[];
	/** The lines of texts that have several: start and end of each. */
	readonly lines: readonly (readonly number[])[];
	/** Labels of link and footnote definitions in it, normalised; footnotes' with `[^` in front. */
	readonly labels: readonly string[];
}

/** How many numbers a block takes; what each of them is, by its place. All offsets count from the segment's start. */
export const WIDTH = 6;
/** A heading's level or an item's state, and above these bits how many items are around it. */
export const TYPE = 0;
export const START = 1;
export const END = 2;
/** The offset of a task's mark. */
export const MARK = 3;
/** Where its text starts and ends; of a text of several lines, its index among `lines` and -1. */
export const TEXT_START = 4;
export const TEXT_END = 5;

/** Types: a heading's level from 1 to 6, or one of these. */
export const PLAIN_ITEM = 8;
const TASK = 9;
export const TYPE_BITS = 4;
const TYPE_MASK = (1 << TYPE_BITS) - 1;

/** The states of tasks, from the type `TASK` on. */
const states: readonly TaskState[] = ['open', 'done', 'active', 'dropped'];

/** The type without the depth. */
export function bareType(type: number): number {
	return type & TYPE_MASK;
}

export function typeOfState(state: TaskState): number {
	return TASK + states.indexOf(state);
}

/** The state of a task of this bare type. */
export function stateOfType(type: number): TaskState | undefined {
	return states[type - TASK];
}
