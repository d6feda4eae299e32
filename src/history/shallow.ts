import { Uri, workspace } from 'vscode';

/**
 * The hashes of the commits whose parents are not here, because the repository was cloned without all of its past; git
 * writes them into a file, which is how it knows.
 *
 * @param root The root of a working tree.
 */
export async function oldestHere(root: Uri): Promise<ReadonlySet<string>> {
	const text = await textOf(Uri.joinPath(await commonFolder(Uri.joinPath(root, '.git')), 'shallow'));
	return new Set(text?.split('\n'));
}

/** In a submodule and in a further working tree `.git` is a file that names the folder; of the latter, that names another. */
async function commonFolder(dotGit: Uri): Promise<Uri> {
	const named = /^gitdir: (.+)$/m.exec((await textOf(dotGit)) ?? '')?.[1];
	if (named === undefined) {
		return dotGit;
	}
	const folder = from(Uri.joinPath(dotGit, '..'), named);
	const common = await textOf(Uri.joinPath(folder, 'commondir'));
	return common === undefined ? folder : from(folder, common.trim());
}

/** A path that may be absolute, as git writes it: with slashes on Windows too. */
function from(folder: Uri, path: string): Uri {
	return /^([A-Za-z]:)?\//.test(path) ? Uri.file(path) : Uri.joinPath(folder, path);
}

async function textOf(file: Uri): Promise<string | undefined> {
	try {
		return new TextDecoder().decode(await workspace.fs.readFile(file));
	} catch {
		return undefined; // no such file, or it is a folder
	}
}
