import {
	EventEmitter,
	workspace,
	type ConfigurationChangeEvent,
	type Event,
	type LogOutputChannel,
	type TextDocument,
	type Uri,
} from 'vscode';
import { createParser, type Parser } from '../core';
import { Delayer } from '../util/delayer';
import { Disposable } from '../util/disposable';
import { hasUnknownEmoji } from '../util/emoji';
import { patience, within } from '../util/patience';
import { Retries } from '../util/retries';
import { learnShortCodes } from './emoji';
import { FileWatchers } from './fileWatchers';
import { findRoadmaps, isRoadmapDocument, openRoadmaps } from './finding';
import { readText } from './reading';
import type { RoadmapFile } from './roadmapFile';
import { setting, settingId } from './settings';

/** Creating and deleting come in bursts: a checkout, an unpacked archive. */
const burst = 100;

interface Entry {
	readonly uri: Uri;
	parser: Parser;
	file?: RoadmapFile;
	/** How often it was begun to read it, and which of these times what is known comes from. */
	begun: number;
	known: number;
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
	readonly #edited = new Set<TextDocument>();
	readonly #edits = this.register(new Delayer(0));
	readonly #rescans = this.register(new Delayer(burst));
	readonly #late = this.register(new Delayer(burst));
	readonly #retries = this.register(new Retries(() => this.#readUnreadable()));
	#scans = 0;
	#searching = Promise.resolve();
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

	#rescan(): void {
		this.#rescans.trigger(() => this.#scan());
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
		const found = await findRoadmaps(() => !this.isDisposed() && this.#rescan());
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
		const entries = [...wanted].map(([key, uri]) => this.#entries.get(key) ?? this.#add(key, uri));
		// What is new, and what was gone when it was looked at last.
		await this.#loadPatiently(entries.filter(({ file }) => !file));
		await this.#publish();
	}

	/** Reads entries, but does not wait for ever for any: what comes late is shown when it comes. */
	async #loadPatiently(entries: readonly Entry[]): Promise<void> {
		const missing = new Set(entries);
		let isOver = false;
		const loads = entries.map(async entry => {
			await this.#load(entry);
			missing.delete(entry);
			if (isOver && !this.isDisposed()) {
				this.#late.trigger(() => void this.#publish());
			}
		});
		await within(patience, Promise.all(loads));
		isOver = true;
		for (const entry of missing) {
			if (!entry.file) {
				this.#set(entry, { problem: 'unreadable' });
			}
		}
	}

	#readUnreadable(): void {
		const entries = [...this.#entries.values()].filter(({ file }) => isUnreadable(file));
		void this.#loadPatiently(entries).then(() => this.#publish());
	}

	#add(key: string, uri: Uri): Entry {
		const entry = { uri, parser: newParser(), begun: 0, known: 0 };
		this.#entries.set(key, entry);
		return entry;
	}

	/** Reads an entry from its document, or from disk; not what is older than what is known. */
	async #load(entry: Entry): Promise<void> {
		const time = ++entry.begun;
		const document = openDocument(entry.uri);
		const text = document ? document.getText() : await readText(entry.uri);
		// While the disk was read the document may have been opened; its text is the newer one.
		const newest = openDocument(entry.uri)?.getText();
		if (newest !== undefined || time > entry.known) {
			entry.known = Math.max(entry.known, time);
			this.#set(entry, newest ?? text);
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
		}
	}

	/**
	 * Tells of what changed, if anything did: many events on disk come to nothing. At once, but for the first time that
	 * somebody writes a short code, as those who look at `files` draw it.
	 */
	async #publish(): Promise<void> {
		const told = new Set(this.#files);
		if (this.#current().some(file => !told.has(file) && file.kind === 'read' && hasUnknownEmoji(file.text))) {
			await learnShortCodes(this.extension, this.log);
		}
		const files = this.#current();
		if (!this.isDisposed()) {
			this.#retries.follow(files.some(isUnreadable));
		}
		if (this.isDisposed() || sameFiles(files, this.#files)) {
			return;
		}
		this.#logChange(this.#files, files);
		this.#files = files;
		this.#onDidChange.fire();
	}

	/** Which roadmaps there are from now on, unless only their texts have changed. */
	#logChange(before: readonly RoadmapFile[], files: readonly RoadmapFile[]): void {
		if (before.length !== files.length || files.some(({ uri }, index) => uri !== before[index]?.uri)) {
			this.log.info(`Roadmaps: ${files.map(({ uri }) => uri.toString()).join(', ') || 'none'}`);
		}
	}

	#current(): RoadmapFile[] {
		return [...this.#entries.values()]
			.flatMap(({ file }) => file ?? [])
			.sort((a, b) => compare(folderIndex(a.uri), folderIndex(b.uri)) || compare(a.uri.path, b.uri.path));
	}

	#reload(uri: Uri): void {
		const entry = this.#entries.get(uri.toString());
		if (entry) {
			void this.#load(entry).then(() => this.#publish());
		}
	}

	#changedOnDisk(uri: Uri): void {
		if (!openDocument(uri)) {
			this.#reload(uri);
		}
	}

	/** A folder takes its roadmaps along. */
	#deleted(uri: Uri): void {
		const gone = uri.toString();
		if ([...this.#entries.keys()].some(key => key === gone || key.startsWith(`${gone}/`))) {
			this.#rescan();
		}
	}

	#changedInEditor(document: TextDocument): void {
		if (!this.#entries.has(document.uri.toString())) {
			return;
		}
		this.#edited.add(document);
		this.#edits.trigger(() => void this.followEdits());
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
	 * Reads what is known at once as it is now, for those who may be ahead of what VS Code tells of the disk; searches where
	 * nothing is known.
	 */
	async readAgain(): Promise<void> {
		await this.whenReady;
		await this.#loadPatiently([...this.#entries.values()]);
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
			this.#scan();
		}
	}

	/** Reads what is known with parsers that go by the settings as they are now; nothing is gone in between. */
	#readAnew(): void {
		for (const entry of this.#entries.values()) {
			const { file } = entry;
			entry.parser = newParser();
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

/** What may be read another time. */
function isUnreadable(file: RoadmapFile | undefined): boolean {
	return file?.kind === 'unread' && file.problem === 'unreadable';
}

function newParser(): Parser {
	return createParser({ states: setting('states') });
}

function openDocument(uri: Uri): TextDocument | undefined {
	const key = uri.toString();
	return workspace.textDocuments.find(document => document.uri.toString() === key && !document.isClosed);
}

function sameFiles(a: readonly RoadmapFile[], b: readonly RoadmapFile[]): boolean {
	return a.length === b.length && a.every((file, index) => file === b[index]);
}

function folderIndex(uri: Uri): number {
	return workspace.getWorkspaceFolder(uri)?.index ?? -1;
}

function compare<T extends string | number>(a: T, b: T): number {
	return a < b ? -1 : Number(a > b);
}
