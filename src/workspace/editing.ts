import { FilePermission, l10n, Range, window, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';
import { relocate, toggle, type Node, type Parse, type TextEdit, type ToggleOptions } from '../core';
import { escapeMessage } from '../util/text';
import { readText } from './reading';
import type { ReadRoadmap } from './roadmapFile';
import type { Roadmaps } from './roadmaps';
import { setting } from './settings';

/** An edit that a person typed into between its making and its applying is made again, this often. */
const attempts = 3;

/** What became of an edit: applied, nothing to do, or refused for a reason that the person is told. */
export type Outcome = 'applied' | 'unchanged' | 'refused';

/**
 * Ticks or unticks nodes of a roadmap as it was shown. What is edited is the document as it is now: nodes are found again
 * there, and where one is gone nothing is changed.
 */
export async function toggleNodes(
	roadmaps: Roadmaps,
	{ uri, text, roadmap }: ReadRoadmap,
	nodes: readonly Node[],
	options: ToggleOptions = {},
): Promise<Outcome> {
	return await editRoadmap(roadmaps, uri, (now, parse) => {
		// The same text makes the same edits, whichever reading the nodes are from.
		const current = now === text ? roadmap : parse(now);
		const found = current === roadmap ? nodes : nodes.map(node => relocate(roadmap, node, current));
		if (!found.every(node => node !== undefined)) {
			return l10n.t('The task has changed or is gone; nothing was ticked. The tree shows the roadmap as it is now.');
		}
		return toggle(now, current, found, { cascade: setting('cascade', uri), ...options });
	});
}

/** Makes the edits of a document as it is now, or says in a sentence why it makes none. */
export type MakeEdits = (text: string, parse: Parse) => readonly TextEdit[] | string;

/** A roadmap that is to be changed. */
export interface RoadmapEdit {
	readonly uri: Uri;
	readonly make: MakeEdits;
}

/** Changes one roadmap; see `editRoadmaps`. */
export async function editRoadmap(roadmaps: Roadmaps, uri: Uri, make: MakeEdits): Promise<Outcome> {
	return await editRoadmaps(roadmaps, [{ uri, make }]);
}

/**
 * Changes roadmaps as typing would: the fewest characters, one undo, not saved unless the settings ask for it. Either all of
 * them change or none.
 *
 * @param changes In the order in which their edits are made. These may be made again when a document changed before they
 * were applied.
 */
export async function editRoadmaps(roadmaps: Roadmaps, changes: readonly RoadmapEdit[]): Promise<Outcome> {
	const documents: TextDocument[] = [];
	for (const { uri } of changes) {
		const document = await open(uri);
		if (!document) {
			return refuse(l10n.t('{0} cannot be opened; nothing was changed.', nameOf(uri)));
		}
		if (await isReadonly(uri)) {
			return refuse(l10n.t('{0} is read-only; nothing was changed.', nameOf(uri)));
		}
		documents.push(document);
	}
	// No waiting between reading the texts and applying the edits: their offsets are good for these texts only.
	for (let attempt = 0; attempt < attempts; attempt++) {
		const planned: Planned[] = [];
		for (const [index, { uri, make }] of changes.entries()) {
			const document = documents[index] as TextDocument;
			const before = document.getText();
			const parser = roadmaps.parserOf(uri);
			const edits = make(before, text => parser.parse(text));
			if (typeof edits === 'string') {
				return refuse(edits);
			}
			planned.push({ document, before, version: document.version, edits });
		}
		const changing = planned.filter(({ edits }) => edits.length > 0);
		if (changing.length === 0) {
			return 'unchanged';
		}
		if (await apply(changing)) {
			return await finish(changing);
		}
		if (changing.every(({ document, version }) => document.version === version)) {
			break; // nobody typed: another attempt would end the same way
		}
	}
	return refuse(couldNotBeChanged((documents[0] as TextDocument).uri));
}

/** Edits of a document, and what they were made for. */
interface Planned {
	readonly document: TextDocument;
	readonly before: string;
	readonly version: number;
	readonly edits: readonly TextEdit[];
}

/** Takes edits back if one of them cannot be kept; else saves what is to be saved. */
async function finish(changed: readonly Planned[]): Promise<Outcome> {
	for (const { document } of changed) {
		if (!(await isKept(document))) {
			await apply(changed.map(inverse));
			return refuse(couldNotBeChanged(document.uri));
		}
	}
	for (const { document } of changed) {
		await save(document);
	}
	return 'applied';
}

async function open(uri: Uri): Promise<TextDocument | undefined> {
	try {
		return await workspace.openTextDocument(uri);
	} catch {
		return undefined; // gone, or more than VS Code hands to extensions
	}
}

async function apply(changes: readonly Pick<Planned, 'document' | 'edits'>[]): Promise<boolean> {
	const edit = new WorkspaceEdit();
	for (const { document, edits } of changes) {
		for (const { start, end, newText } of edits) {
			edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
		}
	}
	return await workspace.applyEdit(edit);
}

/**
 * Whether what was edited can be saved. VS Code edits what its settings make read-only like any other file, but takes such
 * an edit for nothing to save; after any other the document is unsaved, or saved already where it saves by itself.
 */
async function isKept(document: TextDocument): Promise<boolean> {
	return document.isDirty || (await readText(document.uri)) === document.getText();
}

function inverse({ document, before, edits }: Planned): Pick<Planned, 'document' | 'edits'> {
	let shift = 0;
	const back = edits.map(({ start, end, newText }) => {
		const from = start + shift;
		shift += newText.length - (end - start);
		return { start: from, end: from + newText.length, newText: before.slice(start, end) };
	});
	return { document, edits: back };
}

function couldNotBeChanged(uri: Uri): string {
	return l10n.t('{0} could not be changed: it is read-only, or another program changed it. Try again.', nameOf(uri));
}

async function save(document: TextDocument): Promise<void> {
	if (setting('saveAfterEdit', document.uri) && !(await document.save())) {
		void window.showWarningMessage(
			l10n.t('{0} was changed but could not be saved; save it yourself.', nameOf(document.uri)),
		);
	}
}

async function isReadonly(uri: Uri): Promise<boolean> {
	if (workspace.fs.isWritableFileSystem(uri.scheme) === false) {
		return true;
	}
	try {
		return (((await workspace.fs.stat(uri)).permissions ?? 0) & FilePermission.Readonly) !== 0;
	} catch {
		return false;
	}
}

function refuse(reason: string): Outcome {
	void window.showWarningMessage(reason);
	return 'refused';
}

function nameOf(uri: Uri): string {
	return escapeMessage(workspace.asRelativePath(uri));
}
