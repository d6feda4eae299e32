/**
 * Stands in for the desktop's `code` where only a server can be had: takes the arguments that `@vscode/test-electron`
 * gives to the executable it starts, runs the tests in a server's extension host with a headless browser as the window,
 * and exits with their code. The release is named by the environment variable VSCODE_RELEASE.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain } from './ending';
import { temporaryLink } from './folders';
import { isRelease, newest, type Release } from './releases';
import { startServer } from './server';
import { runTestsAt } from './testRun';
import { windowAddress } from './workbench';

runMain(async () => {
	const { folder, extension, tests, userDataFolder, extensionsFolder } = readArguments();
	const server = await startServer({ release: releaseNamed(), userDataFolder, extensionsFolder });
	try {
		return await runTestsAt(windowAddress(server, { folder, extension: temporaryLink(extension), tests }), false);
	} finally {
		await server.stop();
	}
});

/** Understands what matters here and overlooks the rest, such as what is about Electron. */
function readArguments() {
	const { values, positionals } = parseArgs({
		options: {
			extensionDevelopmentPath: { type: 'string' },
			extensionTestsPath: { type: 'string' },
			'user-data-dir': { type: 'string' },
			'extensions-dir': { type: 'string' },
		},
		strict: false,
		allowPositionals: true,
	});
	const path = (value: string | boolean | undefined) => (typeof value === 'string' ? resolve(value) : undefined);
	const extension = path(values.extensionDevelopmentPath);
	const tests = path(values.extensionTestsPath);
	if (extension === undefined || tests === undefined) {
		throw new Error('Both --extensionDevelopmentPath=… and --extensionTestsPath=… are needed.');
	}
	return {
		folder: path(positionals[0]),
		extension,
		tests,
		userDataFolder: path(values['user-data-dir']),
		extensionsFolder: path(values['extensions-dir']),
	};
}

function releaseNamed(): Release {
	const name = process.env['VSCODE_RELEASE'];
	return isRelease(name) ? name : newest;
}
