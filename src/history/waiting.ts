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

/** What work gives, but `undefined` as soon as nobody waits for it any more: what git is asked may never end. */
export async function unlessCancelled<T>(token: CancellationToken, work: Promise<T>): Promise<T | undefined> {
	let listener: { dispose(): void } | undefined;
	const cancelled = new Promise<undefined>(resolve => {
		if (token.isCancellationRequested) {
			resolve(undefined);
		}
		listener = token.onCancellationRequested(() => resolve(undefined));
	});
	work.catch(() => undefined); // whoever waits hears of it
	try {
		return await Promise.race([work, cancelled]);
	} finally {
		listener?.dispose();
	}
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

	/** @returns `undefined` as soon as this one has cancelled. */
	async wait(token: CancellationToken): Promise<T | undefined> {
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
			return await unlessCancelled(token, this.#result);
		} finally {
			listener.dispose();
		}
	}

	cancel(): void {
		this.#source.cancel();
	}
}
