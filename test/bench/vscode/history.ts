import { CancellationTokenSource, Uri, window, workspace } from 'vscode';
import { Histories } from '../../../src/history/histories';
import { Roadmaps } from '../../../src/workspace/roadmaps';
import type { Answer } from './request';
import { longestBlockDuring } from './watching';

const rounds = 5;

/** Reads the history of the folder's roadmap, of which nothing is kept yet, and then again in what might be new windows. */
export async function measureHistory(commits: number): Promise<Answer> {
	await pause(3000); // what starts with the window has started
	const log = window.createOutputChannel('Bench', { log: true });
	const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
	const roadmaps = new Roadmaps(log, folder);
	await roadmaps.whenReady;
	const file = roadmaps.files[0];
	if (file?.kind !== 'read') {
		throw new Error('No roadmap');
	}
	const token = new CancellationTokenSource().token;
	const read = async (histories: Histories): Promise<number> => {
		const start = performance.now();
		const history = await histories.read(file, token);
		if (history?.source !== 'git' || history.versions.length < commits) {
			throw new Error(`Only ${String(history?.versions.length)} versions from ${String(history?.source)}`);
		}
		return performance.now() - start;
	};
	const open = (): Histories => new Histories(roadmaps, Uri.joinPath(folder, 'kept'), log);
	const answer: Answer = {};
	let first = Promise.resolve(NaN);
	const block = await longestBlockDuring((first = read(open())));
	answer['first'] = [await first];
	answer['block'] = [block.spent];
	for (let round = 0; round < rounds; round++) {
		const histories = open();
		(answer['again'] ??= []).push(await read(histories));
		(answer['the same'] ??= []).push(await read(histories));
		histories.dispose();
	}
	return answer;
}

async function pause(milliseconds: number): Promise<void> {
	await new Promise(resolve => setTimeout(resolve, milliseconds));
}
