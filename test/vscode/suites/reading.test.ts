import * as assert from 'node:assert/strict';
import {
	commands,
	EventEmitter,
	FileSystemError,
	FileType,
	Position,
	Range,
	Uri,
	workspace,
	WorkspaceEdit,
	type FileChangeEvent,
	type FileStat,
} from 'vscode';
import { learnEmoji, withEmoji } from '../../../src/util/emoji';
import { readText } from '../../../src/workspace/reading';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { cleanUp } from '../support/cleanUp';
import { at, closeEditors, diskIsWatched, freshFolder, open, remove, sample, write } from '../support/files';
import { set, setRoadmap } from '../support/settings';
import { changesTold, closeStores, figures, openStore, untilGone, untilRead, untilShown } from '../support/store';
import { until } from '../support/until';

const before = '# Sea\n\n- [ ] Swim\n- [ ] Dive\n';
const after = '# Sea\n\n- [x] Swim\n- [ ] Dive\n';

describe('reading roadmaps', () => {
	let uri: Uri;
	let roadmaps: Roadmaps;

	beforeEach(async () => {
		await diskIsWatched();
		uri = await write(at(freshFolder(), 'ROADMAP.md'), before);
		roadmaps = await openStore();
		await untilRead(roadmaps, uri, before);
	});
	afterEach(cleanUp);

	it('follows unsaved text, and goes back to the disk when it is closed without saving', async () => {
		const editor = await open(uri);
		await editor.edit(edit => edit.replace(new Range(2, 3, 2, 4), 'x'));
		assert.equal(figures(await untilRead(roadmaps, uri, after)), '1/2');
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await untilRead(roadmaps, uri, before);
	});

	it('follows undoing and saving without reading anew what is the same', async () => {
		const editor = await open(uri);
		await editor.edit(edit => edit.replace(new Range(2, 3, 2, 4), 'x'));
		const edited = await untilRead(roadmaps, uri, after);
		await editor.document.save();
		await closeEditors();
		const other = await write(at(freshFolder(), 'ROADMAP.md'), before);
		await untilRead(roadmaps, other);
		assert.equal(roadmaps.get(uri), edited);
	});

	it('keeps what did not change: the same object, before and after', async () => {
		const others = roadmaps.files.filter(file => file.uri.toString() !== uri.toString());
		assert.ok(others.length > 0);
		await write(uri, after);
		const changed = await untilRead(roadmaps, uri, after);
		assert.deepEqual(
			roadmaps.files.filter(file => !others.includes(file)),
			[changed],
		);
		assert.equal(roadmaps.get(uri), changed);
	});

	it('tells once of an edit in many places', async () => {
		await open(uri);
		const told = changesTold(roadmaps);
		const edit = new WorkspaceEdit();
		edit.replace(uri, new Range(2, 3, 2, 4), 'x');
		edit.insert(uri, new Position(4, 0), '- [ ] Sail\n');
		edit.insert(uri, new Position(4, 0), '- [ ] Row\n');
		await workspace.applyEdit(edit);
		await untilRead(roadmaps, uri, `${after}- [ ] Sail\n- [ ] Row\n`);
		assert.equal(told.filter(files => files.includes(uri.toString())).length, 1);
	});

	it('learns short codes before it tells of the first, and not before there is one', async () => {
		learnEmoji(undefined);
		const editor = await open(uri);
		const told: string[] = [];
		roadmaps.onDidChange(() => told.push(withEmoji(':rocket:')));
		for (const typed of ['- [ ] Launch :rocket', ':']) {
			await editor.edit(edit => edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, typed));
			await untilRead(roadmaps, uri, editor.document.getText());
		}
		await until(() => told.length === 2);
		assert.deepEqual(told, [':rocket:', '🚀']);
	});

	it('has learned short codes when it is ready, if there are any on disk', async () => {
		closeStores();
		await write(uri, `${before}- [ ] :tada:\n`);
		learnEmoji(undefined);
		await openStore();
		assert.equal(withEmoji(':tada:'), '🎉');
	});

	it('says nothing of edits elsewhere', async () => {
		const note = await write(at(freshFolder(), 'note.md'), before);
		const told = changesTold(roadmaps);
		const editor = await open(note);
		await editor.edit(edit => edit.insert(new Position(0, 0), '# '));
		await editor.document.save();
		await write(uri, after);
		await untilRead(roadmaps, uri, after);
		assert.deepEqual([...new Set(told.flat())], [uri.toString()]);
	});

	it('follows a file that is replaced while it is open', async () => {
		const { document } = await open(uri);
		await remove(uri);
		await write(uri, after);
		await until(
			() => document.getText() === after,
			() => document.getText(),
		);
		await untilRead(roadmaps, uri, after);
	});

	it('keeps to unsaved text when the file is replaced below it', async () => {
		const editor = await open(uri);
		await editor.edit(edit => edit.insert(new Position(0, 0), '<!-- mine -->\n\n'));
		const mine = `<!-- mine -->\n\n${before}`;
		await untilRead(roadmaps, uri, mine);
		const other = at(freshFolder(), 'ROADMAP.md');
		await write(uri, after);
		await write(other, after);
		await untilRead(roadmaps, other);
		assert.equal((await untilRead(roadmaps, uri)).text, mine);
	});

	it('lets go of a file that was deleted while it was open, when it is closed', async () => {
		await open(uri);
		await remove(uri);
		await closeEditors();
		await untilGone(roadmaps, uri);
	});

	it('finds again what was gone for a moment', async () => {
		await remove(uri);
		await roadmaps.readAgain();
		assert.equal(roadmaps.get(uri), undefined);
		await write(uri, after);
		await roadmaps.searchAgain();
		assert.equal(roadmaps.get(uri)?.kind, 'read');
	});

	it('lets go of a deleted file, though VS Code still keeps what an extension opened', async () => {
		await workspace.openTextDocument(uri);
		await remove(uri);
		await untilGone(roadmaps, uri);
	});

	it('shows what cannot be read beside what can, and recovers', async () => {
		await write(uri, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 1, 2, 3]));
		const file = await untilShown(roadmaps, uri, ({ kind }) => kind === 'unread');
		assert.equal(file.kind === 'unread' && file.problem, 'binary');
		assert.equal(roadmaps.get(sample)?.kind, 'read');
		await write(uri, after);
		await untilRead(roadmaps, uri, after);
	});

	it('refuses files over 50 MB', async () => {
		const large = await write(at(freshFolder(), 'ROADMAP.md'), new Uint8Array(50 * 1024 * 1024 + 1).fill(0x61));
		// The file may be seen while it is being written.
		await untilShown(roadmaps, large, file => file.kind === 'unread' && file.problem === 'tooLarge');
	});

	it('reads marks as roadmap.states says, at once', async () => {
		await write(uri, '- [x] a\n- [~] b\n- [-] c\n');
		const extended = await untilRead(roadmaps, uri, '- [x] a\n- [~] b\n- [-] c\n');
		assert.equal(figures(extended), '1/2');
		// With the change itself: who ticks right then must not find the roadmap gone.
		const seen: (string | undefined)[] = [];
		const listener = workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration('roadmap.states')) {
				const file = roadmaps.get(uri);
				seen.push(file?.kind === 'read' ? figures(file) : undefined);
			}
		});
		await setRoadmap('states', 'gfm');
		listener.dispose();
		assert.deepEqual(seen, ['1/1']);
		assert.deepEqual(
			roadmaps.files.map(file => file.kind === 'read' && file.uri.path === uri.path && figures(file)).filter(Boolean),
			['1/1'],
		);
	});

	it('decodes as files.encoding says', async () => {
		await set('files.encoding', 'windows1252');
		await write(uri, new Uint8Array([0x23, 0x20, 0xc9, 0x74, 0xe9]));
		const file = await untilRead(roadmaps, uri, '# Été');
		assert.equal(file.roadmap.title, 'Été');
	});
});

