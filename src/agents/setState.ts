import { l10n } from 'vscode';
import { tasksIn, toggle, type Task, type TaskState } from '../core';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import { spokenState } from '../workspace/spokenState';
import { findTasks, obstacleTo, setStates, type MeantTask, type StateChange } from '../workspace/states';
import { afterwards, nearestLines } from './afterwards';
import { chooseRoadmap, pathOf } from './choosing';
import { Fields } from './fields';
import { plain, question } from './question';
import type { Answer, Question } from './tool';
import { isRefused, placedLine, quoted, type Refused } from './words';

const states = ['open', 'done', 'active', 'dropped'] as const;
const mostTasks = 100;

interface Wish {
	readonly file: ReadRoadmap;
	readonly path: string;
	readonly meant: readonly MeantTask[];
	readonly state: TaskState;
}

/** Sets the state of tasks, all or none, and says what changed. */
export async function setTaskStates(roadmaps: Roadmaps, input: unknown): Promise<Answer> {
	const wish = await readWish(roadmaps, input);
	if (isRefused(wish)) {
		return wish;
	}
	const { file, path, meant, state } = wish;
	const set = await setStates(roadmaps, file.uri, meant, state);
	switch (set.outcome) {
		case 'refused':
			return { refused: [quoted(set.reason), ...set.unknown.map(nearestLines)].join('\n') };
		case 'unchanged':
			return nothingToChange(wish);
		case 'changed':
			return [...changeLines(path, meant, set.changes), ...afterwards(roadmaps, file.uri, set.note)].join('\n');
	}
}

/** Asks for it with exactly the tasks that will change, those that `roadmap.cascade` takes along too. */
export async function askToSetStates(roadmaps: Roadmaps, input: unknown): Promise<Question | Answer> {
	const wish = await readWish(roadmaps, input);
	if (isRefused(wish)) {
		return wish;
	}
	const { file, path, meant, state } = wish;
	const obstacle = obstacleTo(state);
	const found = findTasks(file.roadmap, meant);
	if (obstacle !== undefined || 'unknown' in found) {
		return { refused: obstacle ?? ('unknown' in found ? found.unknown.map(nearestLines).join('\n') : '') };
	}
	const changing = changingWith(file, found.tasks, state).map(task =>
		l10n.t('{0}: {1} → {2}', plain(task.text), spokenState(task.state), spokenState(state)),
	);
	return changing.length > 0 ? question(l10n.t('Change tasks of the roadmap?'), path, changing) : nothingToChange(wish);
}

async function readWish(roadmaps: Roadmaps, input: unknown): Promise<Wish | Refused> {
	const fields = new Fields(input, ['roadmap', 'tasks', 'state']);
	const named = fields.text('roadmap');
	const meant = fields.list('tasks', mostTasks, 'objects with the "id" of a task and perhaps its "text"', meantTask);
	const state = fields.oneOf('state', states);
	if (fields.faults.length > 0 || !state) {
		return { refused: [...fields.faults, ...(state ? [] : ['"state" is needed.'])].join(' ') };
	}
	const file = await chooseRoadmap(roadmaps, named);
	return isRefused(file) ? file : { file, path: pathOf(file, roadmaps.files), meant, state };
}

/** Models may leave the object out. */
function meantTask(item: unknown): MeantTask | undefined {
	if (typeof item === 'string') {
		return { id: item.trim() };
	}
	const { id, text } = (item ?? {}) as Readonly<Record<string, unknown>>;
	const isText = text === undefined || text === null || typeof text === 'string';
	return typeof id === 'string' && isText ? { id: id.trim(), text: text ?? undefined } : undefined;
}

/** The tasks that change when these are set, in document order. */
function changingWith({ uri, text, roadmap }: ReadRoadmap, tasks: readonly Task[], state: TaskState): Task[] {
	const edits = toggle(text, roadmap, tasks, { state, cascade: setting('cascade', uri) });
	const marks = new Set(edits.map(({ start }) => start));
	return [...tasksIn(roadmap)].filter(({ mark }) => marks.has(mark));
}

function nothingToChange({ path, state }: Wish): string {
	return `Nothing to change in ${quoted(path)}: all of these tasks are ${state} already.`;
}

function changeLines(path: string, meant: readonly MeantTask[], changes: readonly StateChange[]): string[] {
	const ids = new Set(meant.map(({ id }) => id));
	const asked = changes.filter(({ id }) => ids.has(id));
	const others = changes.filter(({ id }) => !ids.has(id));
	const already = [...ids].filter(id => !asked.some(change => change.id === id));
	return [
		`Changed in ${quoted(path)}:`,
		...asked.map(changeLine),
		...(others.length > 0 ? ['Changed with them, as the setting roadmap.cascade says:'] : []),
		...others.map(changeLine),
		...(already.length > 0 ? [`Were so already: ${already.join(', ')}`] : []),
	];
}

function changeLine(change: StateChange): string {
	return `${placedLine(change)}, was ${change.before}`;
}
