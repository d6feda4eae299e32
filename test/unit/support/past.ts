import type { History, HistoryEvent, PastTask, TaskState } from '../../../src/core';

export type PastVersion = readonly [day: number, ...events: string[]];

/**
 * A history in words: each version is its day, and what became of tasks, which are named by one word and stand in section
 * `S` until they are moved: `add a`, `add a done`, `back a`, `done a`, `open a`, `drop a`, `begin a`, `pause a`, `remove a`,
 * `reword a`, `move a T`; the sections' titles are parts of one word: `R/T`.
 */
export function past(...versions: readonly PastVersion[]): History {
	const tasks = new Map<string, PastTask>();
	return versions.map(([day, ...events]) => ({ day, events: events.map(words => eventOf(words, tasks)) }));
}

const states: Partial<Record<string, TaskState>> = {
	add: 'open',
	back: 'open',
	done: 'done',
	open: 'open',
	drop: 'dropped',
	begin: 'active',
	pause: 'open',
} as const;

const kinds = {
	add: 'added',
	back: 'added',
	done: 'completed',
	open: 'reopened',
	drop: 'dropped',
	begin: 'begun',
	pause: 'paused',
	remove: 'removed',
	reword: 'reworded',
	move: 'moved',
} as const;

function eventOf(words: string, tasks: Map<string, PastTask>): HistoryEvent {
	const [what = '', name = '', more = ''] = words.split(' ');
	const before = tasks.get(name) ?? { id: tasks.size, text: name, section: ['S'], state: 'open' };
	const kind = kinds[what as keyof typeof kinds];
	const state = more === 'done' || more === 'dropped' ? more : (states[what] ?? before.state);
	const task = { ...before, state, section: what === 'move' ? more.split('/') : before.section };
	tasks.set(name, task);
	if (kind === 'added') return { kind, task, isBack: what === 'back' };
	if (kind === 'reworded') return { kind, task, before: before.text };
	return kind === 'moved' ? { kind, task, before: before.section } : { kind, task };
}
