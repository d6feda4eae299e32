/**
 * What other extensions get from Roadmap Progress. This file has types only and needs no other file: copy it into an
 * extension that uses it.
 *
 * ```ts
 * const extension = vscode.extensions.getExtension<RoadmapApi>('roadmap-progress.roadmap-progress');
 * const api = await extension?.activate();
 * await api?.whenReady;
 * ```
 */
import type { Event, Uri } from 'vscode';

/** What `activate()` of Roadmap Progress gives. Members may be added; what is there stays as it is within a version. */
export interface RoadmapApi {
	readonly version: 1;
	/** Ends with the first search of the workspace: before, no roadmap does not mean that there is none. */
	readonly whenReady: Promise<void>;
	/**
	 * The roadmaps of the workspace that can be read, in the order of its folders and of their paths: the unsaved text of open
	 * documents, and the disk otherwise. What did not change is the same object as before.
	 */
	readonly roadmaps: readonly RoadmapInfo[];
	/** Something in `roadmaps` changed. */
	readonly onDidChange: Event<void>;
	/**
	 * Sets the state of tasks as a click on their boxes would: an edit of one character each, undone by one undo, and saved only
	 * where the person's settings say so (`roadmap.cascade` and `roadmap.saveAfterEdit` apply). All of the tasks change or none.
	 * Nobody is asked or told anything. A refusal is a value: this does not throw.
	 *
	 * @param uri The address of one of `roadmaps`; anything else is refused.
	 * @param ids Ids of its tasks.
	 * @param state `active` and `dropped` are refused where the setting `roadmap.states` is `gfm`.
	 */
	setState(uri: Uri, ids: readonly string[], state: TaskState): Promise<SetStateResult>;
}

/** A roadmap at the moment when it was asked for: it never changes. */
export interface RoadmapInfo {
	readonly uri: Uri;
	/** The plain text of the first heading of level 1. */
	readonly title: string | undefined;
	readonly progress: RoadmapProgress;
	/** All tasks in document order, those inside others too. */
	readonly tasks: readonly TaskInfo[];
}

/** As GitHub counts: every checkbox once, tasks with tasks inside too. Dropped tasks do not count. */
export interface RoadmapProgress {
	readonly done: number;
	readonly total: number;
	/** Whole percent, 0 to 100: 100 only when all is done and 0 only when nothing is. */
	readonly percent: number;
}

/** What the mark of a task says: `[ ]`, `[x]`, `[~]` or `[/]`, `[-]`. */
export type TaskState = 'open' | 'done' | 'active' | 'dropped';

export interface TaskInfo {
	/**
	 * Stays the same as long as the task's words and all sections and items around it stay, whatever happens elsewhere in the
	 * file; unique in its roadmap, not across roadmaps.
	 */
	readonly id: string;
	/** Plain text, Markdown stripped. It is the author's: never show it as HTML. */
	readonly text: string;
	readonly state: TaskState;
	/** The titles of the sections around it, outermost first. */
	readonly sections: readonly string[];
}

/** What became of `setState`. */
export type SetStateResult =
	| {
			readonly outcome: 'changed';
			/** The tasks whose state is another now, with those that `roadmap.cascade` took along. */
			readonly changes: readonly (TaskInfo & { readonly before: TaskState })[];
			/** What else there is to know, for people: that the file could not be saved. */
			readonly note?: string | undefined;
	  }
	/** All tasks had the state already. */
	| { readonly outcome: 'unchanged' }
	| {
			readonly outcome: 'refused';
			/** Why nothing was changed, for people. */
			readonly reason: string;
			/** The ids that no task has, and the tasks that may be meant instead, the likeliest first. */
			readonly unknown: readonly { readonly id: string; readonly nearest: readonly TaskInfo[] }[];
	  };
