import {
	EventEmitter,
	workspace,
	type ConfigurationChangeEvent,
	type Event,
	type LogOutputChannel,
	type TextDocument,
	type Uri,
} from 'vscode';
import { createParser, progressOf, type Parser, type TaskStates } from '../core';
import { forEach } from '../util/breathe';
import { Delayer } from '../util/delayer';
import { Disposable } from '../util/disposable';
import { hasUnknownEmoji } from '../util/emoji';
import { learnShortCodes } from './emoji';
import { FileWatchers } from './fileWatchers';
import { findRoadmaps, isRoadmapDocument, openRoadmaps } from './finding';
import { folderOf } from './names';
import { readText } from './reading';
import type { RoadmapFile } from './roadmapFile';
import { setting, settingId } from './settings';

/** Creating and deleting come in bursts: a checkout, an unpacked archive. */
const burst = 100;

/** Milliseconds that edits are waited with at most. */
const longestPace = 100;

/** Addresses in one line of the log. */
const mostLogged = 20;

interface Entry {
	readonly uri: Uri;
	parser: Parser;
	file?: RoadmapFile;
}

/**
 * All roadmaps of the workspace, as they are now: the unsaved text of open documents, and the disk otherwise. The one
 * place that finds, watches and parses; everything else looks at `files` when `onDidChange` tells.
 */
export class Roadmaps extends Disposable {
	readonly #onDidChange = this.register(new EventEmitter<void>());
	/** Something in `files` changed. What did not is the same object as before. */
	readonly onDidChange: Event<void> = this.#onDidChange.event;

