import * as assert from 'node:assert/strict';
import { extensions, type Uri } from 'vscode';
import type { GitExtension } from '../../../src/history/gitApi';
import type { Histories, RoadmapHistory } from '../../../src/history/histories';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { Repository, requireGit } from '../../host/repository';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder } from '../support/files';
import { closeHistories, openHistories, outline, readHistory } from '../support/histories';
import { openStore, untilRead } from '../support/store';

describe('histories from git', () => {
	let repository: Repository;
	let folder: string;
	let file: Uri;
	let roadmaps: Roadmaps;
	let storage: Uri;
	let histories: Histories;

	before(requireGit);
	beforeEach(async () => {
		await diskIsWatched();
		folder = freshFolder();
		file = at(folder, 'ROADMAP.md');
		storage = at(freshFolder());
		repository = Repository.create(at(folder).fsPath);
		roadmaps = await openStore();
		histories = openHistories(roadmaps, storage);
	});
	afterEach(async () => {
		closeHistories();
		await cleanUp();
	});

	/** Commits the roadmap. */
	function commit(text: string | undefined, at: string): string {
		return repository.commit({ 'ROADMAP.md': text }, { at });
	}

	async function history(uri = file, from = histories): Promise<RoadmapHistory> {
		const read = await untilRead(roadmaps, uri);
		await gitHasSeen(uri);
		return await readHistory(from, read);
	}

	it('tell each commit on the day of its author', async () => {
		commit('# Sea\n\n- [ ] Swim\n', '2026-03-02T12:00:00+01:00');
		commit('# Sea\n\n- [ ] Swim\n- [ ] Dive\n', '2026-03-09T01:00:00+09:00'); // still the 8th in London
		commit('# Sea\n\n- [x] Swim\n- [ ] Dive\n', '2026-03-10T23:30:00-08:00'); // the 11th in London
		const read = await history();
		assert.deepEqual(outline(read), ['2026-03-02: added Swim', '2026-03-09: added Dive', '2026-03-10: completed Swim']);
		assert.deepEqual([read.source, read.isShallow, read.ids], ['git', false, [0, 1]]);
	});
});

/** Ends when Git has seen all that was done beside it. */
async function gitHasSeen(uri: Uri): Promise<void> {
	const extension = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
	const repository = extension?.getAPI(1).getRepository(uri) as { status(): Promise<void> } | null | undefined;
	await repository?.status();
}
