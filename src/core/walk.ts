import { lineStart } from './lineEnds';
import type { Group, Node, Roadmap, Section, Span, Task } from './model';
import { firstWhere } from './numbers';
import { overviewOf } from './overview';

/** Anything that holds nodes. */
export type Parent = Roadmap | Node;

/** All nodes inside `parent`, in document order. Iterates instead of recursing: nesting has no limit in Markdown. */
export function* descendants(parent: Parent): Generator<Node, void, undefined> {
	const stack = [...parent.children].reverse();
	for (let node = stack.pop(); node; node = stack.pop()) {
		yield node;
		for (let index = node.children.length - 1; index >= 0; index--) {
			stack.push(node.children[index] as Node);
		}
	}
}

/** All tasks inside `parent`, in document order. */
export function* tasksIn(parent: Parent): Generator<Task, void, undefined> {
	for (const node of descendants(parent)) {
		if (node.kind === 'task') {
			yield node;
		}
	}
}

/** All sections inside `parent`, in document order. */
export function* sectionsIn(parent: Parent): Generator<Section, void, undefined> {
	const stack = [...sectionsBelow(parent)].reverse();
	for (let section = stack.pop(); section; section = stack.pop()) {
		yield section;
		for (const inner of [...sectionsBelow(section)].reverse()) stack.push(inner);
	}
}

function sectionsBelow(parent: Parent): readonly Section[] {
	return overviewOf(parent)?.sections ?? parent.children.filter(child => child.kind === 'section');
}

/** Whether there is a task inside `parent`. */
export function hasTasks(parent: Parent): boolean {
	return overviewOf(parent)?.hasTasks ?? !tasksIn(parent).next().done;
}

/** The nodes inside `parent`, in document order, whose span has something of the one from `start` to `end`. */
export function* nodesBetween(parent: Parent, start: number, end: number): Generator<Node, void, undefined> {
	const touches = ({ span }: Node): boolean => span.start < end && span.end > start;
	const stack = parent.children.filter(touches).reverse();
	for (let node = stack.pop(); node; node = stack.pop()) {
		yield node;
		for (const child of node.children.filter(touches).reverse()) stack.push(child);
	}
}

/** The nodes whose span holds `offset` (its end included, as a cursor there is still on the line), outermost first. */
export function pathAt(roadmap: Roadmap, offset: number): readonly Node[] {
	const path: Node[] = [];
	let inner = childAt(roadmap, offset);
	while (inner) {
		path.push(inner);
		inner = childAt(inner, offset);
	}
	return path;
}

/** The last child that starts at or before `offset`, if it reaches that far. */
function childAt({ children }: Parent, offset: number): Node | undefined {
	const behind = firstWhere(children.length, index => (children[index] as Node).span.start > offset);
	const child = children[behind - 1];
	return child && offset <= child.span.end ? child : undefined;
}

/** Whether a task is still to be done: open or active. */
export function isToDo(task: Task): boolean {
	return task.state === 'open' || task.state === 'active';
}

/** A node's plain text, whatever its kind. */
export function labelOf(node: Node): string {
	return node.kind === 'section' ? node.title : node.text;
}

/** Where a task's words begin, behind the box and one character of white space; or the first character of anything else. */
export function wordsStart(node: Node): number {
	return node.kind === 'task' ? Math.min(node.mark + 3, node.span.end) : node.span.start;
}

/** What an item says itself: from its words on to the line that the first group or task inside it starts on, or its end. */
export function ownText(text: string, item: Group | Task): Span {
	const inside = item.children[0]?.span.start;
	const start = wordsStart(item);
	return { start, end: inside === undefined ? item.span.end : Math.max(start, lineStart(text, inside)) };
}
