import { l10n, type TextEditor } from 'vscode';
import { toggleAt } from '../core';
import { editRoadmap } from '../workspace/editing';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';

/** Ticks or unticks the tasks under all cursors and selections of a roadmap's editor. */
export async function toggleInEditor(roadmaps: Roadmaps, editor: TextEditor): Promise<void> {
	const { document } = editor;
	await editRoadmap(roadmaps, document.uri, (text, parse) => {
		const selections = editor.selections.map(({ start, end }) => ({
			start: document.offsetAt(start),
			end: document.offsetAt(end),
		}));
		const edits = toggleAt(text, parse(text), selections, { cascade: setting('cascade', document.uri) });
		return edits.length > 0 ? edits : l10n.t('There is no task here. Put the cursor on a task or another list item.');
	});
}
