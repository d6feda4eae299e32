import { commands, window, workspace } from 'vscode';
import { focusTree } from '../contributions';
import type { Roadmaps } from '../workspace/roadmaps';
import type { Element } from './model';

/**
 * Undoes the last edit of the selected row's roadmap. VS Code undoes in the active editor, which may show another file: so
 * the roadmap's comes first. The keyboard's focus stays in the tree.
 */
export async function undoIn(roadmaps: Roadmaps, rows: readonly Element[]): Promise<void> {
	await runIn(roadmaps, rows, 'undo');
}

export async function redoIn(roadmaps: Roadmaps, rows: readonly Element[]): Promise<void> {
	await runIn(roadmaps, rows, 'redo');
}

async function runIn(roadmaps: Roadmaps, [row]: readonly Element[], command: 'undo' | 'redo'): Promise<void> {
	const file = row?.content.file ?? lastEdited(roadmaps) ?? roadmaps.files[0];
	if (file?.kind !== 'read') {
		return;
	}
	await window.showTextDocument(await workspace.openTextDocument(file.uri), { preview: false });
	await commands.executeCommand(command);
	await commands.executeCommand(focusTree);
}

/** A roadmap with unsaved edits, if there is just one. */
function lastEdited(roadmaps: Roadmaps): Roadmaps['files'][number] | undefined {
	const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
	const edited = roadmaps.files.filter(({ uri }) => dirty.has(uri.toString()));
	return edited.length === 1 ? edited[0] : undefined;
}
