/** Names, in the folder that a window shows, of what is asked of it and what it answers. */
export const requestFile = 'bench.json';
export const answerFile = 'answer.json';

/** What to measure in the extension host of a window. */
export type Request =
	| { readonly measure: 'activation'; readonly first: 'ours' | 'markdown' }
	| { readonly measure: 'typing'; readonly length: number }
	| { readonly measure: 'history'; readonly commits: number };

/** Milliseconds by name; each is a series. */
export type Answer = Record<string, number[]>;
