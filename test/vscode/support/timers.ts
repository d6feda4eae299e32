type Timers = Pick<typeof globalThis, 'setTimeout' | 'setInterval' | 'clearTimeout' | 'clearInterval'>;
type Start = (run: (...given: unknown[]) => void, milliseconds?: number, ...given: unknown[]) => object;

/** The timers that some code has started and that have not ended, by where it did. */
export interface FollowedTimers {
	readonly running: () => string[];
	/** How many that were to wait have run out, as those do not that are cleared. */
	readonly ranOut: () => number;
	/** How many there have been. */
	readonly started: () => number;
	readonly restore: () => void;
}

/**
 * Follows the timers that code of certain files starts; those of VS Code and of the tests are none of its affair.
 *
 * @param path A part of the files' paths.
 */
export function followTimers(path: string): FollowedTimers {
	const running = new Map<unknown, string>();
	let started = 0;
	let ranOut = 0;
	const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;
	const follow = (start: Start, isOnce: boolean): Start => {
		return (run, ...rest) => {
			// The first line names the error, the second this function.
			const caller = new Error().stack?.split('\n')[2];
			const handle = start(
				(...given) => {
					if (isOnce && running.delete(handle) && Number(rest[0]) > 0) {
						ranOut++;
					}
					run(...given);
				},
				...rest,
			);
			if (caller?.includes(path)) {
				started++;
				running.set(handle, caller.trim());
			}
			return handle;
		};
	};
	const stop = (clear: (handle: never) => void) => (handle: never) => {
		running.delete(handle);
		clear(handle);
	};
	Object.assign(globalThis, {
		setTimeout: follow(setTimeout as unknown as Start, true),
		setInterval: follow(setInterval as unknown as Start, false),
		clearTimeout: stop(clearTimeout),
		clearInterval: stop(clearInterval),
	});
	const original: Timers = { setTimeout, setInterval, clearTimeout, clearInterval };
	return {
		running: () => [...running.values()],
		ranOut: () => ranOut,
		started: () => started,
		restore: () => void Object.assign(globalThis, original),
	};
}
