import {
	commands,
	extensions,
	FileSystemError,
	RelativePattern,
	Uri,
	window,
	workspace,
	type TextDocument,
	type TextEditor,
} from 'vscode';
import { until } from './until';

/** The folder of the workspace, a copy of the sample that tests change as they like. */
export const root = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/no-folder');

/** In VS Code for the Web the folder is in the memory of a page. */
export const isVirtual = root.scheme !== 'file';

/** The sample's own roadmap, which the extension has found when it starts. */
export const sample = at('ROADMAP.md');

let folders = 0;

/** A path in the workspace. */
export function at(...path: readonly string[]): Uri {
	return Uri.joinPath(root, ...path.flatMap(part => part.split('/')));
}

/** A folder that no test has used before, as a path in the workspace. */
export function freshFolder(): string {
	return `test-${++folders}`;
}

export async function write(uri: Uri, content: string | Uint8Array): Promise<Uri> {
	await workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
	return uri;
}

export async function read(uri: Uri): Promise<string> {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
}

export async function exists(uri: Uri): Promise<boolean> {
	return workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}

export async function remove(uri: Uri): Promise<void> {
	try {
		await workspace.fs.delete(uri, { recursive: true });
	} catch (error) {
		if (!(error instanceof FileSystemError)) {
			throw error;
		}
	}
}

/**
 * Opens a file in an editor that is there to stay, as a person would: what an extension opens with `showTextDocument` VS
 * Code keeps for minutes after its editor was closed.
 */
export async function open(uri: Uri): Promise<TextEditor> {
	await commands.executeCommand('vscode.open', uri, { preview: false });
	return until(
		() => (window.activeTextEditor?.document.uri.toString() === uri.toString() ? window.activeTextEditor : undefined),
		() => window.activeTextEditor?.document.uri.toString(),
	);
}

/** Closes every editor, whatever is unsaved, and waits until VS Code has told so. */
export async function closeEditors(): Promise<void> {
	for (const { uri } of workspace.textDocuments.filter(isUnsaved)) {
		await open(uri);
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	}
	if (window.activeTextEditor || window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
		await commands.executeCommand('workbench.action.closeAllEditors');
	}
	await until(
		() => window.tabGroups.all.every(({ tabs }) => tabs.length === 0) && !window.activeTextEditor,
		() => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label, isDirty }) => ({ label, isDirty }))),
	);
}

/** Settings are unsaved for a moment while VS Code writes them, which is its own affair. */
function isUnsaved({ isClosed, isDirty, uri }: TextDocument): boolean {
	return isDirty && !isClosed && !uri.path.endsWith('/settings.json');
}

let watched: Promise<void> | undefined;

/** Ends when the disk is being watched, which starts some time after the window was opened. */
export function diskIsWatched(): Promise<void> {
	return (watched ??= waitForWatcher());
}

async function waitForWatcher(): Promise<void> {
	const file = at('watched.txt');
	const watcher = workspace.createFileSystemWatcher(new RelativePattern(root, '*.txt'));
	let isSeen = false;
	const see = (): void => void (isSeen = true);
	watcher.onDidCreate(see);
	watcher.onDidChange(see);
	await until(async () => {
		await write(file, String(Date.now()));
		return isSeen;
	});
	watcher.dispose();
	await remove(file);
}

/**
 * Ends when VS Code's own Markdown is there, which takes seconds on a busy machine: what asks all providers of a Markdown
 * file waits for it too.
 */
export async function markdownIsThere(): Promise<void> {
	await extensions.getExtension('vscode.markdown-language-features')?.activate();
	await open(sample);
	await commands.executeCommand('vscode.executeLinkProvider', sample);
}
