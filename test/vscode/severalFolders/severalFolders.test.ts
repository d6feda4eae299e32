import * as assert from 'node:assert/strict';
import {
	commands,
	EventEmitter,
	FileSystemError,
	FileType,
	Uri,
	window,
	workspace,
	type FileChangeEvent,
} from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, read, root, sample, write } from '../support/files';
import { pickedDuring } from '../support/picked';
import { setRoadmap } from '../support/settings';
import { openStore, untilGone, untilRead, untilShown } from '../support/store';
import { Tree } from '../support/tree';
import { until } from '../support/until';

describe('a workspace of several folders', () => {
	before(diskIsWatched);
	afterEach(async () => {
		const added = (workspace.workspaceFolders ?? []).length - 1;
		if (added > 0) {
			await changeFolders(() => workspace.updateWorkspaceFolders(1, added));
		}
		await cleanUp();
	});

	it('follows folders that are added and removed', async () => {
		const second = at(freshFolder());
		const inner = await write(Uri.joinPath(second, 'ROADMAP.md'), '- [ ] a\n');
		const roadmaps = await openStore();
		await untilRead(roadmaps, inner);
		await setRoadmap('files', ['*.md']);
		await untilGone(roadmaps, inner);
		const before = await untilRead(roadmaps, sample);
		await changeFolders(() => workspace.updateWorkspaceFolders(1, 0, { uri: second, name: 'Second' }));
		await untilRead(roadmaps, inner);
		assert.equal(roadmaps.get(sample), before);
		const tree = new Tree(roadmaps);
		const labels = (await tree.provider.getChildren()).map(row => tree.item(row).label);
		assert.deepEqual(labels, [workspace.workspaceFolders?.[0]?.name, 'Second']);
		tree.provider.dispose();
		await write(inner, '- [x] a\n');
		await untilRead(roadmaps, inner, '- [x] a\n');
		await changeFolders(() => workspace.updateWorkspaceFolders(1, 1));
		await untilGone(roadmaps, inner);
	});

	it('names roadmaps by their folders, also when one comes or goes that has none', async () => {
		const second = at(freshFolder());
		await workspace.fs.createDirectory(second);
		const folder = freshFolder();
		const roadmaps = await openStore();
		await untilRead(roadmaps, await write(at(folder, 'ROADMAP.md'), '- [ ] a\n'));
		const tree = new Tree(roadmaps);
		const labels = async () => (await tree.provider.getChildren()).map(row => tree.item(row).label);
		const first = workspace.workspaceFolders?.[0]?.name ?? '';
		assert.deepEqual(await labels(), [first, folder]);
		await changeFolders(() => workspace.updateWorkspaceFolders(1, 0, { uri: second, name: 'Second' }));
		await until(async () => (await labels()).at(-1) === `${first}/${folder}`);
		await changeFolders(() => workspace.updateWorkspaceFolders(1, 1));
		await until(async () => (await labels()).at(-1) === folder);
		tree.provider.dispose();
	});

	it('asks in which of them a roadmap is to be created', async () => {
		const second = at(freshFolder());
		await workspace.fs.createDirectory(second);
		await changeFolders(() => workspace.updateWorkspaceFolders(1, 0, { uri: second, name: 'Second' }));
		const { showWorkspaceFolderPick } = window;
		Object.assign(window, { showWorkspaceFolderPick: () => Promise.resolve(workspace.workspaceFolders?.[1]) });
		try {
			await pickedDuring('Empty', async () => commands.executeCommand(ids.createRoadmap));
		} finally {
			Object.assign(window, { showWorkspaceFolderPick });
		}
		assert.match(await read(Uri.joinPath(second, 'ROADMAP.md')), /^# Roadmap\n/);
	});

	it('shows what it may not read in a virtual folder', async () => {
		const scheme = 'roadmap-test-folder';
		const registration = workspace.registerFileSystemProvider(scheme, {
			onDidChangeFile: new EventEmitter<FileChangeEvent[]>().event,
			watch: () => ({ dispose: () => undefined }),
			stat: ({ path }) => {
				if (!['/', '/ROADMAP.md'].includes(path)) {
					throw FileSystemError.FileNotFound();
				}
				const type = path === '/' ? FileType.Directory : FileType.File;
				return { type, ctime: 0, mtime: 0, size: 3 };
			},
			readFile: () => {
				throw FileSystemError.NoPermissions();
			},
			readDirectory: ({ path }) => (path === '/' ? [['ROADMAP.md', FileType.File]] : []),
			createDirectory: () => undefined,
			writeFile: () => undefined,
			delete: () => undefined,
			rename: () => undefined,
		});
		const roadmaps = await openStore();
		const uri = Uri.parse(`${scheme}:/`);
		await changeFolders(() => workspace.updateWorkspaceFolders(1, 0, { uri, name: 'Virtual' }));
		const file = await untilShown(roadmaps, Uri.joinPath(uri, 'ROADMAP.md'));
		assert.equal(file.kind === 'unread' && file.problem, 'unreadable');
		assert.equal(roadmaps.get(sample)?.kind, 'read');
		registration.dispose();
	});
});

async function changeFolders(change: () => boolean): Promise<void> {
	let isChanged = false;
	const listener = workspace.onDidChangeWorkspaceFolders(() => (isChanged = true));
	assert.ok(change(), `folders of ${root.path} can be changed`);
	await until(() => isChanged);
	listener.dispose();
}
