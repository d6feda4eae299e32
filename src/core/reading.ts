import type { Segment } from './blocks';
import type { Roadmap, TaskStates } from './model';

/** What a roadmap was made from. */
export interface Reading {
	/** One after the other they make the text. */
	readonly segments: readonly Segment[];
	readonly states: TaskStates;
}

const readings = new WeakMap<Roadmap, Reading>();

export function setReading(roadmap: Roadmap, reading: Reading): Roadmap {
	readings.set(roadmap, reading);
	return roadmap;
}

/** `undefined` for what no parser has made. */
export function readingOf(roadmap: Roadmap): Reading | undefined {
	return readings.get(roadmap);
}
