import { bareType, type Segment, stateOfType, TYPE, TYPE_BITS, WIDTH } from './blocks';
import type { Roadmap } from './model';
import { at } from './numbers';
import { hasToDo } from './progress';
import { tasksIn } from './walk';

/** What roadmaps were made of, so that nobody has to make their nodes to count them. */
const sources = new WeakMap<Roadmap, readonly Segment[]>();

/** Segments never change, and all but those around an edit are in the next roadmap too. */
const known = new WeakMap<Segment, number>();

export function setSource(roadmap: Roadmap, segments: readonly Segment[]): void {
	sources.set(roadmap, segments);
}

/** How many tasks are finished with: done or dropped, and with nothing left to do inside them. */
export function finishedIn(roadmap: Roadmap): number {
	const segments = sources.get(roadmap);
	return segments
		? segments.reduce((sum, segment) => sum + finishedAmong(segment), 0)
		: [...tasksIn(roadmap)].filter(task => !hasToDo(task)).length;
}

function finishedAmong(segment: Segment): number {
	const found = known.get(segment) ?? count(segment.blocks);
	known.set(segment, found);
	return found;
}

/** From the last block to the first: so what is inside an item comes before the item itself. */
function count(blocks: readonly number[]): number {
	let finished = 0;
	/** How many items are around a task that is still to do, and yet to come. */
	let around = 0;
	for (let block = blocks.length - WIDTH; block >= 0; block -= WIDTH) {
		const type = at(blocks, block + TYPE);
		const depth = type >> TYPE_BITS;
		const state = stateOfType(bareType(type));
		const isToDo = state === 'open' || state === 'active';
		if (isToDo || depth < around) {
			around = depth;
		} else if (state !== undefined) {
			finished++;
		}
	}
	return finished;
}
