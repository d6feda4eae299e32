import { l10n, window, type LogOutputChannel, type Uri } from 'vscode';
import {
	copyOf,
	createParser,
	replay,
	trackerInSteps,
	type Day,
	type History,
	type Roadmap,
	type TaskStates,
	type Version,
} from '../core';
import { choices } from '../contributions';
import { Disposable } from '../util/disposable';
import { breathe, inSteps } from '../util/breathe';
import { hash } from '../util/hash';
import { escapeMessage } from '../util/text';
import { Turns } from '../util/turns';
import { pathOf } from '../workspace/names';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import type { RoadmapHistory } from './histories';
import { presentDay } from './present';
import type { Storage } from './storage';
import { historyInSteps, storedInSteps, type StoredHistory } from './storedHistory';

/** Bounds of what is kept of a roadmap: older days are then taken for where the history begins. */
const mostDays = 400;
const mostEvents = 10_000;

/** Goes up with every change of what is stored. */
const format = 1;

/** A text, and the setting by which it was read. */
interface Snapshot {
	readonly text: string;
	readonly states: TaskStates;
}

/** What is kept of a roadmap. */
interface Kept {
	/** Where it begins, and then at most one version for each day: how it differs from the end of the day before. */
	readonly versions: History;
	/** What the last version is compared with: the roadmap at the end of the day before. */
	readonly before: Snapshot;
	/** The roadmap when it was last seen. */
	readonly now: Snapshot;
}

interface StoredFile {
	readonly uri: string;
	readonly history: StoredHistory;
	readonly before: Snapshot;
	readonly now: Snapshot;
}

/**
 * Histories of what was seen while the extension was running, day by day. It records all roadmaps, those of which git tells
 * too: a repository may be made later or go away, git may be disabled, and what was not recorded cannot be made up for.
 *
 * Nothing is lost that happens shortly before the end: when the roadmap is next seen, it is the day it was saved that counts.
 */
export class KeptHistory extends Disposable {
	/** By their addresses: the roadmaps that were recorded as they are. */
	readonly #recorded = new Map<string, ReadRoadmap>();
	/** So that nothing is written that was compared with something older. */
	readonly #turns = new Turns();
	/** What the person was told already. */
	readonly #told = new Set<string>();

	constructor(
		private readonly roadmaps: Roadmaps,
		private readonly storage: Storage,
		private readonly log: LogOutputChannel,
	) {
		super();
	}

	/** The history of a roadmap up to what it is now, which may not be recorded yet. */
	async read(file: ReadRoadmap): Promise<RoadmapHistory> {
		return await this.#turns.take(async () => (await this.#look(file, compare)).history);
	}

	/** Records all roadmaps as they are. */
	async record(): Promise<void> {
		for (const file of this.roadmaps.files) {
			if (file.kind === 'read' && this.#recorded.get(file.uri.toString()) !== file) {
				await this.#turns.take(() => this.#record(file));
			}
		}
	}

	/** Begins anew once all is removed that is kept. */
	async forget(remove: () => Promise<void>): Promise<void> {
		await this.#turns.take(remove);
		this.#recorded.clear();
		await this.record();
	}

