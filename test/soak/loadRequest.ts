/** Names, in the folder that a window shows, of what is asked of it and what it answers. */
export const requestFile = 'load.json';
export const answerFile = 'answer.json';

/** The roadmap with 18,000 tasks. */
export const large = 'large/ROADMAP.md';

export const branches = { first: 'main', other: 'other' } as const;

/** What to do in the extension host of a window. */
export interface LoadRequest {
	/** Whether without the extension, to tell what VS Code takes by itself. */
	readonly isAlone: boolean;
	/** How often to do all of it again, and to look at the heap. */
	readonly rounds: number;
	/** Where to put profiles of what is done. */
	readonly profiles: string | undefined;
}

/** What one thing took in the extension host, in milliseconds. */
export interface Step {
	readonly name: string;
	/** At the longest at a stretch: of processor time, and by the clock. */
	readonly block: { readonly spent: number; readonly passed: number };
}

export interface LoadAnswer {
	readonly steps: readonly Step[];
	/** Changes of the large roadmap, and the seconds that they took. */
	readonly changes: { readonly count: number; readonly seconds: number };
	/** Bytes in use after collecting what is not, before the first round and after each. */
	readonly heap: readonly number[];
}
