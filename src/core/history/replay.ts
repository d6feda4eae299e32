import type { History, PastTask } from './model';

/** The tasks of the last version, by its events and those of all before. In no particular order. */
export function replay(history: History): PastTask[] {
	const tasks = new Map<number, PastTask>();
	for (const { events } of history) {
		for (const { kind, task } of events) {
			if (kind === 'removed') tasks.delete(task.id);
			else tasks.set(task.id, task);
		}
	}
	return [...tasks.values()];
}
