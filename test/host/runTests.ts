/**
 * Runs the suites of test/vscode in VS Code with `@vscode/test-electron`: in the releases that the harness brings (all, or
 * those named), or with `--desktop` in a desktop VS Code that is downloaded. At the end come random days, in the last of them.
 */
import { runMain } from './ending';
import { releasesNamed } from './releases';
import { inServer, runSuites, type Where } from './suites';

/** Part of a name that tests have to have, where not all are wanted. */
const wanted = process.env['GREP'] ?? '';
const daysName = 'random days';

runMain(async () => {
	const names = process.argv.slice(2);
	const version = names[1] ?? 'stable';
	const all: (readonly [string, Where])[] =
		names[0] === '--desktop'
			? [[`VS Code ${version} on the desktop`, { version }]]
			: releasesNamed(names).map(release => [`VS Code ${release}`, inServer(release)]);
	let failures = 0;
	for (const [name, where] of wanted === daysName ? [] : all) {
		console.log(`\n${name}`);
		failures += await runSuites('index', where);
	}
	const last = all.at(-1);
	if (last && (wanted === '' || wanted === daysName)) {
		console.log(`\n${last[0]}: ${daysName}`);
		failures += await runSuites('days', last[1]);
	}
	return Math.min(failures, 1);
});
