/** The configuration of the linter, as far as tests look into it. */
declare module '*/eslint.config.mjs' {
	import type { Linter } from 'eslint';

	/** Who imports whom. */
	export const walls: readonly Linter.Config[];
}
