import {
	Disposable as VsDisposable,
	EventEmitter,
	extensions,
	Uri,
	workspace,
	type CancellationToken,
	type Event,
	type LogOutputChannel,
} from 'vscode';
import { Disposable } from '../util/disposable';
import { exists } from '../workspace/exists';
import type { GitApi, GitExtension, GitRepository } from './gitApi';
import type { GitObstacle } from './histories';
import { untilHolds } from './waiting';

/** Milliseconds for which repositories that VS Code is still looking for are waited for. */
const patience = 10_000;

/** A repository, and where in it a file is. */
export interface Place {
	readonly repository: GitRepository;
	/** From the repository's root, with slashes. */
	readonly path: string;
	/** The hash of the commit that is checked out. */
	readonly head: string;
}

/**
 * VS Code's built-in Git extension, which runs git for us. Nothing is done before somebody asks for a repository, and nothing
 * in a folder that is not trusted: there git may run programs that the folder names.
 */
export class Git extends Disposable {
	readonly #onDidChange = this.register(new EventEmitter<void>());
	/** Another commit is checked out in a repository that was asked for, or there are more repositories, or fewer. */
	readonly onDidChange: Event<void> = this.#onDidChange.event;

	/** By their roots: what is checked out in those that were asked for. */
	readonly #heads = new Map<string, string | undefined>();
	#repositories = VsDisposable.from();
	#api = VsDisposable.from();
	#extension: GitExtension | undefined;
	#isAsked = false;

	constructor(private readonly log: LogOutputChannel) {
		super();
	}

	/** Where a file is, if it is in a repository that VS Code opens and that has a commit; or what keeps git from telling. */
	async placeOf(uri: Uri, token: CancellationToken): Promise<Place | GitObstacle | undefined> {
		if (uri.scheme !== 'file') {
			return undefined;
		}
		const api = await this.#start();
		if (!api) {
			return workspace.isTrusted ? 'missing' : undefined;
		}
		await untilHolds(api.onDidChangeState, () => api.state === 'initialized', { milliseconds: patience, token });
		const root = token.isCancellationRequested ? undefined : await rootAbove(uri);
		const repository = root && (await openRepository(api, root, uri));
		if (!repository || typeof repository === 'string' || this.isDisposed()) {
			return typeof repository === 'string' ? repository : undefined;
		}
		const head = await headOf(repository);
		this.#follow(repository, head);
		const path = uri.path.slice(repository.rootUri.path.replace(/\/$/, '').length + 1);
		return head === undefined ? undefined : { repository, path, head };
	}

	async #start(): Promise<GitApi | undefined> {
		if (!this.#isAsked) {
			this.#isAsked = true;
			this.register(workspace.onDidGrantWorkspaceTrust(() => this.#onDidChange.fire()));
			this.register(extensions.onDidChange(() => this.#changedExtensions()));
		}
		if (!workspace.isTrusted) {
			return undefined;
		}
		try {
			return await this.#activate();
		} catch (error) {
			this.log.warn(`Git cannot be used: ${String(error)}`);
			return undefined;
		}
	}

	async #activate(): Promise<GitApi | undefined> {
		const extension = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
		if (extension !== this.#extension) {
			this.#extension = extension;
			this.#listen(extension);
		}
		return extension?.enabled ? extension.getAPI(1) : undefined;
	}

	/** Follows what tells of repositories, as long as Git is as it is now. */
	#listen(extension: GitExtension | undefined): void {
		this.#api.dispose();
		this.#forget();
		if (!extension || this.isDisposed()) {
			return;
		}
		const listeners = [
			extension.onDidChangeEnablement(() => {
				this.#listen(extension);
				this.#onDidChange.fire();
			}),
		];
		if (extension.enabled) {
			const api = extension.getAPI(1);
			const tell = (): void => this.#onDidChange.fire();
			listeners.push(
				api.onDidOpenRepository(tell),
				api.onDidCloseRepository(({ rootUri }) => {
					this.#heads.delete(rootUri.toString());
					tell();
				}),
			);
		}
		this.#api = VsDisposable.from(...listeners);
	}

	#follow({ rootUri, state }: GitRepository, head: string | undefined): void {
		const key = rootUri.toString();
		const isKnown = this.#heads.has(key);
		this.#heads.set(key, head);
		if (isKnown || this.isDisposed()) {
			return;
		}
		const listener = state.onDidChange(() => {
			const now = state.HEAD?.commit;
			if (this.#heads.has(key) && this.#heads.get(key) !== now) {
				this.#heads.set(key, now);
				this.#onDidChange.fire();
			}
		});
		this.#repositories = VsDisposable.from(this.#repositories, listener);
	}

	#forget(): void {
		this.#repositories.dispose();
		this.#repositories = VsDisposable.from();
		this.#heads.clear();
	}

	/** It comes when trust is given, and goes when somebody disables it. */
	#changedExtensions(): void {
		if ((extensions.getExtension('vscode.git') === undefined) !== (this.#extension === undefined)) {
			this.#onDidChange.fire();
		}
	}

	override dispose(): void {
		this.#api.dispose();
		this.#forget();
		super.dispose();
	}
}

/** The nearest folder above a file that is the root of a working tree. */
async function rootAbove(uri: Uri): Promise<Uri | undefined> {
	for (let folder = parentOf(uri); ; folder = parentOf(folder)) {
		if (await exists(Uri.joinPath(folder, '.git'))) {
			return folder;
		}
		if (parentOf(folder).path === folder.path) {
			return undefined;
		}
	}
}

/**
 * Opens the repository of a folder, if it is not open. VS Code shows what is opened, so only what it would open by itself
 * as soon as the file is in an editor: nothing above the workspace, about which it may have asked, and nothing where the
 * settings are against it.
 */
async function openRepository(api: GitApi, root: Uri, uri: Uri): Promise<GitRepository | GitObstacle | undefined> {
	const open = api.getRepository(uri);
	if (open && isSame(open.rootUri, root)) {
		return open;
	}
	const detection = workspace.getConfiguration('git', uri).get('autoRepositoryDetection');
	if (detection === false || !workspace.getWorkspaceFolder(root)) {
		return undefined;
	}
	await api.openRepository(root);
	const opened = api.getRepository(uri);
	if (!opened) {
		return workspace.getConfiguration('git', uri).get('enabled') === false ? 'missing' : 'failed';
	}
	// A repository around it is not the one that the file is in.
	return isSame(opened.rootUri, root) ? opened : undefined;
}

/** What is checked out. A repository that was opened just now does not know it yet, and asks. */
async function headOf(repository: GitRepository): Promise<string | undefined> {
	try {
		return repository.state.HEAD?.commit ?? (await repository.getCommit('HEAD')).hash;
	} catch (error) {
		if (isUnborn(error)) {
			return undefined; // no commit yet
		}
		throw error;
	}
}

/** Whether git only says that there is no such commit. It is asked in English. */
function isUnborn(error: unknown): boolean {
	const { stderr = '' } = error as { readonly stderr?: unknown };
	return typeof stderr === 'string' && /bad revision|unknown revision|ambiguous argument/.test(stderr);
}

/** Letter case aside, as drives have it this way and that. */
function isSame(one: Uri, other: Uri): boolean {
	return trimmed(one) === trimmed(other);
}

function trimmed({ fsPath }: Uri): string {
	return fsPath.replace(/[\\/]$/, '').toLowerCase();
}

function parentOf(uri: Uri): Uri {
	return Uri.joinPath(uri, '..');
}
