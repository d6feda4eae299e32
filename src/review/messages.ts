import type { FromPage, Kept } from './page/model';

/** What the page asks for; `undefined` for anything else, which is not answered. */
export function messageFrom(value: unknown): FromPage | undefined {
	if (!isObject(value)) {
		return undefined;
	}
	const { kind, start, task } = value;
	switch (kind) {
		case 'ready':
		case 'copy':
		case 'save':
		case 'cancel':
		case 'read':
			return { kind };
		case 'week':
			return start === undefined ? { kind } : isWhole(start) ? { kind, start } : undefined;
		case 'open':
			return isWhole(task) ? { kind, task } : undefined;
		default:
			return undefined;
	}
}

/** What VS Code has kept of a page; `undefined` where that names no roadmap. */
export function keptFrom(value: unknown): Kept | undefined {
	if (!isObject(value) || typeof value['uri'] !== 'string') {
		return undefined;
	}
	const { uri, week } = value;
	return { uri, ...(isWhole(week) ? { week } : {}) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

function isWhole(value: unknown): value is number {
	return Number.isSafeInteger(value);
}
