import type { Entry } from './entries';
import { addTo } from './groups';
import type { PastTask } from './model';

/** So many words say what is meant wherever they stand; fewer may be `Write tests`. */
const fewest = 3;

/** Tasks that were taken out, and may be put back. */
export class RemovedTasks {
	private readonly tasks = new Map<string, PastTask[]>();

	/** @param keyOf What a text is compared by. */
	constructor(private readonly keyOf: (text: string) => string) {}

	add(task: PastTask): void {
		addTo(this.tasks, this.keyOf(task.text), task);
	}

	/**
	 * The task that `entry` was before it was taken out, which is no longer one of these: one of the same section, else the
	 * only one of these words.
	 *
	 * @param isElsewhere Whether another task has these words, so that they do not tell which one it is.
	 */
	take(
		{ wording: { key, words }, heading, state }: Entry,
		isElsewhere: (key: string) => boolean,
	): PastTask | undefined {
		const same = this.tasks.get(key);
		if (!same) return undefined;
		const isHere = ({ section }: PastTask): boolean => isSamePath(section, heading.titles);
		const task =
			same.findLast(each => each.state === state && isHere(each)) ??
			same.findLast(isHere) ??
			same.findLast(({ section }) => section.at(-1) === heading.titles.at(-1)) ??
			(same.length === 1 && words.length >= fewest && !isElsewhere(key) ? same[0] : undefined);
		if (task) same.splice(same.lastIndexOf(task), 1);
		if (same.length === 0) this.tasks.delete(key);
		return task;
	}
}

export function isSamePath(one: readonly string[], other: readonly string[]): boolean {
	return one === other || (one.length === other.length && one.every((title, index) => title === other[index]));
}
