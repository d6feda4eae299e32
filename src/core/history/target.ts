import { daysInWeek } from './days';
import type { Day } from './model';
import type { Advice, Forecast, Target } from './review';

/** Where the pace is this much more than what it takes, and hardly any run is late, there is room. */
const room = { pace: 1.25, chance: 0.95 };

/** What it takes to be done on `day` (that day included), with so many tasks left, and whether the present pace does it. */
export function targetOf(day: Day, today: Day, left: number, forecast: Forecast): Target {
	if (left <= 0) return { day, advice: 'reached' };
	if (day < today) return { day, advice: 'passed' };
	const needed = (left * daysInWeek) / (day - today + 1);
	return { day, needed, advice: adviceFor(needed, forecast) };
}

function adviceFor(needed: number, forecast: Forecast): Advice {
	const { chance, pace } = { chance: undefined, pace: 0, ...forecast };
	if (chance === undefined) return 'unknown';
	if (chance < 0.5) return 'faster';
	return chance >= room.chance && pace >= room.pace * needed ? 'easeOff' : 'onTrack';
}
