import { KeptText } from './keptText';
import type { Roadmap, TaskStates } from './model';
import { readingOf, setReading } from './reading';
import { roadmapOf } from './tree';

export interface ParserOptions {
	/** Which marks make a list item a task; GitHub's by default. */
	readonly states?: TaskStates;
}

/** Reads a text as the roadmap was read. */
export type Parse = (text: string) => Roadmap;

export interface Parser {
	/** Reads Markdown; never throws. */
	parse(text: string): Roadmap;
	/** Does what takes long of that step by step, where a text is long and new. */
	readAhead(text: string): Generator<void, unknown>;
}

/** A parser for one document: it keeps what it has read last, so an edited text costs what was edited. */
export function createParser({ states = 'gfm' }: ParserOptions = {}): Parser {
	const kept = new KeptText(states);
	return {
		parse: text => {
			const segments = kept.update(text);
			return setReading(roadmapOf(text, segments), { segments, states });
		},
		readAhead: text => kept.updateInSteps(text),
	};
}

/**
 * The same roadmap with nodes of its own. For those who look at all of them once: a roadmap keeps the nodes that somebody
 * has looked at.
 *
 * @param text The one that it was read from.
 */
export function copyOf(roadmap: Roadmap, text: string): Roadmap {
	const reading = readingOf(roadmap);
	return reading ? setReading(roadmapOf(text, reading.segments), reading) : roadmap;
}
