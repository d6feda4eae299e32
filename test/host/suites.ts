import { cpSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { temporaryCopy, temporaryFolder } from './folders';
import { neighboursFolder, root, sampleFolder } from './paths';
import type { Release } from './releases';
import { quiet, writeSettings } from './settings';
import { standInGit } from './standInGit';

const executable = join(root, 'test/host', process.platform === 'win32' ? 'code.cmd' : 'code.sh');

/** What to run the suites in. */
export type Where = Pick<Parameters<typeof runTests>[0], 'version' | 'vscodeExecutablePath' | 'extensionTestsEnv'>;

/**
 * The bundles of suites: `index` opens a folder; the others a workspace, whose folders can change without the extension host,
 * and the tests in it, being started anew.
 */
export type Suites = 'index' | 'severalFolders' | 'days';

export function inServer(release: Release): Where {
	const env = { VSCODE_RELEASE: release, STARTED_BY: String(process.pid) };
	return { vscodeExecutablePath: executable, extensionTestsEnv: env };
}

/** One run on a fresh copy of the sample, with fresh user data, as nothing may depend on what ran before. */
export async function runSuites(suites: Suites, where: Where): Promise<0 | 1> {
	const folder = temporaryCopy(sampleFolder);
	const user = temporaryFolder('user');
	const extensions = join(user.path, 'extensions');
	cpSync(neighboursFolder, extensions, { recursive: true });
	writeSettings(join(user.path, 'User', 'settings.json'), { ...quiet, ...standInGit(user.path) });
	// Where git is, a server asks its own machine.
	writeSettings(join(user.path, 'Machine', 'settings.json'), standInGit(user.path));
	const opened = suites === 'index' ? folder.path : workspaceWith(folder.path);
	try {
		await runTests({
			...where,
			extensionDevelopmentPath: root,
			extensionTestsPath: join(root, `out/test/vscode/${suites}.js`),
			launchArgs: [opened, `--user-data-dir=${user.path}`, `--extensions-dir=${extensions}`],
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

/** Beside the folder, so that it is none of its files. */
function workspaceWith(folder: string): string {
	const file = join(dirname(folder), 'tests.code-workspace');
	writeFileSync(file, JSON.stringify({ folders: [{ path: basename(folder) }] }));
	return file;
}
