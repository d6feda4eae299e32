/**
 * What the extension host and the page of a review say to each other: plain JSON. All words in it are said in the person's
 * language and all figures written as they write them, so that the page only draws. Days count from 1 January 1970.
 */

/** What the page is told. */
export type ToPage =
	| { readonly kind: 'show'; readonly view: View }
	/** What became of something that the person asked for, in words. */
	| { readonly kind: 'told'; readonly text: string };

/** What the page asks for. */
export type FromPage =
	/** It can draw now. */
	| { readonly kind: 'ready' }
	/** Another week, by its first day; the present one without. */
	| { readonly kind: 'week'; readonly start?: number }
	/** The place of a task. */
	| { readonly kind: 'open'; readonly task: number }
	| { readonly kind: 'copy' | 'save' | 'cancel' | 'read' };

/** What VS Code keeps of the page, to restore it with. */
export interface Kept {
	/** The roadmap's address. */
	readonly uri: string;
	/** The week's first day; absent for the present one, which is another one next week. */
	readonly week?: number;
	/** Whether the table is open. */
	readonly table?: boolean;
}

/** What the page shows. */
export type View = Notice | Review;

/** A sentence, where there is no review. */
export interface Notice {
	readonly kind: 'notice';
	readonly locale: string;
	readonly uri: string;
	readonly title: string;
	readonly text: string;
	/** What can be done about it. */
	readonly action?: { readonly asks: 'cancel' | 'read'; readonly label: string };
	/** The history is being read. */
	readonly isBusy: boolean;
}

export interface Review {
	readonly kind: 'review';
	/** A tag of BCP 47. */
	readonly locale: string;
	readonly uri: string;
	readonly title: string;
	readonly week: ShownWeek;
	/** What to know of where this comes from. */
	readonly notes: readonly string[];
	readonly progress: {
		readonly label: string;
		readonly percent: number;
		readonly figure: string;
		readonly text: string;
	};
	readonly pace: { readonly label: string; readonly figure: string; readonly lines: readonly string[] };
	readonly forecast: { readonly label: string; readonly rows: readonly Figure[]; readonly text: string };
	/** What follows from the target date, in one sentence. */
	readonly advice?: string;
	/** What to do today, where that is asked for. */
	readonly today?: TaskList;
	readonly chart?: Chart;
	readonly table?: Table;
	readonly finished: Finished;
	/** What was added, reopened and dropped. */
	readonly others: readonly TaskList[];
	readonly labels: Labels;
}

export interface ShownWeek {
	readonly start: number;
	readonly name: string;
	readonly isPresent: boolean;
	/** The weeks around it, by their first days. */
	readonly before?: number;
	readonly after?: number;
}

/** A figure and what it is of. */
export interface Figure {
	readonly label: string;
	readonly value: string;
}

export interface TaskList {
	readonly label: string;
	readonly count: string;
	readonly mark: Mark;
	readonly tasks: readonly TaskLine[];
	/** How many there are beside these, in words. */
	readonly more?: string;
}

export type Mark = 'done' | 'added' | 'reopened' | 'dropped' | 'open';

export interface TaskLine {
	/** By this it is asked for; absent where it is no longer in the file. */
	readonly id?: number;
	readonly text: string;
	/** Where it stands, or when it was. */
	readonly detail: string;
}

export interface Finished {
	readonly label: string;
	readonly sections: readonly { readonly title: string; readonly tasks: readonly TaskLine[] }[];
	readonly more?: string;
	/** Said in place of sections where there are none. */
	readonly nothing: string;
}

/** Tasks done and in total over time. */
export interface Chart {
	readonly label: string;
	/** By the day; the last is today's. */
	readonly points: readonly ChartPoint[];
	/** By the day; empty without a forecast. The first is the day it was made on. */
	readonly fan: readonly FanPoint[];
	readonly milestones: readonly { readonly day: number; readonly done: number; readonly text: string }[];
	readonly today: ChartMark;
	readonly target?: ChartMark;
	/** The week that is shown, its last day included. */
	readonly week: readonly [start: number, end: number];
	/** The last day with room in the chart. */
	readonly end: number;
	/** Marks of the time axis: the finest that there are first, so that the page takes the first that has room. */
	readonly ticks: readonly (readonly ChartMark[])[];
	readonly legend: Readonly<Record<'done' | 'total' | 'half' | 'most' | 'milestone', string>>;
	/** How to move in it, for those who hear it. */
	readonly help: string;
}

export interface ChartMark {
	readonly day: number;
	readonly text: string;
}

/** `text` is the whole point in words. */
export interface ChartPoint {
	readonly day: number;
	readonly done: number;
	readonly total: number;
	readonly text: string;
}

/** Tasks done: from the lower to the upper figure of half of all futures, and of most. */
export interface FanPoint {
	readonly day: number;
	readonly half: readonly [number, number];
	readonly most: readonly [number, number];
	readonly text: string;
}

/** The chart's figures, week by week. */
export interface Table {
	readonly label: string;
	readonly caption: string;
	/** The first column names the week. */
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

export interface Labels {
	readonly weeks: string;
	readonly before: string;
	readonly after: string;
	readonly present: string;
	readonly copy: string;
	readonly save: string;
}
