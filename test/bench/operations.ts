import {
	addTasks,
	createParser,
	duplicate,
	indent,
	markdownOf,
	move,
	moveUp,
	type Node,
	remove,
	rename,
	sectionsIn,
	sortFinished,
	tasksIn,
} from '../../src/core';
import { medians, milliseconds, printTable } from './measure';
import { roadmap } from './texts';

/** A roadmap that somebody is about to edit, which has been read and shown already. */
interface Prepared {
	readonly text: string;
	/** A task in the middle, and a section; each has others beside it. */
	readonly task: Node;
	readonly section: Node;
	readonly tasks: readonly Node[];
}

const operations: Readonly<Record<string, (prepared: Prepared) => unknown>> = {
	'add a task': ({ text, section }) => addTasks(text, { parent: section }, ['New']),
	rename: ({ text, task }) => rename(text, task, 'New words'),
	delete: ({ text, task }) => remove(text, [task]),
	'delete every second task': ({ text, tasks }) => remove(text, tasks),
	duplicate: ({ text, task }) => duplicate(text, [task]),
	'move up': ({ text, task }) => moveUp(text, [task]),
	indent: ({ text, task }) => indent(text, [task]),
	'move to another section': ({ text, task, section }) => move(text, [task], { parent: section }),
	'move a section up': ({ text, section }) => moveUp(text, [section]),
	'move what is finished to the end': ({ text, task }) => sortFinished(text, [task]),
	'copy a section': ({ text, section }) => markdownOf(text, [section]),
};

/** How long changes of a roadmap's structure take, of an ordinary one and of one with 18,000 tasks. */
export function structure(): void {
	const sizes = [4_000, 1_100_000];
	const columns = sizes.map(size => medians(() => prepare(size), Object.values(operations), 1));
	const rows = Object.keys(operations).map((name, row) => [
		name,
		...columns.map(column => milliseconds(column[row] ?? NaN)),
	]);
	printTable(['changing the structure', '60 tasks', '18,000 tasks'], rows);
}

function prepare(size: number): Prepared {
	const text = roadmap(size);
	const read = createParser().parse(text);
	const tasks = [...tasksIn(read)];
	return {
		text,
		task: tasks[tasks.length >> 1] as Node,
		section: [...sectionsIn(read)].at(-1) as Node,
		tasks: tasks.filter((_, index) => index % 2 === 0),
	};
}
