import type { Node, Roadmap, Task, TaskState, TextEdit } from './model';
import { descendants, isToDo, tasksIn } from './walk';

/** How far a change of one task reaches: to the tasks inside it, to the tasks around it, both, or neither. */
export type Cascade = 'off' | 'down' | 'up' | 'both';

type Target = 'open' | 'done';

export interface ToggleOptions {
	/**
	 * The state to set. Without it the first task decides: a done one means `open`, any other `done`. `active` and `dropped`
	 * are for texts in the extended reading only.
	 */
	readonly state?: TaskState;
	/** `off` by default: one tick changes one mark. What is set `active` or `dropped` changes alone in any case. */
	readonly cascade?: Cascade;
}

const marks = { open: ' ', done: 'x', active: '~', dropped: '-' } as const;

/**
 * The edits that tick or untick tasks, or set another state: one character each, in document order, none for tasks that
 * already are as asked.
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
	const chosen = nodes.map(node => (node.kind === 'task' ? [node] : counted(tasksIn(node))));
	const target = state ?? stateAfter(chosen.find(tasks => tasks.length > 0) ?? []);
	const reach = target === 'open' || target === 'done' ? cascade : 'off';
	const planned = new Set<Task>();
	for (const task of chosen.flat()) {
		// What is inside a planned task was planned with it: nested tasks need not be gone through again and again.
		const inside = !planned.has(task) && (reach === 'down' || reach === 'both') ? counted(tasksIn(task)) : [];
		planned.add(task);
		inside.forEach(inner => planned.add(inner));
	}
	if (reach === 'up' || reach === 'both') {
		cascadeUp(roadmap, target, planned);
	}
	return [...planned]
		.filter(task => task.state !== target)
		.map(task => markEdit(text, task, marks[target]))
		.sort((a, b) => a.start - b.start);
}

/** What a toggle of these tasks leads to: they are done unless they all are already. */
function stateAfter(tasks: readonly Task[]): Target {
	return tasks.every(task => task.state === 'done') ? 'open' : 'done';
}

/** What is dropped stays dropped unless it is named itself. */
function counted(tasks: Iterable<Task>): Task[] {
	return [...tasks].filter(task => task.state !== 'dropped');
}

/** Plans the tasks around changed ones: to be done once all that counts inside them is, and open again with any inside. */
function cascadeUp(roadmap: Roadmap, target: TaskState, planned: Set<Task>): void {
	const changed = new Set<Node>([...planned].filter(task => task.state !== target));
	const unfinished = new Set<Node>();
	// Backwards, what is inside comes before what is around it.
	for (const node of [...descendants(roadmap)].reverse()) {
		const isFinished = !node.children.some(child => unfinished.has(child));
		if (node.children.some(child => changed.has(child))) {
			changed.add(node);
			if (node.kind === 'task' && (target === 'done' ? isFinished && isToDo(node) : node.state === 'done')) {
				planned.add(node);
			}
		}
		if (!isFinished || (node.kind === 'task' && isToDo(node) && !planned.has(node))) {
			unfinished.add(node);
		}
	}
}

/** Replaces what stands between the brackets, which may be a line ending of two characters. */
function markEdit(text: string, { mark }: Task, newText: string): TextEdit {
	return { start: mark, end: text.indexOf(']', mark), newText };
}
