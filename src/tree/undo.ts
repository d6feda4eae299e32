import { commands, window, workspace } from 'vscode';
import { focusTree } from '../contributions';
import type { Roadmaps } from '../workspace/roadmaps';
import type { ReadRoadmap, RoadmapFile } from '../workspace/roadmapFile';
import type { Element } from './model';

/** The roadmap whose last edit is meant: that of a row, else the only one with unsaved edits, else the first. */
export function roadmapToUndo(roadmaps: Roadmaps, row: Element | undefined): ReadRoadmap | undefined {
	const file = row?.content.file ?? lastEdited(roadmaps) ?? roadmaps.files[0];
	return file?.kind === 'read' ? file : undefined;
}

/**
 * Undoes, or does again, the last edit of a roadmap. VS Code undoes in the active editor, which may show another file: so the
 * roadmap's comes first. The keyboard's focus comes back to the tree.
 *
 * @returns The offset in the text that the cursor is at then.
 */
export async function undoIn({ uri }: ReadRoadmap, command: 'undo' | 'redo'): Promise<number> {
	const editor = await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
	await commands.executeCommand(command);
	await commands.executeCommand(focusTree);
	return editor.document.offsetAt(editor.selection.active);
}

function lastEdited(roadmaps: Roadmaps): RoadmapFile | undefined {
	const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
	const edited = roadmaps.files.filter(({ uri }) => dirty.has(uri.toString()));
	return edited.length === 1 ? edited[0] : undefined;
}
