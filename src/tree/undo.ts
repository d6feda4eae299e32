import { commands, window, workspace, type TextDocumentContentChangeEvent } from 'vscode';
import { focusTree } from '../contributions';
import { pathAt } from '../core';
import { openDocument } from '../workspace/opening';
import type { Roadmaps } from '../workspace/roadmaps';
import type { ReadRoadmap, RoadmapFile } from '../workspace/roadmapFile';
import type { Element } from './model';

/** The roadmap whose last edit is meant: that of a row, else the only one with unsaved edits, else the first. */
export function roadmapToUndo(roadmaps: Roadmaps, row: Element | undefined): ReadRoadmap | undefined {
	const file = row?.content.file ?? lastEdited(roadmaps) ?? roadmaps.files[0];
	const now = file && roadmaps.get(file.uri);
	return now?.kind === 'read' ? now : undefined;
}

/** Where a text was changed. */
export interface ChangedPlace {
	readonly offset: number;
	/** How deep in the roadmap the row to show is at most: as deep as what was there before. */
	readonly depth?: number;
}

/**
 * Undoes, or does again, the last edit of a roadmap. VS Code undoes in the active editor, which may show another file: so the
 * roadmap's comes first. The keyboard's focus comes back to the tree.
 *
 * @returns Where that changed the text; nothing when there was nothing to undo.
 */
export async function undoIn(file: ReadRoadmap, command: 'undo' | 'redo'): Promise<ChangedPlace | undefined> {
	const document = await openDocument(file.uri);
	if (!document) {
		return undefined;
	}
	await window.showTextDocument(document, { preview: false });
	let changed: ChangedPlace | undefined;
	const listening = workspace.onDidChangeTextDocument(event => {
		if (event.document === document) {
			changed = placeOf(inOrder(event.contentChanges, file), file, document.getText()) ?? changed;
		}
	});
	try {
		await commands.executeCommand(command);
	} finally {
		listening.dispose();
	}
	await commands.executeCommand(focusTree);
	return changed;
}

/** One change, by where it is in the text after all of them. */
interface Change {
	readonly start: number;
	readonly came: string;
	/** Where the lines that went had their first words, in the text before. */
	readonly went?: number;
}

/**
 * The first lines that came, else what stands before the first lines that went, else the first words. The cursor would not
 * do: it is where it was before the edit, which was made in the tree.
 */
function placeOf(changes: readonly Change[], before: ReadRoadmap, after: string): ChangedPlace | undefined {
	const written = changes.filter(({ came }) => came.trim() !== '');
	const lines = written.find(({ came }) => came.includes('\n'));
	const gone = lines ? undefined : changes.find(({ went }) => went !== undefined);
	if (gone?.went !== undefined) {
		return {
			offset: Math.max(0, after.slice(0, gone.start).trimEnd().length - 1),
			depth: pathAt(before.roadmap, gone.went).length,
		};
	}
	const change = lines ?? written[0] ?? changes[0];
	// Spaces alone stand before what they indent.
	return change && { offset: change.start + (change.came.length - change.came.trimStart().length) };
}

function inOrder(changes: readonly TextDocumentContentChangeEvent[], { text }: ReadRoadmap): Change[] {
	let shift = 0;
	return [...changes]
		.sort((one, other) => one.rangeOffset - other.rangeOffset)
		.map(({ rangeOffset, rangeLength, range, text: came }) => {
			const start = rangeOffset + shift;
			shift += came.length - rangeLength;
			const words = text.slice(rangeOffset, rangeOffset + rangeLength).search(/\S/);
			return { start, came, ...(range.isSingleLine ? {} : { went: rangeOffset + Math.max(0, words) }) };
		});
}

function lastEdited(roadmaps: Roadmaps): RoadmapFile | undefined {
	const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
	const edited = roadmaps.files.filter(({ uri }) => dirty.has(uri.toString()));
	return edited.length === 1 ? edited[0] : undefined;
}
