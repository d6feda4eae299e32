import { l10n, workspace, type TextDocumentContentChangeEvent, type TextEditor } from 'vscode';
import { toggleAt } from '../core';
import { editRoadmap } from '../workspace/editing';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';

/**
 * Ticks or unticks the tasks under all cursors and selections of a roadmap's editor: where they are now, wherever they are
 * by the time that it can be edited.
 *
 * @returns Whether it is a roadmap.
 */
export async function toggleInEditor(roadmaps: Roadmaps, { document, selections }: TextEditor): Promise<boolean> {
	let spans = selections.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
	const listener = workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
		if (changed === document) {
			const after = (offset: number): number => offsetAfter(offset, contentChanges);
			spans = spans.map(({ start, end }) => ({ start: after(start), end: after(end) }));
		}
	});
	try {
		await roadmaps.whenReady;
		if (roadmaps.get(document.uri)?.kind !== 'read') {
			return false;
		}
		await editRoadmap(roadmaps, document.uri, (text, parse) => {
			const edits = toggleAt(text, parse(text), spans, { cascade: setting('cascade', document.uri) });
			return edits.length > 0 ? edits : l10n.t('There is no task here. Put the cursor on a task or another list item.');
		});
		return true;
	} finally {
		listener.dispose();
	}
}

/** Where an offset is after changes of the text; where what was there has gone, before what is there instead. */
function offsetAfter(offset: number, changes: readonly TextDocumentContentChangeEvent[]): number {
	return changes.reduce((moved, { rangeOffset, rangeLength, text }) => {
		const inside = offset - rangeOffset;
		return inside > 0 ? moved + (inside < rangeLength ? -inside : text.length - rangeLength) : moved;
	}, offset);
}
