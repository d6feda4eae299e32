import type { Event, Uri } from 'vscode';

/**
 * What is used here of the API that VS Code's built-in Git extension gives to others, as of VS Code 1.100; after
 * extensions/git/src/api/git.d.ts of its sources.
 */
export interface GitExtension {
	/** Whether Git is there and the settings want it; without, there is no API. */
	readonly enabled: boolean;
	readonly onDidChangeEnablement: Event<boolean>;
	getAPI(version: 1): GitApi;
}

export interface GitApi {
	/** Until it is initialized, repositories are still being looked for. */
	readonly state: 'uninitialized' | 'initialized';
	readonly onDidChangeState: Event<unknown>;
	readonly onDidOpenRepository: Event<GitRepository>;
	readonly onDidCloseRepository: Event<GitRepository>;
	/** The open repository, whatever it has inside, whose folder a file is in. */
	getRepository(uri: Uri): GitRepository | null;
	openRepository(root: Uri): Promise<GitRepository | null>;
}

export interface GitRepository {
	readonly rootUri: Uri;
	readonly state: {
		/** `undefined` at first, and its commit where there is none yet. */
		readonly HEAD: { readonly commit?: string } | undefined;
		/** After every look at the repository, whether or not anything changed. */
		readonly onDidChange: Event<void>;
	};
	log(options: LogOptions): Promise<GitCommit[]>;
	getCommit(ref: string): Promise<GitCommit>;
	buffer(ref: string, path: string): Promise<Uint8Array>;
	diffBetween(ref1: string, ref2: string): Promise<GitChange[]>;
}

/** Options of `git log`, the newest commit first. */
export interface LogOptions {
	readonly path?: string;
	/** Handed on as one argument, as it is; lifts the limit of 32 commits. */
	readonly range?: string;
	/** Where to start, instead of at HEAD. */
	readonly refNames?: string[];
}

export interface GitCommit {
	readonly hash: string;
	readonly parents: string[];
	readonly authorName?: string;
	readonly authorDate?: Date;
	readonly commitDate?: Date;
}

export interface GitChange {
	readonly originalUri: Uri;
	readonly renameUri: Uri | undefined;
	readonly status: number;
}

/** The status of a change that is a renaming. */
export const isRenamed = 3;
