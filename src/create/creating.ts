import {
	l10n,
	Range,
	Uri,
	window,
	workspace,
	WorkspaceEdit,
	type OpenDialogOptions,
	type QuickPickItem,
	type TextDocument,
} from 'vscode';
import { escapeIcons, escapeMessage, tame } from '../util/text';
import { applied } from '../workspace/applying';
import { exists } from '../workspace/exists';
import { openDocument } from '../workspace/opening';
import { outlineFrom } from './outline';
import { empty, learningPath, project, releasePlan } from './templates';

const fileName = 'ROADMAP.md';

/** Of the file that is in the editor. */
const longestName = 200;

/**
 * Asks where a roadmap is to be and what it is to start with, and opens it with the words of its title selected. What is
 * there already is shown and stays as it is.
 */
export async function createRoadmap(): Promise<void> {
	const uri = await chooseAddress();
	if (!uri || (await showExisting(uri))) {
		return;
	}
	const text = await chooseText();
	const document = text !== undefined && (await write(uri, text)) ? await openDocument(uri) : undefined;
	if (document) {
		await show(document);
	}
}

async function chooseAddress(): Promise<Uri | undefined> {
	const where = l10n.t('Where should the roadmap be?');
	const [only, ...others] = workspace.workspaceFolders ?? [];
	if (!only) {
		const options = { title: where, openLabel: l10n.t('Create Here'), canSelectFolders: true, canSelectFiles: false };
		const [chosen] = (await window.showOpenDialog({ ...options, ...proposed() })) ?? [];
		return chosen && (await addressIn(chosen));
	}
	const folder = others.length > 0 ? await window.showWorkspaceFolderPick({ placeHolder: where }) : only;
	return folder && (await addressIn(folder.uri));
}

/** The person's own folder, where that is known: on the web there is none. */
function proposed(): OpenDialogOptions {
	const { process } = globalThis as { process?: { readonly env: Readonly<Record<string, string | undefined>> } };
	const home = process?.env['HOME'] ?? process?.env['USERPROFILE'];
	return home ? { defaultUri: Uri.file(home) } : {};
}

/** Where the roadmap of a folder is, in whatever letter case, or where it is to be. */
async function addressIn(folder: Uri): Promise<Uri> {
	const entries = await workspace.fs.readDirectory(folder).then(
		found => found,
		() => [],
	);
	const there = entries.find(([name]) => name.toLowerCase() === fileName.toLowerCase());
	return Uri.joinPath(folder, there?.[0] ?? fileName);
}

/** Shows a roadmap that is there, and says so. */
async function showExisting(uri: Uri): Promise<boolean> {
	const isThere = await exists(uri);
	if (isThere) {
		const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
		void window.showInformationMessage(l10n.t('{0} is there already.', escapeMessage(name)));
		await window.showTextDocument(uri, { preview: false });
	}
	return isThere;
}

interface Start extends QuickPickItem {
	readonly text: () => string;
}

async function chooseText(): Promise<string | undefined> {
	const starts: Start[] = [
		{
			label: l10n.t('Empty'),
			detail: l10n.t('A title, a section and a task to put your words in'),
			text: empty,
		},
		{
			label: l10n.t('Project'),
			detail: l10n.t('What is done now, what is next, and what can wait'),
			text: project,
		},
		{
			label: l10n.t('Release Plan'),
			detail: l10n.t('A section for each version'),
			text: releasePlan,
		},
		{
			label: l10n.t('Learning Path: Backend Developer'),
			detail: l10n.t('From how the web works to projects of your own; change it into what you want to learn'),
			text: learningPath,
		},
		...startsFromEditor(),
	];
	const picked = await window.showQuickPick(starts, { placeHolder: l10n.t('What should the roadmap start with?') });
	return picked?.text();
}

/** From the headings of the Markdown that is open in the active editor, if it has any. */
function startsFromEditor(): Start[] {
	const document = window.activeTextEditor?.document;
	const outline = document?.languageId === 'markdown' ? outlineFrom(document.getText()) : undefined;
	if (!document || outline === undefined) {
		return [];
	}
	const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
	return [
		{
			label: l10n.t('Headings of {0}', escapeIcons(tame(name, longestName))),
			detail: l10n.t('A section for each heading of the open document'),
			text: () => outline,
		},
	];
}

/** Writes where nothing is. Says so where that cannot be. */
async function write(uri: Uri, text: string): Promise<boolean> {
	const edit = new WorkspaceEdit();
	edit.createFile(uri, { contents: new TextEncoder().encode(text) });
	const isWritten = await applied(edit);
	if (!isWritten) {
		void window.showWarningMessage(
			l10n.t('{0} could not be created. Look whether there is room and you may write into the folder.', fileName),
		);
	}
	return isWritten;
}

/** Selects the words of the title, so that typing puts others in their place. */
async function show(document: TextDocument): Promise<void> {
	const { text } = document.lineAt(0);
	const start = text.search(/[^#\s]/);
	await window.showTextDocument(document, { selection: new Range(0, start, 0, text.length), preview: false });
}
