import type { Day, History, HistoryEvent } from './model';
import type { BurnUp, BurnUpPoint, Milestone } from './review';
import { eventsByDay, firstSeen, seenAfter, type Seen } from './timeline';

/**
 * How the numbers of tasks that are done, and of all, grew. Tasks that were removed when they were done count on: tidying up
 * a roadmap takes nothing away from what was done.
 */
export function burnUpOf(history: History, today: Day): BurnUp {
	const first = Math.min(today, history[0]?.day ?? today);
	const sums = new Sums(history);
	const points = [sums.pointOn(first)];
	const milestones = new Map<string, Milestone>();
	for (const [day, events] of byDay(history, first, today)) {
		for (const title of sums.finishedWith(events)) milestones.set(title, { day, title });
		points.push(sums.pointOn(day));
	}
	points.push(sums.pointOn(today));
	return { points: withoutRepeats(points), milestones: [...milestones.values()], gone: sums.gone };
}

function byDay(history: History, first: Day, today: Day): Map<Day, HistoryEvent[]> {
	const days = new Map<Day, HistoryEvent[]>();
	for (const { day, event } of eventsByDay(history)) {
		const own = Math.min(today, Math.max(first, day));
		const events = days.get(own);
		if (events) events.push(event);
		else days.set(own, [event]);
	}
	return days;
}

/** Of each day the last, and only where a figure changed; the last of all in any case. */
function withoutRepeats(points: readonly BurnUpPoint[]): BurnUpPoint[] {
	const days = points.filter(({ day }, index) => points[index + 1]?.day !== day);
	return days.filter(({ done, total }, index) => {
		const before = days[index - 1];
		return index === days.length - 1 || done !== before?.done || total !== before.total;
	});
}

/** The figures, kept up to date event by event: of all, and of each section for itself. */
class Sums {
	readonly #seen: Map<number, Seen>;
	readonly #depth: number;
	/** How many tasks of a section are to do, by its title. */
	readonly #left = new Map<string, number>();
	#done = 0;
	#total = 0;
	/** How many of those done are no longer there. */
	gone = 0;

	constructor(history: History) {
		this.#depth = depthOfSections(history);
		this.#seen = firstSeen(history);
		this.#seen.forEach(seen => this.#add(seen, 1));
	}

	pointOn(day: Day): BurnUpPoint {
		return { day, done: this.#done, total: this.#total };
	}

	/** Takes events in, and gives the titles of the sections that were finished with them. */
	finishedWith(events: readonly HistoryEvent[]): string[] {
		const touched = new Set<string>();
		for (const event of events) {
			const before = this.#seen.get(event.task.id);
			const after = seenAfter(event);
			if (before) this.#add(before, -1);
			this.#add(after, 1);
			this.#seen.set(event.task.id, after);
			const title = this.#sectionOf(after);
			if (title !== undefined && isDone(after) && !(before && isDone(before))) touched.add(title);
		}
		return [...touched].filter(title => this.#left.get(title) === 0);
	}

	#add(seen: Seen, by: 1 | -1): void {
		const done = isDone(seen);
		const left = seen.isThere && !done && seen.task.state !== 'dropped';
		this.#done += done ? by : 0;
		this.#total += done || left ? by : 0;
		this.gone += done && !seen.isThere ? by : 0;
		const title = this.#sectionOf(seen);
		if (title !== undefined) this.#left.set(title, (this.#left.get(title) ?? 0) + (left ? by : 0));
	}

	#sectionOf({ task }: Seen): string | undefined {
		return task.section[this.#depth];
	}
}

function isDone({ task }: Seen): boolean {
	return task.state === 'done';
}

/** How many headings stand above all tasks, as a document's title does: the sections that matter are those below. */
function depthOfSections(history: History): number {
	const last = new Map(history.flatMap(({ events }) => events).map(event => [event.task.id, seenAfter(event)]));
	const paths = [...last.values()].filter(({ isThere }) => isThere).map(({ task }) => task.section);
	const [first] = paths;
	const depth = first?.findIndex((title, depth) => paths.some(path => path[depth] !== title)) ?? 0;
	return first && depth < 0 ? first.length : depth;
}
