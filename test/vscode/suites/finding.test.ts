import * as assert from 'node:assert/strict';
import { workspace, WorkspaceEdit } from 'vscode';
import { FileWatchers } from '../../../src/workspace/fileWatchers';
import { cleanUp } from '../support/cleanUp';
import { at, closeEditors, diskIsWatched, freshFolder, open, remove, sample, write } from '../support/files';
import { set, setRoadmap } from '../support/settings';
import { figures, openStore, untilGone, untilRead, untilShown } from '../support/store';
import { until } from '../support/until';

const task = '- [ ] Learn to swim\n';

describe('finding roadmaps', () => {
	let folder: string;

	beforeEach(async () => {
		await diskIsWatched();
		folder = freshFolder();
	});
	afterEach(cleanUp);

	it('finds ROADMAP.md in any letter case, anywhere, and nothing else', async () => {
		for (const name of ['ROADMAP.md', 'a/roadmap.md', 'a/b/Roadmap.MD', 'c d/ö/rOADmap.mD']) {
			await write(at(folder, name), task);
		}
		for (const name of ['ROADMAP.txt', 'a/ROADMAPS.md', 'a/MY-ROADMAP.md', 'ROADMAP.md.bak', 'ROADMAP']) {
			await write(at(folder, name), task);
		}
		const roadmaps = await openStore();
		const found = roadmaps.files.map(({ uri }) => workspace.asRelativePath(uri));
		assert.deepEqual(found, [
			'ROADMAP.md',
			...['ROADMAP.md', 'a/b/Roadmap.MD', 'a/roadmap.md', 'c d/ö/rOADmap.mD'].map(name => `${folder}/${name}`),
		]);
	});

	it('leaves out node_modules, files.exclude and search.exclude, at once', async () => {
		await write(at(folder, 'node_modules/some/ROADMAP.md'), task);
		const one = await write(at(folder, 'one/ROADMAP.md'), task);
		const other = await write(at(folder, 'other/ROADMAP.md'), task);
		const roadmaps = await openStore();
		assert.deepEqual(
			roadmaps.files.map(({ uri }) => uri.toString()),
			[sample, one, other].map(String),
		);
		await set('files.exclude', { '**/one': true, '**/other': false });
		await untilGone(roadmaps, one);
		await set('search.exclude', { '**/other/**': true });
		await untilGone(roadmaps, other);
		await set('files.exclude', undefined);
		await untilRead(roadmaps, one);
		assert.equal(roadmaps.get(other), undefined);
	});

	it('follows roadmap.files at once, and watches what it then names', async () => {
		const plan = await write(at(folder, 'plan.md'), task);
		const roadmaps = await openStore();
		assert.equal(roadmaps.get(plan), undefined);
		await setRoadmap('files', ['**/plan.md', '**/later.md']);
		await untilRead(roadmaps, plan);
		await untilGone(roadmaps, sample);
		await write(plan, '- [x] Learn to swim\n');
		await untilRead(roadmaps, plan, '- [x] Learn to swim\n');
		const later = await write(at(folder, 'later.md'), task);
		await untilRead(roadmaps, later);
		await setRoadmap('files', []);
		await untilGone(roadmaps, plan);
		assert.deepEqual(roadmaps.files, []);
	});

	it('follows creating, changing, renaming and deleting on disk', async () => {
		const roadmaps = await openStore();
		const uri = await write(at(folder, 'ROADMAP.md'), task);
		assert.equal(figures(await untilRead(roadmaps, uri)), '0/1');
		await write(uri, '- [x] Learn to swim\n- [ ] Dive\n');
		assert.equal(figures(await untilRead(roadmaps, uri, '- [x] Learn to swim\n- [ ] Dive\n')), '1/2');
		const renamed = at(folder, 'old.md');
		await workspace.fs.rename(uri, renamed);
		await untilGone(roadmaps, uri);
		await workspace.fs.rename(renamed, uri);
		await untilRead(roadmaps, uri);
		await remove(uri);
		await untilGone(roadmaps, uri);
	});

	it('follows creating, renaming and deleting by edits of the workspace', async () => {
		const roadmaps = await openStore();
		const uri = at(folder, 'ROADMAP.md');
		await applied(edit => edit.createFile(uri, { contents: new TextEncoder().encode(task) }));
		await untilRead(roadmaps, uri, task);
		const moved = at(folder, 'inner/ROADMAP.md');
		await applied(edit => edit.renameFile(uri, moved));
		await untilGone(roadmaps, uri);
		await untilRead(roadmaps, moved, task);
		await applied(edit => edit.renameFile(at(folder, 'inner'), at(folder, 'outer')));
		await untilGone(roadmaps, moved);
		await untilRead(roadmaps, at(folder, 'outer/ROADMAP.md'), task);
		await applied(edit => edit.deleteFile(at(folder, 'outer'), { recursive: true }));
		await untilGone(roadmaps, at(folder, 'outer/ROADMAP.md'));
	});

	it('follows a folder that is renamed or deleted on disk', async () => {
		const uri = await write(at(folder, 'inner/deep/ROADMAP.md'), task);
		const roadmaps = await openStore();
		await untilRead(roadmaps, uri);
		await untilQuiet(); // else the file's own coming is what leads to another search
		await workspace.fs.rename(at(folder, 'inner'), at(folder, 'outer'));
		await untilGone(roadmaps, uri);
		const moved = at(folder, 'outer/deep/ROADMAP.md');
		await untilRead(roadmaps, moved);
		await untilQuiet();
		await remove(at(folder, 'outer'));
		await untilGone(roadmaps, moved);
	});

	it('lets go of a deleted roadmap with its editor, though VS Code keeps what an extension opened too', async () => {
		const uri = await write(at(folder, 'ROADMAP.md'), task);
		const roadmaps = await openStore();
		await workspace.openTextDocument(uri);
		await open(uri);
		await remove(uri);
		await untilQuiet(); // else the file's own going is what leads to another search
		await roadmaps.searchAgain();
		assert.ok(roadmaps.get(uri), 'it is in an editor');
		await closeEditors();
		await untilGone(roadmaps, uri);
	});

	it('follows a roadmap that is renamed to another letter case', async () => {
		const uri = await write(at(folder, 'ROADMAP.md'), task);
		const roadmaps = await openStore();
		await untilRead(roadmaps, uri);
		const lower = at(folder, 'roadmap.md');
		await workspace.fs.rename(uri, lower);
		await untilRead(roadmaps, lower);
		await untilGone(roadmaps, uri);
	});

	it('tells of many files that come at once a few times, not once for each', async () => {
		const roadmaps = await openStore();
		let changes = 0;
		const listener = roadmaps.onDidChange(() => changes++);
		const uris = Array.from({ length: 20 }, (_, index) => at(folder, String(index), 'ROADMAP.md'));
		await Promise.all(uris.map(uri => write(uri, task)));
		for (const uri of uris) {
			await untilShown(roadmaps, uri);
		}
		listener.dispose();
		assert.ok(changes <= 5, `${changes} changes`);
	});

	it('stops when it is disposed', async () => {
		const roadmaps = await openStore();
		const witness = await openStore();
		roadmaps.onDidChange(() => assert.fail('a change was told after the end'));
		roadmaps.dispose();
		const uri = await write(at(folder, 'ROADMAP.md'), task);
		await untilRead(witness, uri);
		assert.equal(roadmaps.get(uri), undefined);
	});
});

/** Waits until nothing has been told of the disk for a while. */
async function untilQuiet(): Promise<void> {
	const watchers = new FileWatchers();
	let last = Date.now();
	const note = (): void => void (last = Date.now());
	watchers.onDidChange(note);
	watchers.onDidComeOrGo(note);
	watchers.onDidDelete(note);
	await until(() => Date.now() - last > 500);
	watchers.dispose();
}

async function applied(make: (edit: WorkspaceEdit) => void): Promise<void> {
	const edit = new WorkspaceEdit();
	make(edit);
	assert.ok(await workspace.applyEdit(edit), 'the edit is applied');
}
