import type { Settings } from '../../../src/contributions';

/** A file, as the model has it. Texts of `disk` and `text` may differ while there is an unsaved document. */
export interface FileState {
	/** `undefined` where there is no file. */
	readonly disk: string | undefined;
	/** What VS Code last read there or wrote: it refuses to save over anything else. */
	readonly known: string | undefined;
	/** The text of the open document; `undefined` where none is open. */
	readonly text: string | undefined;
	readonly isDirty: boolean;
	/** Texts that undoing leads back to, the last one first to come; and those that redoing leads to. */
	readonly past: readonly Past[];
	readonly future: readonly Past[];
}

export interface Past {
	readonly text: string;
	/** VS Code may take it together with another such one: what was typed. */
	readonly isLoose: boolean;
}

/** The settings that days change. */
export interface Chosen extends Pick<
	Settings,
	'states' | 'cascade' | 'saveAfterEdit' | 'codeLens' | 'doneTasks' | 'tree.emptySections' | 'files'
> {
	readonly formatOnSave: boolean;
}

/** All there is, as it must be: what actions do to it is computed with the core alone. Never changes; actions make others. */
export interface World {
	/** By their addresses. */
	readonly files: ReadonlyMap<string, FileState>;
	/** The addresses of the workspace's folders. */
	readonly folders: readonly string[];
	readonly settings: Chosen;
	readonly hidesCompleted: boolean;
}

/** What may become of an action: the world after it, and how many edits were refused, which somebody must be told. */
export interface Outcome {
	readonly world: World;
	readonly refusals: number;
}

/** What an action may do to any world; one outcome unless VS Code may decide one way or the other. */
export type Effect = (world: World) => readonly Outcome[];

export const done = (world: World): Outcome[] => [{ world, refusals: 0 }];
export const refused = (world: World): Outcome[] => [{ world, refusals: 1 }];

export const noFile: FileState = {
	disk: undefined,
	known: undefined,
	text: undefined,
	isDirty: false,
	past: [],
	future: [],
};

export function stateOf(world: World, key: string): FileState {
	return world.files.get(key) ?? noFile;
}

/** The text that is shown of a file: the document's, else what is on disk. */
export function textOf(world: World, key: string): string | undefined {
	const { text, disk } = stateOf(world, key);
	return text ?? disk;
}

export function withFile(world: World, key: string, change: Partial<FileState>): World {
	return { ...world, files: new Map(world.files).set(key, { ...stateOf(world, key), ...change }) };
}

/** A document's text was edited; it was opened for that where it was not open. */
export function edited(world: World, key: string, text: string, isLoose = false): World {
	const { disk, known, past, text: before = disk } = stateOf(world, key);
	if (before === undefined || before === text) {
		return world;
	}
	return withFile(world, key, {
		text,
		known: stateOf(world, key).text === undefined ? disk : known,
		isDirty: true,
		past: [{ text: before, isLoose }, ...past],
		future: [],
	});
}

/** Another program wrote a file, or deleted it. What is unsaved stays. */
export function rewritten(world: World, key: string, disk: string | undefined): World {
	const { text, isDirty, past } = stateOf(world, key);
	if (text === undefined || isDirty || disk === undefined) {
		return withFile(world, key, { disk, ...(text === undefined ? { known: disk } : {}) });
	}
	const reread = text === disk ? {} : { text: disk, past: [{ text, isLoose: false }, ...past], future: [] };
	return withFile(world, key, { disk, known: disk, ...reread });
}

/** As the formatter of these tests has it. */
export function formatted(text: string): string {
	return text.replaceAll(/[ \t]+(?=\r?\n|$)/g, '');
}

/** What a save begins with, where the settings say so. */
export function withFormat(world: World, key: string): World {
	const { text } = stateOf(world, key);
	return world.settings.formatOnSave && text !== undefined ? edited(world, key, formatted(text)) : world;
}

/** Saving a document: formatted before where the settings say so, and not over what another program has written. */
export function saved(world: World, key: string): World[] {
	const { text, isDirty } = stateOf(world, key);
	if (text === undefined || !isDirty) {
		return [world];
	}
	const clean = withFormat(world, key);
	const now = stateOf(clean, key);
	const written = withFile(clean, key, { disk: now.text, known: now.text, isDirty: false });
	if (now.disk === undefined || now.known === now.disk) {
		return [written];
	}
	// Of another file VS Code knows the size, and when it was written.
	return bytes(now.known) === bytes(now.disk) ? [clean, written] : [clean];
}

function bytes(text: string | undefined): number {
	return text === undefined ? -1 : Buffer.byteLength(text);
}

/** A document is read from disk again, whatever was unsaved. */
export function reverted(world: World, key: string): World {
	return rewritten(withFile(world, key, { isDirty: false }), key, stateOf(world, key).disk);
}

/** What undoing may lead to: what was typed in a row may go together. */
export function undone(world: World, key: string): World[] {
	const { text = '', past, future } = stateOf(world, key);
	const worlds: World[] = [];
	for (const [index, { text: before, isLoose }] of past.entries()) {
		const change = { text: before, past: past.slice(index + 1), future: [{ text, isLoose }, ...future] };
		worlds.push(...[true, false].map(isDirty => withFile(world, key, { ...change, isDirty })));
		if (!isLoose || past[index + 1]?.isLoose !== true) {
			break;
		}
	}
	return worlds;
}

export function redone(world: World, key: string): World[] {
	const { text = '', past, future } = stateOf(world, key);
	const [next, ...rest] = future;
	if (!next) {
		return [world];
	}
	const change = { text: next.text, past: [{ text, isLoose: next.isLoose }, ...past], future: rest };
	return [true, false].map(isDirty => withFile(world, key, { ...change, isDirty }));
}

/** All orders in which things that happen at the same time may come. */
export function outcomesOf(world: World, effects: readonly Effect[]): Outcome[] {
	if (effects.length === 0) {
		return done(world);
	}
	return effects.flatMap((effect, index) => {
		const others = effects.filter((_, other) => other !== index);
		return effect(world).flatMap(first =>
			outcomesOf(first.world, others).map(({ world: last, refusals }) => ({
				world: last,
				refusals: first.refusals + refusals,
			})),
		);
	});
}

/** What VS Code may do by itself at any time: read a document anew that has nothing unsaved. That can be undone, mostly. */
export function withReloads({ world, refusals }: Outcome): Outcome[] {
	let worlds = [world];
	for (const [key, { text, disk, isDirty }] of world.files) {
		if (text !== undefined && !isDirty && disk !== undefined && text !== disk) {
			worlds = worlds.flatMap(each => {
				const reread = rewritten(each, key, disk);
				return [each, withFile(reread, key, { past: [], future: [] }), reread];
			});
		}
	}
	return worlds.map(each => ({ world: each, refusals }));
}

/** What was done at the same time leads to one text in several orders, in which it would be undone. */
export function withoutOrder(before: World, world: World): World {
	let after = world;
	for (const key of world.files.keys()) {
		if (textOf(before, key) !== textOf(world, key)) {
			after = withFile(after, key, { past: [], future: [] });
		}
	}
	return after;
}
