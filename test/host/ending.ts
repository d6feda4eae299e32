/**
 * What has to be undone before this process ends, however it ends: processes to stop, folders to remove. Playwright,
 * mocha and `@vscode/test-electron` each do a part of this; what belongs to the harness is undone here, in one place.
 */
type Undo = () => Promise<void> | void;

const pending = new Set<Undo>();
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const patience = 8000;
let listening = false;
let ending = false;

/** Registers an undo step, last in, first out; the result does it now, and only once. */
export function atEnd(undo: Undo): () => Promise<void> {
	listen();
	const once = async (): Promise<void> => {
		if (pending.delete(once)) {
			await undo();
		}
	};
	pending.add(once);
	return once;
}

/** Undoes everything that is still pending; one step's failure does not keep the others from being done. */
export async function undoAll(): Promise<void> {
	for (const undo of [...pending].reverse()) {
		await Promise.resolve(undo()).catch((error: unknown) => console.error(error));
	}
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

/** Nobody waits for the result when what started this process is gone: npm and shells do not always pass a signal on. */
function endWhenOrphaned(): void {
	const parent = process.ppid;
	setInterval(() => void (process.ppid === parent || end(signals.SIGTERM)), 500).unref();
}

function listen(): void {
	if (listening) {
		return;
	}
	listening = true;
	for (const [signal, code] of Object.entries(signals)) {
		process.once(signal, () => void end(code));
	}
	endWhenOrphaned();
}
