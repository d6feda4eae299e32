import type { Progress } from '../model';
import type { Day, PastTask } from './model';

/** A task, and the day something became of it. */
export interface Dated {
	readonly task: PastTask;
	readonly day: Day;
}

/** What became of the tasks in one week. A task that ended the week as it began it is in none of these. */
export interface Week {
	readonly start: Day;
	/** The last of its seven days. */
	readonly end: Day;
	/** Done at its end and not at its beginning; also what was added as done, and what was removed once it was done. By the day. */
	readonly finished: readonly Dated[];
	/** New, or put back, and not done. */
	readonly added: readonly Dated[];
	readonly reopened: readonly Dated[];
	/** Marked as dropped, or removed without having been done. */
	readonly dropped: readonly Dated[];
	/** On how many of its days something was done to the tasks other than moving and rewording them. */
	readonly activeDays: number;
	/** How far the roadmap was at its end; of the present week, how far it is. */
	readonly progress: Progress;
}

/** How far the roadmap was at the end of a day. Tasks that were removed when they were done count on, as done. */
export interface BurnUpPoint {
	readonly day: Day;
	readonly done: number;
	readonly total: number;
}

/** The last task of a section was finished, and none was left. */
export interface Milestone {
	readonly day: Day;
	/** The section's title. */
	readonly title: string;
}

export interface BurnUp {
	/** One for each day on which a figure changed, in order, and one for today. */
	readonly points: readonly BurnUpPoint[];
	readonly milestones: readonly Milestone[];
	/** How many of the tasks counted as done are no longer in the file. */
	readonly gone: number;
}

/** The span within which a share of all simulated futures lies, at the end of a day: numbers of tasks done in total. */
export interface FanPoint {
	readonly day: Day;
	/** From the 25th to the 75th percentile. */
	readonly half: readonly [number, number];
	/** From the 7.5th to the 92.5th percentile. */
	readonly most: readonly [number, number];
}

/** When the roadmap will be done, if it goes on as in the weeks before. */
export type Forecast =
	/** All is done already, or there is nothing to do. */
	| { readonly kind: 'finished' }
	/** Fewer than three weeks in which something was finished. */
	| { readonly kind: 'tooLittle'; readonly activeWeeks: number }
	/** At this pace it takes more than ten years, or for ever. */
	| { readonly kind: 'noEnd'; readonly pace: number; readonly chance?: number }
	| {
			readonly kind: 'dates';
			/** Tasks a week, on average of the weeks it was drawn from. */
			readonly pace: number;
			/** In half of all runs all was done on this day or before. */
			readonly likely: Day;
			/** In 85 % of all runs. */
			readonly safe: Day;
			/** From today on until about the safe day. */
			readonly fan: readonly FanPoint[];
			/** The share of runs, 0 to 1, in which all was done on the target day or before. */
			readonly chance?: number;
	  };

/** What a target day asks for. */
export interface Target {
	readonly day: Day;
	/** Tasks a week from now on; `undefined` when the day is over or nothing is left to do. */
	readonly needed?: number;
	readonly advice: Advice;
}

/** `unknown`: there is too little history to tell. */
export type Advice = 'reached' | 'passed' | 'faster' | 'onTrack' | 'easeOff' | 'unknown';
