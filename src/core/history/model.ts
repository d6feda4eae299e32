import type { TaskState } from '../model';

/** A day of the calendar, as the number of days since 1 January 1970: of no zone, for it is the day that somebody lived. */
export type Day = number;

/** A task as a version of its roadmap has it. */
export interface PastTask {
	/** Tells it from all others, and stays when it is reworded, moved, or taken out and put back. Counts from 0. */
	readonly id: number;
	/** Plain text. */
	readonly text: string;
	/** The titles of the headings that it stands below, the outermost first. */
	readonly section: readonly string[];
	readonly state: TaskState;
}

/**
 * What became of a task from one version to the next. `task` is the task after it; what was removed, as it was. A task that
 * changed in several ways has an event for each.
 */
export type HistoryEvent =
	/** `isBack`: it was there before, and had been removed. */
	| { readonly kind: 'added'; readonly task: PastTask; readonly isBack: boolean }
	| { readonly kind: 'removed'; readonly task: PastTask }
	| { readonly kind: 'reworded'; readonly task: PastTask; readonly before: string }
	/** It stands below other headings, or these have other titles. */
	| { readonly kind: 'moved'; readonly task: PastTask; readonly before: readonly string[] }
	/** It is done, and was not. */
	| { readonly kind: 'completed'; readonly task: PastTask }
	/** It is open or in progress, and was done or dropped. */
	| { readonly kind: 'reopened'; readonly task: PastTask }
	/** It is marked as dropped, and was not. */
	| { readonly kind: 'dropped'; readonly task: PastTask }
	/** It is in progress and was open, or the other way round. */
	| { readonly kind: 'begun' | 'paused'; readonly task: PastTask };

/** What one version of a roadmap's file brought. */
export interface Version {
	/** The day on which it was written, where its author was. */
	readonly day: Day;
	readonly events: readonly HistoryEvent[];
}

/**
 * All versions of a roadmap, the oldest first; the last is the present one. Their days need not be in order: a commit may
 * be older than the one it stands on. What the first one adds was there when the history began, and is nobody's work.
 */
export type History = readonly Version[];
