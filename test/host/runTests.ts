/**
 * Runs the suites of test/vscode in VS Code with `@vscode/test-electron`: in the releases that the harness brings (all, or
 * those named), or with `--desktop` in a desktop VS Code that is downloaded. At the end, in the last of them, come suites that need
 * a workspace of folders.
 */
import { runMain } from './ending';
import { releasesNamed } from './releases';
import { inServer, runSuites, type Suites, type Where } from './suites';

/** Part of a name that tests have to have, where not all are wanted. */
const wanted = process.env['GREP'] ?? '';
/** Bundles of their own, by what their tests are called. */
const others: Readonly<Record<string, Suites>> = { 'several folders': 'severalFolders', 'random days': 'days' };

runMain(async () => {
	const names = process.argv.slice(2);
	const version = names[1] ?? 'stable';
	const all: (readonly [string, Where])[] =
		names[0] === '--desktop'
			? [[`VS Code ${version} on the desktop`, { version }]]
			: releasesNamed(names).map(release => [`VS Code ${release}`, inServer(release)]);
	let failures = 0;
	for (const [name, where] of wanted in others ? [] : all) {
		console.log(`\n${name}`);
		failures += await runSuites('index', where);
	}
	for (const [what, suites] of Object.entries(others)) {
		const last = all.at(-1);
		if (last && ['', what].includes(wanted)) {
			console.log(`\n${last[0]}: ${what}`);
			failures += await runSuites(suites, last[1]);
		}
	}
	return Math.min(failures, 1);
});
