import type { Entry } from './entries';
import type { Matching } from './matching';

/** Which tasks are nearest to others, of those that are matched already. Of one moment: later matches do not count. */
export class Surroundings {
	/** For each task of a version, the nearest matched one to its left and right, as the present version's index. */
	private readonly before: readonly Sides[];
	private readonly now: readonly Sides[];

	constructor(matching: Matching) {
		const end = matching.now.length;
		this.before = sidesOf(matching.before, entry => matching.nowOf(entry)?.index, end);
		this.now = sidesOf(matching.now, entry => (matching.beforeOf(entry) ? entry.index : undefined), end);
	}

	/** On how many sides the nearest is the same: 0, 1 or 2. */
	shared(before: Entry, now: Entry): number {
		const one = this.before[before.index];
		const other = this.now[now.index];
		return Number(one?.left === other?.left) + Number(one?.right === other?.right);
	}
}

interface Sides {
	left: number;
	right: number;
}

function sidesOf(entries: readonly Entry[], indexOf: (entry: Entry) => number | undefined, end: number): Sides[] {
	const indices = entries.map(indexOf);
	let nearest = -1;
	const sides = indices.map(index => {
		const side = { left: nearest, right: end };
		nearest = index ?? nearest;
		return side;
	});
	nearest = end;
	for (let index = indices.length - 1; index >= 0; index--) {
		(sides[index] as Sides).right = nearest;
		nearest = indices[index] ?? nearest;
	}
	return sides;
}
