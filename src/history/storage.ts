import { Uri, workspace, type FileType, type LogOutputChannel } from 'vscode';
import { breathe, inSteps } from '../util/breathe';
import { jsonInSteps } from '../util/json';
import { exists, isMissing } from '../workspace/exists';

interface File {
	readonly format: number;
	readonly value: unknown;
}

/** What is being written, and for how many milliseconds at most: another window may be at it. */
const draftName = /^(.*)\.json\.draft-\w*$/;
const longestDraft = 60_000;

/** Milliseconds after which a file is there again that another window replaces. */
const moment = 100;

/** Reads and writes what is kept, as JSON in files of the extension's own; in memory where there is no place for them. */
export class Storage {
	readonly #memory = new Map<string, File>();
	/** The names of files that a newer release has written. */
	readonly #newer = new Set<string>();
	/** The names of files that are there but could not be read: what is in them may be good. */
	readonly #unread = new Set<string>();
	#hasFailed = false;
	/** The names of files that were there. */
	readonly #seen = new Set<string>();
	#drafts: Promise<ReadonlyMap<string, readonly Uri[]>> | undefined;

	constructor(
		/** `undefined` in a window without a folder. */
		private readonly folder: Uri | undefined,
		private readonly log: LogOutputChannel,
	) {}

	/**
	 * What was last written under a name; `undefined` where there is nothing of this format that can be used.
	 *
	 * @param use Takes the value apart; throws where it is not as it should be.
	 * @param whenDamaged Told which file cannot be used, and was put aside.
	 */
	async read<Used>(
		name: string,
		format: number,
		use: (value: unknown) => Promise<Used | undefined> | Used | undefined,
		whenDamaged: (place: Uri) => void = () => undefined,
	): Promise<Used | undefined> {
		try {
			const file = await this.#read(name);
			if (file === undefined) {
				return undefined;
			}
			if (!Number.isInteger(file.format)) {
				throw new Error('It has no format');
			}
			// A newer release of the extension wrote this, and may come back: it is not to be replaced.
			if (file.format > format) {
				this.#newer.add(name);
			}
			return file.format === format ? await use(file.value) : undefined;
		} catch (error) {
			this.log.warn(`What was kept of a history (${name}) cannot be used, and is made anew: ${String(error)}`);
			if (this.folder) {
				const place = this.#file(this.folder, name);
				await putAside(place);
				whenDamaged(place);
			}
			return undefined;
		}
	}

