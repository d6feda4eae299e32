import { syntheticHistory } from './history/synthetic';
import { edited, nastyText } from './nasty';
import { plainRoadmap } from './plain';
import { Random } from './random';

/**
 * What cases there are: a text of CommonMark, with extensions or of all there is; the states of a text being edited; a text,
 * nasty or plain, whose structure is to be changed; the versions of a roadmap, nasty or as people write them.
 */
export const modes = [
	'commonmark',
	'extensions',
	'edits',
	'mixed',
	'operations',
	'plainOperations',
	'history',
] as const;

export type Mode = (typeof modes)[number];

const edits = 10;

/** More than is compared at once. */
const long = '- [ ] a\n\n  b\n'.repeat(500);

/** The texts of a case, which is the same for the same seed and number. */
export function nastyCase(mode: Mode, seed: number, number: number): readonly string[] {
	const random = new Random(seed, number);
	switch (mode) {
		case 'edits':
			return editedTexts(random);
		case 'operations':
			return [severalTexts(random)];
		case 'plainOperations':
			return [plainRoadmap(random)];
		case 'history':
			return random.chance(0.5) ? editedTexts(random) : syntheticTexts(random);
		default:
			return [nastyText(random, mode)];
	}
}

/** Nasty texts one after the other with one kind of line ending, as an editor has them. */
function severalTexts(random: Random): string {
	const grammar = random.pick(['commonmark', 'mixed'] as const);
	const text = random.some(1, 4, () => nastyText(random, grammar)).join('');
	return text.replace(/\r\n?|\n/g, random.pick(['\n', '\n', '\r\n', '\r']));
}

function syntheticTexts(random: Random): readonly string[] {
	return [...syntheticHistory(random.below(2 ** 30), edits, 1 + random.below(4))].map(({ text }) => text);
}

function editedTexts(random: Random): readonly string[] {
	const grammar = random.pick(['commonmark', 'extensions'] as const);
	const parts = random.some(1, 4, () => nastyText(random, grammar));
	if (random.chance(0.02)) parts.splice(random.below(parts.length + 1), 0, long);
	const texts = [parts.join('')];
	let text = parts.join('');
	while (texts.length <= edits) {
		// Now and then, edits are undone.
		text = random.chance(0.1) ? random.pick(texts) : edited(random, text, grammar);
		texts.push(text);
	}
	return texts;
}
