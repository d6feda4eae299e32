import { workspace, type Uri, type WorkspaceFolder } from 'vscode';

/**
 * Has the suites see a folder of a file system as one more folder of the workspace, in which all of that file system is. VS Code
 * itself does not know it: adding it would start the extension host, and the tests with it, anew.
 *
 * @returns Takes it out again.
 */
export function asWorkspaceFolder(added: Uri): () => void {
	const folder: WorkspaceFolder = { uri: added, name: 'added', index: 1 };
	const folders = Object.getOwnPropertyDescriptor(workspace, 'workspaceFolders') ?? {};
	const { getWorkspaceFolder, workspaceFolders = [] } = workspace;
	Object.defineProperty(workspace, 'workspaceFolders', {
		configurable: true,
		get: () => [...workspaceFolders, folder],
	});
	Object.assign(workspace, {
		getWorkspaceFolder: (uri: Uri) => (uri.scheme === added.scheme ? folder : getWorkspaceFolder(uri)),
	});
	return () => {
		Object.defineProperty(workspace, 'workspaceFolders', folders);
		Object.assign(workspace, { getWorkspaceFolder });
	};
}
