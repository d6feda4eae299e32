import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EventEmitter, RelativePattern, Uri, workspace, type Disposable } from 'vscode';
import { DisposableStore } from '../../../src/util/disposable';
import { until } from '../support/until';

/** The disk as other programs use it, behind VS Code's back; each change ends when VS Code has heard of it. */
export class Disk extends DisposableStore {
	readonly #heard = this.register(new EventEmitter<string>());
	readonly #watchers = new Map<string, Disposable>();

	watch(folder: string): void {
		const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.parse(folder), '**'));
		const hear = (uri: Uri): void => this.#heard.fire(uri.toString());
		watcher.onDidChange(hear);
		watcher.onDidCreate(hear);
		watcher.onDidDelete(hear);
		this.#watchers.set(folder, this.register(watcher));
	}

	unwatch(folder: string): void {
		this.#watchers.get(folder)?.dispose();
		this.#watchers.delete(folder);
	}

	read(key: string): string | undefined {
		try {
			return readFileSync(pathOf(key), 'utf8');
		} catch {
			return undefined;
		}
	}

	/** Writes over a file, or replaces it by another, as some programs do. */
	async write(key: string, text: string, replaces = false): Promise<void> {
		await this.hearing([key], () => {
			const path = pathOf(key);
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(replaces ? `${path}.new` : path, text);
			if (replaces) {
				renameSync(`${path}.new`, path);
			}
		});
	}

	async remove(key: string): Promise<void> {
		await this.hearing([key], () => rmSync(pathOf(key)));
	}

	async rename(from: string, to: string): Promise<void> {
		await this.hearing([from, to], () => renameSync(pathOf(from), pathOf(to)));
	}

	/** Does something, and waits until VS Code tells of all files that this changed, of those that it watches. */
	async hearing(keys: readonly string[], change: () => void): Promise<void> {
		const watched = keys.filter(key => [...this.#watchers.keys()].some(folder => key.startsWith(`${folder}/`)));
		const missing = new Set(watched);
		// A folder that comes or goes takes its files along without a word of each.
		const listener = this.#heard.event(heard => {
			[...missing].filter(key => key === heard || key.startsWith(`${heard}/`)).forEach(key => missing.delete(key));
		});
		change();
		try {
			await until(
				() => missing.size === 0,
				() => [...missing],
			);
		} finally {
			listener.dispose();
		}
	}
}

function pathOf(key: string): string {
	return Uri.parse(key).fsPath;
}
