import { at } from '../numbers';

/** From here on, what differs is taken for two spellings of one. */
const close = 0.6;

/** Comparing takes time that grows with the square of the length, and nobody misspells what is longer than this. */
const longest = 200;

/** How alike two texts are spelt: 0, or from where they are close up to 1. */
export function spellingOf(one: string, other: string): number {
	const longer = Math.max(one.length, other.length);
	const most = (1 - close) * longer;
	if (longer > longest || Math.abs(one.length - other.length) > most) return 0;
	const slips = slipsBetween(one, other);
	return slips > most ? 0 : 1 - slips / longer;
}

/** How many characters to put in, leave out, replace or swap with the next to make one text of the other. */
function slipsBetween(one: string, other: string): number {
	let last: readonly number[] = [];
	let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let index = 1; index <= one.length; index++) {
		const next = [index];
		for (let to = 1; to <= other.length; to++) {
			const isSame = one[index - 1] === other[to - 1];
			const isSwapped = one[index - 1] === other[to - 2] && one[index - 2] === other[to - 1];
			const swapped = isSwapped ? at(last, to - 2) + 1 : Infinity;
			next[to] = Math.min(at(row, to) + 1, at(next, to - 1) + 1, at(row, to - 1) + Number(!isSame), swapped);
		}
		[last, row] = [row, next];
	}
	return at(row, other.length);
}
