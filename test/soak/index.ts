/**
 * Long runs of what `npm test` does in short, by name: `npm run soak -- days --seed 7 --count 20000`. The same seed does the
 * same again.
 */
import { parseArgs } from 'node:util';
import { runMain } from '../host/ending';
import { soakDays } from './days';
import { soakFaults } from './faults';
import { soakHostile } from './hostile';
import { soakLeaks } from './leaks';
import { soakLoad } from './load';
import { soakStops } from './stops';

/** How often, and which random numbers. */
export interface Asked {
	readonly seed: number;
	/** As many as the run takes for enough, where left out. */
	readonly count: number | undefined;
}

const runs: Readonly<Record<string, (asked: Asked) => Promise<number>>> = {
	days: soakDays,
	faults: soakFaults,
	hostile: soakHostile,
	leaks: soakLeaks,
	load: soakLoad,
	stops: soakStops,
};

runMain(async () => {
	const { values, positionals } = parseArgs({
		options: { seed: { type: 'string' }, count: { type: 'string' } },
		allowPositionals: true,
	});
	const run = runs[positionals[0] ?? ''];
	if (!run) {
		throw new Error(`Name one of ${Object.keys(runs).join(', ')}.`);
	}
	const count = values.count === undefined ? undefined : whole('count', values.count);
	return run({ seed: values.seed === undefined ? Date.now() % 1_000_000 : whole('seed', values.seed), count });
});

function whole(name: string, value: string): number {
	if (!/^\d+$/.test(value)) {
		throw new RangeError(`--${name} is a whole number, not ${value}`);
	}
	return Number(value);
}
