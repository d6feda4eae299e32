import type { Day, History, HistoryEvent, PastTask } from './model';

/** An event, and the day it counts for. */
export interface DatedEvent {
	readonly day: Day;
	readonly event: HistoryEvent;
}

/** A task as it was seen last, and whether it is still there. */
export interface Seen {
	readonly task: PastTask;
	readonly isThere: boolean;
}

/**
 * All events by the day, without those of the first version. Commits may be out of order (a branch that was rebased), but
 * what became of one task never is: each of its events counts for its own day, and never for one before its last.
 */
export function eventsByDay(history: History): readonly DatedEvent[] {
	const latest = new Map<number, Day>();
	const dated = history.flatMap(({ day, events }) =>
		events.map(event => {
			const own = Math.max(day, latest.get(event.task.id) ?? day);
			latest.set(event.task.id, own);
			return { day: own, event };
		}),
	);
	return dated.slice(history[0]?.events.length ?? 0).sort((a, b) => a.day - b.day);
}

/** What there was when the history began. */
export function firstSeen(history: History): Map<number, Seen> {
	return new Map((history[0]?.events ?? []).map(({ task }) => [task.id, { task, isThere: true }]));
}

export function seenAfter({ kind, task }: HistoryEvent): Seen {
	return { task, isThere: kind !== 'removed' };
}
