import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { machine, printTable } from '../bench/measure';
import { temporaryFolderWith, temporaryLink } from '../host/folders';
import { root } from '../host/paths';
import { newest } from '../host/releases';
import { startServer } from '../host/server';
import { runTestsAt } from '../host/testRun';
import { windowAddress } from '../host/workbench';
import type { Asked } from './index';
import { loadedFolder, size } from './loadFolder';
import { answerFile, requestFile, type LoadAnswer, type LoadRequest } from './loadRequest';

/** How long one window may take, in seconds. */
const timeLimit = 3600;
/** By how much the heap may grow, in percent. */
const mostGrowth = 5;

/**
 * A workspace of 2,000 roadmaps and 200,000 files in the newest VS Code, with the extension and without: what blocks the
 * extension host, and whether memory grows. What takes time is told, and what grows fails.
 */
export async function soakLoad({ seed, count = 10 }: Asked): Promise<number> {
	process.env['TEST_TIME_LIMIT'] ??= String(timeLimit);
	console.log(`${machine()}, load of the machine ${loadavg()[0]?.toFixed(1) ?? '?'}`);
	console.log(`seed ${seed}: ${size.roadmaps} roadmaps, ${size.changed} of them changed at once, ${size.files} files`);
	const folder = loadedFolder(seed);
	const profiles = process.env['PROFILES'];
	const alone = await ask(folder.path, { isAlone: true, rounds: 0, profiles: undefined });
	const ours = await ask(folder.path, { isAlone: false, rounds: count, profiles });
	await folder.remove();
	print(ours, alone);
	const [before = NaN, ...after] = ours.heap;
	const growth = (100 * ((after.at(-1) ?? before) - before)) / before;
	console.log(`\nheap in MB: ${ours.heap.map(bytes => (bytes / 1e6).toFixed(1)).join(' ')}: ${growth.toFixed(1)} %`);
	return growth <= mostGrowth ? 0 : 1;
}

async function ask(folder: string, request: LoadRequest): Promise<LoadAnswer> {
	writeFileSync(join(folder, requestFile), JSON.stringify(request));
	if (request.profiles) {
		mkdirSync(request.profiles, { recursive: true });
	}
	const server = await startServer({ release: newest });
	try {
		const extension = request.isAlone ? nothing() : temporaryLink(root);
		const tests = join(root, 'out/test/vscode/load.js');
		const code = await runTestsAt(windowAddress(server, { folder, extension, tests }), true);
		if (code !== 0) {
			throw new Error('Nothing could be measured.');
		}
		return JSON.parse(readFileSync(join(folder, answerFile), 'utf8')) as LoadAnswer;
	} finally {
		await server.stop();
	}
}

/** An extension that does nothing. */
function nothing(): string {
	const manifest = { name: 'nothing', publisher: 'roadmap-tests', version: '0.0.1', engines: { vscode: '*' } };
	return temporaryFolderWith({ 'package.json': JSON.stringify(manifest) }).path;
}

function print(ours: LoadAnswer, alone: LoadAnswer): void {
	const rows = ours.steps.map(({ name, block }) => {
		const other = alone.steps.find(step => step.name === name);
		return [name, block.spent, other?.block.spent, block.passed, other?.block.passed];
	});
	printTable(
		['ms in the extension host', 'blocked at the longest', 'alone', '… by the clock', 'alone'],
		rows.map(([name, ...figures]) => [String(name), ...figures.map(figure => Number(figure ?? NaN).toFixed(0))]),
	);
	for (const { changes } of [ours, alone]) {
		console.log(`${changes.count} changes in ${changes.seconds.toFixed(1)} s`);
	}
}
