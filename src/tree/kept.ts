import type { Memento } from 'vscode';

/**
 * What was kept for the workspace under a key, where it is what this release keeps there; anything else is as good as nothing.
 *
 * A key is for values of one shape for good: a release that keeps another shape takes another key. So none has to understand
 * what another one has kept, and none overwrites it.
 */
export function keptUnder<T>(memento: Memento, key: string, isSo: (value: unknown) => value is T): T | undefined {
	const value = memento.get<unknown>(key);
	return isSo(value) ? value : undefined;
}

export function isText(value: unknown): value is string {
	return typeof value === 'string';
}

export function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(isText);
}
