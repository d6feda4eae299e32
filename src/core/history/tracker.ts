import type { Roadmap } from '../model';
import { allOf, forEachInSteps } from '../steps';
import { type Entry, EntryReader } from './entries';
import { eventsOf } from './events';
import { addTo } from './groups';
import { match } from './match';
import type { History, HistoryEvent, PastTask } from './model';
import { isSamePath, RemovedTasks } from './removed';
import { replay } from './replay';

/** Follows the tasks of a roadmap from version to version. */
export interface Tracker {
	/** The ids of the last version's tasks, in document order. */
	readonly ids: readonly number[];
	/**
	 * What became of the tasks since the version before; of the first version, all are added. In document order, what was
	 * removed last.
	 */
	next(roadmap: Roadmap): readonly HistoryEvent[];
	/** The same step by step: where there are thousands of tasks it takes too long to be done at a stretch. */
	nextInSteps(roadmap: Roadmap): Generator<void, readonly HistoryEvent[]>;
}

/**
 * A tracker for a new history, or one that goes on from the versions `before`, of which `last` is the last one's roadmap.
 * Tasks in it that these versions do not have get new ids.
 */
export function createTracker(before: History = [], last?: Roadmap): Tracker {
	return allOf(trackerInSteps(before, last));
}

/** The same step by step. */
export function* trackerInSteps(before: History, last?: Roadmap): Generator<void, Tracker> {
	const tracker = new VersionTracker(before);
	yield;
	if (last) yield* tracker.resume(before, last);
	return tracker;
}

class VersionTracker implements Tracker {
	private readonly removed = new RemovedTasks(text => this.reader.wordings.of(text).key);
	private entries: readonly Entry[] = [];
	/** One for each entry. */
	private tasks: readonly PastTask[] = [];
	private nextId = 0;
	private readonly reader = new EntryReader();

	constructor(before: History) {
		for (const { events } of before) {
			for (const { task } of events) this.nextId = Math.max(this.nextId, task.id + 1);
		}
		for (const task of removedIn(before)) this.removed.add(task);
	}

	get ids(): readonly number[] {
		return this.tasks.map(({ id }) => id);
	}

	next(roadmap: Roadmap): readonly HistoryEvent[] {
		return allOf(this.nextInSteps(roadmap));
	}

	*nextInSteps(roadmap: Roadmap): Generator<void, readonly HistoryEvent[]> {
		const { entries: before, tasks } = this;
		const now = yield* this.reader.read(roadmap);
		yield;
		const elsewhere = lazySet(() => before.map(({ wording }) => wording.key));
		const back = new Map<Entry, PastTask>();
		const matching = yield* match(before, now, this.reader.wordings.spelt, entry => {
			const task = this.removed.take(entry, elsewhere);
			if (task) back.set(entry, task);
			return task !== undefined;
		});
		yield;
		const events: HistoryEvent[] = [];
		const next: PastTask[] = [];
		yield* forEachInSteps(now, entry => {
			const was = tasks[matching.beforeOf(entry)?.index ?? -1];
			const task = was ? changed(was, entry) : pastTask(back.get(entry)?.id ?? this.nextId++, entry);
			if (!was) events.push({ kind: 'added', task, isBack: back.has(entry) });
			else if (task !== was) events.push(...eventsOf(was, task));
			next.push(task);
		});
		this.entries = now;
		this.tasks = next;
		for (const { index } of matching.lost) {
			const task = tasks[index] as PastTask;
			events.push({ kind: 'removed', task });
			this.removed.add(task);
		}
		return events;
	}

	/** Goes on from the versions `before`, step by step. */
	*resume(before: History, last: Roadmap): Generator<void> {
		const tasks = replay(before).sort((one, other) => one.id - other.id);
		yield;
		const known = new Map<string, number[]>();
		yield* forEachInSteps(tasks, task => addTo(known, contentOf(task), task.id));
		this.entries = yield* this.reader.read(last);
		const now: PastTask[] = [];
		yield* forEachInSteps(this.entries, entry => {
			const task = pastTask(this.nextId, entry);
			const id = known.get(contentOf(task))?.shift() ?? this.nextId++;
			now.push({ ...task, id });
		});
		this.tasks = now;
	}
}

function pastTask(id: number, { text, heading, state }: Entry): PastTask {
	return { id, text, section: heading.titles, state };
}

/** The task as it is now: the same object if it is as before. */
function changed(was: PastTask, entry: Entry): PastTask {
	const { text, heading, state } = entry;
	const isSame = was.text === text && was.state === state && isSamePath(was.section, heading.titles);
	return isSame ? was : pastTask(was.id, entry);
}

/** What tells whether a task is the one of a history that was read again, but for its id. */
function contentOf({ text, section, state }: PastTask): string {
	return [state, text, ...section].join('\n');
}

/** The tasks that were removed and not put back, in the order in which they were. */
function removedIn(history: History): Iterable<PastTask> {
	const removed = new Map<number, PastTask>();
	for (const { events } of history) {
		for (const { kind, task } of events) {
			if (kind === 'removed') removed.set(task.id, task);
			else if (kind === 'added') removed.delete(task.id);
		}
	}
	return removed.values();
}

function lazySet(read: () => Iterable<string>): (key: string) => boolean {
	let set: ReadonlySet<string> | undefined;
	return key => (set ??= new Set(read())).has(key);
}
