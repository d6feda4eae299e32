import type { LogOutputChannel, Uri } from 'vscode';
import { Delayer } from '../util/delayer';
import { Disposable } from '../util/disposable';
import { Retries } from '../util/retries';
import { findRoadmaps } from './finding';

/** Creating and deleting come in bursts: a checkout, an unpacked archive. */
const burst = 100;

/** Searches the workspace for roadmaps, as often as it is asked to; what counts is what the last search finds. */
export class Search extends Disposable {
	readonly #again = this.register(new Delayer(burst));
	readonly #retries = this.register(new Retries(() => this.startSoon()));
	#searches = 0;
	#searching = Promise.resolve();
	/** How many searches are underway, and whether there may be something else to find than they do. */
	#finding = 0;
	#isOutdated = false;
	#ready: () => void = () => undefined;
	/** Ends with the first search. */
	readonly whenReady = new Promise<void>(resolve => (this.#ready = resolve));

	/** @param take Takes what was found; a search ends with it. */
	constructor(
		private readonly log: LogOutputChannel,
		private readonly take: (found: readonly Uri[]) => Promise<void>,
	) {
		super();
	}

	/** Begins at once. */
	start(): void {
		const search = ++this.#searches;
		this.#searching = this.#search(search)
			.catch((error: unknown) => this.#failed(error))
			.finally(() => {
				if (search === this.#searches) {
					this.#ready();
				}
			});
	}

	/** Not while one is underway: in a large workspace that takes longer than a burst, and one more is enough. */
	startSoon(): void {
		if (this.isDisposed()) {
			return;
		}
		this.#again.trigger(() => {
			if (this.#finding > 0) {
				this.#isOutdated = true;
			} else {
				this.start();
			}
		});
	}

	/** Waits until no search is underway. */
	async ended(): Promise<void> {
		let awaited: Promise<void>;
		do {
			awaited = this.#searching;
			await awaited;
		} while (awaited !== this.#searching);
	}

	async #search(search: number): Promise<void> {
		const found = await this.#find();
		if (!this.isDisposed() && search === this.#searches) {
			this.log.debug(`Searched for roadmaps: ${found.length} found`);
			await this.take(found);
		}
	}

	async #find(): Promise<readonly Uri[]> {
		this.#finding++;
		let hasFailed = false;
		try {
			return await findRoadmaps({ whenLate: () => this.startSoon(), whenFailed: () => (hasFailed = true) });
		} finally {
			if (!this.isDisposed()) {
				this.#retries.follow(hasFailed);
			}
			if (--this.#finding === 0 && this.#isOutdated) {
				this.#isOutdated = false;
				this.startSoon();
			}
		}
	}

	/** VS Code may close the log first, which then throws. */
	#failed(error: unknown): void {
		if (!this.isDisposed()) {
			this.log.error(`Searching for roadmaps failed: ${String(error)}`);
		}
	}
}
