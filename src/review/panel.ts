import {
	CancellationTokenSource,
	env,
	EventEmitter,
	l10n,
	workspace,
	type Event,
	type LogOutputChannel,
	type Uri,
	type WebviewPanel,
} from 'vscode';
import type { Day } from '../core';
import type { Histories, RoadmapHistory } from '../history/histories';
import { Delayer } from '../util/delayer';
import { Disposable } from '../util/disposable';
import { hasUnknownEmoji } from '../util/emoji';
import { shorten } from '../util/text';
import { learnShortCodes } from '../workspace/emoji';
import type { ReadRoadmap, RoadmapFile } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { settingId } from '../workspace/settings';
import { forecaster } from './facts';
import { localRoots, pageHtml } from './html';
import { markdownOf } from './markdown';
import { messageFrom } from './messages';
import { openTask } from './opening';
import { optionsNow, writerNow } from './options';
import type { FromPage, Notice, ToPage, View } from './page/model';
import { saveMarkdown } from './saving';
import { reviewView } from './view';
import { isoOf } from './writing';

/** Typing comes in bursts, and nobody reads a review while it changes. */
const pause = 300;

/** Shorter waits need no words. */
const patience = 300;

/** Of the name in a tab. */
const longestName = 40;

/** What reviews are made with. */
export interface Services {
	readonly roadmaps: Roadmaps;
	readonly histories: Histories;
	/** Where the extension's own files are. */
	readonly extension: Uri;
	readonly log: LogOutputChannel;
}

/** The review of one roadmap in a tab. It follows the roadmap while it is in sight, and ends with its tab. */
export class ReviewPanel extends Disposable {
	readonly #onDidClose = this.register(new EventEmitter<void>());
	readonly onDidClose: Event<void> = this.#onDidClose.event;

	readonly #updates = this.register(new Delayer(pause));
	readonly #waiting = this.register(new Delayer(patience));
	readonly #forecast = forecaster();
	/** What the page shows, also while it is out of sight and not there. */
	#view: View | undefined;
	/** The roadmap at the last update; another object is another text. */
	#seen: RoadmapFile | undefined;
	#read: { readonly file: ReadRoadmap; readonly history: RoadmapHistory } | undefined;
	#reading: CancellationTokenSource | undefined;
	/** Something changed while the history was being read. */
	#isOutdated = false;
	/** Whether the page listens: it is gone while it is out of sight. */
	#isReady = false;
	/** Whether the workspace has been searched. */
	#isSearched = false;

