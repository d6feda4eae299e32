import type { Uri } from 'vscode';
import {
	createParser,
	createTracker,
	type HistoryEvent,
	type Parser,
	type Roadmap,
	type TaskStates,
	type Version,
} from '../core';
import { breathe } from '../util/breathe';
import type { Commit } from './commits';
import type { GitRepository } from './gitApi';
import type { ReadCommit } from './storedCommits';
import { textsOf } from './texts';

/**
 * Reads what commits brought. Each text costs a process of git's, so that of several commits of a day only the last one is
 * read: by days is how histories are looked at. But where something was taken out on a day, all of them are, as only they
 * tell whether it had been done before.
 */
export class CommitReader {
	readonly #parser: Parser;
	#tracker = createTracker();
	#read: ReadCommit[] = [];
	#roadmap: Roadmap | undefined;

	constructor(
		private readonly repository: GitRepository,
		private readonly uri: Uri,
		states: TaskStates,
	) {
		this.#parser = createParser({ states });
	}

	/** What was read so far, the oldest first. */
	get read(): readonly ReadCommit[] {
		return this.#read;
	}

	/** As the last commit that was read has it; `undefined` where none has any. */
	get roadmap(): Roadmap | undefined {
		return this.#roadmap;
	}

	/** Goes on from what was read before, which ends with a commit that has a version. */
	async resume(known: readonly ReadCommit[]): Promise<void> {
		for await (const text of textsOf(this.repository, known.slice(-1), this.uri)) {
			if (text === undefined) {
				throw new Error(`${this.uri.path} cannot be read again`);
			}
			this.#roadmap = this.#parser.parse(text);
			this.#track(known);
		}
	}

	/** @param goOn Asked before each day. */
	async readAll(commits: readonly Commit[], goOn: () => boolean): Promise<void> {
		// Where the history begins, and what was done on the same day, are two things.
		const isBegun = this.#read.length > 0;
		const days = isBegun ? runsOf(commits) : [commits.slice(0, 1), ...runsOf(commits.slice(1))];
		let index = 0;
		for await (const text of textsOf(
			this.repository,
			days.flatMap(day => day.slice(-1)),
			this.uri,
		)) {
			if (!goOn()) {
				return;
			}
			await this.#readDay(days[index++] as readonly Commit[], text);
			await breathe();
		}
	}

	/** @param text As its last commit has it. */
	async #readDay(day: readonly Commit[], text: string | undefined): Promise<void> {
		const before = this.#read.length;
		const roadmap = this.#roadmap;
		const events = this.#follow(day, text);
		if (day.length === 1 || events?.every(({ kind }) => kind !== 'removed')) {
			return;
		}
		this.#roadmap = roadmap;
		this.#track(this.#read.slice(0, before));
		let index = 0;
		for await (const each of textsOf(this.repository, day, this.uri)) {
			this.#follow(day.slice(index, ++index), each);
		}
	}

	/**
	 * Adds commits as read, of which the last one has the text. While the file is away, its tasks are neither removed nor
	 * dropped: they are compared when it is back.
	 */
	#follow(commits: readonly Commit[], text: string | undefined): readonly HistoryEvent[] | undefined {
		const version = text === undefined ? undefined : this.#versionOf(commits.at(-1) as Commit, text);
		for (const commit of commits) {
			this.#read.push({ ...commit, version: commit === commits.at(-1) ? version : undefined });
		}
		return version?.events;
	}

	#versionOf({ day }: Commit, text: string): Version {
		this.#roadmap = this.#parser.parse(text);
		return { day, events: this.#tracker.next(this.#roadmap) };
	}

	#track(known: readonly ReadCommit[]): void {
		this.#read = [...known];
		this.#tracker = createTracker(versionsOf(known), this.#roadmap);
	}
}

/** Versions of those commits that have one. */
export function versionsOf(commits: readonly ReadCommit[]): Version[] {
	return commits.flatMap(({ version }) => version ?? []);
}

/** What of commits that were read can be gone on from: up to the last one that has a version. */
export function resumable(commits: readonly ReadCommit[]): readonly ReadCommit[] {
	return commits.slice(0, commits.findLastIndex(({ version }) => version !== undefined) + 1);
}

/** Commits that follow each other on the same day, together. */
function runsOf(commits: readonly Commit[]): (readonly Commit[])[] {
	const runs: Commit[][] = [];
	for (const commit of commits) {
		const run = runs.at(-1);
		if (run?.[0]?.day === commit.day) {
			run.push(commit);
		} else {
			runs.push([commit]);
		}
	}
	return runs;
}
