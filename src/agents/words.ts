import { percent, progressOf, tasksIn, type Parent, type Task, type TaskState } from '../core';
import { shorten } from '../util/text';
import type { TaskInfo } from '../workspace/states';

// All that is said to language models is said in English, as are the descriptions of the tools.

const longest = 300;

/** What is wrong with what a tool was asked for; it changes nothing. */
export interface Refused {
	readonly refused: string;
}

export function isRefused(value: object | string): value is Refused {
	return typeof value === 'object' && 'refused' in value;
}

/** Words of a roadmap, on one line and not too many. */
export function words(text: string): string {
	return shorten(text.replaceAll(/\s+/g, ' '), longest);
}

export function quoted(text: string): string {
	return JSON.stringify(words(text));
}

/** A box as it is written. */
export function box(state: TaskState): string {
	return { open: '[ ]', done: '[x]', active: '[~]', dropped: '[-]' }[state];
}

/** `[ ] k3f9ax7q Swim` */
export function taskLine(id: string, { state, text }: Pick<Task, 'state' | 'text'>): string {
	return `${box(state)} ${id} ${words(text)}`;
}

/** The same, and where it stands. */
export function placedLine(task: TaskInfo): string {
	const where = task.sections.length > 0 ? ` (in ${words(task.sections.join(' > '))})` : '';
	return `${taskLine(task.id, task)}${where}`;
}

/** `1 of 3 done (33%)` */
export function figures(parent: Parent): string {
	const progress = progressOf(parent);
	return progress.total > 0 ? `${progress.done} of ${progress.total} done (${percent(progress)}%)` : 'no tasks';
}

/** The same, with what is in progress or dropped. */
export function allFigures(parent: Parent): string {
	const states = [...tasksIn(parent)].map(({ state }) => state);
	const count = (state: TaskState): number => states.filter(each => each === state).length;
	const [active, dropped] = [count('active'), count('dropped')];
	return [
		figures(parent),
		...(active > 0 ? [`${active} in progress`] : []),
		...(dropped > 0 ? [`${dropped} dropped, not counted`] : []),
	].join(', ');
}
