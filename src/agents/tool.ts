import type { MarkdownString } from 'vscode';
import type { Roadmaps } from '../workspace/roadmaps';
import type { Refused } from './words';

/** What a person is asked before something is changed. */
export interface Question {
	readonly title: string;
	/** What will change; words of a roadmap or a model stand in it escaped. */
	readonly message: MarkdownString;
}

/** What a language model can have done, in words for the model. Nothing that it passes is believed. */
export interface Tool {
	readonly run: (roadmaps: Roadmaps, input: unknown) => Promise<Answer>;
	/** What to ask a person before, for tools that change something; or the answer, where nothing will change. */
	readonly ask?: (roadmaps: Roadmaps, input: unknown) => Promise<Question | Answer>;
}

export type Answer = string | Refused;
