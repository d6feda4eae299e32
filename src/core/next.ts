import { isFinished } from './completed';
import type { Node, Task } from './model';
import { isToDo, tasksIn, wordsStart, type Parent } from './walk';

/**
 * The first task still to do with nothing left to do inside it: the author's order is the order of work.
 *
 * @param offset Only tasks whose words start behind it count.
 */
export function nextTask(parent: Parent, offset = -1): Task | undefined {
	const stack = [...parent.children].reverse();
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.kind === 'task' && wordsStart(node) > offset && isReady(node)) {
			return node;
		}
		// What is in a section may not have been made yet, nor need it be.
		if (node.kind !== 'section' || (node.span.end > offset && !isFinished(node))) {
			for (let index = node.children.length - 1; index >= 0; index--) {
				stack.push(node.children[index] as Node);
			}
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
	return isToDo(task) && isFinished(task);
}
