import { isRunning } from './running';

/**
 * What has to be undone before this process ends, however it ends: processes to stop, folders to remove. Playwright,
 * mocha and `@vscode/test-electron` each do a part of this; what belongs to the harness is undone here, in one place.
 */
interface Undo {
	/** Undoes it properly, when there is time. */
	readonly kindly: () => Promise<void> | void;
	/** Undoes it at once, when the process is about to exit and nothing can be waited for. */
	readonly atOnce: () => void;
}

const pending = new Set<Undo>();
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const patience = 8000;
let listening = false;
let ending = false;

/** Registers what to undo, last in, first out; the result does it now, and only once. */
export function atEnd(kindly: Undo['kindly'], atOnce: Undo['atOnce'] = () => undefined): () => Promise<void> {
	listen();
	const undo = { kindly, atOnce };
	pending.add(undo);
	return async () => {
		if (pending.has(undo)) {
			await kindly();
			pending.delete(undo);
		}
	};
}

/** Undoes everything that is still pending; one step's failure does not keep the others from being done. */
export async function undoAll(): Promise<void> {
	for (const undo of [...pending].reverse()) {
		try {
			await undo.kindly();
		} catch (error) {
			console.error(error);
		}
		pending.delete(undo);
	}
}

/** For what runs until it is interrupted. */
export async function forever(): Promise<never> {
	return new Promise(() => undefined);
}

/** Runs a command line tool: the number it returns is its exit code, and an error is told in one line. */
export function runMain(main: () => Promise<number>): void {
	main()
		.catch((error: unknown) => {
			console.error(process.env['DEBUG'] || !(error instanceof Error) ? error : error.message);
			return 1;
		})
		.then(end)
		.catch(() => process.exit(1));
}

/** Ends this process the way a command line tool should, with everything undone; the first reason to end counts. */
async function end(code: number): Promise<never> {
	if (ending) {
		return forever();
	}
	ending = true;
	setTimeout(() => process.exit(code), patience).unref();
	await undoAll();
	process.exit(code);
}

function listen(): void {
	if (listening) {
		return;
	}
	listening = true;
	for (const [signal, code] of Object.entries(signals)) {
		process.once(signal, () => void end(code));
	}
	process.once('exit', () => [...pending].reverse().forEach(undo => undo.atOnce()));
	endWhenOrphaned();
}

/** Nobody waits for the result when what started this process is gone: npm and shells do not always pass a signal on. */
function endWhenOrphaned(): void {
	const parent = Number(process.env['STARTED_BY'] ?? process.ppid);
	// Windows gives orphans no other parent, and has a shell between this process and who started it.
	const isThere = process.platform === 'win32' ? () => isRunning(parent) : () => process.ppid === parent;
	setInterval(() => void (isThere() || end(signals.SIGTERM)), 500).unref();
}
