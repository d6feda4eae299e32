import { parseArgs } from 'node:util';
import { root } from '../host/paths';
import { exitCode, startGroup } from '../host/processes';
import { newest } from '../host/releases';
import { stopHosts } from './stoppedHosts';

/** How long a run may take in all, in seconds: nobody waits for it. */
const timeLimit = 6 * 3600;

/**
 * Faults at random in the newest VS Code, and with `--stops 50` windows whose extension host is stopped in the middle of what
 * it does.
 */
export async function run(args: readonly string[]): Promise<number> {
	const { values } = parseArgs({
		args: [...args],
		options: {
			seed: { type: 'string', default: '1' },
			count: { type: 'string', default: '5000' },
			stops: { type: 'string', default: '20' },
		},
	});
	const [seed, count, stops] = [Number(values.seed), Number(values.count), Number(values.stops)];
	const env = { GREP: 'faults at random', FAULTS_SEED: values.seed, FAULTS_COUNT: values.count };
	const atRandom = async (): Promise<number> =>
		(await started(['esbuild.mjs', '--tests'], env)) ||
		(await started(['--import', 'tsx', 'test/host/runTests.ts', newest], env));
	const failed = count > 0 ? await atRandom() : 0;
	return failed || (stops > 0 ? await stopHosts(seed, stops) : 0);
}

async function started(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
	const group = startGroup(process.execPath, args, {
		cwd: root,
		env: { ...process.env, TEST_TIME_LIMIT: String(timeLimit), ...env },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const code = await exitCode(group.process);
	await group.stop();
	return code;
}
