import {
	Disposable as VsDisposable,
	EventEmitter,
	FileType,
	RelativePattern,
	workspace,
	type Event,
	type Uri,
	type WorkspaceFolder,
} from 'vscode';
import { Disposable } from '../util/disposable';
import { patternsIn } from './finding';
import { settingId } from './settings';

/** Watches what the settings call roadmaps, in every folder, and the folders that may bring or take some along. */
export class FileWatchers extends Disposable {
	readonly #onDidChange = this.register(new EventEmitter<Uri>());
	/** A file's content changed, or the file is new. */
	readonly onDidChange: Event<Uri> = this.#onDidChange.event;

	readonly #onDidComeOrGo = this.register(new EventEmitter<void>());
	/** Some file was created, deleted or renamed. */
	readonly onDidComeOrGo: Event<void> = this.#onDidComeOrGo.event;

	readonly #onDidDelete = this.register(new EventEmitter<Uri>());
	/** Anything at all was deleted: a roadmap, or a folder that may have held some. */
	readonly onDidDelete: Event<Uri> = this.#onDidDelete.event;

	#watchers = VsDisposable.from();

	constructor() {
		super();
		this.#watch();
		this.register(workspace.onDidChangeWorkspaceFolders(() => this.#watch()));
		this.register(
			workspace.onDidChangeConfiguration(event => event.affectsConfiguration(settingId('files')) && this.#watch()),
		);
		const comeOrGo = (): void => this.#onDidComeOrGo.fire();
		this.register(workspace.onDidRenameFiles(comeOrGo));
		this.register(workspace.onDidCreateFiles(comeOrGo));
		this.register(workspace.onDidDeleteFiles(comeOrGo));
	}

	#watch(): void {
		this.#watchers.dispose();
		this.#watchers = VsDisposable.from(
			...(workspace.workspaceFolders ?? []).flatMap(folder => [
				...patternsIn(folder).flatMap(pattern => this.#watchFiles(pattern)),
				...this.#watchFolders(folder),
			]),
		);
	}

	#watchFiles(pattern: RelativePattern): VsDisposable[] {
		const watcher = workspace.createFileSystemWatcher(pattern, false, false, true);
		return [
			watcher,
			watcher.onDidChange(uri => this.#onDidChange.fire(uri)),
			watcher.onDidCreate(uri => this.#created(uri)),
		];
	}

	/** A folder that comes or goes takes its files along without an event for each. */
	#watchFolders(folder: WorkspaceFolder): VsDisposable[] {
		const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'), false, true, false);
		return [
			watcher,
			watcher.onDidCreate(uri => void this.#perhapsFolderCreated(uri)),
			watcher.onDidDelete(uri => this.#onDidDelete.fire(uri)),
		];
	}

	/** Asks only of what has the name of a folder, as whole trees of files may have been unpacked. */
	async #perhapsFolderCreated(uri: Uri): Promise<void> {
		if (!uri.path.slice(uri.path.lastIndexOf('/') + 1).includes('.') && (await isFolder(uri))) {
			this.#onDidComeOrGo.fire();
		}
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

async function isFolder(uri: Uri): Promise<boolean> {
	try {
		return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
	} catch {
		return false; // gone already
	}
}
