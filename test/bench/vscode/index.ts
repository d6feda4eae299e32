/**
 * Speed in a real VS Code, as shipped: `npm run bench:vscode`, for all releases of the harness or those named. Every figure
 * is the median of several windows or changes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMain } from '../../host/ending';
import { temporaryFolderWith, temporaryLink } from '../../host/folders';
import { root } from '../../host/paths';
import { releasesNamed, type Release } from '../../host/releases';
import { startServer, type Server } from '../../host/server';
import { runTestsAt } from '../../host/testRun';
import { windowAddress } from '../../host/workbench';
import { machine, middle } from '../measure';
import { measureOpening } from './onScreen';
import { commitVersions, type Past } from './repository';
import { answerFile, requestFile, type Answer, type Request } from './request';
import { printActivation, printChanges, printHistories, printOpening } from './tables';

/** An ordinary roadmap, and one with 18,000 tasks. */
const lengths = [4_000, 1_100_000];
/** Several commits of a day are read as one, so that one a day is the most that there is to read. */
const pasts: readonly Past[] = [
	{ commits: 1000, aDay: 4 },
	{ commits: 1000, aDay: 1 },
	{ commits: 5000, aDay: 4 },
];
const windows = Number(process.env['WINDOWS'] ?? 6);

runMain(async () => {
	const releases = releasesNamed(process.argv.slice(2));
	console.log(`${machine()}, medians of ${windows} windows or 20 changes`);
	const activation: Answer[] = [];
	const changes: Answer[] = [];
	const opening: number[] = [];
	const histories: Answer[] = [];
	for (const release of releases) {
		await withServer(release, async server => {
			activation.push(await measureActivation(server));
			for (const length of lengths) {
				changes.push(await ask(server, { measure: 'typing', length }));
			}
			for (const past of pasts) {
				const { commits } = past;
				histories.push(await ask(server, { measure: 'history', commits }, folder => commitVersions(folder, past)));
			}
		});
		for (const length of lengths) {
			opening.push(middle(await repeated(() => measureOpening(release, length))));
		}
	}
	printActivation(releases, activation);
	printChanges(releases, changes);
	printOpening(releases, opening);
	printHistories(releases, pasts, histories);
	return 0;
});

async function withServer(release: Release, use: (server: Server) => Promise<void>): Promise<void> {
	const server = await startServer({ release });
	try {
		await use(server);
	} finally {
		await server.stop();
	}
}

/** In fresh windows, as an extension is activated but once; which of the two comes first is turn and turn about. */
async function measureActivation(server: Server): Promise<Answer> {
	const all: Answer = {};
	const answers = await repeated(window =>
		ask(server, { measure: 'activation', first: window % 2 === 0 ? 'ours' : 'markdown' }),
	);
	for (const [name, values] of answers.flatMap(answer => Object.entries(answer))) {
		(all[name] ??= []).push(...values);
	}
	return all;
}

async function repeated<T>(run: (window: number) => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	for (let window = 0; window < windows; window++) {
		results.push(await run(window));
	}
	return results;
}

/**
 * Else the built-in Markdown extension reads the whole text with every keystroke, in the same extension host: of 1.1 MB it
 * blocks that for a tenth of a second and more.
 */
const plainText = JSON.stringify({ 'files.associations': { 'ROADMAP.md': 'plaintext' } });

/**
 * Opens a window on a folder of its own, whose extension host measures what it is asked to.
 *
 * @param prepare Given the folder's path.
 */
async function ask(
	server: Server,
	request: Request,
	prepare: (folder: string) => void = () => undefined,
): Promise<Answer> {
	const files = { [requestFile]: JSON.stringify(request), 'note.txt': 'words\n', '.vscode/settings.json': plainText };
	const folder = temporaryFolderWith(files);
	prepare(folder.path);
	const tests = join(root, 'out/bench/vscode.js');
	const code = await runTestsAt(
		windowAddress(server, { folder: folder.path, extension: temporaryLink(root), tests }),
		true,
	);
	if (code !== 0) {
		throw new Error('Nothing could be measured.');
	}
	const answer = JSON.parse(readFileSync(join(folder.path, answerFile), 'utf8')) as Answer;
	await folder.remove();
	return answer;
}
