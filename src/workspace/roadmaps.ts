import {
	EventEmitter,
	TabInputText,
	window,
	workspace,
	type ConfigurationChangeEvent,
	type Event,
	type LogOutputChannel,
	type Tab,
	type TextDocument,
	type Uri,
} from 'vscode';
import { createParser, type Parser } from '../core';
import { forEach } from '../util/breathe';
import { Delayer, leftOf } from '../util/delayer';
import { Disposable } from '../util/disposable';
import { Retries } from '../util/retries';
import { learnShortCodes } from './emoji';
import { Entries } from './entries';
import { documentOf, type Entry } from './entry';
import { FileWatchers } from './fileWatchers';
import { isRoadmapDocument, openRoadmaps } from './finding';
import type { ReadRoadmap, RoadmapFile } from './roadmapFile';
import { Search } from './search';
import { setting, settingId } from './settings';

/** Milliseconds after which those that were read so far are told of, where many are. */
const burst = 100;

/** So many times as long as it took to follow edits nothing is done for further ones; in milliseconds, at most. */
const pause = { times: 8, longest: 250 };

/** Addresses in one line of the log. */
const mostLogged = 20;

/**
 * All roadmaps of the workspace, as they are now: the unsaved text of open documents, and the disk otherwise. The one
 * place that finds, watches and parses; everything else looks at `files` when `onDidChange` tells.
 */
export class Roadmaps extends Disposable {
	readonly #onDidChange = this.register(new EventEmitter<void>());
	/** Something in `files` changed, or the folders by which they are named. What did not is the same object as before. */
	readonly onDidChange: Event<void> = this.#onDidChange.event;

	readonly #entries: Entries;
	readonly #search: Search;
	readonly #changed = new Set<Entry>();
	readonly #changes = this.register(new Delayer(0));
	readonly #loaded = this.register(new Delayer(burst));
	readonly #edited = new Set<TextDocument>();
	readonly #edits = this.register(new Delayer(0));
	/** When edits were followed last, and for how many milliseconds nothing is done for others. */
	#followed = 0;
	#pause = 0;
	readonly #retries = this.register(new Retries(() => void this.#load(this.#entries.all.filter(isUnreadable))));
	#files: readonly RoadmapFile[] = [];
	#hasOtherFolders = false;

