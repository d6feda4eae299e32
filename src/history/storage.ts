import { FileSystemError, Uri, workspace, type LogOutputChannel } from 'vscode';

interface File {
	readonly format: number;
	readonly value: unknown;
}

/** What is being written, and for how many milliseconds at most: another window may be at it. */
const draftName = /\.json\.draft-\w*$/;
const longestDraft = 60_000;

/** Reads and writes what is kept, as JSON in files of the extension's own; in memory where there is no place for them. */
export class Storage {
	readonly #memory = new Map<string, File>();
	/** The names of files that a newer release has written. */
	readonly #newer = new Set<string>();
	/** The names of files that are there but could not be read: what is in them may be good. */
	readonly #unread = new Set<string>();
	#hasFailed = false;
	#isTidied = false;

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
		use: (value: unknown) => Used | undefined,
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
			return file.format === format ? use(file.value) : undefined;
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
			if (error instanceof FileSystemError && error.code === 'FileNotFound') {
				this.#unread.delete(name);
			} else {
				this.#unread.add(name);
				this.#failed(error);
			}
			return this.#memory.get(name);
		}
		return JSON.parse(new TextDecoder().decode(bytes)) as File;
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
		await this.#tidy(this.folder);
		const file = this.#file(this.folder, name);
		// Other windows write beside it too.
		const draft = file.with({ path: `${file.path}.draft-${Math.random().toString(36).slice(2)}` });
		try {
			const bytes = new TextEncoder().encode(JSON.stringify(content));
			await workspace.fs.writeFile(draft, bytes);
			if ((await workspace.fs.stat(draft)).size !== bytes.length) {
				throw new Error('Only a part was written');
			}
			await workspace.fs.rename(draft, file, { overwrite: true });
			this.#memory.delete(name);
			return true;
		} catch (error) {
			this.#memory.set(name, content);
			this.#failed(error);
			await remove(draft);
			return false;
		}
	}

	#failed(error: unknown): void {
		if (!this.#hasFailed) {
			this.#hasFailed = true;
			this.log.error(`Histories cannot be kept: ${String(error)}`);
		}
	}

	/** Removes what was written beside a file by a window that came to its end before it was whole. */
	async #tidy(folder: Uri): Promise<void> {
		if (this.#isTidied) {
			return;
		}
		this.#isTidied = true;
		try {
			for (const [name] of await workspace.fs.readDirectory(folder)) {
				const uri = Uri.joinPath(folder, name);
				if (draftName.test(name) && Date.now() - (await workspace.fs.stat(uri)).mtime > longestDraft) {
					await remove(uri);
				}
			}
		} catch {
			// There is none yet.
		}
	}

	/** Removes all that is kept. */
	async clear(): Promise<void> {
		this.#memory.clear();
		this.#newer.clear();
		this.#unread.clear();
		if (this.folder) {
			await remove(this.folder);
		}
	}

	#file(folder: Uri, name: string): Uri {
		return Uri.joinPath(folder, `${name}.json`);
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

async function remove(uri: Uri): Promise<void> {
	try {
		await workspace.fs.delete(uri, { recursive: true });
	} catch {
		// There is none.
	}
}
