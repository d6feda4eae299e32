import { KeptText } from './keptText';
import type { Roadmap, TaskStates } from './model';
import { setReading } from './reading';
import { roadmapOf } from './tree';

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
	const kept = new KeptText(states);
	return {
		parse: text => {
			const segments = kept.update(text);
			return setReading(roadmapOf(text, segments), { segments, states });
		},
	};
}
