import type { Progress } from '../model';
import { at, firstWhere } from '../numbers';
import { daysInWeek, weekOf, type Weekday } from './days';
import type { Day, History, HistoryEvent } from './model';
import type { Dated, Week } from './review';
import { eventsByDay, firstSeen, seenAfter, type DatedEvent, type Seen } from './timeline';

export interface WeekOptions {
	readonly firstDayOfWeek: Weekday;
	readonly today: Day;
}

/** A roadmap is not worked on by moving or rewording what is in it. */
const isWork: Record<HistoryEvent['kind'], boolean> = {
	added: true,
	removed: true,
	completed: true,
	reopened: true,
	dropped: true,
	begun: true,
	paused: true,
	reworded: false,
	moved: false,
};

/** All weeks from the first version's to the one that `today` is in, the oldest first; also those in which nothing was done. */
export function weeksOf(history: History, { firstDayOfWeek, today }: WeekOptions): readonly Week[] {
	const events = eventsByDay(history);
	const days = events.map(({ day }) => day);
	const seen = firstSeen(history);
	const counter = new Counter([...seen.values()]);
	const weeks: Week[] = [];
	const present = weekOf(today, firstDayOfWeek);
	let next = 0;
	for (let start = weekOf(firstDay(history, events, today), firstDayOfWeek); start <= present; start += daysInWeek) {
		// What claims to be later than today is of today.
		const end = start === present ? Infinity : start + daysInWeek;
		const after = firstWhere(days.length, index => at(days, index) >= end);
		weeks.push(weekWith(start, events.slice(next, after), seen, counter));
		next = after;
	}
	return weeks;
}

function firstDay(history: History, events: readonly DatedEvent[], today: Day): Day {
	return Math.min(today, history[0]?.day ?? today, events[0]?.day ?? today);
}

/** What a week made of a task. */
interface Touched {
	readonly was: Seen | undefined;
	readonly is: Seen;
	/** When it was worked on last; else, when anything became of it. */
	readonly day: Day;
}

/** What a week's events come to, task by task. */
function weekWith(start: Day, events: readonly DatedEvent[], seen: Map<number, Seen>, counter: Counter): Week {
	const tasks = new Map<number, Touched>();
	for (const { day, event } of events) {
		const { id } = event.task;
		const [before, is] = [seen.get(id), seenAfter(event)];
		const known = tasks.get(id) ?? { was: before, day };
		tasks.set(id, { was: known.was, is, day: isWork[event.kind] ? day : known.day });
		counter.change(before, is);
		seen.set(id, is);
	}
	const came: Record<Outcome, Dated[]> = { finished: [], added: [], reopened: [], dropped: [] };
	for (const { was, is, day } of tasks.values()) {
		const outcome = outcomeOf(was, is);
		// What was only moved or reworded ends the week as it began it.
		if (outcome) came[outcome].push({ task: is.task, day });
	}
	Object.values(came).forEach(dated => dated.sort((a, b) => a.day - b.day));
	const worked = events.filter(({ event }) => isWork[event.kind]).map(({ day }) => day);
	const end = start + daysInWeek - 1;
	return { start, end, ...came, activeDays: new Set(worked).size, progress: counter.progress };
}

type Outcome = 'finished' | 'added' | 'reopened' | 'dropped';

/** What a week comes to for a task, from how it was at the beginning, if it was known, and how it is at the end. */
function outcomeOf(was: Seen | undefined, is: Seen): Outcome | undefined {
	const before = was?.task.state;
	const after = is.task.state;
	const isOver = before === 'done' || before === 'dropped';
	if (after === 'done') {
		return before === 'done' ? undefined : 'finished'; // also when it was taken out, as many do with what is done
	}
	if (!was?.isThere) {
		return is.isThere && after !== 'dropped' ? 'added' : undefined;
	}
	if (after === 'dropped' || !is.isThere) {
		return before === 'dropped' ? undefined : 'dropped';
	}
	return isOver ? 'reopened' : undefined;
}

/** Counts tasks as `progressOf` does. */
class Counter {
	#done = 0;
	#total = 0;

	constructor(seen: readonly Seen[]) {
		seen.forEach(each => this.#add(each, 1));
	}

	get progress(): Progress {
		return { done: this.#done, total: this.#total };
	}

	change(before: Seen | undefined, after: Seen): void {
		if (before) this.#add(before, -1);
		this.#add(after, 1);
	}

	#add({ task, isThere }: Seen, by: 1 | -1): void {
		if (isThere && task.state !== 'dropped') {
			this.#total += by;
			this.#done += task.state === 'done' ? by : 0;
		}
	}
}
