import type { Memento } from 'vscode';

/** Keeps a value for the workspace. Where that fails, as on a full disk, it is only forgotten with the window. */
export function remember(memento: Memento, key: string, value: unknown): void {
	memento.update(key, value).then(undefined, () => undefined);
}
