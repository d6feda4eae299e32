import type { Entry } from './entries';
import { matchEqual, matchSingle } from './equals';
import { matchLikely } from './likely';
import { Matching } from './matching';
import { partnersOf } from './partners';

/**
 * Finds out, step by step, which tasks of one version are which of the next: by place and text, then by text, then by
 * likeness.
 *
 * @param spelt How each word is spelt, by its number.
 * @param takeBack Whether a task that is matched with none so far was there in a version before, and has been put back.
 */
export function* match(
	before: readonly Entry[],
	now: readonly Entry[],
	spelt: readonly string[],
	takeBack: (entry: Entry) => boolean,
): Generator<void, Matching> {
	const matching = new Matching(before, now);
	if (!matching.isWhole) {
		yield;
		matchEqual(matching, ({ place }) => place);
		yield;
		matchEqual(matching, inSection);
	}
	if (matching.isWhole) {
		matching.found.forEach(takeBack);
		return matching;
	}
	yield;
	matchSingle(matching, ({ wording }) => wording.key);
	yield;
	const partners = partnersOf(matching);
	matchEqual(matching, ({ heading, wording }) => `${String(partners.get(heading)?.id)} ${wording.key}`, inSection);
	yield;
	matchEqual(matching, ({ wording }) => wording.key);
	yield;
	// What stands word for word in an earlier version is that, and not a likeness of something else.
	const added = matching.found.filter(entry => !takeBack(entry));
	matchLikely(matching, added, partners, spelt);
	return matching;
}

/** The section and the words of a task. */
function inSection({ heading, wording }: Entry): string {
	return `${String(heading.id)} ${wording.key}`;
}
