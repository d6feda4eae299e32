import type { Uri } from 'vscode';
import type { TaskStates, Version } from '../core';
import { inSteps } from '../util/breathe';
import { hash } from '../util/hash';
import type { Commit } from './commits';
import type { Storage } from './storage';
import { historyInSteps, storedInSteps, type StoredHistory } from './storedHistory';

/**
 * A commit, and what came since the one before that has a version; none where the file was not there or was no text, and
 * where a later one of the same day tells all.
 */
export interface ReadCommit extends Commit {
	readonly version: Version | undefined;
}

/** What was read of a file's history. */
export interface ReadCommits {
	/** The commit up to which this is all there is; `undefined` while there may be more. */
	readonly head: string | undefined;
	/** Where the file is, in that commit. */
	readonly path: string;
	/** The oldest first. */
	readonly commits: readonly ReadCommit[];
}

/** Goes up with every change of what follows, or of what a tracker tells: what was kept before is read anew then. */
const format = 1;

interface StoredFile {
	readonly uri: string;
	/** The setting by which texts were read. */
	readonly states: TaskStates;
	readonly head?: string | undefined;
	readonly path: string;
	readonly commits: readonly { readonly hash: string; readonly path: string; readonly isPassed?: true }[];
	/** A version for each commit. */
	readonly history: StoredHistory;
}

/** Keeps what git told of roadmaps, commit by commit, as long as texts are read by the same settings. */
export class StoredCommits {
	constructor(private readonly storage: Storage) {}

	async read(uri: Uri, states: TaskStates): Promise<ReadCommits | undefined> {
		return await this.storage.read(nameOf(uri), format, async (value): Promise<ReadCommits | undefined> => {
			const stored = value as StoredFile;
			const { head, path, history } = stored;
			if (stored.uri !== uri.toString() || stored.states !== states) {
				return undefined;
			}
			const versions = await inSteps(historyInSteps(history));
			const commits = stored.commits.map(({ hash, path, isPassed }, index) => {
				const version = versions[index];
				if (!version || typeof hash !== 'string' || typeof path !== 'string') {
					throw new Error('No commit');
				}
				return { hash, path, day: version.day, version: isPassed ? undefined : version };
			});
			return { head, path, commits };
		});
	}

	async write(uri: Uri, states: TaskStates, { head, path, commits }: ReadCommits): Promise<void> {
		const stored: StoredFile = {
			uri: uri.toString(),
			states,
			head,
			path,
			commits: commits.map(({ hash, path, version }) => ({ hash, path, ...(version ? {} : { isPassed: true }) })),
			history: await inSteps(storedInSteps(commits.map(({ day, version }) => version ?? { day, events: [] }))),
		};
		await this.storage.write(nameOf(uri), format, stored);
	}
}

function nameOf(uri: Uri): string {
	return `git-${hash(uri.toString())}`;
}
