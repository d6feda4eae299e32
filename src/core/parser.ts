import type { Roadmap, TaskStates } from './model';
import { Reader } from './reader';
import type { Segment } from './segments';
import { TreeBuilder } from './tree';

export interface ParserOptions {
	/** Which marks make a list item a task; GitHub's by default. */
	readonly states?: TaskStates;
}

export interface Parser {
	/** Reads Markdown; never throws. */
	parse(text: string): Roadmap;
}

/** A parser for one document: it keeps what it has read last, so an edited text costs what was edited. */
export function createParser({ states = 'gfm' }: ParserOptions = {}): Parser {
	return {
		parse(text) {
			const segments: Segment[] = [];
			new Reader(text, states, segment => {
				segments.push(segment);
				return false;
			}).read(0);
			return new TreeBuilder(text, segments).build();
		},
	};
}
