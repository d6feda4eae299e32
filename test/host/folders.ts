import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { atEnd } from './ending';
import { temporary } from './paths';

/** A folder that is gone when the run is over. */
export interface TemporaryFolder {
	readonly path: string;
	readonly remove: () => Promise<void>;
}

/** Makes an empty folder under the system's temporary one. */
export function temporaryFolder(purpose: string): TemporaryFolder {
	const path = mkdtempSync(join(temporary, `roadmap-${purpose}-`));
	const removeNow = (): void => removeFolder(path);
	const remove = atEnd(removeNow, removeNow);
	return { path, remove };
}

/**
 * Copies a folder to a temporary place, so that a test changes what it likes and the original stays as it is. The copy
 * keeps the folder's name, which VS Code shows.
 */
export function temporaryCopy(folder: string): TemporaryFolder {
	const { path, remove } = temporaryFolder('folder');
	const copy = join(path, basename(folder));
	cpSync(folder, copy, { recursive: true });
	return { path: copy, remove };
}

/** Makes a temporary folder with these files, by their names in it. */
export function temporaryFolderWith(files: Readonly<Record<string, string>>): TemporaryFolder {
	const { path, remove } = temporaryFolder('folder');
	const folder = join(path, 'workspace');
	mkdirSync(folder);
	for (const [name, text] of Object.entries(files)) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return { path: folder, remove };
}

/**
 * A second path to a folder, outside of it. VS Code is brought into the project's folder, and takes everything inside the
 * folder of an extension under development for a part of it: it would show a theme of its own as the extension's.
 */
export function temporaryLink(folder: string): string {
	const link = join(temporaryFolder('link').path, basename(folder));
	symlinkSync(folder, link, 'junction');
	return link;
}

/** Retries, as a server that is ending may still write into its folder. */
export function removeFolder(path: string): void {
	rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
