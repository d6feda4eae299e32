import {
	FileType,
	languages,
	RelativePattern,
	TabInputText,
	Uri,
	window,
	workspace,
	type TextDocument,
	type WorkspaceFolder,
} from 'vscode';
import { LastAnswers } from '../util/lastAnswers';
import { patience as diskPatience } from '../util/patience';
import { isMissing } from './exists';
import { setting } from './settings';

/**
 * How long a search is waited for, in milliseconds. In a virtual workspace VS Code waits for ever where nothing of the kind
 * searches; a disk takes its time.
 */
const patience = { virtual: 2000, disk: 60_000 };
const searches = new LastAnswers<readonly Uri[]>();
const listings = new LastAnswers<readonly [string, FileType][]>();

/** Folders looked into where files cannot be searched for, as in some virtual workspaces. */
const usualFolders = ['', 'docs'];

/** Told of what keeps a search from finding all that there is. */
export interface SearchListener {
	/** An answer came that was not waited for: now there is more to find. */
	whenLate(): void;
	/** A folder does not tell what is in it, and may do so another time. */
	whenFailed(): void;
}

/** Every file in the workspace that the settings call a roadmap. */
export async function findRoadmaps(listener: SearchListener): Promise<Uri[]> {
	const perFolder = await Promise.all(
		(workspace.workspaceFolders ?? []).map(folder =>
			folder.uri.scheme === 'file' ? search(folder, patience.disk, listener) : findInVirtualFolder(folder, listener),
		),
	);
	return perFolder.flat();
}

async function findInVirtualFolder(folder: WorkspaceFolder, listener: SearchListener): Promise<readonly Uri[]> {
	const found = await search(folder, patience.virtual, listener);
	// What searches virtual workspaces need not know of exclusions.
	return (found.length > 0 ? found : await filesInUsualFolders(folder, listener)).filter(uri =>
		isRoadmapIn(folder, uri),
	);
}

async function search(
	folder: WorkspaceFolder,
	milliseconds: number,
	listener: SearchListener,
): Promise<readonly Uri[]> {
	const globs = patternsIn(folder);
	const exclude = excludedIn(folder);
	const find = async (): Promise<Uri[]> => {
		const pattern = new RelativePattern(folder, exclude);
		return (await Promise.all(globs.map(include => workspace.findFiles(include, pattern)))).flat();
	};
	const question = JSON.stringify([folder.uri, globs.map(({ pattern }) => pattern), exclude]);
	return (await searches.ask(question, find, milliseconds, () => listener.whenLate())) ?? [];
}

async function filesInUsualFolders({ uri }: WorkspaceFolder, listener: SearchListener): Promise<Uri[]> {
	const found = await Promise.all(
		usualFolders.map(async name => {
			const folder = Uri.joinPath(uri, name);
			const entries = await list(folder, listener);
			return entries.filter(([, type]) => (type & FileType.File) !== 0).map(([entry]) => Uri.joinPath(folder, entry));
		}),
	);
	return found.flat();
}

/** What a folder holds, or held the last time where it does not tell now. */
async function list(folder: Uri, listener: SearchListener): Promise<readonly [string, FileType][]> {
	const key = folder.toString();
	try {
		return (
			(await listings.ask(
				key,
				() => readFolder(folder),
				diskPatience,
				() => listener.whenLate(),
			)) ?? []
		);
	} catch {
		listener.whenFailed();
		return listings.last(key) ?? [];
	}
}

async function readFolder(folder: Uri): Promise<[string, FileType][]> {
	try {
		return await workspace.fs.readDirectory(folder);
	} catch (error) {
		if (isMissing(error)) {
			return [];
		}
		throw error;
	}
}

/** Open roadmaps that a search may not find: in no folder at all, or deleted but unsaved or still in an editor. */
export function openRoadmaps(): Uri[] {
	const roadmaps = workspace.textDocuments.filter(isRoadmapDocument);
	// What an extension once opened VS Code keeps open for minutes, whether or not there still is a file.
	return (hasFolder() ? roadmaps.filter(isAtHand) : roadmaps).map(({ uri }) => uri);
}

function isAtHand({ isDirty, uri }: TextDocument): boolean {
	const tabs = window.tabGroups.all.flatMap(group => group.tabs);
	return isDirty || tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}

/** Whether an open document is a roadmap. */
export function isRoadmapDocument(document: TextDocument): boolean {
	const folder = workspace.getWorkspaceFolder(document.uri);
	if (!folder) {
		return !hasFolder() && isEditable(document) && matches(document.uri, setting('files', document.uri));
	}
	return isRoadmapIn(folder, document.uri);
}

/** A workspace of several folders may have none yet. */
function hasFolder(): boolean {
	return (workspace.workspaceFolders ?? []).length > 0;
}

function isRoadmapIn(folder: WorkspaceFolder, uri: Uri): boolean {
	return matches(uri, patternsIn(folder)) && !matches(uri, [new RelativePattern(folder, excludedIn(folder))]);
}

/** Old versions, as the editor of differences shows them, are no roadmaps. */
function isEditable({ isUntitled, uri }: TextDocument): boolean {
	return isUntitled || workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

function matches(uri: Uri, patterns: readonly (string | RelativePattern)[]): boolean {
	// Of a document, a pattern looks at the address only.
	return patterns.some(pattern => languages.match({ pattern }, { uri } as TextDocument) > 0);
}

/** The globs of a folder's roadmaps. */
export function patternsIn(folder: WorkspaceFolder): RelativePattern[] {
	return setting('files', folder).map(glob => new RelativePattern(folder, glob));
}

/** One glob for all that is left out. */
function excludedIn(folder: WorkspaceFolder): string {
	const globs = ['files', 'search'].flatMap(section => {
		const exclude = workspace.getConfiguration(section, folder).get<Record<string, unknown>>('exclude', {});
		return Object.keys(exclude).filter(glob => exclude[glob] === true);
	});
	return `{${['**/node_modules/**', ...globs.flatMap(glob => [glob, `${glob}/**`])].join(',')}}`;
}