	readonly #entries = new Map<string, Entry>();
	/** All entries in the order of their files. */
	#order: readonly Entry[] = [];
	/** The folders around all entries, at any height, by their addresses. */
	#folders: ReadonlySet<string> = new Set();
	readonly #changed = new Set<Entry>();
	readonly #changes = this.register(new Delayer(0));
	readonly #loaded = this.register(new Delayer(burst));
	readonly #edited = new Set<TextDocument>();
	readonly #edits = this.register(new Delayer(0));
	/** Milliseconds that it took to follow the last edits, with all that others did then. */
	#pace = 0;
	readonly #rescans = this.register(new Delayer(burst));
	#scans = 0;
	#searching = Promise.resolve();
	/** How many searches are underway, and whether there may be something else to find than they do. */
	#finding = 0;
	#isOutdated = false;
	/** Whether a text may have short codes that nobody knows yet. */
	#hasUnknownEmoji = false;
	#files: readonly RoadmapFile[] = [];
	#ready: () => void = () => undefined;
	/** Ends with the first search: before, no roadmap does not mean that there is none. */
	readonly whenReady = new Promise<void>(resolve => (this.#ready = resolve));

	/** @param extension Where the extension's own files are. */
	constructor(
		private readonly log: LogOutputChannel,
		private readonly extension: Uri,
	) {
		super();
		const watchers = this.register(new FileWatchers());
		this.register(watchers.onDidChange(uri => this.#changedOnDisk(uri)));
		this.register(watchers.onDidComeOrGo(() => this.#rescan()));
		this.register(watchers.onDidDelete(uri => this.#deleted(uri)));
		this.register(workspace.onDidChangeTextDocument(({ document }) => this.#changedInEditor(document)));
		this.register(workspace.onDidOpenTextDocument(document => this.#opened(document)));
		this.register(workspace.onDidCloseTextDocument(document => this.#closed(document)));
		this.register(workspace.onDidChangeWorkspaceFolders(() => this.#scan()));
		this.register(workspace.onDidChangeConfiguration(event => this.#configured(event)));
		this.#scan();
	}

	/** In the order of the workspace's folders and of their paths. */
	get files(): readonly RoadmapFile[] {
		return this.#files;
	}

	get(uri: Uri): RoadmapFile | undefined {
		return this.#entries.get(uri.toString())?.file;
	}

	/** Reads texts as the roadmap at this address is read; quick for texts that are like its own. */
	parserOf(uri: Uri): Parser {
		return this.#entries.get(uri.toString())?.parser ?? newParser();
	}

	/** Not while it is being searched: in a large workspace that takes longer than a burst, and one more is enough. */
	#rescan(): void {
		this.#rescans.trigger(() => {
			if (this.#finding > 0) {
				this.#isOutdated = true;
			} else {
				this.#scan();
			}
		});
	}

	#foundAll(): void {
		if (--this.#finding === 0 && this.#isOutdated && !this.isDisposed()) {
			this.#isOutdated = false;
			this.#rescan();
		}
	}

	#scan(): void {
		const scan = ++this.#scans;
		this.#searching = this.#search(scan)
			.catch((error: unknown) => this.#searchFailed(error))
			.finally(() => {
				if (scan === this.#scans) {
					this.#ready();
				}
			});
	}

	/** VS Code may close the log first, which then throws. */
	#searchFailed(error: unknown): void {
		if (!this.isDisposed()) {
			this.log.error(`Searching for roadmaps failed: ${String(error)}`);
		}
	}

	async #search(scan: number): Promise<void> {
		this.#finding++;
		const found = await findRoadmaps(() => !this.isDisposed() && this.#rescan()).finally(() => this.#foundAll());
		this.log.debug(`Searched for roadmaps: ${found.length} found`);
		if (this.isDisposed() || scan !== this.#scans) {
			return;
		}
		const wanted = new Map([...found, ...openRoadmaps()].map(uri => [uri.toString(), uri]));
		for (const key of this.#entries.keys()) {
			if (!wanted.has(key)) {
				this.#entries.delete(key);
			}
		}
		const states = setting('states');
		for (const [key, uri] of wanted) {
			if (!this.#entries.has(key)) {
				this.#entries.set(key, { uri, parser: newParser(states) });
			}
		}
		this.#sort();
		// Those too that were gone the last time, and of which VS Code may not have told yet that they are back.
		const unread = this.#order.filter(({ file }) => !file);
		await forEach(unread, entry => this.#load(entry));
		await this.#publish();
	}

	#sort(): void {
		const keyed = [...this.#entries.values()].map(entry => ({ entry, folder: folderIndex(entry.uri) }));
		keyed.sort((a, b) => compare(a.folder, b.folder) || compare(a.entry.uri.path, b.entry.uri.path));
		this.#order = keyed.map(({ entry }) => entry);
		this.#folders = foldersAround(this.#entries.keys());
	}

	/** Reads an entry from its document, or from disk. */
	async #load(entry: Entry): Promise<void> {
		const document = openDocument(entry.uri);
		const text = document ? document.getText() : await readText(entry.uri);
		// While the disk was read the document may have been opened; its text is the newer one.
		this.#set(entry, openDocument(entry.uri)?.getText() ?? text);
		// What all will ask of all roadmaps at once is found out here, where others have their turn in between.
		folderOf(entry.uri);
		if (entry.file?.kind === 'read') {
			progressOf(entry.file.roadmap);
		}
	}

	#set(entry: Entry, content: Awaited<ReturnType<typeof readText>>): void {
		const { uri, file: before } = entry;
		if (content === undefined) {
			delete entry.file;
		} else if (typeof content !== 'string') {
			if (before?.kind !== 'unread' || before.problem !== content.problem) {
				this.log.warn(`${uri.toString()} cannot be shown: ${content.problem}`);
				entry.file = { kind: 'unread', uri, problem: content.problem };
			}
		} else if (before?.kind !== 'read' || before.text !== content) {
			entry.file = { kind: 'read', uri, text: content, roadmap: entry.parser.parse(content) };
			this.#hasUnknownEmoji ||= hasUnknownEmoji(content);
		}
	}

	/**
	 * Tells of what changed, if anything did: many events on disk come to nothing. At once, but for the first time that
	 * somebody writes a short code, as those who look at `files` draw it.
	 */
	async #publish(): Promise<void> {
		if (this.#hasUnknownEmoji) {
			await learnShortCodes(this.extension, this.log);
			this.#hasUnknownEmoji = false;
		}
		const files = this.#current();
		if (this.isDisposed() || sameFiles(files, this.#files)) {
			return;
		}
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

	#current(): RoadmapFile[] {
		return this.#order.flatMap(({ file }) => file ?? []);
	}

	/** Many files change at once, as with a checkout: they are told of together, or as far as they are read after a while. */
	#reload(uri: Uri): void {
		const entry = this.#entries.get(uri.toString());
		if (entry) {
			this.#changed.add(entry);
			this.#changes.trigger(() => void this.#reloadChanged());
		}
	}

	async #reloadChanged(): Promise<void> {
		const entries = [...this.#changed];
		this.#changed.clear();
		await forEach(entries, async entry => {
			await this.#load(entry);
			this.#loaded.trigger(() => void this.#publish());
		});
		await this.#publish();
	}

	#changedOnDisk(uri: Uri): void {
		if (!openDocument(uri)) {
			this.#reload(uri);
		}
	}

	/** A folder takes its roadmaps along. */
	#deleted(uri: Uri): void {
		const gone = uri.toString();
		if (this.#entries.has(gone) || this.#folders.has(gone)) {
			this.#rescan();
		}
	}

	#changedInEditor(document: TextDocument): void {
		if (!this.#entries.has(document.uri.toString())) {
			return;
		}
		this.#edited.add(document);
		// As long as it took the last time: so half of the time at least is left for others, however fast somebody types.
		this.#edits.trigger(() => {
			const start = Date.now();
			void this.followEdits();
			this.#pace = Math.min(longestPace, Date.now() - start);
		}, this.#pace);
	}

	/** Reads at once what was edited in documents, which happens by itself a moment later. */
	async followEdits(): Promise<void> {
		for (const edited of this.#edited) {
			const entry = this.#entries.get(edited.uri.toString());
			if (entry && !edited.isClosed) {
				this.#set(entry, edited.getText());
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
		const entry = uri && this.#entries.get(uri.toString());
		await forEach(entry ? [entry] : uri ? [] : this.#order, entry => this.#load(entry));
		await (this.#files.length === 0 ? this.searchAgain() : this.#publish());
	}

	/** Searches at once, for those who miss a file that VS Code may not have told of yet. */
	async searchAgain(): Promise<void> {
		this.#scan();
		let awaited: Promise<void>;
		do {
			awaited = this.#searching;
			await awaited;
		} while (awaited !== this.#searching);
	}

	#opened(document: TextDocument): void {
		if (this.#entries.has(document.uri.toString())) {
			this.#reload(document.uri);
		} else if (isRoadmapDocument(document)) {
			this.#scan();
		}
	}

	/** Unsaved text may be gone with the document, or the file with it. */
	#closed(document: TextDocument): void {
		if (this.#entries.has(document.uri.toString())) {
			this.#reload(document.uri);
			this.#rescan();
		}
	}

	/** Reads what is known with parsers that go by the settings as they are now; nothing is gone in between. */
	#readAnew(): void {
		const states = setting('states');
		for (const entry of this.#entries.values()) {
			const { file } = entry;
			entry.parser = newParser(states);
			if (file?.kind === 'read') {
				entry.file = { ...file, roadmap: entry.parser.parse(file.text) };
			}
		}
		void this.#publish();
	}

	#configured(event: ConfigurationChangeEvent): void {
		if (event.affectsConfiguration(settingId('states'))) {
			this.#readAnew();
		}
		if (['files.exclude', 'search.exclude', settingId('files')].some(key => event.affectsConfiguration(key))) {
			this.#scan();
		}
	}
}

function newParser(states: TaskStates = setting('states')): Parser {
	return createParser({ states });
}

function openDocument(uri: Uri): TextDocument | undefined {
	const key = uri.toString();
	return workspace.textDocuments.find(document => document.uri.toString() === key && !document.isClosed);
}

function sameFiles(a: readonly RoadmapFile[], b: readonly RoadmapFile[]): boolean {
	return a.length === b.length && a.every((file, index) => file === b[index]);
}

/** The addresses of all folders that some files are in. */
function foldersAround(files: Iterable<string>): Set<string> {
	const folders = new Set<string>();
	for (const file of files) {
		for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
			const folder = file.slice(0, end);
			if (folders.has(folder)) {
				break; // those around it are there as well
			}
			folders.add(folder);
		}
	}
	return folders;
}

/** Addresses, as far as a line of a log has room for them; nothing where there are none. */
function inWords(files: readonly RoadmapFile[]): string {
	const more = files.length - mostLogged;
	const shown = files.slice(0, mostLogged).map(({ uri }) => uri.toString());
	return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function folderIndex(uri: Uri): number {
	return workspace.getWorkspaceFolder(uri)?.index ?? -1;
}

function compare<T extends string | number>(a: T, b: T): number {
	return a < b ? -1 : Number(a > b);
}
