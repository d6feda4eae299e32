import * as vscode from 'vscode';
import { isFromTests } from './counting';

/** Whatever has a `dispose`. */
interface Owned {
	dispose(): unknown;
}

type Call = (...args: unknown[]) => unknown;

/** Keeps book of everything that is registered with VS Code and has to be disposed. */
export interface Live {
	/** What is alive, by the names of the calls that made it. */
	readonly names: () => string[];
	/** What calls of a name, `window.createTreeView`, were given so far. */
	readonly given: (name: string) => readonly (readonly unknown[])[];
	/** Takes the book-keeping out again. */
	readonly restore: () => void;
}

/**
 * Follows every call of VS Code's API by the tests that gives something to dispose: listeners, watchers, commands, items,
 * views. Ids of commands, views, items and channels get another name, as the installed extension has taken them.
 */
export function followLive(): Live {
	const alive = new Map<object, string>();
	const given = new Map<string, unknown[][]>();
	const undo: (() => void)[] = [];
	for (const [space, members] of Object.entries<unknown>(vscode)) {
		if (!isSpace(members)) {
			continue;
		}
		for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
			if (writable && typeof value === 'function' && /^(on[A-Z]|create|register)/.test(name)) {
				const original = value as Call;
				const made = takenOnce.includes(name) ? nothing : original;
				members[name] = (...args: unknown[]) => {
					if (!isFromTests()) {
						return original.apply(members, args);
					}
					const call = `${space}.${name}`;
					given.set(call, [...(given.get(call) ?? []), args]);
					return follow(alive, call, made.apply(members, renamed(name, args)));
				};
				undo.push(() => (members[name] = original));
			}
		}
	}
	return {
		names: () => [...alive.values()].sort(),
		given: name => given.get(name) ?? [],
		restore: () => undo.forEach(restore => restore()),
	};
}

function isSpace(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** What an extension may register once, or once for each tool of its manifest, and the installed one has. */
const takenOnce: readonly string[] = ['registerTool', 'registerUriHandler'];

function nothing(): Owned {
	return { dispose: () => undefined };
}

function renamed(name: string, args: unknown[]): unknown[] {
	const named = [
		'registerCommand',
		'createTreeView',
		'createStatusBarItem',
		'createOutputChannel',
		'registerWebviewPanelSerializer',
	];
	return named.includes(name) ? [`${String(args[0])}.another`, ...args.slice(1)] : args;
}

/** Stands before a result, which may be frozen, and sees when it is disposed; its own events are followed too. */
function follow(alive: Map<object, string>, name: string, result: unknown): unknown {
	if (!isOwned(result)) {
		return result;
	}
	alive.set(result, name);
	return new Proxy(
		{},
		{
			get(_, key) {
				if (key === 'dispose') {
					return () => {
						alive.delete(result);
						return result.dispose();
					};
				}
				const value: unknown = Reflect.get(result, key, result);
				if (typeof value !== 'function') {
					return value;
				}
				const call = (value as Call).bind(result);
				return /^on[A-Z]/.test(String(key))
					? (...args: unknown[]) => follow(alive, `${name}.${String(key)}`, call(...args))
					: call;
			},
			set: (_, key, value) => Reflect.set(result, key, value, result),
		},
	);
}

function isOwned(value: unknown): value is Owned {
	return typeof value === 'object' && value !== null && typeof (value as Partial<Owned>).dispose === 'function';
}
