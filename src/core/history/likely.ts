import { type Candidate, matchBest } from './best';
import type { Entry, Heading } from './entries';
import { addTo, groupBy } from './groups';
import { Likeness } from './likeness';
import type { Matching } from './matching';
import { Surroundings } from './surroundings';

/**
 * What speaks for two tasks being one, beside the likeness of their texts, which is 1 at most; and what they need together.
 * Found by measuring on histories with known truth (`npm run bench`), where small changes of these make little difference.
 */
const weights = { section: 0.22, side: 0.11, bothSides: 0.1, undone: -0.5 };
const least = 0.7;

/** So many tasks of a section, up and down from where one should be, are compared with it. */
const band = 16;
/** A word that more tasks than this have in common does not lead from one to another. */
const mostWithWord = 32;

/** Which sections of the version before became which of the present one. */
export type Partners = ReadonlyMap<Heading, Heading>;

/**
 * Matches tasks that were reworded, by the words they have left in common, their section and their neighbours.
 *
 * @param added Those of the present version that may be meant.
 * @param spelt How each word is spelt, by its number.
 */
export function matchLikely(
	matching: Matching,
	added: readonly Entry[],
	partners: Partners,
	spelt: readonly string[],
): void {
	const { lost } = matching;
	if (lost.length === 0 || added.length === 0) return;
	const surroundings = new Surroundings(matching);
	const likeness = new Likeness(spelt, matching.before, matching.now);
	const candidates: Candidate[] = [];
	const consider = (before: Entry, now: Entry): void => {
		const isThere = partners.get(before.heading) === now.heading;
		const alike = likeness.of(before.wording, now.wording, isThere);
		if (alike === 0) return;
		const place = isThere ? placeWeight(surroundings.shared(before, now)) : 0;
		// Rather than being reworded and done no longer, it was removed as done, and the other is new.
		const state = before.state === 'done' && now.state !== 'done' ? weights.undone : 0;
		const score = alike + place + state;
		if (score >= least) candidates.push({ before, now, score });
	};
	inSections(lost, added, partners, consider);
	byWords(lost, added, consider);
	matchBest(matching, candidates);
}

function placeWeight(sides: number): number {
	return weights.section + weights.side * sides + (sides === 2 ? weights.bothSides : 0);
}

type Consider = (before: Entry, now: Entry) => void;

/** Each with those of its section that stand about as far down. */
function inSections(lost: readonly Entry[], added: readonly Entry[], partners: Partners, consider: Consider): void {
	const nows = groupBy(added, ({ heading }) => heading);
	for (const [heading, befores] of groupBy(lost, entry => partners.get(entry.heading))) {
		const there = (heading && nows.get(heading)) ?? [];
		befores.forEach((before, index) => {
			const middle = Math.round((index * there.length) / befores.length);
			for (const now of there.slice(Math.max(0, middle - band), middle + band)) consider(before, now);
		});
	}
}

/** Each with those that have an uncommon word in common with it. */
function byWords(lost: readonly Entry[], added: readonly Entry[], consider: Consider): void {
	const having = new Map<number, Entry[]>();
	for (const before of lost) for (const word of before.wording.words) addTo(having, word, before);
	for (const now of added) {
		const others = now.wording.words.map(word => having.get(word) ?? []).filter(each => each.length <= mostWithWord);
		for (const before of new Set(others.flat())) consider(before, now);
	}
}
