import { workspace } from 'vscode';
import type { RoadmapFile } from './roadmapFile';

/** What to call each roadmap: by its file's name, and by its folder too where that name stands for several. */
export function namesOf(files: readonly RoadmapFile[]): string[] {
	const names = files.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
	return files.map(({ uri }, index) => {
		const name = names[index] ?? '';
		const clashes = names.filter(other => other.toLowerCase() === name.toLowerCase()).length > 1;
		const folder = clashes ? folderOf({ uri }) : '';
		return folder || name;
	});
}

/** The folder below the workspace's, or that folder's own name for a file at its top. */
function folderOf({ uri }: Pick<RoadmapFile, 'uri'>): string {
	const path = workspace.asRelativePath(uri);
	const slash = path.lastIndexOf('/');
	return slash < 0 ? (workspace.getWorkspaceFolder(uri)?.name ?? '') : path.slice(0, slash);
}
