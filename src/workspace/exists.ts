import { FileSystemError, workspace, type Uri } from 'vscode';

/** Whether there is a file or folder; what cannot be looked at is not there. */
export async function exists(uri: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(uri);
		return true;
	} catch {
		return false;
	}
}

/** Whether something failed because a file or folder is not there. */
export function isMissing(error: unknown): boolean {
	return error instanceof FileSystemError && error.code === 'FileNotFound';
}
