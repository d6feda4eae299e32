import { workspace, type Uri } from 'vscode';
import type { Roadmaps } from '../workspace/roadmaps';
import type { UnknownTask } from '../workspace/states';
import { allFigures, placedLine, quoted } from './words';

/** What a model should know behind an edit: how far the roadmap is now, and whether the disk knows. */
export function afterwards(roadmaps: Roadmaps, uri: Uri, note: string | undefined): string[] {
	const file = roadmaps.get(uri);
	const isUnsaved = workspace.textDocuments.some(each => each.isDirty && each.uri.toString() === uri.toString());
	return [
		...(file?.kind === 'read' ? [`Now: ${allFigures(file.roadmap)}`] : []),
		...(isUnsaved
			? ['Not saved yet: the file on disk is as it was until the person saves it. One undo takes it back.']
			: []),
		...(note === undefined ? [] : [quoted(note)]),
	];
}

/** What may be meant by an id that no task has. */
export function nearestLines({ id, says, nearest }: UnknownTask): string {
	const reason =
		says === undefined
			? `There is no task with the id ${quoted(id)}.`
			: `The task with the id ${quoted(id)} says ${quoted(says)}.`;
	const lines = nearest.map(task => `- ${placedLine(task)}`);
	return [reason, ...(lines.length > 0 ? ['Nearest:', ...lines] : ['The tool roadmap_tasks lists the tasks.'])].join(
		'\n',
	);
}
