import { dayAt, parseDay, type Day } from '../core';

/** The day that it was here at a time, given in milliseconds. */
export function localDay(time: number): Day {
	return dayAt(time, -new Date(time).getTimezoneOffset());
}

export function today(): Day {
	return localDay(Date.now());
}

/** The day that an ISO date names, whatever its time and zone; `undefined` when it is none. */
export function dayNamed(date: string): Day | undefined {
	return /^.{10}T\d\d:\d\d:\d\d/.test(date) ? parseDay(date.slice(0, 10)) : undefined;
}
