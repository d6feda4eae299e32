import type { Disposable as VsDisposable } from 'vscode';

/** Owns other disposables: what is registered lives as long as this does. */
export abstract class Disposable implements VsDisposable {
	readonly #owned: VsDisposable[] = [];
	#disposed = false;

	/** Whether this is over: checked after every await, so that late results change nothing. */
	protected isDisposed(): boolean {
		return this.#disposed;
	}

	/** Takes `disposable` over, and disposes it at once where this is over already. */
	protected register<T extends VsDisposable>(disposable: T): T {
		if (this.#disposed) {
			disposable.dispose();
		} else {
			this.#owned.push(disposable);
		}
		return disposable;
	}

	/** Ends everything that was registered, last first; one failure does not keep the others alive. */
	dispose(): void {
		this.#disposed = true;
		const errors: unknown[] = [];
		for (let owned = this.#owned.pop(); owned; owned = this.#owned.pop()) {
			try {
				owned.dispose();
			} catch (error) {
				errors.push(error);
			}
		}
		if (errors.length > 0) {
			throw new AggregateError(errors, 'Not everything could be disposed');
		}
	}
}

/** Owns what a function sets up, for functions that return one disposable. */
export class DisposableStore extends Disposable {
	add<T extends VsDisposable>(disposable: T): T {
		return this.register(disposable);
	}
}
