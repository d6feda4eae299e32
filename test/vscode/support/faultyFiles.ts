import {
	EventEmitter,
	FileChangeType,
	FileSystemError,
	FileType,
	Uri,
	workspace,
	type Disposable,
	type FileChangeEvent,
	type FileStat,
	type FileSystemProvider,
} from 'vscode';

/** What goes wrong with one operation. */
export type Fault =
	/** It never ends, until `release`. */
	| 'hangs'
	/** It is done some milliseconds later. */
	| 'isLate'
	| 'isDenied'
	/** The connection is gone, and with it everything. */
	| 'isUnavailable'
	/** The file seems to have gone. */
	| 'vanishes'
	/** Only a part is read, or written without a word. */
	| 'isTruncated'
	/** A part is written, and then there is no room. */
	| 'isFull';

export type Operation = 'stat' | 'read' | 'list' | 'write' | 'rename' | 'delete' | 'create';

export const scheme = 'roadmap-faults';

interface Entry {
	readonly bytes: Uint8Array;
	readonly mtime: number;
}

const late = 30;

/** A file system in memory that goes wrong as it is told. It ends with `dispose`. */
export class FaultyFiles implements FileSystemProvider {
	/** Asked before each operation. */
	fault: (operation: Operation, path: string) => Fault | undefined = () => undefined;
	/** How often something went wrong. */
	injected = 0;

	readonly #files = new Map<string, Entry>();
	readonly #changes = new EventEmitter<FileChangeEvent[]>();
	readonly onDidChangeFile = this.#changes.event;
	readonly #registration: Disposable;
	readonly #held: (() => void)[] = [];
	#clock = Date.now() - 1_000_000;

	constructor() {
		this.#registration = workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true });
	}

	dispose(): void {
		this.fault = () => undefined;
		this.release();
		this.#registration.dispose();
		this.#changes.dispose();
	}

	uri(path: string): Uri {
		return Uri.from({ scheme, path });
	}

	/** Changes a file as another program does. */
	change(path: string, text: string): Uri {
		const type = this.#files.has(path) ? FileChangeType.Changed : FileChangeType.Created;
		this.#put(path, new TextEncoder().encode(text));
		this.#changes.fire([{ type, uri: this.uri(path) }]);
		return this.uri(path);
	}

	/** What a file really holds. */
	textOf(path: string): string | undefined {
		const entry = this.#files.get(path);
		return entry && new TextDecoder().decode(entry.bytes);
	}

	pathsIn(folder: string): string[] {
		return [...this.#files.keys()].filter(path => path.startsWith(`${folder}/`));
	}

	/** How many operations hang. */
	get held(): number {
		return this.#held.length;
	}

	/** Lets go on what hangs, the last one first where that is asked for. */
	release(order: 'first' | 'last' = 'first'): void {
		const held = this.#held.splice(0);
		(order === 'last' ? held.reverse() : held).forEach(goOn => goOn());
	}

	watch(): Disposable {
		return { dispose: () => undefined };
	}

	stat({ path }: Uri): Promise<FileStat> {
		return this.#meet('stat', path, () => {
			const entry = this.#files.get(path);
			if (entry) {
				return { type: FileType.File, ctime: 0, mtime: entry.mtime, size: entry.bytes.length };
			}
			if (path === '/' || this.pathsIn(path).length > 0) {
				return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
			}
			throw FileSystemError.FileNotFound(path);
		});
	}

	readDirectory({ path }: Uri): Promise<[string, FileType][]> {
		return this.#meet('list', path, () => {
			const start = path.endsWith('/') ? path : `${path}/`;
			const names = [...this.#files.keys()]
				.filter(each => each.startsWith(start))
				.map(each => each.slice(start.length));
			const entries = names.map((name): [string, FileType] => {
				const [first = ''] = name.split('/');
				return [first, first === name ? FileType.File : FileType.Directory];
			});
			return [...new Map(entries)];
		});
	}

	async readFile({ path }: Uri): Promise<Uint8Array> {
		// What is read is what is there when it is asked for, however late it comes.
		const entry = this.#files.get(path);
		return this.#meet('read', path, fault => {
			if (!entry) {
				throw FileSystemError.FileNotFound(path);
			}
			return fault === 'isTruncated' ? entry.bytes.slice(0, entry.bytes.length / 2) : entry.bytes;
		});
	}

	async writeFile({ path }: Uri, bytes: Uint8Array): Promise<void> {
		await this.#meet('write', path, fault => {
			const isPart = fault === 'isTruncated' || fault === 'isFull';
			const type = this.#files.has(path) ? FileChangeType.Changed : FileChangeType.Created;
			this.#put(path, isPart ? bytes.slice(0, bytes.length / 2) : bytes);
			this.#changes.fire([{ type, uri: this.uri(path) }]);
			if (fault === 'isFull') {
				throw new FileSystemError('ENOSPC: no space left on device');
			}
		});
	}

	async rename(from: Uri, to: Uri): Promise<void> {
		await this.#meet('rename', from.path, () => {
			const entry = this.#files.get(from.path);
			if (!entry) {
				throw FileSystemError.FileNotFound(from);
			}
			this.#files.delete(from.path);
			this.#files.set(to.path, entry);
		});
	}

	async delete({ path }: Uri): Promise<void> {
		await this.#meet('delete', path, () => {
			const gone = [...this.#files.keys()].filter(each => each === path || each.startsWith(`${path}/`));
			gone.forEach(each => this.#files.delete(each));
			this.#changes.fire([{ type: FileChangeType.Deleted, uri: this.uri(path) }]);
		});
	}

	async createDirectory({ path }: Uri): Promise<void> {
		await this.#meet('create', path, () => undefined);
	}

	#put(path: string, bytes: Uint8Array): void {
		this.#files.set(path, { bytes, mtime: (this.#clock += 1000) });
	}

	async #meet<T>(operation: Operation, path: string, work: (fault: Fault | undefined) => T): Promise<T> {
		const fault = this.fault(operation, path);
		if (fault !== undefined) {
			this.injected++;
		}
		switch (fault) {
			case 'hangs':
				await new Promise<void>(goOn => this.#held.push(goOn));
				break;
			case 'isLate':
				await new Promise<void>(goOn => setTimeout(goOn, late));
				break;
			case 'isDenied':
				throw FileSystemError.NoPermissions(path);
			case 'isUnavailable':
				throw FileSystemError.Unavailable(path);
			case 'vanishes':
				throw FileSystemError.FileNotFound(path);
			default:
				break;
		}
		return work(fault);
	}
}
