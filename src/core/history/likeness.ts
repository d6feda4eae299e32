import { at } from '../numbers';
import type { Entry } from './entries';
import { spellingOf } from './spelling';
import type { Wording } from './wording';

/** Comparing spellings takes time, and only few words are ever misspelt. */
const mostRespelt = 3;
/** So many words say what is meant, whatever is said besides. */
const telling = 3;

/** How alike texts are: by the words that they have in common. A word that stands in many tasks counts for little. */
export class Likeness {
	/** By a word's number: 1 if it stands in one task of each version. */
	private readonly weights: readonly number[];

	/** @param spelt How each word is spelt, by its number. */
	constructor(
		private readonly spelt: readonly string[],
		...versions: readonly (readonly Entry[])[]
	) {
		const counts = spelt.map(() => 0);
		for (const { wording } of versions.flat()) for (const word of wording.words) counts[word] = at(counts, word) + 1;
		this.weights = counts.map(count => 1 / (1 + Math.log2(Math.max(1, count / 2))));
	}

	/**
	 * 0 for nothing in common to 1 for the same words.
	 *
	 * @param hasMore Whether one may well say more than the other, which makes them less alike elsewhere.
	 */
	of(one: Wording, other: Wording, hasMore: boolean): number {
		const common = commonIn(one.sorted, other.sorted);
		const shared = this.weightOf(common);
		const [lost, added] = [this.weightOf(one.words) - shared, this.weightOf(other.words) - shared];
		const alike = shared + Math.min(lost, added) * this.respelt(one.words, other.words, common);
		if (alike === 0) return 0;
		const dice = (2 * alike) / (2 * shared + lost + added);
		const overlap = alike / (shared + Math.min(lost, added));
		const isContained = common.length === Math.min(one.words.length, other.words.length) && common.length >= telling;
		return hasMore || isContained ? (dice + overlap) / 2 : dice;
	}

	private weightOf(words: readonly number[]): number {
		let sum = 0;
		for (const word of words) sum += at(this.weights, word);
		return sum;
	}

	/** How alike the words are spelt that only one of the texts has. */
	private respelt(some: readonly number[], others: readonly number[], common: readonly number[]): number {
		const [lost, added] = [some.length - common.length, others.length - common.length];
		if (Math.min(lost, added) === 0 || Math.max(lost, added) > mostRespelt) return 0;
		const rest = (words: readonly number[]): string =>
			words.flatMap(word => (common.includes(word) ? [] : (this.spelt[word] as string))).join(' ');
		return spellingOf(rest(some), rest(others));
	}
}

/** What two lists of numbers in order have in common. */
function commonIn(some: readonly number[], others: readonly number[]): number[] {
	const common: number[] = [];
	let index = 0;
	for (const number of some) {
		while (at(others, index) < number && index < others.length) index++;
		if (others[index] === number) common.push(number);
	}
	return common;
}
