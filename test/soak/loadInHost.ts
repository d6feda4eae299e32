/** What VS Code's extension host runs for `npm run soak -- load`, instead of tests: as it is asked to in a file of the folder. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands, extensions, Position, Selection, Uri, window, workspace, type TextDocument } from 'vscode';
import { extensionId, focusTree } from '../../src/contributions';
import { longestBlockDuring, processorTime } from '../bench/vscode/watching';
import { answerFile, branches, large, requestFile, type LoadAnswer, type LoadRequest, type Step } from './loadRequest';

/** Changes a second, and for how many seconds: first, and in each round. */
const rate = 100;
const seconds = { first: 60, round: 6 } as const;
/** How many seconds nothing has to happen; what waits for people to stop typing waits for five. */
const quiet = 7;
/** Milliseconds of processor time a second that are nothing. */
const idle = 100;
/** Keystrokes that are underway at most: on a busy machine fewer come through. */
const mostUnderway = 50;

const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
const request = JSON.parse(readFileSync(join(folder.fsPath, requestFile), 'utf8')) as LoadRequest;
const steps: Step[] = [];

export async function run(): Promise<void> {
	await settled();
	await step('start', async () => {
		await extensions
			.getExtension<{ whenReady: Promise<void> }>(extensionId)
			?.activate()
			.then(api => api.whenReady);
	});
	const small = Uri.joinPath(folder, 'projects/0000/ROADMAP.md');
	await step('branch, nothing of it in sight', () => checkOut(branches.other));
	await step('… and back', () => checkOut(branches.first));
	await step('a small roadmap is opened', () => open(small));
	await step('letters in it', () => type(1));
	if (!request.isAlone) {
		await commands.executeCommand(focusTree);
	}
	await step('letters, tree in sight', () => open(small).then(() => type(1)));
	await step('branch, tree in sight', () => checkOut(branches.other));
	await step('… and back, tree in sight', () => checkOut(branches.first));
	await step('18,000 tasks are opened', () => open(Uri.joinPath(folder, large)));
	let changes = { count: 0, seconds: 0 };
	await step('100 changes a second in them', async () => (changes = await type(seconds.first)));
	const heap = [heapUsed()];
	for (let round = 1; round <= request.rounds; round++) {
		await step(`round ${round}`, async () => {
			await type(seconds.round);
			await checkOut(branches.other);
			await settled();
			await checkOut(branches.first);
		});
		heap.push(heapUsed());
	}
	await commands.executeCommand('workbench.action.files.revert');
	writeFileSync(join(folder.fsPath, answerFile), JSON.stringify({ steps, changes, heap } satisfies LoadAnswer));
}

/** Does something, and what comes of it, until nothing more happens. */
async function step(name: string, change: () => Promise<unknown>): Promise<void> {
	const profiler = request.profiles === undefined ? undefined : await startProfiler();
	const block = await longestBlockDuring(change().then(settled));
	const result = { name, block };
	steps.push(result);
	console.log(`${name}: ${JSON.stringify(result)}`);
	if (profiler) {
		const { profile } = await profiler.post('Profiler.stop');
		profiler.disconnect();
		writeFileSync(join(request.profiles ?? '', `${steps.length}.cpuprofile`), JSON.stringify(profile));
	}
}

async function startProfiler(): Promise<Session> {
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.start');
	return session;
}

async function settled(): Promise<void> {
	for (let still = 0, left = 180; still < quiet && left > 0; left--) {
		const before = processorTime();
		await pause(1000);
		still = processorTime() - before < idle ? still + 1 : 0;
	}
}

async function checkOut(branch: string): Promise<void> {
	await promisify(execFile)('git', ['checkout', '--quiet', branch], { cwd: folder.fsPath });
	await pause(1000); // until VS Code tells of it
}

async function open(uri: Uri): Promise<void> {
	await commands.executeCommand('vscode.open', uri, { preview: false });
	while (window.activeTextEditor?.document.uri.toString() !== uri.toString()) {
		await pause(50);
	}
}

/** Changes the open roadmap so many times a second: first letters behind a task's words, then its mark. */
async function type(duration: number): Promise<{ count: number; seconds: number }> {
	const editor = window.activeTextEditor;
	if (!editor) {
		throw new Error('No editor');
	}
	const { document } = editor;
	const mark = endOfMark(document);
	const words = document.lineAt(mark.line).range.end;
	let count = 0;
	const counting = workspace.onDidChangeTextDocument(event => (count += Number(event.document === document)));
	const start = performance.now();
	const most = (duration * rate) / 2;
	for (const place of [words, mark]) {
		editor.selection = new Selection(place, place);
		await pause(100); // the cursor is there
		const from = performance.now();
		const underway = new Set<PromiseLike<unknown>>();
		for (let number = 0; number < most; number++) {
			// Behind the words as well as between the brackets, so that each pair of keys leaves one character.
			const key = number % 2 === 0 ? deleteLetter() : commands.executeCommand('type', { text: letter(number) });
			underway.add(key);
			void key.then(() => underway.delete(key));
			do {
				await pause(Math.max(0, from + (number * 1000) / rate - performance.now()));
			} while (underway.size >= mostUnderway);
		}
		await Promise.all(underway);
	}
	counting.dispose();
	return { count, seconds: (performance.now() - start) / 1000 };
}

function deleteLetter(): PromiseLike<unknown> {
	return commands.executeCommand('deleteLeft');
}

/** The marks of tasks that are open and done are letters as any other. */
function letter(number: number): string {
	return number % 4 === 1 ? 'x' : ' ';
}

/** The place behind the mark of a task in the middle of the text. */
function endOfMark(document: TextDocument): Position {
	for (let line = document.lineCount >> 1; line < document.lineCount; line++) {
		const at = document.lineAt(line).text.search(/(?<=^- \[)[ x]\]/);
		if (at >= 0) return new Position(line, at + 1);
	}
	throw new Error('No task');
}

/** Bytes, after collecting what is not in use. */
function heapUsed(): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	collect();
	return process.memoryUsage().heapUsed;
}

async function pause(milliseconds: number): Promise<void> {
	await new Promise(resolve => setTimeout(resolve, milliseconds));
}
