import names from 'markdown-it-emoji/lib/data/full.mjs';

/** Draws `:rocket:` and its like as GitHub does; what is no short code stays as it is. */
export function withEmoji(text: string): string {
	return text.replaceAll(
		/:([a-z0-9_+-]+):/g,
		(code, name: string) => (Object.hasOwn(names, name) ? names[name] : code) ?? code,
	);
}
