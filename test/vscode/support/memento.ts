import type { Memento } from 'vscode';

/** What an extension is given to remember things in, forgotten with the test. */
export class MemoryMemento implements Memento {
	readonly #values = new Map<string, unknown>();

	keys(): readonly string[] {
		return [...this.#values.keys()];
	}

	get<T>(key: string, defaultValue?: T): T {
		return (this.#values.has(key) ? this.#values.get(key) : defaultValue) as T;
	}

	update(key: string, value: unknown): Promise<void> {
		if (value === undefined) {
			this.#values.delete(key);
		} else {
			this.#values.set(key, value);
		}
		return Promise.resolve();
	}
}
