import * as assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, extensions, Range, Uri, workspace } from 'vscode';
import { progressOf } from '../../../src/core';
import { localDay } from '../../../src/history/days';
import type { GitExtension } from '../../../src/history/gitApi';
import type { Histories, RoadmapHistory } from '../../../src/history/histories';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { Repository, requireGit } from '../../host/repository';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, open, read as textOf, write } from '../support/files';
import { closeHistories, dateOf, openHistories, outline, readHistory } from '../support/histories';
import { closeRepositories } from '../support/repositories';
import { set, setRoadmap } from '../support/settings';
import { openStore, untilRead } from '../support/store';
import { until } from '../support/until';

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
		await closeRepositories();
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
		assert.deepEqual([read.source, dateOf(read.since), read.isShallow, read.ids], ['git', '2026-03-02', false, [0, 1]]);
	});

	it('end with the text as it is, unsaved', async () => {
		commit('- [ ] Swim\n- [ ] Dive\n', '2026-03-02T12:00:00Z');
		const editor = await open(file);
		await editor.edit(change => change.replace(new Range(1, 3, 1, 4), 'x'));
		await untilRead(roadmaps, file, '- [ ] Swim\n- [x] Dive\n');
		assert.deepEqual(outline(await history()), ['2026-03-02: added Swim, added Dive', `${today}: completed Dive`]);
	});

	it('end with the text as it was saved, on the day it was', async () => {
		commit('- [ ] Swim\n', '2026-03-02T12:00:00Z');
		repository.write({ 'ROADMAP.md': '- [x] Swim\n' });
		utimesSync(file.fsPath, new Date(2026, 2, 4, 12), new Date(2026, 2, 4, 12));
		await untilRead(roadmaps, file, '- [x] Swim\n');
		assert.deepEqual(outline(await history()), ['2026-03-02: added Swim', '2026-03-04: completed Swim']);
		// A clock that was wrong, or a file that was unpacked: not before what it was made from.
		utimesSync(file.fsPath, new Date(2020, 2, 4, 12), new Date(2020, 2, 4, 12));
		assert.deepEqual(outline(await history()), ['2026-03-02: added Swim', '2026-03-02: completed Swim']);
	});

	it('go by the commit where an author’s clock was wrong', async () => {
		repository.commit({ 'ROADMAP.md': '- [ ] a\n' }, { at: '1970-01-02T00:00:00Z', committed: '2026-03-02T12:00:00Z' });
		repository.commit({ 'ROADMAP.md': '- [x] a\n' }, { at: '2099-01-02T00:00:00Z', committed: '2026-03-03T12:00:00Z' });
		repository.commit({ 'ROADMAP.md': '- [ ] a\n' }, { at: '2098-01-02T00:00:00Z', committed: '2099-03-03T12:00:00Z' });
		assert.deepEqual(outline(await history()), [
			'2026-03-02: added a',
			'2026-03-03: completed a',
			`${today}: reopened a`,
		]);
	});

	it('read a day’s last commit, and the others only where something was taken out', async () => {
		commit('- [ ] a\n- [ ] b\n- [ ] c\n', '2026-03-02T08:00:00Z');
		commit('- [x] a\n- [ ] b\n- [ ] c\n', '2026-03-02T12:00:00Z');
		commit('- [x] a\n- [x] b\n- [ ] c\n', '2026-03-02T13:00:00Z');
		commit('- [x] a\n- [x] b\n- [x] c\n', '2026-03-03T12:00:00Z');
		commit('- [x] a\n- [x] b\n- [x] c\n- [ ] d\n', '2026-03-03T13:00:00Z');
		commit('- [x] b\n- [x] c\n- [x] d\n', '2026-03-04T12:00:00Z');
		commit('- [x] b\n- [x] c\n', '2026-03-04T13:00:00Z');
		const versions = [
			'2026-03-02: added a, added b, added c',
			'2026-03-02: completed a, completed b',
			'2026-03-03: completed c, added d',
			'2026-03-04: completed d, removed a',
			'2026-03-04: removed d',
		];
		assert.deepEqual(outline(await history()), versions);
		repository.git('reset', '--quiet', '--hard', 'HEAD~3');
		await untilRead(roadmaps, file, '- [x] a\n- [x] b\n- [x] c\n');
		assert.deepEqual(outline(await history(file, openHistories(roadmaps, storage))), [
			...versions.slice(0, 2),
			'2026-03-03: completed c',
		]);
	});

	it('follow a file through its names, folders with spaces and umlauts', async () => {
		const [b, whole] = process.platform === 'win32' ? ["'b'", '!ganze!'] : ['"b"', '*ganze*'];
		const text = '# Sea\n\n- [ ] Swim\n- [ ] Dive\n- [ ] Sail\n- [ ] Row\n- [ ] Float\n';
		repository.commit({ 'TODO.md': text }, { at: '2026-03-02T12:00:00Z' });
		const ticked = text.replace('[ ]', '[x]');
		repository.commit({ 'TODO.md': undefined, [`my plän/[a] ${b}.md`]: ticked }, { at: '2026-03-03T12:00:00Z' });
		repository.commit({ [`my plän/a ${b}.md`]: '- [ ] Not this one\n' }, { at: '2026-03-04T12:00:00Z' });
		const path = `Über uns/die ${whole} Welt`;
		repository.commit(
			{ [`my plän/[a] ${b}.md`]: undefined, [`${path}/ROADMAP.md`]: ticked },
			{ at: '2026-03-05T12:00:00Z' },
		);
		repository.commit({ [`${path}/ROADMAP.md`]: text.replaceAll('[ ]', '[x]') }, { at: '2026-03-06T12:00:00Z' });
		assert.deepEqual(outline(await history(at(folder, path, 'ROADMAP.md'))), [
			'2026-03-02: added Swim, added Dive, added Sail, added Row, added Float',
			'2026-03-03: completed Swim',
			'2026-03-05:',
			'2026-03-06: completed Dive, completed Sail, completed Row, completed Float',
		]);
	});

	it('pass over the time in which the file was away', async () => {
		commit('- [ ] Swim\n- [x] Dive\n', '2026-03-02T12:00:00Z');
		commit(undefined, '2026-03-03T12:00:00Z');
		commit('- [x] Swim\n- [x] Dive\n', '2026-03-04T12:00:00Z');
		assert.deepEqual(outline(await history()), ['2026-03-02: added Swim, added Dive', '2026-03-04: completed Swim']);
	});

	it('follow the file that took the place of one that was deleted', async () => {
		const text = '- [ ] Swim\n- [ ] Dive\n- [ ] Sail\n';
		commit('- [ ] Another\n', '2026-03-01T12:00:00Z');
		repository.commit({ 'PLAN.md': text }, { at: '2026-03-02T12:00:00Z' });
		commit(undefined, '2026-03-03T12:00:00Z');
		repository.commit({ 'PLAN.md': undefined, 'ROADMAP.md': text }, { at: '2026-03-04T12:00:00Z' });
		assert.deepEqual(outline(await history()), ['2026-03-02: added Swim, added Dive, added Sail', '2026-03-04:']);
	});

	it('count work on a branch when it was done, and a merge that settles a conflict once', async () => {
		commit('- [ ] a\n- [ ] b\n- [ ] c\n', '2026-03-02T12:00:00Z');
		repository.git('checkout', '--quiet', '-b', 'calm');
		commit('- [x] a\n- [ ] b\n- [ ] c\n', '2026-03-03T12:00:00Z');
		repository.git('checkout', '--quiet', 'main');
		repository.commit({ 'note.txt': 'x' }, { at: '2026-03-04T12:00:00Z' });
		repository.merge(['calm'], { at: '2026-03-05T12:00:00Z' });
		repository.git('checkout', '--quiet', '-b', 'other');
		commit('- [x] a\n- [x] b!\n- [ ] c\n', '2026-03-06T12:00:00Z');
		repository.git('checkout', '--quiet', 'main');
		commit('- [x] a\n- [ ] b\n- [x] c\n', '2026-03-07T12:00:00Z');
		repository.merge(['other'], { at: '2026-03-08T12:00:00Z' }, { 'ROADMAP.md': '- [x] a\n- [x] b!\n- [x] c\n' });
		assert.deepEqual(outline(await history()), [
			'2026-03-02: added a, added b, added c',
			'2026-03-03: completed a',
			'2026-03-07: completed c',
			'2026-03-08: reworded b!, completed b!',
		]);
	});

	it('count an octopus once, and follow a name that a merge brought', async () => {
		const text = (...done: readonly number[]): string =>
			`${Array.from({ length: 30 }, (_, task) => `- [${done.includes(task) ? 'x' : ' '}] Task ${String(task)}`).join('\n')}\n`;
		repository.commit({ 'PLAN.md': text() }, { at: '2026-03-02T12:00:00Z' });
		for (const [branch, done] of Object.entries({ one: 1, two: 10 })) {
			repository.git('checkout', '--quiet', '-b', branch, 'main');
			repository.commit({ 'PLAN.md': text(done) }, { at: '2026-03-03T12:00:00Z' });
		}
		repository.git('checkout', '--quiet', 'main');
		repository.commit({ 'PLAN.md': text(20) }, { at: '2026-03-04T12:00:00Z' });
		repository.merge(['one', 'two'], { at: '2026-03-05T12:00:00Z' });
		repository.git('checkout', '--quiet', '-b', 'renamed');
		repository.commit({ 'PLAN.md': undefined, 'ROADMAP.md': text(1, 10, 20) }, { at: '2026-03-06T12:00:00Z' });
		repository.git('checkout', '--quiet', 'main');
		repository.commit({ 'PLAN.md': text(1, 10, 20, 29) }, { at: '2026-03-07T12:00:00Z' });
		repository.merge(['renamed'], { at: '2026-03-08T12:00:00Z' });
		const read = outline(await history()).slice(1);
		assert.deepEqual(read, [
			'2026-03-04: completed Task 20',
			'2026-03-05: completed Task 1, completed Task 10',
			'2026-03-07: completed Task 29',
			'2026-03-08:',
		]);
	});

	it('take from the storage what is the same after history was rewritten', async () => {
		commit('- [ ] a\n', '2026-03-02T12:00:00Z');
		commit('- [ ] a\n- [ ] b\n', '2026-03-03T12:00:00Z');
		commit('- [x] a\n- [ ] b\n', '2026-03-04T12:00:00Z');
		await history();
		commit('- [x] a\n- [x] b\n', '2026-03-05T12:00:00Z');
		await history(file, openHistories(roadmaps, storage));
		repository.commit({ 'ROADMAP.md': '- [ ] a\n- [x] b\n' }, { at: '2026-03-06T12:00:00Z', amend: true });
		const amended = ['2026-03-02: added a', '2026-03-03: added b', '2026-03-04: completed a'];
		const last = '2026-03-06: reopened a, completed b';
		await untilRead(roadmaps, file, '- [ ] a\n- [x] b\n');
		assert.deepEqual(outline(await history(file, openHistories(roadmaps, storage))), [...amended, last]);
		repository.git('checkout', '--quiet', '-b', 'base', 'HEAD~2');
		repository.commit({ 'note.txt': 'x' }, { at: '2026-03-03T13:00:00Z' });
		repository.git('checkout', '--quiet', 'main');
		repository.rebase('base');
		assert.deepEqual(outline(await history(file, openHistories(roadmaps, storage))), [...amended, last]);
		repository.git('reset', '--quiet', '--hard', 'HEAD~2');
		await untilRead(roadmaps, file, '- [ ] a\n- [ ] b\n');
		assert.deepEqual(outline(await history(file, openHistories(roadmaps, storage))), amended.slice(0, 2));
	});

	it('read only what is new', async () => {
		commit('- [ ] a\n', '2026-03-02T12:00:00Z');
		commit('- [x] a\n', '2026-03-03T12:00:00Z');
		await history();
		commit('- [x] a\n- [ ] b\n', '2026-03-04T12:00:00Z');
		const name = (await namesIn(storage)).find(each => each.startsWith('git-')) ?? '';
		// What is kept tells other words than git, so that it can be told from which the answer is.
		await change(Uri.joinPath(storage, name), text => text.replaceAll('"a"', '"kept"'));
		const again = await history(file, openHistories(roadmaps, storage));
		assert.deepEqual(outline(again).slice(0, 2), ['2026-03-02: added kept', '2026-03-03: completed kept']);
	});

	it('read anew what is kept by another setting, is broken, or of another format', async () => {
		await setRoadmap('states', 'gfm');
		const versions = ['2026-03-02: added a', '2026-03-03: completed a'];
		commit('- [ ] a\n- [~] b\n', '2026-03-02T12:00:00Z');
		commit('- [x] a\n- [~] b\n', '2026-03-03T12:00:00Z');
		assert.deepEqual(outline(await history()), versions);
		const name = (await namesIn(storage)).find(each => each.startsWith('git-')) ?? '';
		const kept = Uri.joinPath(storage, name);
		const whole = await textOf(kept);
		for (const broken of [
			'',
			'{"format":1',
			'{}',
			'null',
			whole.replace(/"events":\[\d/, '"events":[99'),
			whole.slice(0, -9),
		]) {
			await write(kept, broken);
			assert.deepEqual(outline(await history(file, openHistories(roadmaps, storage))), versions);
			assert.equal(await textOf(kept), whole);
		}
		const newer = whole.replace('"format":1', '"format":999');
		await write(kept, newer);
		assert.deepEqual(outline(await history(file, openHistories(roadmaps, storage))), versions);
		assert.equal(await textOf(kept), newer);
		await write(kept, whole);
		await setRoadmap('states', 'extended');
		await until(() => progressOf((roadmaps.get(file) as ReadRoadmap).roadmap).total === 2);
		assert.deepEqual(outline(await history(file, openHistories(roadmaps, storage))), [
			'2026-03-02: added a, added b',
			'2026-03-03: completed a',
		]);
	});

	it('know that a clone has not all of the past', async () => {
		commit('- [ ] a\n', '2026-03-02T12:00:00Z');
		commit('- [x] a\n', '2026-03-03T12:00:00Z');
		repository.commit({ 'docs/ROADMAP.md': '- [ ] b\n' }, { at: '2026-03-04T12:00:00Z' });
		commit('- [ ] a\n', '2026-03-05T12:00:00Z');
		const clone = freshFolder();
		repository.git('clone', '--quiet', '--depth=3', pathToFileURL(repository.folder).href, at(clone).fsPath);
		const read = await history(at(clone, 'ROADMAP.md'));
		assert.deepEqual(outline(read), ['2026-03-03: added a', '2026-03-05: reopened a']);
		assert.equal(read.isShallow, true);
		// Of this one, all is there.
		assert.equal((await history(at(clone, 'docs/ROADMAP.md'))).isShallow, false);
		const worktree = freshFolder();
		Repository.at(at(clone).fsPath).git('worktree', 'add', '--quiet', '-b', 'another', at(worktree).fsPath);
		const beside = await history(at(worktree, 'ROADMAP.md'));
		assert.deepEqual([beside.source, outline(beside), beside.isShallow], ['git', outline(read), true]);
	});

	it('are of the innermost repository', async () => {
		repository.commit({ 'sub/note.txt': 'x' }, { at: '2026-03-02T12:00:00Z' });
		const inner = Repository.create(at(folder, 'sub/inner').fsPath);
		inner.commit({ 'ROADMAP.md': '- [ ] a\n' }, { at: '2026-03-03T12:00:00Z' });
		inner.commit({ 'ROADMAP.md': '- [x] a\n' }, { at: '2026-03-04T12:00:00Z' });
		const versions = ['2026-03-03: added a', '2026-03-04: completed a'];
		assert.deepEqual(outline(await history(at(folder, 'sub/inner/ROADMAP.md'))), versions);
		const host = Repository.create(at(freshFolder()).fsPath);
		host.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'part');
		const read = await history(Uri.file(join(host.folder, 'part/ROADMAP.md')));
		assert.deepEqual([read.source, outline(read)], ['git', versions]);
	});

	it('are kept ones where git knows nothing of the file', async () => {
		commit('- [ ] a\n', '2026-03-02T12:00:00Z');
		repository.write({
			'untracked/ROADMAP.md': '- [ ] b\n',
			'ignored/ROADMAP.md': '- [ ] c\n',
			'.gitignore': 'ignored',
		});
		const empty = Repository.create(at(freshFolder()).fsPath);
		empty.write({ 'ROADMAP.md': '- [ ] d\n' });
		const none = await write(at(freshFolder(), 'ROADMAP.md'), '- [ ] e\n');
		for (const uri of [
			at(folder, 'untracked/ROADMAP.md'),
			at(folder, 'ignored/ROADMAP.md'),
			Uri.file(join(empty.folder, 'ROADMAP.md')),
			none,
		]) {
			assert.equal((await history(uri)).source, 'kept', uri.path);
		}
	});

	it('are kept ones while Git is disabled', async () => {
		commit('- [ ] a\n', '2026-03-02T12:00:00Z');
		assert.equal((await history()).source, 'git');
		let told = 0;
		const listener = histories.onDidChange(() => told++);
		await set('git.enabled', false);
		await until(() => told > 0);
		assert.equal((await history()).source, 'kept');
		await set('git.enabled', true);
		await until(async () => (await history()).source === 'git');
		listener.dispose();
	});

	it('follow what is committed, and what is checked out', async () => {
		commit('- [ ] a\n', '2026-03-02T12:00:00Z');
		await history();
		let told = 0;
		const listener = histories.onDidChange(() => told++);
		const first = repository.head;
		commit('- [x] a\n', '2026-03-03T12:00:00Z');
		await until(() => told > 0);
		assert.deepEqual(outline(await history()), ['2026-03-02: added a', '2026-03-03: completed a']);
		const before = told;
		repository.git('checkout', '--quiet', first);
		await until(() => told > before);
		await untilRead(roadmaps, file, '- [ ] a\n');
		assert.deepEqual(outline(await history()), ['2026-03-02: added a']);
		listener.dispose();
	});

	it('say nothing of a status that changes no commit', async () => {
		commit('- [ ] a\n', '2026-03-02T12:00:00Z');
		const read = await history();
		let told = 0;
		const listener = histories.onDidChange(() => told++);
		await gitHasSeen(file);
		assert.equal(await history(), read);
		assert.equal(told, 0);
		listener.dispose();
	});

	it('end early when cancelled, and go on from there', async () => {
		const text = (number: number): string => `- [ ] The ${String(number)}th\n`;
		repository.commitMany(
			'ROADMAP.md',
			Array.from({ length: 100 }, (_, number) => text(number)),
			noon,
		);
		const read = await untilRead(roadmaps, file, text(99));
		const [one, two] = [new CancellationTokenSource(), new CancellationTokenSource()];
		const cancelled = histories.read(read, one.token);
		const other = histories.read(read, two.token);
		one.cancel();
		assert.equal(await cancelled, undefined);
		assert.equal((await other)?.versions.length, 100, 'the other one is not cancelled');
		const late = openHistories(roadmaps);
		const both = [late.read(read, one.token), late.read(read, two.token)];
		two.cancel();
		assert.deepEqual(await Promise.all(both), [undefined, undefined]);
		assert.equal((await history(file, late)).versions.length, 100);
	});

	it('are read of 5,000 commits', async function () {
		this.timeout(300_000);
		// Eight a day, and every other day something is undone.
		const text = (number: number): string =>
			`- [${number % 16 < 8 ? ' ' : 'x'}] Swim\n- [ ] Read chapter ${String(number)} of the book\n`;
		const versions = Array.from({ length: 5000 }, (_, number) => text(number));
		repository.commitMany('ROADMAP.md', versions, number => noon(number >> 3));
		await untilRead(roadmaps, file, text(4999));
		const read = await history();
		assert.deepEqual(
			[read.versions.length, outline(read).at(-1)],
			[626, '2011-09-17: reopened Swim, reworded Read chapter 4999 of the book'],
		);
		assert.deepEqual(outline(await history(file, openHistories(roadmaps, storage))), outline(read));
	});
});

const today = dateOf(localDay(Date.now()));

/** One day after the other. */
function noon(day: number): Date {
	return new Date(Date.UTC(2010, 0, 1 + day, 12));
}

async function namesIn(folder: Uri): Promise<string[]> {
	return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
}

async function change(uri: Uri, make: (text: string) => string): Promise<void> {
	await write(uri, make(await textOf(uri)));
}

/** Ends when Git has seen all that was done beside it. */
async function gitHasSeen(uri: Uri): Promise<void> {
	const extension = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
	const api = extension?.enabled ? extension.getAPI(1) : undefined;
	const repository = api?.getRepository(uri) as { status(): Promise<void> } | null | undefined;
	await repository?.status();
}
