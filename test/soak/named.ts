import { execFileSync } from 'node:child_process';
import { root } from '../host/paths';
import { newest } from '../host/releases';
import { inServer, runSuites } from '../host/suites';

/** How long a run may take in all, in seconds: nobody waits for it. */
export const timeLimit = 6 * 3600;

/**
 * Runs the tests of some name alone, in the newest VS Code.
 *
 * @param env What is asked of them.
 */
export async function runTestsNamed(name: string, env: Readonly<Record<string, number>>): Promise<0 | 1> {
	execFileSync(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root, env: { ...process.env, GREP: name } });
	Object.assign(process.env, { ...env, TEST_TIME_LIMIT: timeLimit });
	return runSuites('index', inServer(newest));
}
