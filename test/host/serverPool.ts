import { startServer, type Server } from './server';
import type { Release } from './releases';
import { quiet, writeSettings, type Settings } from './settings';

/** A server that a window has to itself, as its user settings hold for all windows on it. */
export interface LentServer extends Server {
	/** Hands the server back; the next window gets it with settings of its own. */
	giveBack(): void;
}

const idle = new Map<Release, Server[]>();

/** A server is quick to start, but slow with its first window; so one that is not in use serves again. */
export async function borrowServer(release: Release, settings: Settings): Promise<LentServer> {
	const waiting = idle.get(release) ?? [];
	idle.set(release, waiting);
	const server = waiting.pop() ?? (await startServer({ release, args: ['--reconnection-grace-time=10'] }));
	writeSettings(server.settingsFile, { ...quiet, ...settings });
	return { ...server, giveBack: () => waiting.push(server) };
}
