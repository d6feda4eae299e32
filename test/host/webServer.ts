import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { installWeb } from './install';
import { freePort, listeningPort } from './listening';
import { root } from './paths';
import { endWithParent, startGroup } from './processes';
import type { ServeWebOptions } from './serveWeb';
import { quiet, type Settings } from './settings';

/** VS Code for the Web, served with one folder and one extension. */
export interface WebServer {
	readonly origin: string;
	readonly stop: () => Promise<void>;
}

export interface WebServerOptions {
	readonly folder: string;
	readonly extension: string;
	/** A folder of other extensions. */
	readonly neighbours?: string;
	readonly tests?: string;
}

/** Starts a server for VS Code for the Web, in a process of its own, as it writes to the console of the one it runs in. */
export async function startWebServer({ folder, extension, neighbours, tests }: WebServerOptions): Promise<WebServer> {
	const build = await installWeb();
	const port = await freePort();
	const options: ServeWebOptions = { build, port, folder, extension, neighbours, tests };
	const group = startGroup(
		process.execPath,
		[endWithParent, '--import=tsx', join(root, 'test/host/serveWeb.ts'), JSON.stringify(options)],
		{ cwd: root, stdio: ['pipe', 'pipe', 'pipe'] },
	);
	try {
		return { origin: `http://localhost:${await listeningPort(group.process)}`, stop: group.stop };
	} catch (error) {
		await group.stop();
		throw error;
	}
}

/**
 * Gives settings to the windows of a context. There is no file for them on the web, but its page is told what to start
 * with, and may be told their defaults too.
 */
export async function useConfigurationDefaults(
	context: BrowserContext,
	{ origin }: WebServer,
	settings: Settings,
): Promise<void> {
	await context.route(`${origin}/`, async route => {
		const response = await route.fetch();
		const defaults = JSON.stringify({ ...quiet, ...settings }).replaceAll('"', '&quot;');
		const given = 'id="vscode-workbench-web-configuration" data-settings="{';
		const page = await response.text();
		await route.fulfill({
			response,
			body: page.replace(given, `${given}&quot;configurationDefaults&quot;:${defaults},`),
		});
	});
}
