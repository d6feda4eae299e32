import { createParser, type HistoryEvent, type PastTask, type Roadmap, type TaskState } from '../../../../src/core';
import { Random } from '../random';
import { allTasks, markdownOf } from './draft';
import { Writer } from './people';

/** A version of a roadmap, and what is known to have become of its tasks. */
export interface KnownVersion {
	readonly text: string;
	readonly roadmap: Roadmap;
	readonly events: readonly HistoryEvent[];
}

/** The history of a roadmap, as somebody might have written it, the same for the same seed. */
export function* syntheticHistory(seed: number, commits: number, parts = 8): Generator<KnownVersion, void, undefined> {
	const writer = new Writer(new Random(seed), parts);
	const parser = createParser({ states: 'extended' });
	const ever = new Set<number>();
	let before: ReadonlyMap<number, PastTask> = new Map();
	for (let count = 0; count <= commits; count++) {
		if (count > 0) writer.commit();
		const text = markdownOf(writer.draft);
		const roadmap = parser.parse(text);
		const now = tasksOf(
			roadmap,
			allTasks(writer.draft).map(({ id }) => id),
		);
		yield { text, roadmap, events: truth(before, now, ever) };
		for (const id of now.keys()) ever.add(id);
		before = now;
	}
}

function tasksOf(roadmap: Roadmap, ids: readonly number[]): ReadonlyMap<number, PastTask> {
	const tasks = [...pastTasks(roadmap)];
	if (tasks.length !== ids.length) throw new Error(`${tasks.length} tasks, written as ${ids.length}`);
	const known = new Map(tasks.map((task, index) => [ids[index] ?? NaN, { ...task, id: ids[index] ?? NaN }]));
	if (known.size !== ids.length) throw new Error('An id stands twice');
	return known;
}

/** A roadmap's tasks, in document order, without ids. */
export function* pastTasks(roadmap: Roadmap): Generator<Omit<PastTask, 'id'>, void, undefined> {
	yield* inside(roadmap, []);
}

function* inside(
	parent: Roadmap | Roadmap['children'][number],
	section: readonly string[],
): Generator<Omit<PastTask, 'id'>> {
	for (const node of parent.children) {
		if (node.kind === 'task') yield { text: node.text, section, state: node.state };
		yield* inside(node, node.kind === 'section' ? [...section, node.title] : section);
	}
}

function truth(
	before: ReadonlyMap<number, PastTask>,
	now: ReadonlyMap<number, PastTask>,
	ever: ReadonlySet<number>,
): HistoryEvent[] {
	const events: HistoryEvent[] = [];
	for (const [id, task] of now) {
		const was = before.get(id);
		if (was) events.push(...changes(was, task));
		else events.push({ kind: 'added', task, isBack: ever.has(id) });
	}
	for (const [id, task] of before) if (!now.has(id)) events.push({ kind: 'removed', task });
	return events;
}

function* changes(was: PastTask, task: PastTask): Generator<HistoryEvent> {
	if (was.text !== task.text) yield { kind: 'reworded', task, before: was.text };
	if (was.section.join('\n') !== task.section.join('\n')) yield { kind: 'moved', task, before: was.section };
	const isOver = (state: TaskState): boolean => state === 'done' || state === 'dropped';
	if (was.state === task.state) return;
	if (task.state === 'done') yield { kind: 'completed', task };
	else if (task.state === 'dropped') yield { kind: 'dropped', task };
	else if (isOver(was.state)) yield { kind: 'reopened', task };
	else yield { kind: task.state === 'active' ? 'begun' : 'paused', task };
}
