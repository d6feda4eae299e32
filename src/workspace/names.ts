import { workspace, type Uri } from 'vscode';
import { tame } from '../util/text';
import type { RoadmapFile } from './roadmapFile';

/** File systems have their own limits, but not those of extensions. */
const longestName = 200;
const longestPath = 500;

/** Where a file is, as it is shown to people: its path in the workspace. */
export function pathOf(uri: Uri): string {
	return tame(workspace.asRelativePath(uri), longestPath);
}

/** The last answer: with each key all roadmaps are asked for again, and stand where they stood. */
let last = { folders: '', uris: [] as readonly Uri[], names: [] as readonly string[] };

/** What to call each roadmap: by its file's name, and by its folder too where that name stands for several. */
export function namesOf(files: readonly RoadmapFile[]): readonly string[] {
	const folders = foldersNow();
	const { uris } = last;
	if (folders !== last.folders || files.length !== uris.length || files.some(({ uri }, index) => uri !== uris[index])) {
		last = { folders, uris: files.map(({ uri }) => uri), names: namesIn(files, folders) };
	}
	return last.names;
}

function namesIn(files: readonly RoadmapFile[], folders: string): string[] {
	const names = files.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
	const counts = new Map<string, number>();
	for (const name of names.map(each => each.toLowerCase())) {
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return files.map(({ uri }, index) => {
		const name = names[index] ?? '';
		const clashes = (counts.get(name.toLowerCase()) ?? 0) > 1;
		return (clashes && folderOf(uri, folders)) || tame(name, longestName);
	});
}

/** The workspace's folders, which names depend on. */
function foldersNow(): string {
	return (workspace.workspaceFolders ?? []).map(({ name, uri }) => `${name} ${String(uri)}`).join('\n');
}

/** Found out for each as it is read, where others have their turn in between; naming thousands at once would block. */
const known = new WeakMap<Uri, { readonly folders: string; readonly name: string }>();

/** The folder below the workspace's, or that folder's own name for a file at its top. */
export function folderOf(uri: Uri, folders = foldersNow()): string {
	const found = known.get(uri);
	if (found?.folders === folders) {
		return found.name;
	}
	const path = workspace.asRelativePath(uri);
	const slash = path.lastIndexOf('/');
	const name = tame(slash < 0 ? (workspace.getWorkspaceFolder(uri)?.name ?? '') : path.slice(0, slash), longestName);
	known.set(uri, { folders, name });
	return name;
}
