import type { CancellationToken, Event, LogOutputChannel, Uri } from 'vscode';
import { createTracker, type Day, type History, type Roadmap, type TaskStates } from '../core';
import { Disposable } from '../util/disposable';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import { setting } from '../workspace/settings';
import { CommitReader, resumable, versionsOf } from './commitReader';
import { commitsOf, type Commit } from './commits';
import { Git, type Place } from './git';
import type { GitObstacle, RoadmapHistory } from './histories';
import { presentDay } from './present';
import { oldestHere } from './shallow';
import type { Storage } from './storage';
import { StoredCommits, type ReadCommits } from './storedCommits';
import { SharedWork } from './waiting';

/** All versions up to the commit that is checked out. */
interface Past {
	readonly versions: History;
	/** The days of the first and the last one. */
	readonly since: Day;
	readonly until: Day;
	/** As the last of them has it. */
	readonly roadmap: Roadmap;
	readonly isShallow: boolean;
}

/** A past that is read or was. */
interface Reading {
	/** What it depends on. */
	readonly key: string;
	readonly work: SharedWork<Past | undefined>;
}

/** What a past and a text of today make. */
interface Present {
	readonly past: Past;
	readonly file: ReadRoadmap;
	readonly day: Day;
	readonly history: RoadmapHistory;
}

/** Histories from git. */
export class GitHistory extends Disposable {
	readonly #git: Git;
	readonly onDidChange: Event<void>;
	readonly #stored: StoredCommits;
	/** By the address of the file. */
	readonly #readings = new Map<string, Reading>();
	readonly #presents = new Map<string, Present>();

	constructor(
		storage: Storage,
		private readonly log: LogOutputChannel,
	) {
		super();
		this.#git = this.register(new Git(log));
		this.onDidChange = this.#git.onDidChange;
		this.#stored = new StoredCommits(storage);
	}

	/** `undefined` when cancelled, and where git tells nothing of the file. */
	async read(file: ReadRoadmap, token: CancellationToken): Promise<RoadmapHistory | GitObstacle | undefined> {
		const place = await this.#git.placeOf(file.uri, token);
		if (typeof place === 'string') {
			return place;
		}
		const past = place && (await this.#pastOf(file.uri, place, token));
		return past && !token.isCancellationRequested ? await this.#withPresent(past, file) : undefined;
	}

	/** Everything is to be read anew. */
	forget(): void {
		for (const { work } of this.#readings.values()) {
			work.cancel();
		}
		this.#readings.clear();
		this.#presents.clear();
	}

	async #pastOf(uri: Uri, place: Place, token: CancellationToken): Promise<Past | undefined> {
		const name = uri.toString();
		const states = setting('states');
		const key = [place.head, place.path, states].join('\n');
		let reading = this.#readings.get(name);
		if (reading?.key !== key || reading.work.isCancelled) {
			const work = new SharedWork(async shared =>
				this.#readPast(uri, place, states, shared, await this.#stored.read(uri, states)),
			);
			reading = { key, work };
			this.#readings.set(name, reading);
		}
		try {
			return await reading.work.wait(token);
		} catch (error) {
			this.#readings.delete(name);
			throw error;
		}
	}

	/** @param stored What was read before. */
	async #readPast(
		uri: Uri,
		place: Place,
		states: TaskStates,
		token: CancellationToken,
		stored: ReadCommits | undefined,
	): Promise<Past | undefined> {
		const isUpToDate = stored?.head === place.head && stored.path === place.path;
		const commits = isUpToDate ? stored.commits : await commitsOf(place, token);
		const known = resumable(commonStart(stored?.commits ?? [], commits));
		const reader = new CommitReader(place.repository, uri, states);
		const goOn = (): boolean => !token.isCancellationRequested && !this.isDisposed();
		if (goOn() && commits.length === 0 && (await isCommitted(place))) {
			throw new Error('It lists no commits of a file that it has');
		}
		if (!goOn() || commits.length === 0) {
			return undefined;
		}
		try {
			await reader.resume(known);
		} catch (error) {
			// What is stored may name commits that are gone, or never were.
			this.log.warn(`What was kept of git’s history of ${uri.toString()} does not fit: ${String(error)}`);
			return await this.#readPast(uri, place, states, token, undefined);
		}
		await reader.readAll(commits.slice(known.length), goOn);
		const { read, roadmap } = reader;
		const isWhole = read.length === commits.length;
		// Even when cancelled: the next time has less to do.
		if (!isUpToDate && read.length > 0 && !this.isDisposed()) {
			await this.#stored.write(uri, states, {
				head: isWhole ? place.head : undefined,
				path: place.path,
				commits: read,
			});
		}
		const versions = versionsOf(read);
		const [first, last] = [versions.at(0), versions.at(-1)];
		if (!isWhole || !roadmap || !first || !last) {
			return undefined;
		}
		const isShallow = (await oldestHere(place.repository.rootUri)).has((commits[0] as Commit).hash);
		return { versions, since: first.day, until: last.day, roadmap, isShallow };
	}

	async #withPresent(past: Past, file: ReadRoadmap): Promise<RoadmapHistory> {
		const name = file.uri.toString();
		const { since, until, versions } = past;
		const day = await presentDay(file, until);
		const known = this.#presents.get(name);
		if (known?.past === past && known.file === file && known.day === day) {
			return known.history;
		}
		const tracker = createTracker(versions, past.roadmap);
		const events = tracker.next(file.roadmap);
		const history: RoadmapHistory = {
			versions: events.length === 0 ? versions : [...versions, { day, events }],
			ids: tracker.ids,
			source: 'git',
			since,
			isShallow: past.isShallow,
		};
		this.#presents.set(name, { past, file, day, history });
		return history;
	}

	override dispose(): void {
		this.forget();
		super.dispose();
	}
}

/** Whether the commit that is checked out has the file, which git tells in another way than by listing commits. */
async function isCommitted({ repository, head, path }: Place): Promise<boolean> {
	try {
		await repository.buffer(head, path);
		return true;
	} catch {
		return false;
	}
}

/** What two lists of commits begin with alike, as the first one has it. */
function commonStart<T extends { readonly hash: string; readonly path: string }>(
	one: readonly T[],
	other: readonly { readonly hash: string; readonly path: string }[],
): readonly T[] {
	const end = one.findIndex(({ hash, path }, index) => other[index]?.hash !== hash || other[index].path !== path);
	return end < 0 ? one : one.slice(0, end);
}
