import {
	FileSystemError,
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
import { patience as diskPatience, within } from '../util/patience';
import { setting } from './settings';

/** VS Code waits for ever for something that searches a virtual workspace, where there may be nothing of the kind. */
const patience = 2000;
/** The schemes that something searches for certain, and those where an answer is late. */
const searchable = new Set<string>();
const late = new Map<string, Promise<void>>();

/** What folders held when they last told, by their addresses. */
const listed = new Map<string, readonly [string, FileType][]>();

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
			folder.uri.scheme === 'file' ? search(folder) : findInVirtualFolder(folder, listener),
		),
	);
	return perFolder.flat();
}

async function search(folder: WorkspaceFolder): Promise<Uri[]> {
	const exclude = new RelativePattern(folder, excludedIn(folder));
	const searches = patternsIn(folder).map(include => workspace.findFiles(include, exclude));
	return (await Promise.all(searches)).flat();
}

async function findInVirtualFolder(folder: WorkspaceFolder, listener: SearchListener): Promise<Uri[]> {
	const { scheme } = folder.uri;
	const found = late.has(scheme) ? [] : await searchPatiently(folder);
	void late.get(scheme)?.then(
		() => listener.whenLate(),
		() => undefined,
	);
	// What searches virtual workspaces need not know of exclusions.
	return (found.length > 0 ? found : await filesInUsualFolders(folder, listener)).filter(uri =>
		isRoadmapIn(folder, uri),
	);
}

async function searchPatiently(folder: WorkspaceFolder): Promise<Uri[]> {
	const { scheme } = folder.uri;
	const searching = search(folder);
	if (searchable.has(scheme)) {
		return await searching;
	}
	const answer = searching.then(() => {
		searchable.add(scheme);
		late.delete(scheme);
	});
	answer.catch(() => undefined); // told where the search is waited for
	const found = await within(patience, searching);
	if (!found) {
		late.set(scheme, answer);
	}
	return found ?? [];
}

async function filesInUsualFolders({ uri }: WorkspaceFolder, listener: SearchListener): Promise<Uri[]> {
	const found = await Promise.all(
		usualFolders.map(async name => {
			const folder = Uri.joinPath(uri, name);
			const entries = await listPatiently(folder, listener);
			return entries.filter(([, type]) => (type & FileType.File) !== 0).map(([entry]) => Uri.joinPath(folder, entry));
		}),
	);
	return found.flat();
}

/** What a folder held the last time, where it does not tell now. */
async function listPatiently(folder: Uri, listener: SearchListener): Promise<readonly [string, FileType][]> {
	const key = folder.toString();
	const known = listed.get(key) ?? [];
	const listing = listFolder(folder);
	const keep = (entries: readonly [string, FileType][] | 'failed'): readonly [string, FileType][] => {
		if (entries === 'failed') {
			listener.whenFailed();
			return known;
		}
		listed.set(key, entries);
		return entries;
	};
	const entries = await within(diskPatience, listing);
	if (entries) {
		return keep(entries);
	}
	void listing.then(late => {
		// Else what is always late would be searched for ever.
		if (JSON.stringify(keep(late)) !== JSON.stringify(known)) {
			listener.whenLate();
		}
	});
	return known;
}

async function listFolder(folder: Uri): Promise<[string, FileType][] | 'failed'> {
	try {
		return await workspace.fs.readDirectory(folder);
	} catch (error) {
		return error instanceof FileSystemError && error.code === 'FileNotFound' ? [] : 'failed';
	}
}

/** Open roadmaps that a search may not find: in no folder at all, or deleted but unsaved or still in an editor. */
export function openRoadmaps(): Uri[] {
	const { textDocuments, workspaceFolders } = workspace;
	const roadmaps = textDocuments.filter(isRoadmapDocument);
	// What an extension once opened VS Code keeps open for minutes, whether or not there still is a file.
	return (workspaceFolders ? roadmaps.filter(isAtHand) : roadmaps).map(({ uri }) => uri);
}

function isAtHand({ isDirty, uri }: TextDocument): boolean {
	const tabs = window.tabGroups.all.flatMap(group => group.tabs);
	return isDirty || tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}

/** Whether an open document is a roadmap. */
export function isRoadmapDocument(document: TextDocument): boolean {
	const folder = workspace.getWorkspaceFolder(document.uri);
	if (!folder) {
		return !workspace.workspaceFolders && isEditable(document) && matches(document.uri, setting('files', document.uri));
	}
	return isRoadmapIn(folder, document.uri);
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
