import { shorten, tame } from './text';

const shortCode = /:([a-z0-9_+-]+):/;
const everyShortCode = new RegExp(shortCode, 'g');

/** Short codes without their colons, and the characters that they stand for. */
export type EmojiTable = Readonly<Record<string, string>>;

let known: EmojiTable | undefined;

/** From now on these short codes are drawn; without a table none are, until one is learned. */
export function learnEmoji(table: EmojiTable | undefined): void {
	known = table;
}

/** Whether a text has what may be short codes, and none have been learned yet: most roadmaps never need them. */
export function hasUnknownEmoji(text: string): boolean {
	return !known && shortCode.test(text);
}

/** Draws `:rocket:` and its like as GitHub does; what is no short code stays as it is. */
export function withEmoji(text: string): string {
	const table = known ?? {};
	return text.replaceAll(everyShortCode, (code, name: string) =>
		Object.hasOwn(table, name) ? (table[name] ?? code) : code,
	);
}

/** Of what is looked at, for each character that is shown: short codes are longer than what they stand for. */
const longestCode = 40;

/** Words of a roadmap as they are shown among words of ours: `tame`, with short codes drawn. Quick for texts of megabytes. */
export function shown(text: string, length: number): string {
	return tame(withEmoji(shorten(text, length * longestCode)), length);
}
