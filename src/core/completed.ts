import type { Node, Roadmap } from './model';
import { progressOf } from './progress';
import { hasTasks, isToDo, type Parent } from './walk';

/**
 * The outermost sections, groups and tasks that have nothing left to do: no open task, in them or themselves. In document
 * order. A section around everything, a document's title, is none of them.
 */
export function completedIn(roadmap: Roadmap): Node[] {
	const [first, second] = roadmap.children;
	const completed: Node[] = [];
	const stack = [...(first?.kind === 'section' && !second ? first : roadmap).children].reverse();
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (isCompleted(node)) {
			completed.push(node);
		} else if (hasTasks(node)) {
			for (const child of [...node.children].reverse()) stack.push(child);
		}
	}
	return completed;
}

/** Whether nothing is left to do inside. */
export function isFinished(parent: Parent): boolean {
	const { done, total } = progressOf(parent);
	return done === total;
}

function isCompleted(node: Node): boolean {
	return (node.kind === 'task' ? !isToDo(node) : hasTasks(node)) && isFinished(node);
}
