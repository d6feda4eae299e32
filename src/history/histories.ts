import { EventEmitter, type CancellationToken, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { Day, History } from '../core';
import { Disposable } from '../util/disposable';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { GitHistory } from './gitHistory';
import { KeptHistory } from './keptHistory';
import { Storage } from './storage';
import { unlessCancelled } from './waiting';

export type GitObstacle = 'missing' | 'failed';

/** How a roadmap became what it is. */
export interface RoadmapHistory {
	/** The last one leads to the roadmap as it is now. */
	readonly versions: History;
	/** By which ids the versions name the roadmap's tasks, which are in document order, as `tasksIn` gives them. */
	readonly ids: readonly number[];
	/** Git's commits, or what was kept day by day while the extension was running. */
	readonly source: 'git' | 'kept';
	/** What keeps git from telling: it is not there or disabled, or it failed. */
	readonly obstacle?: GitObstacle | undefined;
	/** Where it begins. */
	readonly since: Day;
	/** Whether there are older versions, but not on this machine. */
	readonly isShallow: boolean;
}

/**
 * The histories of roadmaps: from git, and where git tells nothing (no repository, an untracked file, a folder that is not
 * trusted, the web), from what is kept here day by day. Nothing is ever written into somebody's own folders.
 */
export class Histories extends Disposable {
	readonly #storage: Storage;
	readonly #git: GitHistory;
	readonly #kept: KeptHistory;
	readonly #onDidChange = this.register(new EventEmitter<void>());
	/**
	 * A history that git tells may have become another: after a commit, a checkout, or when a repository was opened or
	 * closed, or all that was kept was forgotten. Of roadmaps themselves tell `Roadmaps`.
	 */
	readonly onDidChange: Event<void> = this.#onDidChange.event;

	/** @param storage A folder of the extension's own; `undefined` in a window without a folder. */
	constructor(
		roadmaps: Roadmaps,
		storage: Uri | undefined,
		private readonly log: LogOutputChannel,
	) {
		super();
		this.#storage = new Storage(storage, log);
		this.#git = this.register(new GitHistory(this.#storage, log));
		this.#kept = this.register(new KeptHistory(roadmaps, this.#storage, log));
		this.register(this.#git.onDidChange(() => this.#onDidChange.fire()));
	}

	/**
	 * Reads the history of a roadmap as it is given, unsaved text included. The first time takes a while, where there are
	 * many commits; then only what is new does.
	 *
	 * @returns `undefined` when cancelled.
	 */
	async read(file: ReadRoadmap, token: CancellationToken): Promise<RoadmapHistory | undefined> {
		let history: RoadmapHistory | GitObstacle | undefined;
		try {
			history = await unlessCancelled(token, this.#git.read(file, token));
		} catch (error) {
			this.log.error(`Git’s history of ${file.uri.toString()} cannot be read: ${String(error)}`);
			history = 'failed';
		}
		if (token.isCancellationRequested) {
			return undefined;
		}
		if (typeof history !== 'object') {
			history = { ...(await this.#kept.read(file)), ...(history && { obstacle: history }) };
		}
		const { source, versions } = history;
		this.log.debug(`History of ${file.uri.toString()}: ${versions.length} versions, source: ${source}`);
		return history;
	}

	/** Records roadmaps as they are now, for days to come; it happens by itself a moment after they have changed. */
	async record(): Promise<void> {
		await this.#kept.record();
	}

	/** Forgets all that is kept of this workspace's roadmaps. What git knows can be read anew. Rejects where the disk refuses it. */
	async clear(): Promise<void> {
		await this.#kept.forget(() => this.#storage.clear());
		this.#git.forget();
		this.#onDidChange.fire();
	}
}

/** In place of `new`, for whoever loads this later. */
export function createHistories(...given: ConstructorParameters<typeof Histories>): Histories {
	return new Histories(...given);
}
