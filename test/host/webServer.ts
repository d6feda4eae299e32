import { join } from 'node:path';
import { installWeb } from './install';
import { freePort, listeningPort } from './listening';
import { root } from './paths';
import { endWithParent, startGroup } from './processes';
import type { ServeWebOptions } from './serveWeb';

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