	constructor(
		readonly panel: WebviewPanel,
		private readonly uri: Uri,
		/** A day of the week that is looked at; `undefined` for the present week. */
		public week: Day | undefined,
		private readonly services: Services,
	) {
		super();
		const { roadmaps, histories, extension } = services;
		const { webview } = panel;
		this.register(panel);
		this.register(panel.onDidDispose(() => this.#close()));
		this.register(panel.onDidChangeViewState(() => (this.#isReady &&= panel.visible)));
		this.register(webview.onDidReceiveMessage((message: unknown) => this.#heard(message)));
		this.register(histories.onDidChange(() => this.#updates.restart(() => this.#update())));
		this.register(
			roadmaps.onDidChange(() => {
				if (roadmaps.get(uri) !== this.#seen) {
					this.#updates.restart(() => this.#update());
				}
			}),
		);
		this.register(
			workspace.onDidChangeConfiguration(event => {
				const keys = (['weekStart', 'targetDate', 'dailyMinutes'] as const).map(settingId);
				if (keys.some(key => event.affectsConfiguration(key))) {
					this.#draw();
				}
			}),
		);
		webview.options = { enableScripts: true, localResourceRoots: localRoots(extension) };
		webview.html = pageHtml(webview, extension);
		void roadmaps.whenReady.then(() => {
			this.#isSearched = true;
			this.#update();
		});
	}

	/** The review as it is shown, as Markdown; `undefined` while there is none, or nobody sees it, as then it may be old. */
	get markdown(): string | undefined {
		return this.#isReady && this.#view?.kind === 'review' ? markdownOf(this.#view) : undefined;
	}

	override dispose(): void {
		this.#reading?.cancel();
		super.dispose();
	}

	#close(): void {
		this.#onDidClose.fire();
		this.dispose();
	}

	#heard(value: unknown): void {
		const message = messageFrom(value);
		if (message) {
			this.#answer(message).catch((error: unknown) => this.services.log.error(`Review: ${String(error)}`));
		}
	}

	async #answer(message: FromPage): Promise<void> {
		switch (message.kind) {
			case 'ready':
				this.#isReady = true;
				this.#draw();
				this.#update();
				return;
			case 'week':
				this.week = message.start;
				this.#draw();
				return;
			case 'open':
				return this.#open(message.task);
			case 'copy':
				return this.#copy();
			case 'save':
				return this.#save();
			case 'cancel':
				this.#reading?.cancel();
				return;
			case 'read':
				this.#update();
				return;
		}
	}

	/** Reads all anew, now or once somebody looks. */
	#update(): void {
		if (this.isDisposed() || !this.#isReady || !this.#isSearched) {
			return;
		}
		const file = this.services.roadmaps.get(this.uri);
		this.#seen = file;
		if (file?.kind === 'read') {
			void this.#readHistory(file);
		} else {
			this.#reading?.cancel();
			this.#read = undefined;
			this.#notice(file ? unreadable(file.problem) : l10n.t('This roadmap is no longer here.'));
		}
	}

	async #readHistory(file: ReadRoadmap): Promise<void> {
		if (this.#reading) {
			this.#isOutdated = true;
			return;
		}
		const reading = (this.#reading = new CancellationTokenSource());
		if (!this.#read) {
			this.#waiting.restart(() =>
				this.#notice(l10n.t('Reading the history of this roadmap…'), {
					isBusy: true,
					action: { asks: 'cancel', label: l10n.t('Cancel') },
				}),
			);
		}
		const history = await this.services.histories.read(file, reading.token).catch((error: unknown) => {
			this.services.log.error(`The history of ${file.uri.toString()} could not be read: ${String(error)}`);
			return 'failed' as const;
		});
		if (hasUnknownEmoji(file.text)) {
			await learnShortCodes(this.services.extension, this.services.log);
		}
		const isCancelled = reading.token.isCancellationRequested;
		reading.dispose();
		this.#reading = undefined;
		this.#waiting.dispose();
		if (this.isDisposed()) {
			return;
		}
		this.#show(file, history);
		if (this.#isOutdated && !isCancelled) {
			this.#update();
		}
		this.#isOutdated = false;
	}

	#show(file: ReadRoadmap, history: RoadmapHistory | undefined | 'failed'): void {
		const again = { asks: 'read', label: l10n.t('Read Again') } as const;
		if (history === 'failed') {
			const text = l10n.t('The history could not be read. The output channel “Roadmap Progress” says why.');
			this.#notice(text, { action: again });
		} else if (history) {
			this.#read = { file, history };
			this.#draw();
		} else if (!this.#read && this.#seen === file) {
			this.#notice(l10n.t('The history was not read.'), { action: again });
		}
	}

	/** Draws what was read, for the week and the settings as they are now. */
	#draw(): void {
		if (this.#read) {
			const { file, history } = this.#read;
			const options = optionsNow(this.services.roadmaps, file);
			this.#view = reviewView({ ...options, history, week: this.week, forecast: this.#forecast });
			this.panel.title = titleOf(this.#view.title);
		}
		if (this.#view) {
			this.#tell({ kind: 'show', view: this.#view });
		}
	}

	#notice(text: string, more: Partial<Notice> = {}): void {
		const title = this.#view?.title ?? l10n.t('Weekly Review');
		const { locale } = writerNow();
		this.#view = { kind: 'notice', locale, uri: this.uri.toString(), title, text, isBusy: false, ...more };
		this.#draw();
	}

	async #open(id: number): Promise<void> {
		if (this.#read) {
			const { file, history } = this.#read;
			await openTask(this.services.roadmaps, file, history.ids.indexOf(id));
		}
	}

	async #copy(): Promise<void> {
		const { markdown } = this;
		if (markdown !== undefined) {
			await env.clipboard.writeText(markdown);
			this.#tell({ kind: 'told', text: l10n.t('Copied') });
		}
	}

	async #save(): Promise<void> {
		const { markdown } = this;
		if (markdown !== undefined && this.#view?.kind === 'review') {
			const name = `review-${isoOf(this.#view.week.start)}.md`;
			const text = await saveMarkdown(markdown, this.uri, name);
			if (text !== undefined) {
				this.#tell({ kind: 'told', text });
			}
		}
	}

	#tell(message: ToPage): void {
		if (this.#isReady && !this.isDisposed()) {
			void this.panel.webview.postMessage(message);
		}
	}
}

function titleOf(name: string): string {
	return l10n.t('Review: {0}', shorten(name, longestName));
}

function unreadable(problem: 'tooLarge' | 'binary' | 'unreadable'): string {
	switch (problem) {
		case 'tooLarge':
			return l10n.t('This roadmap is over 50 MB and cannot be read.');
		case 'binary':
			return l10n.t('This roadmap is not a text file.');
		case 'unreadable':
			return l10n.t('This roadmap cannot be read. Look whether you may read it; once it can be, its review is here.');
	}
}
