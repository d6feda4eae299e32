/**
 * Opens the extension in a real VS Code, served on this machine only: `npm start`, or `npm start folder` for a folder of
 * one's own. Runs until it is interrupted.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forever, runMain } from './ending';
import { temporaryCopy, temporaryFolder } from './folders';
import { freePort } from './listening';
import { root, sampleFolder } from './paths';
import { exitCode } from './processes';
import { newest } from './releases';
import { startServer } from './server';

const firstPort = 3100;

runMain(async () => {
	const folder = folderNamed(process.argv[2]);
	await build();
	const server = await startServer({
		release: newest,
		port: await freePort(firstPort),
		extensionsFolder: extensionsFolder(),
		args: [`--default-folder=${folder}`],
	});
	console.log(`\n  Roadmap Progress in VS Code ${newest}, on ${folder}`);
	console.log(`\n  ➜  ${server.origin}/\n\n  Ctrl+C ends it.`);
	openBrowser(`${server.origin}/`);
	return forever();
});

/** The folder that the command line names, or else a copy of the sample, to tick as one likes. */
function folderNamed(name: string | undefined): string {
	if (name === undefined) {
		return temporaryCopy(sampleFolder).path;
	}
	const folder = resolve(process.env['INIT_CWD'] ?? '.', name);
	if (!existsSync(folder) || !statSync(folder).isDirectory()) {
		throw new Error(`There is no folder ${folder}.`);
	}
	return folder;
}

async function build(): Promise<void> {
	const building = spawn(process.execPath, [join(root, 'esbuild.mjs')], { stdio: 'inherit' });
	if ((await exitCode(building)) !== 0) {
		throw new Error('The extension could not be built.');
	}
}

/**
 * A folder of installed extensions that has only this one, by a link: the address stays short, as nothing about it has to
 * be in there, and reloading the window takes a new build.
 */
function extensionsFolder(): string {
	const folder = join(temporaryFolder('extensions').path, 'extensions');
	const { publisher, name, version } = manifest();
	mkdirSync(folder);
	symlinkSync(root, join(folder, `${publisher}.${name}-${version}`), 'junction');
	return folder;
}

function manifest(): Readonly<Record<'publisher' | 'name' | 'version', string>> {
	return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as ReturnType<typeof manifest>;
}

/** Opens the default browser where there is one, and says nothing where there is none: the address has been told. */
function openBrowser(address: string): void {
	const { DISPLAY, WAYLAND_DISPLAY, BROWSER } = process.env;
	const commands: Partial<Record<NodeJS.Platform, string[]>> = {
		darwin: ['open', address],
		win32: ['cmd', '/c', 'start', '', address],
		linux: DISPLAY || WAYLAND_DISPLAY || BROWSER ? ['xdg-open', address] : [],
	};
	const [command, ...args] = commands[process.platform] ?? [];
	if (command !== undefined && !process.env['CI']) {
		spawn(command, args, { stdio: 'ignore', detached: true })
			.on('error', () => undefined)
			.unref();
	}
}
