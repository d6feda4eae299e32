import {
	burnUpOf,
	forecastOf,
	targetOf,
	weekOf,
	weeksOf,
	type BurnUp,
	type BurnUpPoint,
	type Day,
	type Forecast,
	type ForecastOptions,
	type Target,
	type Week,
	type Weekday,
} from '../core';
import type { RoadmapHistory } from '../history/histories';
import type { ReadRoadmap } from '../workspace/roadmapFile';

/** What a review is made of. */
export interface Given {
	readonly file: ReadRoadmap;
	readonly history: RoadmapHistory;
	readonly today: Day;
	/** Any day of the week that is looked at; the present week when left out. */
	readonly week?: Day | undefined;
	readonly firstDayOfWeek: Weekday;
	readonly target?: Day | undefined;
	/** Plays the future; tests may look in on it. */
	readonly forecast?: (options: ForecastOptions) => Forecast;
}

/** All figures of a review. */
export interface Facts extends Given {
	readonly weeks: readonly Week[];
	/** The index of the week that is looked at. */
	readonly index: number;
	readonly shown: Week;
	readonly isPresent: boolean;
	/** The day that pace and forecast are of: today, or the last of a week that is over. */
	readonly asOf: Day;
	readonly burnUp: BurnUp;
	readonly outlook: Forecast;
	readonly goal: Target | undefined;
}

const empty = { finished: [], added: [], reopened: [], dropped: [], activeDays: 0, progress: { done: 0, total: 0 } };

export function factsOf(given: Given): Facts {
	const { history, today, week, firstDayOfWeek, target, forecast = forecastOf } = given;
	const weeks = weeksOf(history.versions, { firstDayOfWeek, today });
	const last = Math.max(0, weeks.length - 1);
	const start = week === undefined ? undefined : weekOf(week, firstDayOfWeek);
	const found = weeks.findIndex(each => each.start === start);
	const index = found < 0 ? last : found;
	const isPresent = index === last;
	const present = weekOf(today, firstDayOfWeek);
	const shown = weeks[index] ?? { start: present, end: present + 6, ...empty };
	const asOf = isPresent ? today : shown.end;
	const burnUp = burnUpOf(history.versions, today);
	const { done, total } = pointAt(burnUp.points, asOf);
	const complete = weeks.slice(0, isPresent ? index : index + 1);
	const finished = complete.map(each => each.finished.length);
	const outlook = forecast({ finished, done, total, today: asOf, target });
	const goal = target === undefined ? undefined : targetOf(target, asOf, total - done, outlook);
	return { ...given, weeks, index, shown, isPresent, asOf, burnUp, outlook, goal };
}

/** How far it was at the end of a day. */
export function pointAt(points: readonly BurnUpPoint[], day: Day): BurnUpPoint {
	return points.findLast(point => point.day <= day) ?? points[0] ?? { day, done: 0, total: 0 };
}

/** Plays a future again only when something else is given: what is typed into a roadmap seldom changes its figures. */
export function forecaster(): (options: ForecastOptions) => Forecast {
	let known = '';
	let forecast: Forecast | undefined;
	return options => {
		const asked = JSON.stringify(options);
		if (!forecast || asked !== known) {
			known = asked;
			forecast = forecastOf(options);
		}
		return forecast;
	};
}
