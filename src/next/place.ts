import { window, type TextDocument } from 'vscode';
import { nextTask } from '../core';
import { tellThatThereAreNoTasks } from '../workspace/absence';
import { addressIn, tellThatThereIsNoRoadmap } from '../workspace/addresses';
import { openDocument } from '../workspace/opening';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';

/** A roadmap, and where in it to go on from. */
export interface Place {
	readonly file: ReadRoadmap;
	readonly document: TextDocument;
	/** Where the cursor is; `undefined` where it is in no editor of this roadmap. */
	readonly offset: number | undefined;
}

/**
 * The roadmap that is meant: the one of this address; without one that of the active editor, else the first one that has
 * something left to do. Where there is none, or it cannot be opened, the person is told.
 *
 * @param address A roadmap's, as a `Uri` or in words, as in a link; anything else is overlooked.
 */
export async function placeIn(roadmaps: Roadmaps, address: unknown): Promise<Place | undefined> {
	const editor = window.activeTextEditor;
	const files = roadmaps.files.filter(file => file.kind === 'read');
	const at = (key: string | undefined): ReadRoadmap | undefined => files.find(({ uri }) => uri.toString() === key);
	const wanted = addressIn(address);
	if (wanted !== undefined && !at(wanted)) {
		tellThatThereIsNoRoadmap();
		return undefined;
	}
	const file =
		at(wanted ?? editor?.document.uri.toString()) ?? files.find(({ roadmap }) => nextTask(roadmap)) ?? files[0];
	if (!file) {
		tellThatThereAreNoTasks(roadmaps);
		return undefined;
	}
	const isHere = editor?.document.uri.toString() === file.uri.toString();
	const document = isHere ? editor.document : await openDocument(file.uri);
	return document && { file, document, offset: isHere ? document.offsetAt(editor.selection.active) : undefined };
}
