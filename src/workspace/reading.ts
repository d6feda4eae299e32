import { workspace, type Uri } from 'vscode';
import { isMissing } from './exists';
import type { Problem } from './roadmapFile';

/** VS Code shows larger files, but hands none of their text to extensions, so that nothing could be ticked in them. */
const largest = 50 * 1024 * 1024;

/** What stands in a file on disk, or why that cannot be told; `undefined` where there is no file. */
export async function readText(uri: Uri): Promise<string | { readonly problem: Problem } | undefined> {
	try {
		const { size } = await workspace.fs.stat(uri);
		if (size > largest) {
			return { problem: 'tooLarge' };
		}
		const bytes = await workspace.fs.readFile(uri);
		return await decode(uri, bytes);
	} catch (error) {
		return isMissing(error) ? undefined : { problem: 'unreadable' };
	}
}

/** Decodes as the editor would, byte order mark and `files.encoding` included. */
async function decode(uri: Uri, bytes: Uint8Array): Promise<string | { readonly problem: Problem }> {
	try {
		return await workspace.decode(bytes, { uri });
	} catch {
		// The one reason to throw that VS Code documents: the content is binary.
		return { problem: 'binary' };
	}
}
