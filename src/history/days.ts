import type { Day } from '../core';

const millisecondsOfDay = 86_400_000;

/** The day that it was here at a time, given in milliseconds. */
export function localDay(time: number): Day {
	return Math.floor((time - new Date(time).getTimezoneOffset() * 60_000) / millisecondsOfDay);
}

export function today(): Day {
	return localDay(Date.now());
}

/** The day that an ISO date names, whatever its time and zone; `undefined` when it is none. */
export function dayNamed(date: string): Day | undefined {
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(date)) {
		return undefined;
	}
	const time = Date.parse(date.slice(0, 10));
	return Number.isNaN(time) ? undefined : time / millisecondsOfDay;
}
