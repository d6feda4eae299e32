import * as assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancellationTokenSource, Uri, workspace, type CancellationToken } from 'vscode';
import type { Histories, RoadmapHistory } from '../../../src/history/histories';
import { reviewView } from '../../../src/review/view';
import { writerFor } from '../../../src/review/writing';
import { localDay } from '../../../src/history/days';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { Repository, requireGit } from '../../host/repository';
import { setGitFault, type GitFault } from '../../host/standInGit';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, read as textOf, write } from '../support/files';
import { closeHistories, never, openHistories, outline, readHistory } from '../support/histories';
import { closeRepositories } from '../support/repositories';
import { set } from '../support/settings';
import { openStore, untilRead } from '../support/store';
import { until } from '../support/until';

const versions = ['2026-03-02: added a, added b', '2026-03-03: completed a'];
const today = localDay(Date.now());

describe('git that goes wrong', () => {
	let path: string;
	let repository: Repository;
	let roadmaps: Roadmaps;
	let histories: Histories;
	let storage: Uri;
	let file: ReadRoadmap;

	before(function () {
		requireGit();
		path = workspace.getConfiguration('git').get('path', '');
		if (!path) {
			this.skip(); // there is no stand-in for git on Windows
		}
	});
	beforeEach(async () => {
		await diskIsWatched();
		const folder = freshFolder();
		storage = at(freshFolder());
		repository = Repository.create(at(folder).fsPath);
		repository.commit({ 'ROADMAP.md': '- [ ] a\n- [ ] b\n' }, { at: '2026-03-02T12:00:00Z' });
		repository.commit({ 'ROADMAP.md': '- [x] a\n- [ ] b\n' }, { at: '2026-03-03T12:00:00Z' });
		roadmaps = await openStore();
		histories = openHistories(roadmaps, storage);
		file = await untilRead(roadmaps, at(folder, 'ROADMAP.md'));
	});
	afterEach(async () => {
		setGitFault(path, undefined);
		closeHistories();
		await closeRepositories();
		await cleanUp();
	});

	const read = (token?: CancellationToken): Promise<RoadmapHistory | undefined> =>
		token ? histories.read(file, token) : readHistory(histories, file);

	function notesOf(history: RoadmapHistory): string {
		return reviewView({
			file,
			history,
			name: 'x',
			today,
			firstDayOfWeek: 1,
			write: writerFor('en-US'),
		}).notes.join('\n');
	}

	for (const fault of ['fails', 'babbles', 'isSilent', 'isCutOff'] as const satisfies readonly GitFault[]) {
		for (const isOpen of [false, true]) {
			it(`is said in the review where it ${fault}, ${isOpen ? 'after' : 'before'} the repository was opened`, async () => {
				if (isOpen) {
					assert.deepEqual(outline(await readHistory(openHistories(roadmaps), file)), versions);
				}
				setGitFault(path, fault);
				const history = await read();
				assert.ok(history);
				assert.deepEqual([history.source, history.obstacle], ['kept', 'failed']);
				assert.match(notesOf(history), /as Git failed\. The output channels .* say why; close the review/);
				setGitFault(path, undefined);
				await until(async () => outline(await readHistory(histories, file)).join('\n') === versions.join('\n'));
				assert.equal((await readHistory(histories, file)).obstacle, undefined);
			});
		}
	}

	it('is waited for no longer than the person likes', async () => {
		await readHistory(openHistories(roadmaps), file);
		setGitFault(path, 'hangs');
		const source = new CancellationTokenSource();
		const reading = read(source.token);
		setTimeout(() => source.cancel(), 200);
		assert.equal(await reading, undefined);
		setGitFault(path, undefined);
		assert.deepEqual(outline(await readHistory(histories, file)), versions);
	});

	it('is waited for no longer than the person likes, of two who wait', async () => {
		await readHistory(openHistories(roadmaps), file);
		setGitFault(path, 'hangs');
		const source = new CancellationTokenSource();
		const other = histories.read(file, never);
		const reading = read(source.token);
		setTimeout(() => source.cancel(), 200);
		assert.equal(await reading, undefined);
		setGitFault(path, undefined);
		assert.deepEqual(outline((await other) as RoadmapHistory), versions);
	});

	it('tells all where it is slow', async () => {
		setGitFault(path, 'isSlow');
		assert.deepEqual(outline(await readHistory(histories, file)), versions);
	});

	it('tells all where somebody else has it locked', async () => {
		const lock = join(repository.folder, '.git/index.lock');
		writeFileSync(lock, '');
		assert.deepEqual(outline(await readHistory(histories, file)), versions);
		rmSync(lock);
	});

	it('is read anew where what was kept of it names other commits', async () => {
		assert.deepEqual(outline(await readHistory(histories, file)), versions);
		const [name] = (await workspace.fs.readDirectory(storage)).find(([each]) => each.startsWith('git-')) ?? [''];
		const kept = Uri.joinPath(storage, name);
		const lying = (await textOf(kept)).replace(/("hash":")\w{40}(","path":"ROADMAP.md"\}\],)/, `$1${'0'.repeat(40)}$2`);
		assert.match(lying, /0{40}/);
		await write(kept, lying);
		assert.deepEqual(outline(await readHistory(openHistories(roadmaps, storage), file)), versions);
		assert.doesNotMatch(await textOf(kept), /0{40}/);
	});

	it('is said in the review where it is not there', async () => {
		let seen = await readHistory(histories, file);
		await set('git.enabled', false);
		await until(
			async () => (seen = await readHistory(histories, file)).obstacle === 'missing',
			() => seen,
		);
		assert.match(notesOf(await readHistory(histories, file)), /as Git is not there\. Install it, or enable it/);
		await set('git.enabled', true);
		await until(async () => (await readHistory(histories, file)).source === 'git');
	});
});
