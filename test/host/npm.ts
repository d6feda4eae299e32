import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { exitCode, startGroup } from './processes';

/** Quiet, without a lock file, and never running a package's own scripts. */
const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--no-save', '--no-progress'];

/** Installs packages into a folder of their own. */
export async function installPackages(folder: string, ...packages: string[]): Promise<void> {
	writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
	await npm(folder, ['install', ...flags, ...packages]);
}

/** Installs what the package in a folder depends on. */
export async function installDependencies(folder: string): Promise<void> {
	await npm(folder, ['install', ...flags, '--omit=dev']);
}

async function npm(folder: string, args: readonly string[]): Promise<void> {
	const [command, ...first] = npmCommand();
	const group = startGroup(command, [...first, ...args], {
		cwd: folder,
		env: ownEnvironment(),
		shell: command === 'npm' && process.platform === 'win32',
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const { stderr } = group.process;
	const [said, code] = await Promise.all([stderr ? text(stderr) : '', exitCode(group.process)]);
	await group.stop();
	if (code !== 0) {
		throw new Error(`npm ${args.join(' ')}\nfailed in ${folder}:\n${said}`);
	}
}

/** The npm that runs this script, when one does; else the one on the path. */
function npmCommand(): [string, ...string[]] {
	const running = process.env['npm_execpath'];
	return running?.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm'];
}

/** The environment without what an outer `npm run` says about its own package. */
function ownEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name)),
	);
}