describe('reading a file', () => {
	const scheme = 'roadmap-test-reading';
	const stat: FileStat = { type: FileType.File, ctime: 0, mtime: 0, size: 3 };
	const fail = (code: 'FileNotFound' | 'NoPermissions' | 'Unavailable') => (): never => {
		throw FileSystemError[code]();
	};

	function provide(readFile: () => Uint8Array, statFile: () => FileStat = () => stat) {
		return workspace.registerFileSystemProvider(scheme, {
			onDidChangeFile: new EventEmitter<FileChangeEvent[]>().event,
			watch: () => ({ dispose: () => undefined }),
			stat: statFile,
			readFile,
			readDirectory: () => [],
			createDirectory: () => undefined,
			writeFile: () => undefined,
			delete: () => undefined,
			rename: () => undefined,
		});
	}

	const cases: [string, () => Uint8Array, () => FileStat, Awaited<ReturnType<typeof readText>>][] = [
		['text', () => new TextEncoder().encode('abc'), () => stat, 'abc'],
		['nothing', fail('FileNotFound'), fail('FileNotFound'), undefined],
		['what goes while it is read', fail('FileNotFound'), () => stat, undefined],
		['what may not be read', fail('NoPermissions'), () => stat, { problem: 'unreadable' }],
		['a broken disk', fail('Unavailable'), () => stat, { problem: 'unreadable' }],
		['a large file', () => new Uint8Array(3), () => ({ ...stat, size: 50 * 2 ** 20 + 1 }), { problem: 'tooLarge' }],
		['bytes', () => new Uint8Array([1, 0, 2, 0, 0, 0, 7]), () => stat, { problem: 'binary' }],
	];
	for (const [name, readFile, statFile, expected] of cases) {
		it(`tells ${name}`, async () => {
			const registration = provide(readFile, statFile);
			try {
				assert.deepEqual(await readText(Uri.parse(`${scheme}:/${name.replaceAll(' ', '-')}/ROADMAP.md`)), expected);
			} finally {
				registration.dispose();
			}
		});
	}
});
