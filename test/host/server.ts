import { join } from 'node:path';
import { temporaryFolder } from './folders';
import { installServer } from './install';
import { listeningPort } from './listening';
import { endWithParent, startGroup } from './processes';
import type { Release } from './releases';
import { quiet, writeSettings, type Settings } from './settings';

/** A running VS Code server. */
export interface Server {
	readonly port: number;
	/** Where its windows are opened; `localhost`, as browsers trust it with what they keep from other hosts. */
	readonly origin: string;
	/** The file with the user's settings, which all windows of the server share. */
	readonly settingsFile: string;
	readonly stop: () => Promise<void>;
}

export interface ServerOptions {
	readonly release: Release;
	/** On top of the quiet ones. */
	readonly settings?: Settings;
	/** A free port when left out. */
	readonly port?: number;
	/** What the desktop keeps there, settings above all, is then kept there by the server too. */
	readonly userDataFolder?: string | undefined;
	readonly extensionsFolder?: string | undefined;
	readonly env?: NodeJS.ProcessEnv;
	readonly args?: readonly string[];
}

/** No gallery is asked for anything. Newer servers ignore the extension under development without the first one. */
const flags = [
	'--enable-smoke-test-driver',
	'--without-connection-token',
	'--accept-server-license-terms',
	'--disable-telemetry',
	'--disable-update-check',
	'--disable-getting-started-override',
	'--host=127.0.0.1',
];

/** Starts a VS Code server with a data folder of its own; it is listening when this resolves. */
export async function startServer(options: ServerOptions): Promise<Server> {
	const { folder, node } = await installServer(options.release);
	const data = temporaryFolder('server');
	const userData = options.userDataFolder ?? join(data.path, 'data');
	const settingsFile = join(userData, 'User', 'settings.json');
	if (options.userDataFolder === undefined) {
		writeSettings(settingsFile, { ...quiet, ...options.settings });
	}
	const group = startGroup(
		node,
		[
			endWithParent,
			join(folder, 'out', 'server-main.js'),
			...flags,
			`--port=${options.port ?? 0}`,
			`--server-data-dir=${data.path}`,
			`--user-data-dir=${userData}`,
			`--extensions-dir=${options.extensionsFolder ?? join(data.path, 'extensions')}`,
			...(options.args ?? []),
		],
		{ cwd: folder, env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.env }, stdio: ['pipe', 'pipe', 'pipe'] },
	);
	const stop = async (): Promise<void> => {
		await group.stop();
		await data.remove();
	};
	try {
		const port = await listeningPort(group.process);
		return { port, origin: `http://localhost:${port}`, settingsFile, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