	async #read(name: string): Promise<File | undefined> {
		if (!this.folder || (this.#memory.has(name) && !this.#unread.has(name))) {
			return this.#memory.get(name);
		}
		let bytes: Uint8Array;
		try {
			bytes = await workspace.fs.readFile(this.#file(this.folder, name));
			this.#unread.delete(name);
			this.#memory.delete(name);
		} catch (error) {
			if (!isMissing(error)) {
				this.#unread.add(name);
				this.#failed(error);
				return this.#memory.get(name);
			}
			this.#unread.delete(name);
			const missing = this.#memory.has(name) ? undefined : await this.#readMissing(this.folder, name);
			if (!missing) {
				return this.#memory.get(name);
			}
			bytes = missing;
		}
		this.#seen.add(name);
		await breathe(); // with thousands of tasks, either takes its time
		const json = new TextDecoder().decode(bytes);
		await breathe();
		return JSON.parse(json) as File;
	}

	/**
	 * Replaces what is kept under a name, at once: whoever reads it has either all of the old or all of the new.
	 *
	 * @returns Whether it is kept as long as it can be here. It is not where the disk refuses it: then it is in memory.
	 */
	async write(name: string, format: number, value: unknown): Promise<boolean> {
		const content: File = { format, value };
		if (!this.folder || this.#newer.has(name) || this.#unread.has(name)) {
			this.#memory.set(name, content);
			return !this.#unread.has(name);
		}
		await (this.#drafts ??= this.#findDrafts(this.folder));
		const file = this.#file(this.folder, name);
		// Other windows write beside it too.
		const draft = file.with({ path: `${file.path}.draft-${Math.random().toString(36).slice(2)}` });
		let isWhole = false;
		try {
			const bytes = await inSteps(jsonInSteps(content));
			await workspace.fs.writeFile(draft, bytes);
			if ((await workspace.fs.stat(draft)).size !== bytes.length) {
				throw new Error('Only a part was written');
			}
			isWhole = true;
			await workspace.fs.rename(draft, file, { overwrite: true });
			this.#memory.delete(name);
			this.#seen.add(name);
			return true;
		} catch (error) {
			this.#memory.set(name, content);
			this.#failed(error);
			// VS Code takes the old file away before it renames the new one, which then is all there is.
			if (!isWhole || (await exists(file))) {
				await remove(draft);
			}
			return false;
		}
	}

	/** Whether something was to be written under a name and could not be: it is in memory only, and to be written again. */
	isBehind(name: string): boolean {
		return this.folder !== undefined && this.#memory.has(name) && !this.#newer.has(name);
	}

	#failed(error: unknown): void {
		if (!this.#hasFailed) {
			this.#hasFailed = true;
			this.log.error(`Histories cannot be kept: ${String(error)}`);
		}
	}

	/**
	 * What windows have left over that came to their end while they wrote, by the names: it is removed where the file is
	 * there, and else is all there is.
	 */
	async #findDrafts(folder: Uri): Promise<ReadonlyMap<string, readonly Uri[]>> {
		const drafts = new Map<string, Uri[]>();
		const names = new Set((await list(folder)).map(([name]) => name));
		for (const each of names) {
			const [, name] = draftName.exec(each) ?? [];
			const uri = Uri.joinPath(folder, each);
			if (name !== undefined && !names.has(`${name}.json`)) {
				drafts.set(name, [...(drafts.get(name) ?? []), uri]);
			} else if (name !== undefined && (await isOld(uri))) {
				await remove(uri);
			}
		}
		return drafts;
	}

	/** VS Code takes a file away for a moment when it is replaced; a window may have come to its end just then. */
	async #readMissing(folder: Uri, name: string): Promise<Uint8Array | undefined> {
		if (this.#seen.has(name)) {
			await new Promise<void>(later => setTimeout(later, moment));
		}
		const drafts = (await (this.#drafts ??= this.#findDrafts(folder))).get(name) ?? [];
		for (const uri of [this.#file(folder, name), ...drafts]) {
			try {
				const bytes = await workspace.fs.readFile(uri);
				JSON.parse(new TextDecoder().decode(bytes));
				return bytes;
			} catch {
				// It is not there, or only a part of it.
			}
		}
		return undefined;
	}

	/** Removes all that is kept. Rejects where the disk refuses it. */
	async clear(): Promise<void> {
		if (this.folder) {
			await workspace.fs.delete(this.folder, { recursive: true }).then(undefined, passMissing);
		}
		this.#memory.clear();
		this.#newer.clear();
		this.#unread.clear();
		this.#seen.clear();
		this.#drafts = undefined;
	}

	#file(folder: Uri, name: string): Uri {
		return Uri.joinPath(folder, `${name}.json`);
	}
}

function passMissing(error: unknown): void {
	if (!isMissing(error)) {
		throw error;
	}
}

/** Whoever knows how to mend it finds it there; the next damage takes its place. */
async function putAside(file: Uri): Promise<void> {
	try {
		await workspace.fs.rename(file, file.with({ path: `${file.path}.damaged` }), { overwrite: true });
	} catch {
		// It is replaced then.
	}
}

async function list(folder: Uri): Promise<[string, FileType][]> {
	try {
		return await workspace.fs.readDirectory(folder);
	} catch {
		return []; // none yet
	}
}

async function isOld(uri: Uri): Promise<boolean> {
	try {
		return Date.now() - (await workspace.fs.stat(uri)).mtime > longestDraft;
	} catch {
		return false;
	}
}

async function remove(uri: Uri): Promise<void> {
	try {
		await workspace.fs.delete(uri, { recursive: true });
	} catch {
		// There is none.
	}
}
