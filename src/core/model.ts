/** A stretch of the text that was parsed: UTF-16 offsets, `end` exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/**
 * What a task's mark says. `active` (`[~]`, `[/]`) and `dropped` (`[-]`) exist in the extended reading only: an active
 * task counts as not done, a dropped one does not count at all.
 */
export type TaskState = 'open' | 'done' | 'active' | 'dropped';

/** Which marks make a list item a task: GitHub's (`[ ]`, `[x]`, `[X]`), or also `[~]`, `[/]` and `[-]`. */
export type TaskStates = 'gfm' | 'extended';

/** One Markdown file, read. */
export interface Roadmap {
	readonly kind: 'roadmap';
	/** The plain text of the first level-1 heading. */
	readonly title?: string;
	readonly children: readonly Node[];
}

/** A heading at document level, and all until the next heading of its level or higher. */
export interface Section {
	readonly kind: 'section';
	readonly title: string;
	readonly level: 1 | 2 | 3 | 4 | 5 | 6;
	/** `## Title`, or both lines of a setext heading. */
	readonly heading: Span;
	/** From the heading's first character to the next section's, or the text's end. */
	readonly span: Span;
	readonly children: readonly Node[];
}

/** A plain list item that holds tasks. */
export interface Group {
	readonly kind: 'group';
	readonly text: string;
	/** The list item, from its bullet or number. */
	readonly span: Span;
	readonly children: readonly Node[];
}

/** A list item with a checkbox. */
export interface Task {
	readonly kind: 'task';
	readonly text: string;
	readonly state: TaskState;
	/** The offset of the one character between the brackets. */
	readonly mark: number;
	/** The list item, from its bullet or number. */
	readonly span: Span;
	readonly children: readonly Node[];
}

/** What a roadmap is made of; children stand in document order, titles and texts are plain text. */
export type Node = Section | Group | Task;

/** Tasks done, of tasks in total. */
export interface Progress {
	readonly done: number;
	readonly total: number;
}

/** Replaces the text from `start` to `end` (UTF-16 offsets, exclusive) with `newText`. */
export interface TextEdit {
	readonly start: number;
	readonly end: number;
	readonly newText: string;
}
