import { CancellationTokenSource, type CancellationToken, type Event } from 'vscode';

/** Waits until a condition holds, which is looked at when the event tells; not for ever, and not when cancelled. */
export async function untilHolds(
	event: Event<unknown>,
	holds: () => boolean,
	{ milliseconds, token }: { readonly milliseconds: number; readonly token: CancellationToken },
): Promise<void> {
	if (holds() || token.isCancellationRequested) {
		return;
	}
	await new Promise<void>(resolve => {
		const end = (): void => {
			clearTimeout(timer);
			listener.dispose();
			cancelling.dispose();
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		const listener = event(() => holds() && end());
		const cancelling = token.onCancellationRequested(end);
	});
}

/** Work that several wait for, done once: cancelled when all of them have cancelled. */
export class SharedWork<T> {
	readonly #source = new CancellationTokenSource();
	readonly #result: Promise<T>;
	#waiting = 0;

	constructor(work: (token: CancellationToken) => Promise<T>) {
		this.#result = work(this.#source.token);
	}

	/** Whether it has been cancelled: others cannot wait for it any more. */
	get isCancelled(): boolean {
		return this.#source.token.isCancellationRequested;
	}

	async wait(token: CancellationToken): Promise<T> {
		this.#waiting++;
		const leave = (): void => {
			if (--this.#waiting === 0) {
				this.cancel();
			}
		};
		if (token.isCancellationRequested) {
			leave();
		}
		const listener = token.onCancellationRequested(leave);
		try {
			return await this.#result;
		} finally {
			listener.dispose();
		}
	}

	cancel(): void {
		this.#source.cancel();
	}
}
