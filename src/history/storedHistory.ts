import type { Day, History, HistoryEvent, PastTask, TaskState, Version } from '../core';

/**
 * A history as it is kept: numbers, and every text once, as a task's words come with each of its events.
 */
export interface StoredHistory {
	readonly texts: readonly string[];
	/** By the numbers of their titles. */
	readonly sections: readonly (readonly number[])[];
	readonly versions: readonly StoredVersion[];
}

export interface StoredVersion {
	readonly day: Day;
	/** Six numbers for each event: its kind, then the task's id, text, section and state, and what it was before. */
	readonly events: readonly number[];
}

/** Their places in these lists are what is kept: add at the end only. */
const kinds = ['added', 'removed', 'reworded', 'moved', 'completed', 'reopened', 'dropped', 'begun', 'paused'] as const;
const states: readonly TaskState[] = ['open', 'done', 'active', 'dropped'];

const numbersOfEvent = 6;

/** Events of a day from one step to the next. */
const eventsInStep = 500;

/** In the year 2243: no clock is that wrong. */
const lastDay = 100_000;

/** Step by step: where there are thousands of tasks it takes too long to be done at a stretch. */
export function* storedInSteps(history: History): Generator<void, StoredHistory> {
	const texts = new Numbers<string>(text => text);
	const sections = new Numbers<readonly string[]>(titles => JSON.stringify(titles));
	const numbersOf = (event: HistoryEvent): number[] => {
		const { id, text, section, state } = event.task;
		const before =
			event.kind === 'added'
				? Number(event.isBack)
				: event.kind === 'reworded'
					? texts.of(event.before)
					: event.kind === 'moved'
						? sections.of(event.before)
						: 0;
		return [kinds.indexOf(event.kind), id, texts.of(text), sections.of(section), states.indexOf(state), before];
	};
	const versions: StoredVersion[] = [];
	for (const { day, events } of history) {
		const numbers: number[] = [];
		for (const [index, event] of events.entries()) {
			numbers.push(...numbersOf(event));
			if (index % eventsInStep === 0) {
				yield;
			}
		}
		versions.push({ day, events: numbers });
	}
	return {
		sections: sections.values.map(titles => titles.map(title => texts.of(title))),
		texts: texts.values,
		versions,
	};
}

/** Throws where it is not what `storedInSteps` has made. */
export function* historyInSteps(stored: StoredHistory): Generator<void, Version[]> {
	const texts = stored.texts.map(text => as(text, typeof text === 'string'));
	const sections = stored.sections.map(titles => titles.map(title => at(texts, title)));
	const versions: Version[] = [];
	for (const { day, events } of stored.versions) {
		const past: HistoryEvent[] = [];
		versions.push({ day: as(day, Number.isInteger(day) && day >= 0 && day <= lastDay), events: past });
		for (let index = 0; index < events.length; index += numbersOfEvent) {
			const [kind, id, text, section, state, before] = events.slice(index, index + numbersOfEvent);
			const task: PastTask = {
				id: as(id, Number.isInteger(id)),
				text: at(texts, text),
				section: at(sections, section),
				state: at(states, state),
			};
			past.push(eventOf(at(kinds, kind), task, before, texts, sections));
			if (past.length % eventsInStep === 1) {
				yield;
			}
		}
	}
	return versions;
}

function eventOf(
	kind: HistoryEvent['kind'],
	task: PastTask,
	before: number | undefined,
	texts: readonly string[],
	sections: readonly (readonly string[])[],
): HistoryEvent {
	switch (kind) {
		case 'added':
			return { kind, task, isBack: before === 1 };
		case 'reworded':
			return { kind, task, before: at(texts, before) };
		case 'moved':
			return { kind, task, before: at(sections, before) };
		default:
			return { kind, task };
	}
}

/** Numbers values in the order in which they come. */
class Numbers<T> {
	readonly values: T[] = [];
	readonly #numbers = new Map<string, number>();
	/** Most values are met again as the same object. */
	readonly #met = new Map<T, number>();

	constructor(private readonly nameOf: (value: T) => string) {}

	of(value: T): number {
		const number = this.#met.get(value) ?? this.#numberOf(value);
		this.#met.set(value, number);
		return number;
	}

	#numberOf(value: T): number {
		const name = this.nameOf(value);
		const number = this.#numbers.get(name) ?? this.values.push(value) - 1;
		this.#numbers.set(name, number);
		return number;
	}
}

function at<T>(values: readonly T[], index: number | undefined): T {
	return as(values[index ?? -1], true);
}

function as<T>(value: T | undefined, isSo: boolean): T {
	if (value === undefined || !isSo) {
		throw new Error(`Wrong: ${String(value)}`);
	}
	return value;
}
