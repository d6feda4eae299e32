import { Disposable as VsDisposable, EventEmitter, workspace, type Event, type Uri } from 'vscode';
import { Disposable } from '../util/disposable';
import { patternsIn } from './finding';
import { settingId } from './settings';

/** Watches what the settings call roadmaps, in every folder, and renames of folders that may hold some. */
export class FileWatchers extends Disposable {
	readonly #onDidChange = this.register(new EventEmitter<Uri>());
	/** A file's content changed, or the file is new. */
	readonly onDidChange: Event<Uri> = this.#onDidChange.event;

	readonly #onDidComeOrGo = this.register(new EventEmitter<void>());
	/** Some file was created, deleted or renamed. */
	readonly onDidComeOrGo: Event<void> = this.#onDidComeOrGo.event;

	#watchers = VsDisposable.from();

	constructor() {
		super();
		this.#watch();
		this.register(workspace.onDidChangeWorkspaceFolders(() => this.#watch()));
		this.register(
			workspace.onDidChangeConfiguration(event => event.affectsConfiguration(settingId('files')) && this.#watch()),
		);
		// A folder that comes or goes takes its files along without an event for each.
		const comeOrGo = (): void => this.#onDidComeOrGo.fire();
		this.register(workspace.onDidRenameFiles(comeOrGo));
		this.register(workspace.onDidCreateFiles(comeOrGo));
		this.register(workspace.onDidDeleteFiles(comeOrGo));
	}

	#watch(): void {
		this.#watchers.dispose();
		this.#watchers = VsDisposable.from(
			...(workspace.workspaceFolders ?? []).flatMap(patternsIn).flatMap(pattern => {
				const watcher = workspace.createFileSystemWatcher(pattern);
				return [
					watcher,
					watcher.onDidChange(uri => this.#onDidChange.fire(uri)),
					watcher.onDidCreate(uri => this.#created(uri)),
					watcher.onDidDelete(() => this.#onDidComeOrGo.fire()),
				];
			}),
		);
	}

	/** Programs that replace a file, as git does, delete and create it: the content may be another. */
	#created(uri: Uri): void {
		this.#onDidChange.fire(uri);
		this.#onDidComeOrGo.fire();
	}

	override dispose(): void {
		this.#watchers.dispose();
		super.dispose();
	}
}
