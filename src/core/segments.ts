import type { TaskState } from './model';
import type { Level } from './leaves';

/** A heading, in offsets from its segment's start. */
export interface HeadingBlock {
	readonly kind: 'heading';
	readonly level: Level;
	readonly start: number;
	readonly end: number;
	/** Start and end of each line of its text. */
	readonly lines: readonly number[];
}

/** A list item that is a task or holds tasks, in offsets from its segment's start. */
export interface ItemBlock {
	readonly kind: 'item';
	readonly start: number;
	readonly end: number;
	/** A task's mark and state; a group has neither. */
	readonly mark: number;
	readonly state: TaskState | undefined;
	/** Start and end of each line of its first paragraph, without the checkbox; empty if it does not start with one. */
	readonly lines: readonly number[];
	readonly children: readonly ItemBlock[];
}

export type Block = HeadingBlock | ItemBlock;

/**
 * A stretch of text that Markdown reads the same whatever stands before and behind it, front matter aside: nothing is
 * open where it starts. Only the plain text of titles may depend on what other segments define.
 */
export interface Segment {
	readonly length: number;
	readonly blocks: readonly Block[];
	/** Labels of link and footnote definitions in it, normalised; footnotes' with `[^` in front. */
	readonly labels: readonly string[];
}
