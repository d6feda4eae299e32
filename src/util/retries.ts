import type { Disposable } from 'vscode';

/** Milliseconds until the first attempt; each further one takes twice as long. */
const first = 1000;
/** The last one is a quarter of an hour after the first. */
const most = 10;

/** Attempts at what failed and may be well again by itself, at longer and longer intervals, and not for ever. */
export class Retries implements Disposable {
	#handle: ReturnType<typeof setTimeout> | undefined;
	#made = 0;

	constructor(private readonly attempt: () => void) {}

	/** To be told whether it still fails. */
	follow(isFailing: boolean): void {
		if (!isFailing) {
			this.dispose();
			this.#made = 0;
		} else if (this.#made < most) {
			this.#handle ??= setTimeout(() => this.#try(), first * 2 ** this.#made);
		}
	}

	#try(): void {
		this.#handle = undefined;
		this.#made++;
		this.attempt();
	}

	dispose(): void {
		clearTimeout(this.#handle);
		this.#handle = undefined;
	}
}
