import type { Entry } from './entries';
import type { Matching } from './matching';

/** Two tasks that may be one, and how much speaks for it. */
export interface Candidate {
	readonly before: Entry;
	readonly now: Entry;
	readonly score: number;
}

/** Matches the most likely first; of equals, what comes first. */
export function matchBest(matching: Matching, candidates: Candidate[]): void {
	for (const { before, now } of candidates.sort((one, other) => other.score - one.score)) {
		if (!matching.nowOf(before) && !matching.beforeOf(now)) matching.match(before, now);
	}
}
