import { edited, nastyText } from './nasty';
import { Random } from './random';

/** What cases there are: a text of CommonMark, with extensions or of all there is; the states of a text being edited. */
export const modes = ['commonmark', 'extensions', 'edits', 'mixed'] as const;

export type Mode = (typeof modes)[number];

const edits = 10;

/** More than is compared at once. */
const long = '- [ ] a\n\n  b\n'.repeat(500);

/** The texts of a case, which is the same for the same seed and number. */
export function nastyCase(mode: Mode, seed: number, number: number): readonly string[] {
	const random = new Random(seed, number);
	return mode === 'edits' ? editedTexts(random) : [nastyText(random, mode)];
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
