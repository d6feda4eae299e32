import { l10n, Uri } from 'vscode';
import { percent, progressOf, tasksIn } from '../core';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { infoOf, setStates, type MeantTask } from '../workspace/states';
import type { RoadmapApi, RoadmapInfo, SetStateResult, TaskState } from './roadmapApi';

const states: readonly unknown[] = ['open', 'done', 'active', 'dropped'] satisfies TaskState[];

/** What the API answers with. */
export type Answers = Pick<RoadmapApi, 'setState'> & { readonly roadmaps: () => readonly RoadmapInfo[] };

/** Answers those who ask through the API. Callers may be JavaScript, so nothing that they pass is believed. */
export function createAnswers(roadmaps: Roadmaps): Answers {
	const known = new WeakMap<ReadRoadmap, RoadmapInfo>();
	const describe = (file: ReadRoadmap): RoadmapInfo => {
		let info = known.get(file);
		if (!info) known.set(file, (info = infoAbout(file)));
		return info;
	};
	return {
		roadmaps: () => roadmaps.files.flatMap(file => (file.kind === 'read' ? describe(file) : [])),
		setState: async (uri: unknown, ids: unknown, state: unknown): Promise<SetStateResult> => {
			const asked = wishFrom(uri, ids, state);
			if (!asked) {
				const reason = l10n.t('The address of a roadmap, a list of ids and one of four states are needed.');
				return { outcome: 'refused', reason, unknown: [] };
			}
			return await setStates(roadmaps, asked.uri, asked.meant, asked.state);
		},
	};
}

/** Tasks and figures are made when somebody looks at them: most want only some. */
function infoAbout({ uri, roadmap }: ReadRoadmap): RoadmapInfo {
	let tasks: RoadmapInfo['tasks'] | undefined;
	return {
		uri,
		title: roadmap.title,
		get progress() {
			const progress = progressOf(roadmap);
			return { ...progress, percent: percent(progress) };
		},
		get tasks() {
			return (tasks ??= [...tasksIn(roadmap)].map(task => infoOf(roadmap, task)));
		},
	};
}

interface Wish {
	readonly uri: Uri;
	readonly meant: readonly MeantTask[];
	readonly state: TaskState;
}

/** What is asked for, in objects of our own; `undefined` where it is anything else, or throws when it is looked at. */
function wishFrom(uri: unknown, ids: unknown, state: unknown): Wish | undefined {
	try {
		return uri instanceof Uri && isListOfTexts(ids) && isState(state)
			? { uri: Uri.parse(uri.toString(), true), meant: ids.map(id => ({ id })), state }
			: undefined;
	} catch {
		return undefined;
	}
}

function isListOfTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(item => typeof item === 'string');
}

function isState(value: unknown): value is TaskState {
	return states.includes(value);
}
