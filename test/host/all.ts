/**
 * Runs everything that tells whether the project is well, one script of package.json after the other, whatever fails, and
 * adds up what mocha says. The last line is the sum.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { runMain } from './ending';
import { root } from './paths';
import { exitCode, startGroup } from './processes';

const steps = ['check', 'lint', 'build', 'test:unit', 'test:package', 'test:vscode', 'test:web', 'test:ui'];

interface Count {
	passed: number;
	failed: number;
}

runMain(async () => {
	const count: Count = { passed: 0, failed: 0 };
	const broken: string[] = [];
	for (const step of steps.filter(exists)) {
		const start = Date.now();
		const failedBefore = count.failed;
		console.log(`\n▶ ${step}`);
		const code = await run(step, count);
		console.log(`${code === 0 ? '✔' : '✘'} ${step} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
		if (code !== 0) {
			broken.push(step);
			// What broke without a failing test, such as a type error, must not look well in the sum.
			count.failed = Math.max(count.failed, failedBefore + 1);
		}
	}
	console.log(broken.length === 0 ? '\nAll is well.' : `\nFailed: ${broken.join(', ')}`);
	console.log(`${count.passed} passed, ${count.failed} failed`);
	return broken.length === 0 ? 0 : 1;
});

function exists(step: string): boolean {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
	return Object.hasOwn(manifest.scripts, step);
}

/** Runs a script, in a group of its own, so that interrupting this process ends all of it. */
async function run(step: string, count: Count): Promise<number> {
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
			add(count, line);
		});
		createInterface(stderr).on('line', line => console.error(line));
	}
	const code = await exitCode(group.process);
	await group.stop();
	return code;
}

/** Adds what a line of mocha's summary says: `  12 passing (3s)`, `  1 failing`. */
function add(count: Count, line: string): void {
	const [, number, what] = /^ {2}(\d+) (passing|failing)\b/.exec(stripVTControlCharacters(line)) ?? [];
	if (what === 'passing') {
		count.passed += Number(number);
	} else if (what === 'failing') {
		count.failed += Number(number);
	}
}
