import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

const kept = 40;

/** Waits until a server says `listening on` its port; should it end before, the error has its last words. */
export async function listeningPort(server: ChildProcess): Promise<number> {
	const { stdout, stderr } = server;
	if (!stdout || !stderr) {
		throw new Error('A server without output cannot tell its port.');
	}
	const said: string[] = [];
	const port = new Promise<number>(found => {
		const hear = (line: string): void => {
			said.splice(0, said.length >= kept ? 1 : 0);
			said.push(line);
			const [, port] = /listening on (\d+)$/.exec(line) ?? [];
			if (port !== undefined) {
				found(Number(port));
			}
		};
		createInterface(stdout).on('line', hear);
		createInterface(stderr).on('line', hear);
	});
	const ended = once(server, 'exit').then(([code]) => {
		throw new Error(`The server ended with ${String(code)}:\n${said.join('\n')}`);
	});
	return Promise.race([port, ended]);
}

/** A port that nobody listens on, the wanted one if it is free, or else the next that is; any without a wish. */
export async function freePort(wanted = 0): Promise<number> {
	for (let port = wanted; port <= wanted + (wanted === 0 ? 0 : 100); port++) {
		const found = await tryPort(port);
		if (found !== undefined) {
			return found;
		}
	}
	throw new Error(`There is no free port between ${wanted} and ${wanted + 100}.`);
}

async function tryPort(port: number): Promise<number | undefined> {
	const server = createServer();
	try {
		await new Promise<void>((listening, failed) => {
			server.once('error', failed);
			server.listen(port, '127.0.0.1', listening);
		});
		return (server.address() as AddressInfo).port;
	} catch {
		return undefined;
	} finally {
		await new Promise(closed => server.close(closed));
	}
}
