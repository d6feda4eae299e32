import { workspace, type LogOutputChannel, type Uri } from 'vscode';
import type { TaskStates } from '../core';
import { Entry } from './entry';
import type { RoadmapFile } from './roadmapFile';

/** All places where there may be roadmaps; as quick with thousands of them as with one. */
export class Entries {
	readonly #byAddress = new Map<string, Entry>();
	#inOrder: readonly Entry[] = [];
	/** The addresses of the folders around all of them, at any height. */
	#folders: ReadonlySet<string> = new Set();

	constructor(private readonly log: LogOutputChannel) {}

	/** In the order of the workspace's folders and of their paths. */
	get all(): readonly Entry[] {
		return this.#inOrder;
	}

	/** What was read, in this order. */
	get files(): RoadmapFile[] {
		return this.#inOrder.flatMap(({ file }) => file ?? []);
	}

	get(uri: Uri): Entry | undefined {
		return this.#byAddress.get(uri.toString());
	}

	/** Whether this is one of them, or a folder that some of them are in. */
	isOnTheWayTo(uri: Uri): boolean {
		return this.get(uri) !== undefined || this.#folders.has(uri.toString());
	}

	/** From now on there are these, as they were where they were there before. */
	replace(uris: readonly Uri[], states: TaskStates): void {
		const wanted = new Map(uris.map(uri => [uri.toString(), uri]));
		for (const address of this.#byAddress.keys()) {
			if (!wanted.has(address)) {
				this.#byAddress.delete(address);
			}
		}
		for (const [address, uri] of wanted) {
			if (!this.#byAddress.has(address)) {
				this.#byAddress.set(address, new Entry(uri, states, this.log));
			}
		}
		this.#inOrder = sorted([...this.#byAddress.values()]);
		this.#folders = foldersAround(this.#byAddress.keys());
	}
}

function sorted(entries: readonly Entry[]): Entry[] {
	return entries
		.map(entry => ({ entry, folder: workspace.getWorkspaceFolder(entry.uri)?.index ?? -1 }))
		.sort((a, b) => a.folder - b.folder || compare(a.entry.uri.path, b.entry.uri.path))
		.map(({ entry }) => entry);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function foldersAround(files: Iterable<string>): Set<string> {
	const folders = new Set<string>();
	for (const file of files) {
		for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
			const folder = file.slice(0, end);
			if (folders.has(folder)) {
				break; // those around it are there as well
			}
			folders.add(folder);
		}
	}
	return folders;
}
