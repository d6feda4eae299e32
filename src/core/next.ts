import type { Task } from './model';
import { progressOf } from './progress';
import { isToDo, tasksIn, type Parent } from './walk';

/** The first task still to do with nothing left to do inside it: the author's order is the order of work. */
export function nextTask(parent: Parent): Task | undefined {
	for (const task of tasksIn(parent)) {
		const inside = progressOf(task);
		if (isToDo(task) && inside.done === inside.total) {
			return task;
		}
	}
	return undefined;
}
