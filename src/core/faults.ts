import { boxFaults } from './boxFaults';
import type { Fault } from './fault';
import { headingFaults } from './headingFaults';
import type { Roadmap } from './model';
import { readingOf } from './reading';
import { tickFaults } from './tickFaults';

/** What is told of each sort at most: more is no help, and VS Code takes a thousand in one file. */
const most = 200;

/**
 * What is not as it was meant in a roadmap, each with what puts it right; by sort, then in document order. An edited text
 * costs what was edited.
 *
 * @param roadmap What a parser made of this `text`.
 */
export function faultsIn(text: string, roadmap: Roadmap): Fault[] {
	const reading = readingOf(roadmap);
	if (!reading) return [];
	return [
		...boxFaults(text, reading, most),
		...tickFaults(text, roadmap, reading, most),
		...headingFaults(text, roadmap, most),
	];
}
