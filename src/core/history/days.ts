import type { Day } from './model';

/** From 0, Sunday, to 6, Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const daysInWeek = 7;

/** 1 January 1970, day 0, was a Thursday. */
const thursday = 4;

const millisecondsInDay = 86_400_000;

/** The first day of the week that a day is in. */
export function weekOf(day: Day, firstDayOfWeek: Weekday): Day {
	const weekday = (((day + thursday) % daysInWeek) + daysInWeek) % daysInWeek;
	return day - ((weekday - firstDayOfWeek + daysInWeek) % daysInWeek);
}

/** Reads `2027-03-01`; `undefined` for all else, and for days that no calendar has. */
export function parseDay(text: string): Day | undefined {
	const milliseconds = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
	// Date.parse takes 2027-02-30 for 2 March.
	return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text)
		? milliseconds / millisecondsInDay
		: undefined;
}

/** The day on which something happened, where the clocks are ahead of UTC by `zone` minutes. */
export function dayAt(milliseconds: number, zone: number): Day {
	return Math.floor((milliseconds + zone * 60_000) / millisecondsInDay);
}
