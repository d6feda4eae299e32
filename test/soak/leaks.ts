import { execFileSync } from 'node:child_process';
import { root } from '../host/paths';
import { newest } from '../host/releases';
import { inServer, runSuites } from '../host/suites';
import type { Asked } from './index';

/** Part of the test's name. */
const wanted = 'started, used and ended';

/** Starts, uses and ends the extension so often, and looks at what stays. */
export async function soakLeaks({ count = 100 }: Asked): Promise<number> {
	execFileSync(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root, env: { ...process.env, GREP: wanted } });
	Object.assign(process.env, { LEAKS_COUNT: count, TEST_TIME_LIMIT: 4 * 3600 });
	return runSuites('index', inServer(newest));
}
