import type { Disposable } from 'vscode';

/** Milliseconds that are left of a pause that began at this time, whatever becomes of the clock. */
export function leftOf(pause: number, since: number): number {
	return Math.max(0, Math.min(pause, since + pause - Date.now()));
}

/** Runs the latest of the functions it is given once, some milliseconds after the first one came. */
export class Delayer implements Disposable {
	#handle: ReturnType<typeof setTimeout> | undefined;
	#run: () => void = () => undefined;

	constructor(private readonly milliseconds: number) {}

	/** @param milliseconds Instead of the usual ones, where nothing is waiting yet. */
	trigger(run: () => void, milliseconds = this.milliseconds): void {
		this.#run = run;
		this.#handle ??= setTimeout(() => {
			this.#handle = undefined;
			this.#run();
		}, milliseconds);
	}

	/** Instead of what is waiting, runs this once so many milliseconds from now. */
	restart(run: () => void, milliseconds = this.milliseconds): void {
		this.dispose();
		this.trigger(run, milliseconds);
	}

	dispose(): void {
		clearTimeout(this.#handle);
		this.#handle = undefined;
	}
}
