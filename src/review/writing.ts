import type { Day } from '../core';

/** Milliseconds. */
const dayLength = 86_400_000;

/** Writes days and numbers as people of a locale do. */
export interface Writer {
	/** A tag of BCP 47. */
	readonly locale: string;
	/** `22 Nov 2026` */
	readonly day: (day: Day) => string;
	/** `Sun 22 Nov`, where the year is known. */
	readonly dayOfWeek: (day: Day) => string;
	/** `22 Nov`, where there is little room. */
	readonly shortDay: (day: Day) => string;
	/** `Nov`, or the year for January. */
	readonly month: (day: Day) => string;
	readonly year: (day: Day) => string;
	/** `16 – 22 Nov 2026`, its last day included. */
	readonly days: (start: Day, end: Day) => string;
	/** With one decimal at most. */
	readonly number: (value: number) => string;
	/** @param percent Whole percent, 0 to 100. */
	readonly percent: (percent: number) => string;
}

/** @param locale A tag of BCP 47 that `Intl` takes. */
export function writerFor(locale: string): Writer {
	// Days are of no zone, so they are written as if all were lived in Greenwich.
	const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
		new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
	const full = dates({ day: 'numeric', month: 'short', year: 'numeric' });
	const weekday = dates({ weekday: 'short', day: 'numeric', month: 'short' });
	const short = dates({ day: 'numeric', month: 'short' });
	const month = dates({ month: 'short' });
	const year = dates({ year: 'numeric' });
	const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
	const percents = new Intl.NumberFormat(locale, { style: 'percent' });
	return {
		locale,
		day: day => full.format(day * dayLength),
		dayOfWeek: day => weekday.format(day * dayLength),
		shortDay: day => short.format(day * dayLength),
		month: day => (dateOf(day).getUTCMonth() === 0 ? year : month).format(day * dayLength),
		year: day => year.format(day * dayLength),
		days: (start, end) => full.formatRange(start * dayLength, end * dayLength),
		number: value => numbers.format(value),
		percent: percent => percents.format(percent / 100),
	};
}

/** A day as `Date` has it, to be asked in UTC only. */
export function dateOf(day: Day): Date {
	return new Date(day * dayLength);
}

/** A day as it is sorted and named in files: `2026-11-22`. */
export function isoOf(day: Day): string {
	return dateOf(day).toISOString().slice(0, 10);
}
