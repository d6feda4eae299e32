import { type Candidate, matchBest } from './best';
import type { Entry } from './entries';
import { groupBy } from './groups';
import type { Matching } from './matching';
import { Surroundings } from './surroundings';

type Key = number | string;
type KeyOf = (entry: Entry) => Key;

/** More pairs of equal tasks than this are matched in order. */
const most = 4096;

/**
 * Matches tasks that have something in common. Where several have, those in the same state and with the same neighbours
 * belong together; of two equal ones of which one is gone, so that nothing seems to have happened to the other.
 */
export function matchEqual(matching: Matching, keyBefore: KeyOf, keyNow: KeyOf = keyBefore): void {
	const several = matchSingle(matching, keyBefore, keyNow);
	if (several.length === 0) return;
	const surroundings = new Surroundings(matching);
	for (const [befores, nows] of several) {
		if (befores.length * nows.length > most) matchInOrder(matching, befores, nows);
		else matchBest(matching, candidatesOf(befores, nows, surroundings));
	}
}

type Group = readonly [befores: Entry[], nows: Entry[]];

/** Matches tasks that alone have something in common; gives those of which there are several. */
export function matchSingle(matching: Matching, keyBefore: KeyOf, keyNow: KeyOf = keyBefore): readonly Group[] {
	const several: Group[] = [];
	for (const group of groupsOf(matching, keyBefore, keyNow)) {
		const [[before, otherBefore], [now, otherNow]] = group;
		if (!before || !now) continue;
		if (otherBefore || otherNow) several.push(group);
		else matching.match(before, now);
	}
	return several;
}

function groupsOf({ lost, found }: Matching, keyBefore: KeyOf, keyNow: KeyOf): Group[] {
	const nows = groupBy(found, keyNow);
	return [...groupBy(lost, keyBefore)].map(([key, befores]) => [befores, nows.get(key) ?? []]);
}

function candidatesOf(befores: readonly Entry[], nows: readonly Entry[], surroundings: Surroundings): Candidate[] {
	return befores.flatMap(before =>
		nows.map(now => {
			const score = 4 * Number(before.state === now.state) + 1.5 * surroundings.shared(before, now);
			return { before, now, score };
		}),
	);
}

/** First those in the same state, then what is left. */
function matchInOrder(matching: Matching, befores: readonly Entry[], nows: readonly Entry[]): void {
	for (const state of ['open', 'done', 'active', 'dropped', undefined]) {
		const isAlike = (entry: Entry): boolean => state === undefined || entry.state === state;
		const left = befores.filter(before => isAlike(before) && !matching.nowOf(before));
		const free = nows.filter(now => isAlike(now) && !matching.beforeOf(now));
		left.slice(0, free.length).forEach((before, index) => matching.match(before, free[index] as Entry));
	}
}
