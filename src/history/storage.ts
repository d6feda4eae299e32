import { Uri, workspace, type LogOutputChannel } from 'vscode';

interface File {
	readonly format: number;
	readonly value: unknown;
}

/** Reads and writes what is kept, as JSON in files of the extension's own; in memory where there is no place for them. */
export class Storage {
	readonly #memory = new Map<string, File>();
	/** The names of files that a newer release has written. */
	readonly #newer = new Set<string>();
	#hasFailed = false;

	constructor(
		/** `undefined` in a window without a folder. */
		private readonly folder: Uri | undefined,
		private readonly log: LogOutputChannel,
	) {}

	/**
	 * What was last written under a name; `undefined` where there is nothing of this format that can be used.
	 *
	 * @param use Takes the value apart; throws where it is not as it should be.
	 */
	async read<Used>(name: string, format: number, use: (value: unknown) => Used | undefined): Promise<Used | undefined> {
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
			return undefined;
		}
	}

	async #read(name: string): Promise<File | undefined> {
		if (!this.folder || this.#memory.has(name)) {
			return this.#memory.get(name);
		}
		let bytes: Uint8Array;
		try {
			bytes = await workspace.fs.readFile(this.#file(this.folder, name));
		} catch {
			return undefined; // not there yet
		}
		return JSON.parse(new TextDecoder().decode(bytes)) as File;
	}

	/** Replaces what is kept under a name, at once: whoever reads it has either all of the old or all of the new. */
	async write(name: string, format: number, value: unknown): Promise<void> {
		const content: File = { format, value };
		if (!this.folder || this.#newer.has(name)) {
			this.#memory.set(name, content);
			return;
		}
		const file = this.#file(this.folder, name);
		// Other windows write beside it too.
		const draft = file.with({ path: `${file.path}.${Math.random().toString(36).slice(2)}` });
		try {
			await workspace.fs.writeFile(draft, new TextEncoder().encode(JSON.stringify(content)));
			await workspace.fs.rename(draft, file, { overwrite: true });
			this.#memory.delete(name);
		} catch (error) {
			this.#memory.set(name, content);
			if (!this.#hasFailed) {
				this.#hasFailed = true;
				this.log.error(`Histories cannot be kept: ${String(error)}`);
			}
			await remove(draft);
		}
	}

	/** Removes all that is kept. */
	async clear(): Promise<void> {
		this.#memory.clear();
		this.#newer.clear();
		if (this.folder) {
			await remove(this.folder);
		}
	}

	#file(folder: Uri, name: string): Uri {
		return Uri.joinPath(folder, `${name}.json`);
	}
}

async function remove(uri: Uri): Promise<void> {
	try {
		await workspace.fs.delete(uri, { recursive: true });
	} catch {
		// There is none.
	}
}
