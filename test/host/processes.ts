import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { atEnd } from './ending';

/** A process of ours with all it started itself, which lives in a process group of its own. */
export interface Group {
	readonly process: ChildProcess;
	/** Ends the whole group and waits for it: kindly first, then by force. */
	readonly stop: () => Promise<void>;
}

/**
 * An argument for Node.js that ends a process when the one that started it is gone and could not say so, because it was
 * killed: the pipe between them is closed then. Needs `stdin` to be a pipe.
 */
export const endWithParent =
	"--import=data:text/javascript,process.stdin.on('end',()=>process.exit()).on('error',()=>process.exit()).resume().unref()";

const windows = process.platform === 'win32';
const patience = 2000;

/**
 * Starts a process as the head of its own group, so that stopping it stops what it started, and nothing else. However
 * this process ends, the group ends with it.
 */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions = {}): Group {
	const child = spawn(command, args, { ...options, detached: !windows });
	const stop = atEnd(
		() => stopGroup(child),
		() => signalGroup(child, 'SIGKILL'),
	);
	return { process: child, stop };
}

async function stopGroup(child: ChildProcess): Promise<void> {
	if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
		const ended = once(child, 'exit');
		signalGroup(child, 'SIGTERM');
		const force = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
		await ended;
		clearTimeout(force);
	}
	signalGroup(child, 'SIGKILL'); // those whom the head left behind
}

/** Waits for the end of a process and tells its exit code; 1 when a signal ended it. */
export async function exitCode(child: ChildProcess): Promise<number> {
	await once(child, 'close');
	return child.exitCode ?? 1;
}

/** Sends a signal to a group that we started; there is nothing to do when it is gone already. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) {
		return;
	}
	try {
		if (windows) {
			// The id of one that has ended may be another's by now, and tells nothing of what it left behind.
			if (child.exitCode !== null || child.signalCode !== null) return;
			spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
		} else {
			process.kill(-child.pid, signal);
		}
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
			throw error;
		}
	}
}
