import {
	createParser,
	createTracker,
	type History,
	type PastTask,
	replay,
	type Roadmap,
	type Version,
} from '../../../../src/core';
import type { Difference } from '../difference';
import { pastTasks } from './synthetic';

/** What replaying gives that the last version's roadmap has not, or the other way round; `undefined` if they agree. */
export function unplaced(history: History, last: Roadmap): string | undefined {
	const replayed = replay(history);
	const [ours, expected] = [replayed.map(contentOf).sort(), [...pastTasks(last)].map(contentOf).sort()];
	if (new Set(replayed.map(({ id }) => id)).size < replayed.length) return 'an id stands twice';
	return ours.join('\n') === expected.join('\n')
		? undefined
		: `${ours.join('\n')}\n\ninstead of\n${expected.join('\n')}`;
}

function contentOf({ text, section, state }: Omit<PastTask, 'id'>): string {
	return [state, text, ...section].join('\n');
}

/**
 * What goes wrong when a tracker follows texts, the versions of a roadmap, or when another goes on from what it told of
 * those before.
 */
export function historyDifference(texts: readonly string[]): Difference | undefined {
	const parser = createParser({ states: 'extended' });
	const tracker = createTracker();
	let before: Roadmap | undefined;
	const history: Version[] = [];
	for (const text of texts) {
		const roadmap = parser.parse(text);
		const resumed = createTracker(history, before).next(roadmap);
		const wrong = unplaced([...history, { day: 0, events: resumed }], roadmap);
		history.push({ day: 0, events: tracker.next(roadmap) });
		const ours = unplaced(history, roadmap) ?? wrong ?? misnumbered(history, tracker.ids, roadmap);
		if (ours !== undefined) return { text, ours, expected: '' };
		before = roadmap;
	}
	return undefined;
}

/** The first task that has another id in a history than in document order. */
function misnumbered(history: History, ids: readonly number[], roadmap: Roadmap): string | undefined {
	const known = new Map(replay(history).map(task => [task.id, contentOf(task)]));
	return [...pastTasks(roadmap)].map(contentOf).find((content, index) => known.get(ids[index] ?? NaN) !== content);
}
