/**
 * Runs the suites of test/vscode in VS Code with `@vscode/test-electron`: in the releases that the harness brings (all, or
 * those named), or with `--desktop` in a desktop VS Code that is downloaded.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { runMain } from './ending';
import { temporaryCopy, temporaryFolder } from './folders';
import { neighboursFolder, root, sampleFolder } from './paths';
import { releasesNamed, type Release } from './releases';
import { quiet, writeSettings } from './settings';
import { standInGit } from './standInGit';

const executable = join(root, 'test/host', process.platform === 'win32' ? 'code.cmd' : 'code.sh');

runMain(async () => {
	const names = process.argv.slice(2);
	if (names[0] === '--desktop') {
		const version = names[1] ?? 'stable';
		return run(`VS Code ${version} on the desktop`, { version });
	}
	let failures = 0;
	for (const release of releasesNamed(names)) {
		failures += await run(`VS Code ${release}`, inServer(release));
	}
	return Math.min(failures, 1);
});

type Where = Pick<Parameters<typeof runTests>[0], 'version' | 'vscodeExecutablePath' | 'extensionTestsEnv'>;

function inServer(release: Release): Where {
	const env = { VSCODE_RELEASE: release, STARTED_BY: String(process.pid) };
	return { vscodeExecutablePath: executable, extensionTestsEnv: env };
}

/** One run on a fresh copy of the sample, with fresh user data, as nothing may depend on what ran before. */
async function run(name: string, where: Where): Promise<0 | 1> {
	console.log(`\n${name}`);
	const folder = temporaryCopy(sampleFolder);
	const user = temporaryFolder('user');
	const extensions = join(user.path, 'extensions');
	cpSync(neighboursFolder, extensions, { recursive: true });
	writeSettings(join(user.path, 'User', 'settings.json'), { ...quiet, ...standInGit(user.path) });
	// Where git is, a server asks its own machine.
	writeSettings(join(user.path, 'Machine', 'settings.json'), standInGit(user.path));
	try {
		await runTests({
			...where,
			extensionDevelopmentPath: root,
			extensionTestsPath: join(root, 'out/test/vscode/index.js'),
			launchArgs: [folder.path, `--user-data-dir=${user.path}`, `--extensions-dir=${extensions}`],
		});
		return 0;
	} catch (error) {
		if (!(error instanceof TestRunFailedError)) {
			throw error;
		}
		return 1;
	} finally {
		await folder.remove();
		await user.remove();
	}
}
