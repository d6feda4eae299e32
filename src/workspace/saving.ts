import { l10n, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { patience, within } from '../util/patience';
import { escapeMessage } from '../util/text';
import { Turns } from '../util/turns';
import { pathOf } from './names';
import { readText } from './reading';
import { setting } from './settings';

/** Milliseconds after which somebody else's save mostly has ended, with what formats before it. */
const longestOfOthers = 1000;

/**
 * Does something, and tells it which documents are saved meanwhile. VS Code says of these that nothing in them is unsaved, even
 * of an edit that came too late for what was written.
 */
export async function followingSaves<T>(work: (saved: ReadonlySet<TextDocument>) => Promise<T>): Promise<T> {
	const saved = new Set<TextDocument>();
	const listener = workspace.onDidSaveTextDocument(document => saved.add(document));
	try {
		return await work(saved);
	} finally {
		listener.dispose();
	}
}

/**
 * Whether what was edited can be saved. VS Code edits what its settings make read-only like any other file, but takes such
 * an edit for nothing to save; after any other the document is unsaved, or saved already where it saves by itself.
 *
 * @param saved What was saved since before the edit.
 */
export async function isKept(document: TextDocument, saved: ReadonlySet<TextDocument>): Promise<boolean> {
	return (
		document.isDirty || saved.has(document) || (await within(patience, readText(document.uri))) === document.getText()
	);
}

/** Saves a document after an edit, if the person wants that; tells where it cannot be saved. */
export async function saveEdited(document: TextDocument, tell: (reason: string) => void): Promise<void> {
	if (setting('saveAfterEdit', document.uri) && !(await turnsOf(document).take(() => isSaved(document)))) {
		tell(couldNotBeSaved(document.uri));
	}
}

/** VS Code gives up a save, and says no, when another one of the same document begins. */
const turns = new WeakMap<TextDocument, Turns>();

function turnsOf(document: TextDocument): Turns {
	const known = turns.get(document) ?? new Turns();
	turns.set(document, known);
	return known;
}

/** Saves once more where it is not saved, as somebody else may have begun to save it, too. */
async function isSaved(document: TextDocument): Promise<boolean> {
	const save = async (): Promise<boolean> => (await within(patience, document.save())) === true;
	try {
		return (await save()) || !document.isDirty || (await isSavedByOthers(document)) || (await save());
	} catch {
		return false;
	}
}

/** Waits a while for a save that somebody else has begun. */
async function isSavedByOthers(document: TextDocument): Promise<boolean> {
	let listener: Disposable | undefined;
	const saved = new Promise<void>(resolve => {
		listener = workspace.onDidSaveTextDocument(each => each === document && resolve());
	});
	await within(longestOfOthers, saved);
	listener?.dispose();
	return !document.isDirty;
}

export function couldNotBeSaved(uri: Uri): string {
	return l10n.t(
		'{0} was changed, but could not be saved. Look whether there is room and you may write there; then save it yourself.',
		escapeMessage(pathOf(uri)),
	);
}