	async #record(file: ReadRoadmap): Promise<void> {
		if (this.isDisposed()) {
			return;
		}
		try {
			const name = nameOf(file.uri);
			const isBehind = this.storage.isBehind(name);
			const compared = await this.#look(file, async (kept, now, day) =>
				!isBehind && kept && isSame(kept.now, snapshotOf(now)) ? 'same' : await compare(kept, now, day),
			);
			if (
				compared === 'same' ||
				(await this.storage.write(name, format, await storedFileOf(file.uri, compared.kept)))
			) {
				this.#recorded.set(file.uri.toString(), file);
			} else {
				this.#tell(
					l10n.t(
						'What happens to your roadmaps cannot be noted for their weekly reviews. Look whether the disk is full; until then it is remembered only while this window is open.',
					),
				);
			}
		} catch (error) {
			this.log.error(`${file.uri.toString()} cannot be recorded: ${String(error)}`);
		}
	}

	/**
	 * Looks at what is kept each time: other windows on the same workspace record, too.
	 *
	 * @param use Throws where one thing that is kept does not fit the other; then it is called as if nothing were kept.
	 */
	async #look<Found>(
		file: ReadRoadmap,
		use: (kept: Kept | undefined, file: ReadRoadmap, day: Day) => Promise<Found>,
	): Promise<Found> {
		const day = await presentDay(file, -Infinity);
		await breathe();
		const found = await this.storage.read(
			nameOf(file.uri),
			format,
			async (stored): Promise<Found | undefined> => {
				const kept = await keptFrom(file.uri, stored as StoredFile);
				return kept && (await use(kept, file, Math.max(day, kept.versions.at(-1)?.day ?? day)));
			},
			place => this.#tellDamaged(file.uri, place),
		);
		return found ?? (await use(undefined, file, day));
	}

	#tellDamaged(uri: Uri, place: Uri): void {
		this.#tell(
			l10n.t(
				'The notes on the history of {0} were damaged, and begin anew. If you have a backup of {1}, put it back.',
				escapeMessage(pathOf(uri)),
				escapeMessage(place.fsPath),
			),
		);
	}

	/** Tells the person, but the same thing only once. */
	#tell(message: string): void {
		if (!this.#told.has(message) && !this.isDisposed()) {
			this.#told.add(message);
			void window.showWarningMessage(message);
		}
	}
}

interface Compared {
	readonly kept: Kept;
	readonly history: RoadmapHistory;
}

async function compare(kept: Kept | undefined, file: ReadRoadmap, day: Day): Promise<Compared> {
	const now = snapshotOf(file);
	const roadmap = copyOf(file.roadmap, now.text);
	// The version of a day grows as long as it lasts. Where the history begins is no day's work.
	const isSameDay = kept !== undefined && kept.versions.length > 1 && kept.versions.at(-1)?.day === day;
	const before = isSameDay ? kept.versions.slice(0, -1) : (kept?.versions ?? []);
	const base = isSameDay ? kept.before : kept?.now;
	const tracker = await inSteps(trackerInSteps(before, base && (await roadmapOf(base))));
	const events = await inSteps(tracker.nextInSteps(roadmap));
	await breathe();
	const isVersion = events.length > 0 || isSameDay || !kept;
	const versions = isVersion ? [...before, { day, events }] : before;
	return {
		kept: { versions: bounded(versions), before: isVersion ? (base ?? now) : kept.before, now },
		history: {
			versions,
			ids: tracker.ids,
			source: 'kept',
			since: (versions[0] as Version).day,
			isShallow: false,
		},
	};
}

function snapshotOf({ text }: ReadRoadmap): Snapshot {
	return { text, states: setting('states') };
}

function isSame(one: Snapshot, other: Snapshot): boolean {
	return one.text === other.text && one.states === other.states;
}

async function roadmapOf({ text, states }: Snapshot): Promise<Roadmap> {
	const parser = createParser({ states });
	await inSteps(parser.readAhead(text));
	return parser.parse(text);
}

/** Takes the oldest days together to where the history begins, if there are too many, or too much happened. */
function bounded(versions: History): History {
	let events = 0;
	let first = versions.length;
	while (first > 1 && versions.length - first < mostDays) {
		events += (versions[first - 1] as Version).events.length;
		if (events > mostEvents && first < versions.length) {
			break;
		}
		first--;
	}
	if (first <= 1) {
		return versions;
	}
	const folded = versions.slice(0, first);
	const tasks = replay(folded);
	const base: Version = {
		day: (folded.at(-1) as Version).day,
		events: tasks.map(task => ({ kind: 'added', task, isBack: false })),
	};
	return [base, ...versions.slice(first)];
}

async function storedFileOf(uri: Uri, { versions, before, now }: Kept): Promise<StoredFile> {
	return { uri: uri.toString(), history: await inSteps(storedInSteps(versions)), before, now };
}

async function keptFrom(uri: Uri, { uri: name, history, before, now }: StoredFile): Promise<Kept | undefined> {
	if (name !== uri.toString()) {
		return undefined;
	}
	for (const { text, states } of [before, now]) {
		if (typeof text !== 'string' || !choices.states.includes(states)) {
			throw new Error('No text');
		}
	}
	const versions = await inSteps(historyInSteps(history));
	return versions.length > 0 ? { versions, before, now } : undefined;
}

function nameOf(uri: Uri): string {
	return `kept-${hash(uri.toString())}`;
}
