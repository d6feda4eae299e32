import type { Task } from './model';
import { progressOf } from './progress';
import { isToDo, tasksIn, wordsStart, type Parent } from './walk';

/**
 * The first task still to do with nothing left to do inside it: the author's order is the order of work.
 *
 * @param offset Only tasks whose words start behind it count.
 */
export function nextTask(parent: Parent, offset = -1): Task | undefined {
	for (const task of tasksIn(parent)) {
		if (wordsStart(task) > offset && isReady(task)) {
			return task;
		}
	}
	return undefined;
}

/**
 * The last such task.
 *
 * @param offset Only tasks whose words start before it count.
 */
export function previousTask(parent: Parent, offset = Infinity): Task | undefined {
	let found: Task | undefined;
	for (const task of tasksIn(parent)) {
		if (wordsStart(task) >= offset) {
			break;
		}
		found = isReady(task) ? task : found;
	}
	return found;
}

function isReady(task: Task): boolean {
	const inside = progressOf(task);
	return isToDo(task) && inside.done === inside.total;
}
