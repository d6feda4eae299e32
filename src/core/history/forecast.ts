import { daysInWeek } from './days';
import type { Day } from './model';
import type { FanPoint, Forecast } from './review';

export interface ForecastOptions {
	/** How many tasks were finished in each complete week so far, the oldest first. */
	readonly finished: readonly number[];
	readonly done: number;
	readonly total: number;
	readonly today: Day;
	/** To tell the chance that all is done by then. */
	readonly target?: Day | undefined;
	/** The same seed gives the same forecast. */
	readonly seed?: number;
	readonly runs?: number;
}

/** Weeks further back say little about the present pace. */
const weeksLookedAt = 26;

/** Fewer weeks in which something was finished would make a guess look like knowledge. */
const activeWeeksNeeded = 3;

/** Ten years: an end later than that is none. */
const longest = 520;

const shares = { likely: 0.5, safe: 0.85, half: [0.25, 0.75], most: [0.075, 0.925] } as const;

/**
 * Plays the weeks to come many times over, each drawn at random from the weeks behind (a bootstrap), until nothing is left.
 * What is added later is not foreseen.
 */
export function forecastOf(options: ForecastOptions): Forecast {
	const { done, total, today, target, seed = 1, runs = 10_000 } = options;
	const left = total - done;
	const weeks = options.finished.slice(-weeksLookedAt);
	const activeWeeks = weeks.filter(finished => finished > 0).length;
	if (left <= 0) return { kind: 'finished' };
	if (activeWeeks < activeWeeksNeeded) return { kind: 'tooLittle', activeWeeks };

	const pace = weeks.reduce((sum, each) => sum + each, 0) / weeks.length;
	// Not even with the best of all weeks every week: nothing to play through.
	if (Math.max(...weeks) * longest < left)
		return { kind: 'noEnd', pace, ...(target === undefined ? {} : { chance: 0 }) };
	const simulation = simulate(weeks, left, runs, seed);
	const chance = target === undefined ? {} : { chance: simulation.endedBy(target - today) };
	const likely = simulation.dayOf(shares.likely);
	const safe = simulation.dayOf(shares.safe);
	if (likely === undefined || safe === undefined) return { kind: 'noEnd', pace, ...chance };

	const fan = simulation.fan.map(({ day, half, most }) => ({
		day: today + day,
		half: [total - half[0], total - half[1]] as const,
		most: [total - most[0], total - most[1]] as const,
	}));
	return { kind: 'dates', pace, likely: today + likely, safe: today + safe, fan, ...chance };
}

interface Simulation {
	/** From today (day 0) on; the numbers of tasks left, first where much was left. */
	readonly fan: readonly FanPoint[];
	/** In how many days from today this share of the runs has ended. */
	dayOf(share: number): number | undefined;
	/** The share of runs that have ended in so many days from today. */
	endedBy(day: number): number;
}

/** All runs go on week by week, until enough of them have ended. */
function simulate(weeks: readonly number[], left: number, runs: number, seed: number): Simulation {
	const random = randomFrom(seed);
	const lefts = new Int32Array(runs).fill(left);
	const ends = new Int32Array((longest + 1) * daysInWeek);
	const fan: FanPoint[] = [fanPoint(0, lefts, left)];
	let ended = 0;
	for (let week = 0; week < longest && ended < runs; week++) {
		const isSafe = ended >= shares.safe * runs;
		for (let run = 0; run < runs; run++) {
			const before = lefts[run] ?? 0;
			if (before === 0) continue;
			const finished = weeks[Math.floor(random() * weeks.length)] ?? 0;
			lefts[run] = Math.max(0, before - finished);
			if (finished >= before) {
				const day = week * daysInWeek + Math.ceil((daysInWeek * before) / finished);
				ends[day] = (ends[day] ?? 0) + 1;
				ended++;
			}
		}
		if (!isSafe && isOnFan(week + 1)) fan.push(fanPoint((week + 1) * daysInWeek, lefts, left));
	}
	return {
		fan,
		dayOf: share => {
			const day = quantile(ends, share * runs);
			return day < 0 ? undefined : day;
		},
		endedBy: day => ends.slice(0, Math.max(0, day + 1)).reduce((sum, each) => sum + each, 0) / runs,
	};
}

/** The further off, the fewer points it takes to draw. */
function isOnFan(week: number): boolean {
	return week <= 26 || (week <= 104 ? week % 2 === 0 : week % 8 === 0);
}

function fanPoint(day: number, lefts: Int32Array, most: number): FanPoint {
	const counts = new Int32Array(most + 1);
	for (const left of lefts) counts[left] = (counts[left] ?? 0) + 1;
	const at = (share: number) => quantile(counts, share * lefts.length);
	return { day, half: [at(shares.half[1]), at(shares.half[0])], most: [at(shares.most[1]), at(shares.most[0])] };
}

/** The first index up to which the counts sum up to this much; -1 where they never do. */
function quantile(counts: Int32Array, sum: number): number {
	let soFar = 0;
	return counts.findIndex(count => (soFar += count) >= sum);
}

/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
