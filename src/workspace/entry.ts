import { workspace, type LogOutputChannel, type TextDocument, type Uri } from 'vscode';
import { createParser, progressOf, type Parser, type TaskStates } from '../core';
import { inSteps } from '../util/breathe';
import { hasUnknownEmoji } from '../util/emoji';
import { patience, within } from '../util/patience';
import { folderOf } from './names';
import { readText } from './reading';
import type { RoadmapFile } from './roadmapFile';

type Content = Awaited<ReturnType<typeof readText>>;

/** Where there may be a roadmap, and what was last read there. */
export class Entry {
	/** `undefined` where nothing was read yet, or there is nothing any more. */
	file: RoadmapFile | undefined;
	/** Whether its text has short codes that nobody knew when it was read. */
	hasUnknownEmoji = false;
	parser: Parser;
	/** How often it was begun to read it, and which of these times what is known comes from. */
	#begun = 0;
	#known = 0;

	constructor(
		readonly uri: Uri,
		states: TaskStates,
		private readonly log: LogOutputChannel,
	) {
		this.parser = createParser({ states });
	}

	/**
	 * Reads its document, or the disk, but does not wait for ever for that.
	 *
	 * @param whenLate Called when what was not waited for has come.
	 */
	async load(whenLate: () => void): Promise<void> {
		const reading = this.#read();
		const isRead = await within(
			patience,
			reading.then(() => true),
		);
		if (!isRead) {
			if (!this.file) {
				this.set({ problem: 'unreadable' });
			}
			void reading.then(whenLate);
		}
	}

	async #read(): Promise<void> {
		const time = ++this.#begun;
		const text = documentOf(this.uri)?.getText() ?? (await readText(this.uri));
		if (typeof text === 'string') {
			await inSteps(this.parser.readAhead(text));
		}
		// While the disk was read the document may have been opened; its text is the newer one.
		const newest = documentOf(this.uri)?.getText();
		if (newest === undefined && time < this.#known) {
			return; // what was begun later has come before
		}
		this.#known = Math.max(this.#known, time);
		this.set(newest ?? text);
		// What all will ask of all roadmaps at once is found out here, where others have their turn in between.
		folderOf(this.uri);
		if (this.file?.kind === 'read') {
			progressOf(this.file.roadmap);
		}
	}

	/** Takes what stands there now; the same text keeps the file that it has made. */
	set(content: Content): void {
		const { uri, file: before } = this;
		if (content === undefined) {
			this.file = undefined;
		} else if (typeof content !== 'string') {
			if (before?.kind !== 'unread' || before.problem !== content.problem) {
				this.log.warn(`${uri.toString()} cannot be shown: ${content.problem}`);
				this.file = { kind: 'unread', uri, problem: content.problem };
			}
		} else if (before?.kind !== 'read' || before.text !== content) {
			this.file = { kind: 'read', uri, text: content, roadmap: this.parser.parse(content) };
			this.hasUnknownEmoji = hasUnknownEmoji(content);
		}
	}

	/** Reads the text that is known as tasks are to be read from now on. */
	parseAnew(states: TaskStates): void {
		this.parser = createParser({ states });
		if (this.file?.kind === 'read') {
			this.file = { ...this.file, roadmap: this.parser.parse(this.file.text) };
		}
	}
}

/** The document of a file, which holds its newest text, where VS Code has one. */
export function documentOf(uri: Uri): TextDocument | undefined {
	const key = uri.toString();
	return workspace.textDocuments.find(document => document.uri.toString() === key && !document.isClosed);
}
