import * as assert from 'node:assert/strict';
import {
	Disposable,
	EventEmitter,
	Position,
	type Uri,
	workspace,
	type FileSystemWatcher,
	type TextEditor,
} from 'vscode';
import { listTasks } from '../../../src/agents/tasks';
import { registerExplorer } from '../../../src/explorer';
import { registerStatusBar } from '../../../src/statusBar';
import { ForRoadmaps } from '../../../src/workspace/forRoadmaps';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { cleanUp } from '../support/cleanUp';
import { callsDuring, isFromTests } from '../support/counting';
import { at, closeEditors, freshFolder, open, write } from '../support/files';
import { changesTold, closeStores, openStore, untilRead } from '../support/store';
import { Tree } from '../support/tree';
import { until } from '../support/until';

const count = 100;
const text = '# Sea\n\n- [ ] Swim\n- [ ] Dive\n';

/** What the store hears of the disk: how events are bunched is for the tests to say. */
class Disk {
	readonly changed = new EventEmitter<Uri>();
	readonly created = new EventEmitter<Uri>();
	readonly #deleted = new EventEmitter<Uri>();

	/** Stands in for VS Code's watchers until the store has its own; the installed extension goes on watching the real disk. */
	async watchedBy(open: () => Promise<Roadmaps>): Promise<Roadmaps> {
		const { createFileSystemWatcher } = workspace;
		const watch: typeof createFileSystemWatcher = (...given) =>
			isFromTests() ? this.#watcher() : createFileSystemWatcher(...given);
		Object.assign(workspace, { createFileSystemWatcher: watch });
		try {
			return await open();
		} finally {
			Object.assign(workspace, { createFileSystemWatcher });
		}
	}

	#watcher(): FileSystemWatcher {
		return {
			ignoreChangeEvents: false,
			ignoreCreateEvents: false,
			ignoreDeleteEvents: false,
			onDidChange: this.changed.event,
			onDidCreate: this.created.event,
			onDidDelete: this.#deleted.event,
			dispose: () => undefined,
		};
	}
}

describe('many roadmaps', () => {
	let disk: Disk;
	let roadmaps: Roadmaps;
	let uris: readonly Uri[];

	before(async () => {
		const folder = freshFolder();
		uris = Array.from({ length: count }, (_, index) => at(folder, String(index), 'ROADMAP.md'));
		await Promise.all(uris.map(uri => write(uri, text)));
	});
	beforeEach(async () => {
		disk = new Disk();
		roadmaps = await disk.watchedBy(openStore);
		assert.ok(roadmaps.files.length > count);
	});
	afterEach(async () => {
		closeStores();
		await closeEditors();
	});
	after(cleanUp);

	it('are read once and told of together when many change at once', async () => {
		const changed = uris.slice(0, count / 2);
		const after = `${text}- [ ] Sail\n`;
		await Promise.all(changed.map(uri => write(uri, after)));
		const told = changesTold(roadmaps);
		const calls = await callsDuring(['decode'], async () => {
			for (const uri of [...changed, ...changed]) {
				disk.changed.fire(uri);
			}
			await Promise.all(changed.map(uri => untilRead(roadmaps, uri, after)));
		});
		assert.deepEqual(calls, { decode: changed.length });
		assert.deepEqual(told.flat().sort(), changed.map(String).sort());
		assert.ok(told.length < changed.length / 2, `told ${told.length} times`);
	});

	it('are left alone while a letter is typed in one of them', async () => {
		const tree = new Tree(roadmaps);
		const owned = Disposable.from(registerExplorer(roadmaps), registerStatusBar(roadmaps), tree.provider);
		await tree.provider.getChildren();
		const refreshed: unknown[] = [];
		tree.provider.onDidChangeTreeData(rows => refreshed.push(...(rows ?? ['all'])));
		const uri = uris[count - 1] as Uri;
		const editor = await open(uri);
		await type(editor, 'x'); // what comes with an opened editor is there
		const before = roadmaps.files;
		const calls = await callsDuring(['asRelativePath', 'decode', 'findFiles', 'getConfiguration'], () =>
			type(editor, 'y'),
		);
		assert.deepEqual(
			roadmaps.files.filter(file => !before.includes(file)).map(file => file.uri.path),
			[uri.path],
		);
		assert.deepEqual(refreshed, []);
		const { getConfiguration = NaN, ...others } = calls;
		assert.deepEqual(others, { asRelativePath: 0, decode: 0, findFiles: 0 });
		assert.ok(getConfiguration < count / 5, `${getConfiguration} settings read`);
		owned.dispose();
	});

	it('have providers only where they are open', async () => {
		const provided: unknown[] = [];
		const registered = new ForRoadmaps(roadmaps, selector => {
			provided.push(selector);
			return new Disposable(() => provided.splice(provided.indexOf(selector), 1));
		});
		const isProvided = ({ fsPath }: Uri): boolean => JSON.stringify(provided).includes(JSON.stringify(fsPath));
		const uri = uris[1] as Uri;
		await open(uri);
		await until(() => isProvided(uri));
		const isOpen = (): number => workspace.textDocuments.filter(document => roadmaps.get(document.uri)).length;
		await until(() => provided.length === isOpen());
		assert.ok(provided.length < count / 2);
		assert.equal(isProvided(uris[2] as Uri), false);
		registered.dispose();
		assert.deepEqual(provided, []);
	});

	it('are read for nobody who asks for one', async () => {
		const name = workspace.asRelativePath(uris[7] as Uri);
		const calls = await callsDuring(['asRelativePath', 'decode', 'findFiles'], async () => {
			const answer = await listTasks(roadmaps, { roadmap: name });
			assert.match(typeof answer === 'string' ? answer : answer.refused, /Swim/);
		});
		const { asRelativePath = NaN, ...others } = calls;
		assert.deepEqual(others, { decode: 1, findFiles: 0 });
		assert.ok(asRelativePath < 10 * count, `${asRelativePath} paths made`);
	});

	it('are searched for once more, not again and again, while a search takes its time', async () => {
		const { findFiles } = workspace;
		let go: () => void = () => undefined;
		const gate = new Promise<void>(resolve => (go = resolve));
		const late = at(freshFolder(), 'ROADMAP.md');
		let searches = 0;
		const slow: typeof findFiles = async (...given) => {
			if (isFromTests()) {
				searches++;
				await gate;
			}
			return findFiles(...given);
		};
		Object.assign(workspace, { findFiles: slow });
		try {
			for (let time = 0; time < 4; time++) {
				disk.created.fire(late);
				// Begins later than the store's own wait for the burst to end, and so ends later.
				await new Promise<void>(later => void setTimeout(later, 100));
				await until(() => searches > 0);
			}
			assert.equal(searches, 1);
			await write(late, text);
			go();
			await untilRead(roadmaps, late);
			await until(() => searches === 2);
		} finally {
			Object.assign(workspace, { findFiles });
		}
	});

	async function type(editor: TextEditor, letter: string): Promise<void> {
		await editor.edit(edit => edit.insert(new Position(2, 6), letter));
		await untilRead(roadmaps, editor.document.uri, editor.document.getText());
	}
});
