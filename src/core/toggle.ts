import type { Node, Roadmap, Task, TextEdit } from './model';
import { isToDo, tasksIn } from './walk';

/** How far a change of one task reaches: to the tasks inside it, to the tasks around it, both, or neither. */
export type Cascade = 'off' | 'down' | 'up' | 'both';

type Target = 'open' | 'done';

export interface ToggleOptions {
	/** The state to set. Without it the first task decides: a done one means `open`, any other `done`. */
	readonly state?: Target;
	/** `off` by default: one tick changes one mark. */
	readonly cascade?: Cascade;
}

const marks = { open: ' ', done: 'x' } as const;

/**
 * The edits that tick or untick tasks: one character each, in document order, none for tasks that already are as asked.
 *
 * A section or group stands for all tasks in it; of these, dropped ones stay dropped. A task that is named itself changes
 * whatever its state. Nodes must be of this `roadmap`, and the roadmap of this `text`.
 */
export function toggle(
	text: string,
	roadmap: Roadmap,
	nodes: readonly Node[],
	{ state, cascade = 'off' }: ToggleOptions = {},
): TextEdit[] {
	const chosen = chosenTasks(nodes);
	const target = state ?? stateAfter(nodes);
	const planned = new Map<Task, Target>();
	for (const task of chosen) {
		planned.set(task, target);
		if (cascade === 'down' || cascade === 'both') {
			counted(tasksIn(task)).forEach(inner => planned.set(inner, target));
		}
	}
	if (cascade === 'up' || cascade === 'both') {
		cascadeUp(roadmap, chosen, planned);
	}
	return [...planned]
		.filter(([task, wanted]) => task.state !== wanted)
		.map(([task, wanted]) => markEdit(text, task, marks[wanted]))
		.sort((a, b) => a.start - b.start);
}

/** What a toggle of these nodes leads to: they are done unless the first one already is. */
function stateAfter([first]: readonly Node[]): Target {
	if (!first) {
		return 'done';
	}
	if (first.kind === 'task') {
		return first.state === 'done' ? 'open' : 'done';
	}
	return [...tasksIn(first)].some(isToDo) ? 'done' : 'open';
}

function chosenTasks(nodes: readonly Node[]): ReadonlySet<Task> {
	return new Set(nodes.flatMap(node => (node.kind === 'task' ? [node] : counted(tasksIn(node)))));
}

/** What is dropped stays dropped unless it is named itself. */
function counted(tasks: Iterable<Task>): Task[] {
	return [...tasks].filter(task => task.state !== 'dropped');
}

/** A task around a changed one is done once all that counts inside it is, and open again when that no longer holds. */
function cascadeUp(roadmap: Roadmap, chosen: ReadonlySet<Task>, planned: Map<Task, Target>): void {
	for (const task of counted(tasksIn(roadmap)).reverse()) {
		const inside = counted(nearestTasks(task));
		if (chosen.has(task) || !inside.some(child => planned.has(child))) {
			continue;
		}
		if (inside.every(child => (planned.get(child) ?? child.state) === 'done')) {
			planned.set(task, 'done');
		} else if ((planned.get(task) ?? task.state) === 'done') {
			planned.set(task, 'open');
		}
	}
}

/** The tasks directly below a task: plain list items in between do not separate them. */
function* nearestTasks(task: Task): Generator<Task, void, undefined> {
	const stack: Node[] = [...task.children];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.kind === 'task') {
			yield node;
		} else {
			stack.push(...node.children);
		}
	}
}

/** Replaces what stands between the brackets, which may be a line ending of two characters. */
function markEdit(text: string, { mark }: Task, newText: string): TextEdit {
	return { start: mark, end: text.indexOf(']', mark), newText };
}
