import { bareType, MARK, type Segment, stateOfType, TYPE, TYPE_BITS, WIDTH } from './blocks';
import type { Fault, Fix, FixKind } from './fault';
import { lazily } from './lazily';
import type { Progress, Roadmap, Task, TextEdit } from './model';
import { at } from './numbers';
import type { Reading } from './reading';
import { toggle } from './toggle';
import { isToDo, pathAt, tasksIn } from './walk';

/** A task whose mark says other than those inside it. */
interface Contradiction {
	/** Counts from the segment's start. */
	readonly mark: number;
	readonly isDone: boolean;
	/** How many tasks inside are to do. */
	readonly toDo: number;
}

const none: readonly Contradiction[] = [];
const nothing: Progress = { done: 0, total: 0 };
const known = new WeakMap<Segment, readonly Contradiction[]>();

/** The tasks of a roadmap whose marks contradict those inside them; at most `most`. */
export function tickFaults(text: string, roadmap: Roadmap, { segments }: Reading, most: number): Fault[] {
	const faults: Fault[] = [];
	let base = 0;
	for (const segment of segments) {
		for (const { mark, isDone, toDo } of contradictionsIn(segment)) {
			if (faults.length === most) return faults;
			const offset = base + mark;
			faults.push({
				kind: isDone ? 'doneOverOpen' : 'openOverDone',
				span: { start: offset - 1, end: text.indexOf(']', offset) + 1 },
				toDo,
				fixes: (isDone ? doneFixes : openFixes).map(kind => fixOf(text, roadmap, offset, kind)),
			});
		}
		base += segment.length;
	}
	return faults;
}

const doneFixes = ['reopen', 'tickInside'] as const;
const openFixes = ['tick'] as const;

/** Its edits are made when somebody looks at them: there may be many tasks inside one, inside another. */
function fixOf(text: string, roadmap: Roadmap, mark: number, kind: FixKind): Fix {
	return lazily({ kind, words: '', edits: [] }, 'edits', () => editsOf(text, roadmap, mark, kind));
}

function editsOf(text: string, roadmap: Roadmap, mark: number, kind: FixKind): TextEdit[] {
	const isMeant = (node: { kind: string }): node is Task => node.kind === 'task' && (node as Task).mark === mark;
	const tasks = pathAt(roadmap, mark).filter(isMeant);
	if (kind === 'reopen') return toggle(text, roadmap, tasks, { state: 'open' });
	const chosen = kind === 'tick' ? tasks : tasks.flatMap(task => [...tasksIn(task)].filter(isToDo));
	return toggle(text, roadmap, chosen, { state: 'done' });
}

function contradictionsIn(segment: Segment): readonly Contradiction[] {
	const before = known.get(segment);
	if (before) return before;
	const found = hasNested(segment) ? findContradictions(segment) : none;
	known.set(segment, found);
	return found;
}

function hasNested({ blocks }: Segment): boolean {
	for (let block = TYPE; block < blocks.length; block += WIDTH) if (at(blocks, block) >> TYPE_BITS > 0) return true;
	return false;
}

function findContradictions({ blocks }: Segment): Contradiction[] {
	const found: Contradiction[] = [];
	/** By depth, what has been counted of an item that starts further up. */
	const counted = new Map<number, Progress>();
	// Backwards, what is inside comes before what is around it.
	for (let block = blocks.length - WIDTH; block >= 0; block -= WIDTH) {
		const type = at(blocks, block + TYPE);
		const depth = type >> TYPE_BITS;
		const state = stateOfType(bareType(type));
		const { done, total } = counted.get(depth + 1) ?? nothing;
		counted.delete(depth + 1);
		const isDone = state === 'done';
		if (isDone ? done < total : done === total && total > 0 && (state === 'open' || state === 'active')) {
			found.push({ mark: at(blocks, block + MARK), isDone, toDo: total - done });
		}
		const beside = counted.get(depth) ?? nothing;
		const counts = state !== undefined && state !== 'dropped';
		counted.set(depth, {
			done: beside.done + done + Number(isDone),
			total: beside.total + total + Number(counts),
		});
	}
	return found.reverse();
}
