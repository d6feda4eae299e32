import { newest } from '../host/releases';
import { inServer, runSuites } from '../host/suites';
import type { Asked } from './index';
import { timeLimit } from './named';

/** Days in the newest VS Code; needs the bundle of `node esbuild.mjs --tests`. */
export async function soakDays({ seed, count = 20_000 }: Asked): Promise<number> {
	Object.assign(process.env, { DAYS_SEED: seed, DAYS_COUNT: count, TEST_TIME_LIMIT: timeLimit });
	console.log(`seed ${seed}: ${count} steps`);
	return runSuites('days', inServer(newest));
}
