import { edited, nastyText } from './nasty';
import { Random } from './random';

/** CommonMark alone; with tables and footnotes; the states of a text that is being edited. */
export const modes = ['commonmark', 'extensions', 'edits'] as const;

export type Mode = (typeof modes)[number];

const edits = 10;

/** The texts of a case, which is the same for the same seed and number. */
export function nastyCase(mode: Mode, seed: number, number: number): readonly string[] {
	const random = new Random(seed, number);
	return mode === 'edits' ? editedTexts(random) : [nastyText(random, { extensions: mode === 'extensions' })];
}

function editedTexts(random: Random): readonly string[] {
	const extensions = random.chance(0.5);
	let text = random.some(1, 4, () => nastyText(random, { extensions })).join('');
	const texts = [text];
	while (texts.length <= edits) texts.push((text = edited(random, text)));
	return texts;
}