	/** @param extension Where the extension's own files are. */
	constructor(
		private readonly log: LogOutputChannel,
		private readonly extension: Uri,
	) {
		super();
		this.#entries = new Entries(log);
		this.#search = this.register(new Search(log, found => this.#take(found)));
		const watchers = this.register(new FileWatchers());
		this.register(watchers.onDidChange(uri => this.#changedOnDisk(uri)));
		this.register(watchers.onDidComeOrGo(() => this.#search.startSoon()));
		this.register(watchers.onDidDelete(uri => this.#deleted(uri)));
		this.register(workspace.onDidChangeTextDocument(({ document }) => this.#changedInEditor(document)));
		this.register(workspace.onDidOpenTextDocument(document => this.#opened(document)));
		this.register(workspace.onDidCloseTextDocument(document => this.#closed(document)));
		this.register(window.tabGroups.onDidChangeTabs(({ closed }) => this.#closedTabs(closed)));
		this.register(workspace.onDidChangeWorkspaceFolders(() => this.#changedFolders()));
		this.register(workspace.onDidChangeConfiguration(event => this.#configured(event)));
		this.#search.start();
	}

	/** Ends with the first search: before, no roadmap does not mean that there is none. */
	get whenReady(): Promise<void> {
		return this.#search.whenReady;
	}

	/** In the order of the workspace's folders and of their paths. */
	get files(): readonly RoadmapFile[] {
		return this.#files;
	}

	get(uri: Uri): RoadmapFile | undefined {
		return this.#entries.get(uri)?.file;
	}

	/** A roadmap as its document has it now, which may be newer than what is in `files`; `undefined` where it is none. */
	inDocument(document: TextDocument): ReadRoadmap | undefined {
		const known = this.get(document.uri);
		if (known?.kind !== 'read') {
			return undefined;
		}
		const text = document.getText();
		return text === known.text ? known : { ...known, text, roadmap: this.parserOf(document.uri).parse(text) };
	}

	/** Reads texts as the roadmap at this address is read; quick for texts that are like its own. */
	parserOf(uri: Uri): Parser {
		return this.#entries.get(uri)?.parser ?? createParser({ states: setting('states') });
	}

	async #take(found: readonly Uri[]): Promise<void> {
		this.#entries.replace([...found, ...openRoadmaps()], setting('states'));
		// What is new, and what was gone when it was looked at last.
		await this.#loadAll(this.#entries.all.filter(({ file }) => !file));
		await this.#publish();
	}

	#loadAll(entries: readonly Entry[], whenLoaded: () => void = () => undefined): Promise<void> {
		return forEach(entries, async entry => {
			await entry.load(() => this.#publishSoon());
			whenLoaded();
		});
	}

	/** Reads them, and tells of them together, or of those that are read after a while. */
	async #load(entries: readonly Entry[]): Promise<void> {
		await this.#loadAll(entries, () => this.#publishSoon());
		await this.#publish();
	}

	#publishSoon(): void {
		if (!this.isDisposed()) {
			this.#loaded.trigger(() => void this.#publish());
		}
	}

	/**
	 * Tells of what changed, if anything did: many events on disk come to nothing. At once, but for the first time that
	 * somebody writes a short code, as those who look at `files` draw it.
	 */
	async #publish(): Promise<void> {
		const unknown = this.#entries.all.filter(({ hasUnknownEmoji }) => hasUnknownEmoji);
		if (unknown.length > 0) {
			await learnShortCodes(this.extension, this.log);
			unknown.forEach(entry => (entry.hasUnknownEmoji = false));
		}
		if (this.isDisposed()) {
			return;
		}
		this.#retries.follow(this.#entries.all.some(isUnreadable));
		const { files } = this.#entries;
		if (sameFiles(files, this.#files) && !this.#hasOtherFolders) {
			return;
		}
		this.#hasOtherFolders = false;
		this.#logChange(this.#files, files);
		this.#files = files;
		this.#onDidChange.fire();
	}

	/** Which roadmaps came and went, unless only texts have changed. */
	#logChange(before: readonly RoadmapFile[], files: readonly RoadmapFile[]): void {
		if (before.length > 0 && before.length === files.length && files.every(({ uri }, at) => uri === before[at]?.uri)) {
			return;
		}
		const [were, are] = [new Set(before.map(({ uri }) => uri)), new Set(files.map(({ uri }) => uri))];
		const added = inWords(files.filter(({ uri }) => !were.has(uri)));
		const gone = inWords(before.filter(({ uri }) => !are.has(uri)));
		this.log.info(`Roadmaps: ${files.length}; new: ${added || 'none'}; gone: ${gone || 'none'}`);
	}

	/** Many files change at once, as with a checkout. */
	#reload(uri: Uri): void {
		const entry = this.#entries.get(uri);
		if (entry) {
			this.#changed.add(entry);
			this.#changes.trigger(() => {
				const entries = [...this.#changed];
				this.#changed.clear();
				void this.#load(entries);
			});
		}
	}

	#changedOnDisk(uri: Uri): void {
		if (!documentOf(uri)) {
			this.#reload(uri);
		}
	}

	/** A folder takes its roadmaps along. */
	#deleted(uri: Uri): void {
		if (this.#entries.isOnTheWayTo(uri)) {
			this.#search.startSoon();
		}
	}

	#changedInEditor(document: TextDocument): void {
		if (!this.#entries.get(document.uri)) {
			return;
		}
		this.#edited.add(document);
		// So most of the time is left for others, however large the roadmap is and however fast somebody types.
		this.#edits.trigger(
			() => {
				const start = Date.now();
				void this.followEdits();
				this.#followed = Date.now();
				this.#pause = Math.min(pause.longest, pause.times * (this.#followed - start));
			},
			leftOf(this.#pause, this.#followed),
		);
	}

	/** Reads at once what was edited in documents, which happens by itself a moment later. */
	async followEdits(): Promise<void> {
		for (const edited of this.#edited) {
			if (!edited.isClosed) {
				this.#entries.get(edited.uri)?.set(edited.getText());
			}
		}
		this.#edited.clear();
		await this.#publish();
	}

	/**
	 * Reads at once what is known as it is now, for those who may be ahead of what VS Code tells of the disk; searches where
	 * nothing is known.
	 *
	 * @param uri Which roadmap to read; all when left out.
	 */
	async readAgain(uri?: Uri): Promise<void> {
		await this.whenReady;
		const entries = uri ? [this.#entries.get(uri)].filter(entry => entry !== undefined) : this.#entries.all;
		await this.#loadAll(entries);
		await (this.#files.length === 0 ? this.searchAgain() : this.#publish());
	}

	/** Searches at once, for those who miss a file that VS Code may not have told of yet. */
	async searchAgain(): Promise<void> {
		this.#search.start();
		await this.#search.ended();
	}

	#changedFolders(): void {
		this.#hasOtherFolders = true;
		this.#search.start();
	}

	#opened(document: TextDocument): void {
		if (this.#entries.get(document.uri)) {
			this.#reload(document.uri);
		} else if (isRoadmapDocument(document)) {
			this.#search.start();
		}
	}

	/** Unsaved text may be gone with the document, or the file with it. */
	#closed(document: TextDocument): void {
		if (this.#entries.get(document.uri)) {
			this.#reload(document.uri);
			this.#search.startSoon();
		}
	}

	/** What is deleted goes with its editor, though VS Code may keep its document for minutes. */
	#closedTabs(tabs: readonly Tab[]): void {
		if (tabs.some(({ input }) => input instanceof TabInputText && this.#entries.get(input.uri))) {
			this.#search.startSoon();
		}
	}

	/** At once, so that nothing is gone in between, and nobody finds roadmaps that are read by another setting. */
	#parseAnew(): void {
		const states = setting('states');
		this.#entries.all.forEach(entry => entry.parseAnew(states));
		void this.#publish();
	}

	#configured(event: ConfigurationChangeEvent): void {
		if (event.affectsConfiguration(settingId('states'))) {
			this.#parseAnew();
		}
		if (['files.exclude', 'search.exclude', settingId('files')].some(key => event.affectsConfiguration(key))) {
			this.#search.start();
		}
	}
}

/** What may be read another time. */
function isUnreadable({ file }: Entry): boolean {
	return file?.kind === 'unread' && file.problem === 'unreadable';
}

function sameFiles(a: readonly RoadmapFile[], b: readonly RoadmapFile[]): boolean {
	return a.length === b.length && a.every((file, index) => file === b[index]);
}

/** Addresses, as far as a line of a log has room for them; nothing where there are none. */
function inWords(files: readonly RoadmapFile[]): string {
	const more = files.length - mostLogged;
	const shown = files.slice(0, mostLogged).map(({ uri }) => uri.toString());
	return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
