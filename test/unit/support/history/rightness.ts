import { type HistoryEvent, type PastTask, type Roadmap, type Tracker } from '../../../../src/core';
import { type KnownVersion, pastTasks } from './synthetic';

/** How many events were told as they happened, were not told, or were told and did not happen. */
export interface Rightness {
	right: number;
	missed: number;
	wrong: number;
}

export const shareOf = ({ right, missed, wrong }: Rightness): number => right / (right + missed + wrong);

/** Events that moving and rewording bring count in `all` only, the others in `work` as well. */
export interface Figures {
	readonly all: Rightness;
	readonly work: Rightness;
	/** How many commits brought something, and how many of them had all their events right. */
	commits: number;
	whole: number;
}

type Look = (before: string, text: string, missed: readonly string[], wrong: readonly string[]) => void;

/**
 * How well a tracker tells what happened. What the first version of a history brings does not count.
 *
 * @param look Is shown what was not right.
 */
export function rightnessOf(
	histories: Iterable<Iterable<KnownVersion>>,
	makeTracker: () => Pick<Tracker, 'next'>,
	look?: Look,
): Figures {
	const figures = { all: nothing(), work: nothing(), commits: 0, whole: 0 };
	for (const history of histories) {
		const tracker = makeTracker();
		let before: string | undefined;
		for (const { text, roadmap, events } of history) {
			const told = tracker.next(roadmap);
			if (before !== undefined && events.length + told.length > 0) {
				const { missed, wrong } = compare(events, told, figures.all);
				compare(events.filter(isWork), told.filter(isWork), figures.work);
				const isWhole = missed.length + wrong.length === 0;
				figures.commits++;
				figures.whole += Number(isWhole);
				if (!isWhole) look?.(before, text, missed, wrong);
			}
			before = text;
		}
	}
	return figures;
}

function nothing(): Rightness {
	return { right: 0, missed: 0, wrong: 0 };
}

function isWork({ kind }: HistoryEvent): boolean {
	return kind !== 'moved' && kind !== 'reworded';
}

function compare(
	known: readonly HistoryEvent[],
	told: readonly HistoryEvent[],
	counts: Rightness,
): { missed: string[]; wrong: string[] } {
	const missed = known.map(contentOf);
	const wrong: string[] = [];
	for (const event of told.map(contentOf)) {
		const index = missed.indexOf(event);
		if (index < 0) wrong.push(event);
		else missed.splice(index, 1);
	}
	counts.right += known.length - missed.length;
	counts.missed += missed.length;
	counts.wrong += wrong.length;
	return { missed, wrong };
}

/** All that an event says but for the id, whose numbers are anybody's. */
function contentOf(event: HistoryEvent): string {
	const { text, section, state } = event.task;
	const more = 'before' in event ? event.before : 'isBack' in event ? event.isBack : '';
	return JSON.stringify([event.kind, text, section, state, more]);
}

/** What somebody else might do: tasks of the same text are the same. */
export function trackerByText(): Pick<Tracker, 'next'> {
	let before: Omit<PastTask, 'id'>[] = [];
	return {
		next: (roadmap: Roadmap) => {
			const now = [...pastTasks(roadmap)];
			const left = [...before];
			const events: HistoryEvent[] = [];
			for (const each of now) {
				const task = { ...each, id: 0 };
				const index = left.findIndex(({ text }) => text === each.text);
				const [was] = index < 0 ? [] : left.splice(index, 1);
				if (!was) events.push({ kind: 'added', task, isBack: false });
				else {
					if (was.section.join('\n') !== task.section.join('\n'))
						events.push({ kind: 'moved', task, before: was.section });
					if (was.state !== task.state) events.push(stateEvent(was.state, task));
				}
			}
			for (const each of left) events.push({ kind: 'removed', task: { ...each, id: 0 } });
			before = now;
			return events;
		},
	};
}

function stateEvent(from: PastTask['state'], task: PastTask): HistoryEvent {
	if (task.state === 'done') return { kind: 'completed', task };
	if (task.state === 'dropped') return { kind: 'dropped', task };
	if (from === 'done' || from === 'dropped') return { kind: 'reopened', task };
	return { kind: task.state === 'active' ? 'begun' : 'paused', task };
}
