/**
 * What VS Code's extension host calls to run the suites: in Node.js (desktop, remote) and in a web worker (web) alike,
 * with the same build of mocha, so that both run the same code.
 */
import 'mocha/mocha.js';
import type MochaClass from 'mocha';
import { loadSuites } from 'all-suites';
import { workspace } from 'vscode';
import { until } from './support/until';

/** Set by the build from the environment variable GREP: only tests with this text in their names are run. */
declare const GREP: string;

declare const Mocha: typeof MochaClass;

/** Rejects when a test failed, which VS Code turns into an exit code. */
export async function run(): Promise<void> {
	const mocha = new Mocha({
		ui: 'bdd',
		reporter: 'spec',
		timeout: 40_000,
		slow: 2_000,
		forbidOnly: true,
		failZero: true,
		...(GREP === '' ? {} : { fgrep: GREP }),
	});
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	// They name its files when they are loaded; a workspace file may be read after the extension host has started.
	await until(() => workspace.workspaceFolders?.[0]);
	loadSuites();
	const failures = await new Promise<number>(ended => mocha.run(ended));
	if (failures > 0) {
		throw new Error(`${failures} failed.`);
	}
}
