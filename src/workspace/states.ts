import { l10n, type Uri } from 'vscode';
import {
	findById,
	idOf,
	likenessOf,
	nearestTo,
	pathAt,
	tasksIn,
	type Roadmap,
	type Task,
	type TaskState,
} from '../core';
import { toggleNodes } from './editing';
import type { ReadRoadmap } from './roadmapFile';
import type { Roadmaps } from './roadmaps';
import { setting } from './settings';

/** Words that have so much in common with a task's may be said of it. */
const alike = 0.5;

/** Of so many tasks that are not there it is said which may be meant: to find these, all tasks are looked at. */
const mostExplained = 5;

/** A task as those know it who are told of it and cannot keep hold of the roadmap. */
export interface TaskInfo {
	readonly id: string;
	readonly text: string;
	readonly state: TaskState;
	/** The titles of the sections around it, outermost first. */
	readonly sections: readonly string[];
}

/** A task that somebody means: by its id, and perhaps by the words that they expect there. */
export interface MeantTask {
	readonly id: string;
	readonly text?: string | undefined;
}

/** A task that is not there, or has other words, and those that may be meant instead. */
export interface UnknownTask {
	readonly id: string;
	/** What the task with this id says, where it says something else. */
	readonly says?: string;
	/** None for all but the first few. */
	readonly nearest: readonly TaskInfo[];
}

/** What became of a task. */
export interface StateChange extends TaskInfo {
	readonly before: TaskState;
}

/** What became of a wish to set states. */
export type StatesSet =
	| { readonly outcome: 'changed'; readonly changes: readonly StateChange[]; readonly note?: string | undefined }
	| { readonly outcome: 'unchanged' }
	| { readonly outcome: 'refused'; readonly reason: string; readonly unknown: readonly UnknownTask[] };

/** Nodes of one reading, or those of them that are not there. */
export type Found = { readonly tasks: readonly Task[] } | { readonly unknown: readonly UnknownTask[] };

/** Finds the tasks that are meant: all of them, or none. */
export function findTasks(roadmap: Roadmap, meant: readonly MeantTask[]): Found {
	const unknown: UnknownTask[] = [];
	const tasks: Task[] = [];
	for (const { id, text } of meant) {
		const found = findById(roadmap, id);
		const task = found?.kind === 'task' ? found : undefined;
		const isMeant = task && (!text || likenessOf(text, task) >= alike);
		if (isMeant) {
			tasks.push(task);
		} else {
			const nearest = unknown.length < mostExplained ? nearestOf(roadmap, { id, text }, task) : [];
			unknown.push({ id, ...(task ? { says: task.text } : {}), nearest });
		}
	}
	return unknown.length > 0 ? { unknown } : { tasks };
}

/** @param other The task that has the id, but is not meant. */
function nearestOf(roadmap: Roadmap, { id, text }: MeantTask, other: Task | undefined): TaskInfo[] {
	const others = [...tasksIn(roadmap)].filter(task => task !== other);
	return nearestTo(roadmap, id, text, others).map(task => infoOf(roadmap, task));
}

/** @param task One of this `roadmap`. */
export function infoOf(roadmap: Roadmap, task: Task): TaskInfo {
	const sections = pathAt(roadmap, task.span.start).flatMap(node => (node.kind === 'section' ? node.title : []));
	return { id: idOf(roadmap, task) ?? '', text: task.text, state: task.state, sections };
}

/**
 * Sets the state of tasks as ticking them in the tree would, with what `roadmap.cascade` and `roadmap.saveAfterEdit` ask
 * for. All change or none; nobody in front of VS Code is told anything.
 *
 * @param uri The address of a roadmap.
 */
export async function setStates(
	roadmaps: Roadmaps,
	uri: Uri,
	meant: readonly MeantTask[],
	state: TaskState,
): Promise<StatesSet> {
	await roadmaps.readAgain(uri);
	const file = roadmaps.get(uri);
	if (file?.kind !== 'read') {
		return refused(l10n.t('There is no roadmap at this address that can be read.'));
	}
	const obstacle = obstacleTo(state);
	if (obstacle) {
		return refused(obstacle);
	}
	const found = findTasks(file.roadmap, meant);
	return 'unknown' in found
		? refused(l10n.t('Not all of these tasks are in the roadmap; nothing was changed.'), found.unknown)
		: await setFound(roadmaps, file, found.tasks, state);
}

/** Why a state cannot be set, if it cannot. */
export function obstacleTo(state: TaskState): string | undefined {
	return (state === 'active' || state === 'dropped') && setting('states') === 'gfm'
		? l10n.t('Tasks can be open or done only, as the setting roadmap.states says.')
		: undefined;
}

async function setFound(
	roadmaps: Roadmaps,
	file: ReadRoadmap,
	tasks: readonly Task[],
	state: TaskState,
): Promise<StatesSet> {
	const told: string[] = [];
	const outcome = await toggleNodes(roadmaps, file, tasks, { state }, reason => told.push(reason));
	if (outcome === 'unchanged') {
		return { outcome };
	}
	if (outcome === 'refused') {
		return refused(told.join(' '));
	}
	await roadmaps.followEdits();
	const now = roadmaps.get(file.uri);
	const changes = now?.kind === 'read' ? changesBetween(file.roadmap, now.roadmap) : [];
	return { outcome: 'changed', changes, note: told[0] };
}

function refused(reason: string, unknown: readonly UnknownTask[] = []): StatesSet {
	return { outcome: 'refused', reason, unknown };
}

/** The tasks of both readings whose states differ. */
function changesBetween(before: Roadmap, now: Roadmap): StateChange[] {
	return [...tasksIn(now)].flatMap(task => {
		const old = findById(before, idOf(now, task) ?? '');
		return old?.kind === 'task' && old.state !== task.state ? { ...infoOf(now, task), before: old.state } : [];
	});
}
