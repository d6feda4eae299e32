import type { Node, Progress, Task } from './model';
import { overviewOf } from './overview';
import { isToDo, type Parent } from './walk';

/** Whether every task counts, as GitHub does, or only those without tasks inside. */
export type Count = 'all' | 'leaves';

const nothing: Progress = { done: 0, total: 0 };

/** Nodes never change, so neither does their progress: one pass over a roadmap serves every node with children in it. */
const known = { all: new WeakMap<Parent, Progress>(), leaves: new WeakMap<Parent, Progress>() };

/**
 * The tasks inside a node or roadmap (the node itself is not inside). Dropped tasks count in neither figure.
 *
 * @param count `all` (the default) counts parents too, `leaves` only tasks that hold no counted task.
 */
export function progressOf(parent: Parent, count: Count = 'all'): Progress {
	const counted = count === 'all' ? overviewOf(parent) : undefined;
	if (counted) return { done: counted.done, total: counted.total };
	const progress = known[count];
	const stack: Parent[] = progress.has(parent) || parent.children.length === 0 ? [] : [parent];
	for (let top = stack.at(-1); top; top = stack.at(-1)) {
		const unread = top.children.filter(child => child.children.length > 0 && !progress.has(child));
		if (unread.length > 0) {
			// Appended one by one: an argument list of 100,000 children would not fit the call stack.
			unread.forEach(child => stack.push(child));
		} else {
			progress.set(top, sum(top.children, count));
			stack.pop();
		}
	}
	return progress.get(parent) ?? nothing;
}

function sum(children: readonly Node[], count: Count): Progress {
	let done = 0;
	let total = 0;
	for (const child of children) {
		const inside = known[count].get(child) ?? nothing;
		done += inside.done;
		total += inside.total;
		if (child.kind === 'task' && child.state !== 'dropped' && !(count === 'leaves' && inside.total > 0)) {
			done += doneOf(child);
			total += 1;
		}
	}
	return { done, total };
}

function doneOf(task: Task): 0 | 1 {
	return task.state === 'done' ? 1 : 0;
}

/** Whether something is left to do: a task inside, or the node itself. */
export function hasToDo(parent: Parent): boolean {
	const { done, total } = progressOf(parent);
	return done < total || (parent.kind === 'task' && isToDo(parent));
}

/** Whole percent, 0 to 100: 100 only when all is done and 0 only when nothing is. Without tasks: 0. */
export function percent({ done, total }: Progress): number {
	if (done <= 0 || total <= 0) {
		return 0;
	}
	return done >= total ? 100 : Math.min(99, Math.max(1, Math.round((100 * done) / total)));
}
