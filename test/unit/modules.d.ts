/** The configuration of the linter, as far as tests look into it. */
declare module '*/eslint.config.mjs' {
	import type { Linter } from 'eslint';

	/** Who imports whom. */
	export const walls: readonly Linter.Config[];
}

declare module 'markdown-it-emoji/lib/data/full.mjs' {
	/** Every short code of GitHub's, without the colons, and the characters it stands for. */
	const names: Readonly<Record<string, string>>;
	export default names;
}

declare module 'markdown-it-task-lists' {
	import type MarkdownIt from 'markdown-it';

	/** Draws boxes: ones to click with `enabled`, and inside a label with `label`. */
	export default function plugin(
		md: MarkdownIt,
		options?: { readonly enabled?: boolean; readonly label?: boolean },
	): void;
}
