/**
 * Runs everything that tells whether the project is well, one script of package.json after the other, whatever fails, and
 * adds up what mocha says. At the end it says again what failed; the last line is the sum.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runMain } from './ending';
import { root } from './paths';
import { exitCode, startGroup } from './processes';
import { StepLog } from './stepLog';

const steps = [
	'check',
	'lint',
	'build',
	'test:unit',
	'test:differential',
	'test:package',
	'test:vscode',
	'test:web',
	'test:ui',
];

runMain(async () => {
	const sum = { passed: 0, failed: 0 };
	const broken: string[] = [];
	const reasons: string[] = [];
	for (const step of steps.filter(exists)) {
		const start = Date.now();
		console.log(`\n▶ ${step}`);
		const log = new StepLog();
		const code = await run(step, log);
		console.log(`${code === 0 ? '✔' : '✘'} ${step} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
		sum.passed += log.passed;
		// What broke without a failing test, such as a type error, must not look well in the sum.
		sum.failed += code === 0 ? log.failed : Math.max(log.failed, 1);
		if (code !== 0) {
			broken.push(step);
			reasons.push(`\n✘ ${step}`, ...log.reason);
		}
	}
	// Once more at the end, as the middle of a long output is what gets lost.
	reasons.forEach(line => console.log(line));
	console.log(broken.length === 0 ? '\nAll is well.' : `\nFailed: ${broken.join(', ')}`);
	console.log(`${sum.passed} passed, ${sum.failed} failed`);
	return broken.length === 0 ? 0 : 1;
});

function exists(step: string): boolean {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
	return Object.hasOwn(manifest.scripts, step);
}

/** Runs a script, in a group of its own, so that interrupting this process ends all of it. */
async function run(step: string, log: StepLog): Promise<number> {
	const windows = process.platform === 'win32';
	const group = startGroup('npm', ['run', '--silent', step], {
		cwd: root,
		shell: windows,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const { stdout, stderr } = group.process;
	if (stdout && stderr) {
		createInterface(stdout).on('line', line => {
			console.log(line);
			log.hear(line);
		});
		createInterface(stderr).on('line', line => {
			console.error(line);
			log.hear(line);
		});
	}
	const code = await exitCode(group.process);
	await group.stop();
	return code;
}
