import { edited, nastyText } from './nasty';
import { Random } from './random';

/** What cases there are: a text of CommonMark, with extensions or of all there is; the states of a text being edited. */
export const modes = ['commonmark', 'extensions', 'edits', 'mixed'] as const;

export type Mode = (typeof modes)[number];

const edits = 10;

/** The texts of a case, which is the same for the same seed and number. */
export function nastyCase(mode: Mode, seed: number, number: number): readonly string[] {
	const random = new Random(seed, number);
	return mode === 'edits' ? editedTexts(random) : [nastyText(random, mode)];
}

function editedTexts(random: Random): readonly string[] {
	const grammar = random.pick(['commonmark', 'extensions'] as const);
	let text = random.some(1, 4, () => nastyText(random, grammar)).join('');
	const texts = [text];
	while (texts.length <= edits) texts.push((text = edited(random, text)));
	return texts;
}
