import { FilePermission, l10n, window, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';
import { relocate, toggle, type Node, type Parse, type TextEdit, type ToggleOptions } from '../core';
import { patience, within } from '../util/patience';
import { escapeMessage } from '../util/text';
import { Turns } from '../util/turns';
import { applied, apply, inverse, isAsAsked, rangeOf, type Planned } from './applying';
import { exists } from './exists';
import { pathOf } from './names';
import { openDocument } from './opening';
import type { ReadRoadmap } from './roadmapFile';
import type { Roadmaps } from './roadmaps';
import { couldNotBeSaved, followingSaves, isKept, saveEdited } from './saving';
import { setting } from './settings';

/** An edit that a person typed into between its making and its applying is made again, this often. */
const attempts = 3;

/** What became of an edit: applied, nothing to do, or refused for a reason that the person is told. */
export type Outcome = 'applied' | 'unchanged' | 'refused';

/** Tells whoever wants an edit why it was not made, or not saved: a sentence with what to do, as for a notification. */
export type Tell = (reason: string) => void;

/** Tells the person in front of VS Code. */
const tellPerson: Tell = reason => void window.showWarningMessage(reason);

/**
 * Ticks or unticks nodes of a roadmap as it was shown. What is edited is the document as it is now: nodes are found again
 * there, and where one is gone nothing is changed.
 */
export async function toggleNodes(
	roadmaps: Roadmaps,
	{ uri, text, roadmap }: ReadRoadmap,
	nodes: readonly Node[],
	options: ToggleOptions = {},
	tell = tellPerson,
): Promise<Outcome> {
	const make: MakeEdits = (now, parse) => {
		// The same text makes the same edits, whichever reading the nodes are from.
		const current = now === text ? roadmap : parse(now);
		const found = current === roadmap ? nodes : nodes.map(node => relocate(roadmap, node, current));
		if (!found.every(node => node !== undefined)) {
			return l10n.t('The task has changed or is gone; nothing was ticked. The tree shows the roadmap as it is now.');
		}
		return toggle(now, current, found, { cascade: setting('cascade', uri), ...options });
	};
	return await editRoadmaps(roadmaps, [{ uri, make }], tell);
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
export async function editRoadmaps(
	roadmaps: Roadmaps,
	changes: readonly RoadmapEdit[],
	tell = tellPerson,
): Promise<Outcome> {
	const documents: TextDocument[] = [];
	for (const { uri } of changes) {
		const document = await openToEdit(roadmaps, uri, tell);
		if (!document) {
			return 'refused';
		}
		documents.push(document);
	}
	return await followingSaves(async saved => {
		const made = await turns.take(() => make(roadmaps, changes, documents, tell));
		if (typeof made === 'string') {
			return made;
		}
		return await (made.isWhole ? finish(made.planned, saved, tell) : takeBack(made.planned, tell));
	});
}

/** Edits that were made at the same time would not know of each other, and two alike would look like one. */
const turns = new Turns(patience);

/** Plans edits and applies them, as often as somebody types in between. */
async function make(
	roadmaps: Roadmaps,
	changes: readonly RoadmapEdit[],
	documents: readonly TextDocument[],
	tell: Tell,
): Promise<Made | Outcome> {
	// No waiting between reading the texts and applying the edits: their offsets are good for these texts only.
	for (let attempt = 0; attempt < attempts; attempt++) {
		const planned: Planned[] = [];
		const versions = documents.map(({ version }) => version);
		for (const [index, { uri, make }] of changes.entries()) {
			const document = documents[index] as TextDocument;
			const before = document.getText();
			const parser = roadmaps.parserOf(uri);
			const edits = make(before, text => parser.parse(text));
			if (typeof edits === 'string') {
				return refuse(edits, tell);
			}
			planned.push({ document, version: document.version, before, edits });
		}
		const changing = planned.filter(({ edits }) => edits.length > 0);
		if (changing.length === 0) {
			return 'unchanged';
		}
		const isApplied = await apply(changing);
		const made = changing.filter(plan => (isApplied ? plan.document.version !== plan.version : isAsAsked(plan)));
		if (made.length > 0) {
			return { planned: made, isWhole: made.length === changing.length };
		}
		if (documents.every(({ version }, index) => version === versions[index])) {
			break; // nobody typed: another attempt would end the same way
		}
	}
	return refuse(couldNotBeChanged((documents[0] as TextDocument).uri), tell);
}

/** Edits that were applied, and whether these are all that were to be. */
interface Made {
	readonly planned: readonly Planned[];
	readonly isWhole: boolean;
}

/** Takes edits back if one of them cannot be kept; else saves what is to be saved. */
async function finish(changed: readonly Planned[], saved: ReadonlySet<TextDocument>, tell: Tell): Promise<Outcome> {
	for (const { document } of changed) {
		if (!(await isKept(document, saved))) {
			return await takeBack(changed, tell);
		}
	}
	for (const { document } of changed) {
		await saveEdited(document, tell);
	}
	return 'applied';
}

/** Takes edits back; not where somebody has gone on typing, as something else might be taken out. */
async function takeBack(changed: readonly Planned[], tell: Tell): Promise<Outcome> {
	const { uri } = (changed[0] as Planned).document;
	const isUntouched = changed.every(isAsAsked);
	if (isUntouched && (await apply(changed.map(inverse)))) {
		return refuse(couldNotBeChanged(uri), tell);
	}
	tell(couldNotBeSaved(uri));
	return 'applied';
}

/** An edit for a person to accept or to leave out, and the group that it is shown in. */
export interface Proposal {
	readonly edit: TextEdit;
	readonly group: string;
}

/**
 * Shows edits in VS Code's refactor preview, where the person takes from them what they like. What is left is applied when
 * they say so, with one undo; when they do not, nothing has changed.
 *
 * @param propose Makes the edits, or says in a sentence why it makes none.
 */
export async function proposeEdits(
	roadmaps: Roadmaps,
	uri: Uri,
	propose: (text: string, parse: Parse) => readonly Proposal[] | string,
): Promise<Outcome> {
	const document = await openToEdit(roadmaps, uri, tellPerson);
	if (!document) {
		return 'refused';
	}
	const isInFile = (await within(patience, exists(uri))) ?? true;
	// No waiting between reading the text and showing the edits: their offsets are good for this text only.
	const parser = roadmaps.parserOf(uri);
	const before = document.getText();
	const proposals = propose(before, text => parser.parse(text));
	if (typeof proposals === 'string') {
		return refuse(proposals, tellPerson);
	}
	return await followingSaves(async saved => {
		if (!(await preview(document, proposals, isInFile))) {
			return 'unchanged'; // discarded; where the document has changed meanwhile, VS Code has said so
		}
		const edited = await openDocument(uri, () => undefined);
		if (!edited) {
			return 'applied';
		}
		const all = { start: 0, end: before.length, newText: edited.getText() };
		return await finish([{ document: edited, version: edited.version, before, edits: [all] }], saved, tellPerson);
	});
}

/**
 * VS Code shows a preview where one edit at least is to be confirmed, and each such edit unticked. So that all others are
 * ticked, that one is to create the file, which VS Code neither shows nor does, as the file is there. What is in no file
 * yet, or in none any more, comes unticked.
 */
async function preview(document: TextDocument, proposals: readonly Proposal[], isInFile: boolean): Promise<boolean> {
	const { uri } = document;
	const all = new WorkspaceEdit();
	if (isInFile) {
		all.createFile(uri, { ignoreIfExists: true }, { label: '', needsConfirmation: true });
	}
	for (const { edit, group } of proposals) {
		all.replace(uri, rangeOf(document, edit), edit.newText, { label: group, needsConfirmation: !isInFile });
	}
	return await applied(all);
}

/** Opens a roadmap, or tells why it cannot be edited. What is no roadmap of the workspace is not, whoever asks for it. */
async function openToEdit(roadmaps: Roadmaps, uri: Uri, tell: Tell): Promise<TextDocument | undefined> {
	if (!roadmaps.get(uri)) {
		refuse(l10n.t('{0} is no roadmap of this workspace, or no longer; nothing was changed.', nameOf(uri)), tell);
		return undefined;
	}
	const document = await openDocument(uri, tell);
	if (document && (await isReadonly(uri))) {
		refuse(l10n.t('{0} is read-only; nothing was changed. Make it writable first.', nameOf(uri)), tell);
		return undefined;
	}
	return document;
}

function couldNotBeChanged(uri: Uri): string {
	return l10n.t('{0} could not be changed: it is read-only, or another program changed it. Try again.', nameOf(uri));
}

async function isReadonly(uri: Uri): Promise<boolean> {
	if (workspace.fs.isWritableFileSystem(uri.scheme) === false) {
		return true;
	}
	try {
		const stat = await within(patience, workspace.fs.stat(uri));
		return ((stat?.permissions ?? 0) & FilePermission.Readonly) !== 0;
	} catch {
		return false;
	}
}

function refuse(reason: string, tell: Tell): Outcome {
	tell(reason);
	return 'refused';
}

function nameOf(uri: Uri): string {
	return escapeMessage(pathOf(uri));
}
