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

/** What to call each roadmap: by its file's name, and by its folder too where that name stands for several. */
export function namesOf(files: readonly RoadmapFile[]): string[] {
	const names = files.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
	return files.map(({ uri }, index) => {
		const name = names[index] ?? '';
		const clashes = names.filter(other => other.toLowerCase() === name.toLowerCase()).length > 1;
		const folder = clashes ? folderOf({ uri }) : '';
		return tame(folder || name, longestName);
	});
}

/** The folder below the workspace's, or that folder's own name for a file at its top. */
function folderOf({ uri }: Pick<RoadmapFile, 'uri'>): string {
	const path = workspace.asRelativePath(uri);
	const slash = path.lastIndexOf('/');
	return slash < 0 ? (workspace.getWorkspaceFolder(uri)?.name ?? '') : path.slice(0, slash);
}
