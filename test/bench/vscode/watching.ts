import * as vscode from 'vscode';

/** Follows what the extension does in the extension host: when VS Code or a timer calls it. */
export interface Watch {
	/** Milliseconds of processor time that it has taken so far; what else the machine does hardly counts. */
	readonly spent: () => number;
	/** The most that it has taken at once since this was last asked for. */
	readonly longest: () => number;
	/** What `spent` was each time that it set the status bar's text. */
	readonly texts: number[];
	/** Where VS Code has the tree from. */
	provider: vscode.TreeDataProvider<unknown> | undefined;
}

type Call = (...args: unknown[]) => unknown;

/** Follows what the bundle hands to VS Code and to timers from now on; it has to be inactive still. */
export function watchExtension(): Watch {
	const clock = new Clock();
	const watch: Watch = {
		spent: () => clock.read(),
		longest: () => clock.takeLongest(),
		texts: [],
		provider: undefined,
	};
	for (const space of [vscode.workspace, vscode.window, vscode.commands]) {
		for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(space))) {
			if (writable && typeof value === 'function' && /^(on[A-Z]|create|register)/.test(name)) {
				replace(space, name, original => (...args) => {
					args.filter(isTreeOptions).forEach(options => followTree(watch, clock, options.treeDataProvider));
					const result = original(...args.map(each => (typeof each === 'function' ? clock.time(each as Call) : each)));
					return name === 'createStatusBarItem' ? followText(watch, result as vscode.StatusBarItem) : result;
				});
			}
		}
	}
	replace(
		globalThis,
		'setTimeout',
		original =>
			(run, ...rest) =>
				original(clock.time(run as Call), ...rest),
	);
	return watch;
}

/** Runs while functions do that it has been given, but once where one calls another. */
class Clock {
	#spent = 0;
	#longest = 0;
	#start: number | undefined;

	takeLongest(): number {
		const longest = this.#longest;
		this.#longest = 0;
		return longest;
	}

	read(): number {
		return this.#spent + (this.#start === undefined ? 0 : processorTime() - this.#start);
	}

	time(call: Call): Call {
		return (...args) => {
			if (this.#start !== undefined) {
				return call(...args);
			}
			this.#start = processorTime();
			try {
				return call(...args);
			} finally {
				const now = this.read();
				this.#longest = Math.max(this.#longest, now - this.#spent);
				this.#spent = now;
				this.#start = undefined;
			}
		};
	}
}

/** Of the thread that extensions run in, where Node.js tells it; older releases tell of the whole process only. */
export function processorTime(): number {
	const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
	// Asked first in any case: Linux brings the thread's account up to date for it, and else once in a few milliseconds.
	const ofProcess = process.cpuUsage();
	const { user, system } = threadCpuUsage?.() ?? ofProcess;
	return (user + system) / 1000;
}

/** Stands before a function as long as it is the bundle that calls it. */
function replace(owner: object, name: string, make: (original: Call) => Call): void {
	const members = owner as Record<string, unknown>;
	const original = (members[name] as Call).bind(owner);
	const own = make(original);
	members[name] = (...args: unknown[]) =>
		/[\\/]dist[\\/]extension\.js/.test(String(new Error().stack)) ? own(...args) : original(...args);
}

interface TreeOptions {
	readonly treeDataProvider: vscode.TreeDataProvider<unknown>;
}

function isTreeOptions(value: unknown): value is TreeOptions {
	return typeof value === 'object' && value !== null && 'treeDataProvider' in value;
}

function followTree(watch: Watch, clock: Clock, provider: vscode.TreeDataProvider<unknown>): void {
	watch.provider = provider;
	const members = provider as unknown as Record<string, Call>;
	for (const name of ['getChildren', 'getTreeItem', 'getParent', 'resolveTreeItem']) {
		members[name] = clock.time((members[name] as Call).bind(provider));
	}
}

function followText(watch: Watch, item: vscode.StatusBarItem): vscode.StatusBarItem {
	return new Proxy({} as vscode.StatusBarItem, {
		get: (_, key) => {
			const value: unknown = Reflect.get(item, key, item);
			return typeof value === 'function' ? (value as Call).bind(item) : value;
		},
		set: (_, key, value) => {
			const isSet = Reflect.set(item, key, value, item);
			if (key === 'text') {
				watch.texts.push(watch.spent());
			}
			return isSet;
		},
	});
}

/**
 * The longest time for which the extension host does not get round to anything else while something is waited for:
 * milliseconds of processor time, and those that passed.
 */
export async function longestBlockDuring(wait: Promise<unknown>): Promise<{ spent: number; passed: number }> {
	const longest = { spent: 0, passed: 0 };
	let [spent, passed] = [processorTime(), performance.now()];
	const turns = setInterval(() => {
		const now = [processorTime(), performance.now()] as const;
		longest.spent = Math.max(longest.spent, now[0] - spent);
		longest.passed = Math.max(longest.passed, now[1] - passed);
		[spent, passed] = now;
	}, 1);
	await wait;
	clearInterval(turns);
	return longest;
}
