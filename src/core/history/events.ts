import type { TaskState } from '../model';
import type { HistoryEvent, PastTask } from './model';
import { isSamePath } from './removed';

/** What became of a task that is in both versions. */
export function eventsOf(before: PastTask, task: PastTask): HistoryEvent[] {
	const events: HistoryEvent[] = [];
	if (task.text !== before.text) events.push({ kind: 'reworded', task, before: before.text });
	if (!isSamePath(task.section, before.section)) events.push({ kind: 'moved', task, before: before.section });
	if (task.state !== before.state) events.push({ kind: changeOf(before.state, task.state), task });
	return events;
}

type Change = 'completed' | 'reopened' | 'dropped' | 'begun' | 'paused';

function changeOf(from: TaskState, to: TaskState): Change {
	if (to === 'done') return 'completed';
	if (to === 'dropped') return 'dropped';
	if (from === 'done' || from === 'dropped') return 'reopened';
	return to === 'active' ? 'begun' : 'paused';
}
