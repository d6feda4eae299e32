import { env, l10n, ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { Day } from '../core';
import { reviewPanel } from '../contributions';
import { Disposable as Owner } from '../util/disposable';
import { uriFrom } from '../workspace/addresses';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import { chooseRoadmap } from './choosing';
import { localRoots } from './html';
import { markdownOf } from './markdown';
import { keptFrom } from './messages';
import { optionsNow } from './options';
import { ReviewPanel, type Services } from './panel';
import { readPatiently } from './reading';
import { reviewView } from './view';

/** The weekly review of each roadmap: in a tab, and as Markdown. */
export class Reviews extends Owner {
	/** By the addresses of their roadmaps. */
	readonly #panels = new Map<string, ReviewPanel>();

	constructor(private readonly services: Services) {
		super();
	}

	override dispose(): void {
		super.dispose();
		for (const panel of [...this.#panels.values()]) {
			panel.dispose();
		}
	}

	async open(address: unknown): Promise<void> {
		const file = await chooseRoadmap(this.services.roadmaps, address);
		if (!file || this.isDisposed()) {
			return;
		}
		const open = this.#panels.get(file.uri.toString());
		if (open) {
			open.panel.reveal();
			return;
		}
		const panel = window.createWebviewPanel(reviewPanel, l10n.t('Weekly Review'), ViewColumn.Active, {
			enableScripts: true,
			enableFindWidget: true,
			localResourceRoots: localRoots(this.services.extension),
		});
		this.#add(panel, file.uri, undefined);
	}

	restore(panel: WebviewPanel, state: unknown): void {
		const kept = keptFrom(state);
		const uri = kept && uriFrom(kept.uri);
		if (uri) {
			this.#add(panel, uri, kept.week);
		} else {
			panel.dispose();
		}
	}

	#add(panel: WebviewPanel, uri: Uri, week: Day | undefined): void {
		const key = uri.toString();
		this.#panels.get(key)?.dispose();
		const review = new ReviewPanel(panel, uri, week, this.services);
		this.#panels.set(key, review);
		review.onDidClose(() => {
			if (this.#panels.get(key) === review) {
				this.#panels.delete(key);
			}
		});
	}

	/** Of the week that is shown where the review is open, else of the present one. */
	async copy(address: unknown): Promise<void> {
		const active = [...this.#panels].find(([, { panel }]) => panel.active)?.[0];
		const file = await chooseRoadmap(this.services.roadmaps, address ?? active);
		const review = file && this.#panels.get(file.uri.toString());
		const markdown = review?.markdown ?? (file && (await this.#read(file, review?.week)));
		if (markdown !== undefined) {
			await env.clipboard.writeText(markdown);
			window.setStatusBarMessage(l10n.t('The weekly review was copied'), 4000);
		}
	}

	async #read(file: ReadRoadmap, week: Day | undefined): Promise<string | undefined> {
		const { histories, roadmaps } = this.services;
		const history = await readPatiently(token => histories.read(file, token));
		return history && markdownOf(reviewView({ ...optionsNow(roadmaps, file), week, history }));
	}

	/** Asks first: what was noted cannot be noted again. */
	async clearHistory(): Promise<void> {
		const clear = l10n.t('Clear History');
		const chosen = await window.showWarningMessage(
			l10n.t('Clear what Roadmap Progress has kept of the history of roadmaps?'),
			{
				modal: true,
				detail: l10n.t(
					'What git knows is read again when it is needed. What was noted of roadmaps without git is gone for good. No file of yours is touched.',
				),
			},
			clear,
		);
		if (chosen === clear) {
			await this.services.histories.clear().catch((error: unknown) => {
				this.services.log.error(`The history could not be cleared: ${String(error)}`);
				void window.showErrorMessage(
					l10n.t('The history could not be cleared. The output channel “Roadmap Progress” says why; try again.'),
				);
			});
		}
	}
}

/** In place of `new`, for whoever loads this later. */
export function createReviews(services: Services): Reviews {
	return new Reviews(services);
}
