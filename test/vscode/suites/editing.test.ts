import * as assert from 'node:assert/strict';
import {
	commands,
	EventEmitter,
	FilePermission,
	FileType,
	Position,
	Range,
	Uri,
	workspace,
	WorkspaceEdit,
	type FileChangeEvent,
	type TextDocument,
} from 'vscode';
import { labelOf, descendants, type Node } from '../../../src/core';
import { toggleNodes } from '../../../src/workspace/editing';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { cleanUp } from '../support/cleanUp';
import { at, freshFolder, open, read, write } from '../support/files';
import { set, setRoadmap } from '../support/settings';
import { openStore, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';
import { asWorkspaceFolder } from '../support/workspaceFolder';

const text = '# Sea\n\n## Water\n\n- [ ] Swim\n  - [ ] Float\n- [X] Dive\n\n## Wind\n\n- [ ] Sail\n- [ ] Sail\n';

/** The nodes of a reading that have these words. */
function nodesOf({ roadmap }: ReadRoadmap, ...labels: readonly string[]): Node[] {
	return labels.map(label => {
		const found = [...descendants(roadmap)].find(node => labelOf(node) === label);
		assert.ok(found, `${label} is there`);
		return found;
	});
}

describe('ticking what was shown', () => {
	let uri: Uri;
	let roadmaps: Roadmaps;
	let file: ReadRoadmap;

	beforeEach(async () => {
		uri = await write(at(freshFolder(), 'ROADMAP.md'), text);
		roadmaps = await openStore();
		file = await untilRead(roadmaps, uri, text);
	});
	afterEach(cleanUp);

	const documentNow = async (): Promise<TextDocument> => workspace.openTextDocument(uri);

	it('changes one character of a closed file, opens it and does not save it', async () => {
		assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Swim')), 'applied');
		const document = await documentNow();
		assert.equal(document.getText(), text.replace('[ ] Swim', '[x] Swim'));
		assert.ok(document.isDirty);
		assert.equal(await read(uri), text);
	});

	it('is undone by one undo, however many tasks it ticked', async () => {
		const editor = await open(uri);
		assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Water', 'Float')), 'applied');
		const ticked = text.replace('[ ] Swim', '[x] Swim').replace('[ ] Float', '[x] Float');
		assert.equal(editor.document.getText(), ticked);
		await commands.executeCommand('undo');
		await until(
			() => editor.document.getText() === text && !editor.document.isDirty,
			() => editor.document.getText(),
		);
	});

	it('finds the task again below lines that were inserted', async () => {
		const editor = await open(uri);
		await editor.edit(edit => edit.insert(new Position(0, 0), '- [ ] Above\n- [ ] And more\n\n'));
		assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Float')), 'applied');
		assert.equal(editor.document.getText(), `- [ ] Above\n- [ ] And more\n\n${text.replace('[ ] Float', '[x] Float')}`);
	});

	it('finds the task again where it was moved to', async () => {
		const editor = await open(uri);
		await editor.edit(edit => {
			edit.delete(new Range(6, 0, 7, 0));
			edit.insert(new Position(12, 0), '\n# Elsewhere\n\n- [X] Dive\n');
		});
		assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Dive')), 'applied');
		assert.ok(editor.document.getText().endsWith('\n# Elsewhere\n\n- [ ] Dive\n'), editor.document.getText());
	});

	const refusals: [string, (edit: WorkspaceEdit) => void, string][] = [
		['whose words were changed', edit => edit.replace(uri, new Range(4, 6, 4, 10), 'Crawl'), 'Swim'],
		['that was deleted', edit => edit.delete(uri, new Range(4, 0, 6, 0)), 'Float'],
		['of two with the same words, when one has gone', edit => edit.delete(uri, new Range(10, 0, 11, 0)), 'Sail'],
		['that has become code', edit => edit.insert(uri, new Position(3, 0), '\n```\n'), 'Swim'],
	];
	for (const [name, change, label] of refusals) {
		it(`refuses a task ${name}, and says so`, async () => {
			const edit = new WorkspaceEdit();
			change(edit);
			const { document } = await open(uri);
			await workspace.applyEdit(edit);
			const changed = document.getText();
			assert.notEqual(changed, text);
			const told = await toldDuring(async () => {
				assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, label)), 'refused');
			});
			assert.equal(document.getText(), changed);
			assert.equal(told.length, 1);
			assert.match(told[0] ?? '', /nothing was ticked/);
		});
	}

	it('refuses all when one of several is gone', async () => {
		const editor = await open(uri);
		await editor.edit(edit => edit.delete(new Range(6, 0, 7, 0)));
		const changed = editor.document.getText();
		await toldDuring(async () => {
			assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Swim', 'Dive')), 'refused');
		});
		assert.equal(editor.document.getText(), changed);
	});

	it('says nothing and changes nothing where all is as asked already', async () => {
		const told = await toldDuring(async () => {
			assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Dive'), { state: 'done' }), 'unchanged');
		});
		assert.deepEqual(told, []);
		assert.equal((await documentNow()).isDirty, false);
	});

	it('ticks the right task while somebody types', async () => {
		const editor = await open(uri);
		const [outcome] = await Promise.all([
			toggleNodes(roadmaps, file, nodesOf(file, 'Float')),
			commands.executeCommand('type', { text: 'Up here\n' }),
			commands.executeCommand('type', { text: 'and here\n' }),
		]);
		assert.equal(outcome, 'applied');
		await until(
			() => editor.document.getText() === `Up here\nand here\n${text.replace('[ ] Float', '[x] Float')}`,
			() => editor.document.getText(),
		);
	});

	it('ticks two tasks at once, each by its own click', async () => {
		const outcomes = await Promise.all(
			['Swim', 'Float'].map(label => toggleNodes(roadmaps, file, nodesOf(file, label))),
		);
		assert.deepEqual(outcomes, ['applied', 'applied']);
		const both = text.replace('[ ] Swim', '[x] Swim').replace('[ ] Float', '[x] Float');
		assert.equal((await documentNow()).getText(), both);
	});

	it('does one thing after the other: a task that is ticked twice at once is as it was', async () => {
		const outcomes = await Promise.all([1, 2].map(() => toggleNodes(roadmaps, file, nodesOf(file, 'Swim'))));
		assert.deepEqual(outcomes, ['applied', 'applied']);
		assert.equal((await documentNow()).getText(), text);
	});

	it('saves where roadmap.saveAfterEdit asks for it', async () => {
		await setRoadmap('saveAfterEdit', true);
		assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Swim')), 'applied');
		await until(async () => !(await documentNow()).isDirty);
		assert.equal(await read(uri), text.replace('[ ] Swim', '[x] Swim'));
	});

	it('saves two edits in a row, the second in the middle of the first save, and says nothing wrong', async () => {
		await setRoadmap('saveAfterEdit', true);
		const both = text.replace('[ ] Swim', '[x] Swim').replace('[ ] Float', '[x] Float');
		let second: Promise<unknown> | undefined;
		const listener = workspace.onWillSaveTextDocument(event => {
			if (!second) {
				second = toggleNodes(roadmaps, file, nodesOf(file, 'Float'));
				event.waitUntil(until(() => event.document.getText() === both));
			}
		});
		const told = await toldDuring(async () => {
			assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Swim')), 'applied');
			assert.equal(await second, 'applied');
		});
		listener.dispose();
		assert.deepEqual(told, []);
		assert.equal(await read(uri), both);
	});

	it('saves what somebody else is saving at the same time, and says nothing wrong', async () => {
		await setRoadmap('saveAfterEdit', true);
		const document = await documentNow();
		const typing = new WorkspaceEdit();
		typing.insert(uri, new Position(0, 0), 'Up here\n');
		await workspace.applyEdit(typing);
		const typed = await untilRead(roadmaps, uri, `Up here\n${text}`);
		const ticked = `Up here\n${text}`.replace('[ ] Swim', '[x] Swim');
		let begun = 0;
		const slowFormatter = workspace.onWillSaveTextDocument(event => {
			begun++;
			event.waitUntil(new Promise(later => setTimeout(later, 200)));
		});
		const told = await toldDuring(async () => {
			const saving = document.save();
			await until(() => begun > 0);
			assert.equal(await toggleNodes(roadmaps, typed, nodesOf(typed, 'Swim')), 'applied');
			await saving;
		});
		slowFormatter.dispose();
		assert.deepEqual(told, []);
		await until(async () => (await read(uri)) === ticked);
	});

	const cascades = [
		['off', 'Swim', '- [x] Swim\n  - [ ] Float'],
		['down', 'Swim', '- [x] Swim\n  - [x] Float'],
		['up', 'Float', '- [x] Swim\n  - [x] Float'],
		['both', 'Swim', '- [x] Swim\n  - [x] Float'],
		['both', 'Float', '- [x] Swim\n  - [x] Float'],
	] as const;
	for (const [cascade, label, expected] of cascades) {
		it(`takes along what roadmap.cascade says: ${cascade}, from ${label}`, async () => {
			await setRoadmap('cascade', cascade);
			assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, label)), 'applied');
			assert.equal((await documentNow()).getText(), text.replace('- [ ] Swim\n  - [ ] Float', expected));
		});
	}

	it('changes nothing in a file that the settings make read-only, and says so', async () => {
		await set('files.readonlyInclude', { '**/ROADMAP.md': true });
		const told = await toldDuring(async () => {
			assert.equal(await toggleNodes(roadmaps, file, nodesOf(file, 'Swim')), 'refused');
		});
		assert.equal((await documentNow()).getText(), text);
		assert.match(told.join('\n'), /^\S+ROADMAP\.md .*read-only/);
	});

	it('refuses a file that is gone, and says so', async () => {
		const gone = { ...file, uri: at(freshFolder(), 'ROADMAP.md') };
		const told = await toldDuring(async () => {
			assert.equal(await toggleNodes(roadmaps, gone, nodesOf(file, 'Swim')), 'refused');
		});
		assert.match(told.join('\n'), /is no roadmap of this workspace, or no longer; nothing was changed/);
	});

	it('keeps byte order mark, line ends, tabs and all else of the file', async () => {
		const odd = '\uFEFF# Sea\r\n\r\n*\t[ ]\tSwim  \r\n\t1)  [X] Dive\r\n\r\nno end';
		await write(uri, odd);
		const now = await untilRead(roadmaps, uri, odd.slice(1));
		await setRoadmap('saveAfterEdit', true);
		assert.equal(await toggleNodes(roadmaps, now, nodesOf(now, 'Swim', 'Dive')), 'applied');
		assert.equal(await read(uri), odd.replace('[ ]', '[x]'));
	});
});

describe('ticking in read-only places', () => {
	const text = '- [ ] Swim\n';

	function provide(scheme: string, isReadonly: boolean, permissions?: FilePermission) {
		const stat = { type: FileType.File, ctime: 0, mtime: 0, size: text.length, ...(permissions && { permissions }) };
		const provider = {
			onDidChangeFile: new EventEmitter<FileChangeEvent[]>().event,
			watch: () => ({ dispose: () => undefined }),
			stat: () => stat,
			readFile: () => new TextEncoder().encode(text),
			readDirectory: (): [string, FileType][] => [['ROADMAP.md', FileType.File]],
			createDirectory: () => undefined,
			writeFile: () => undefined,
			delete: () => undefined,
			rename: () => undefined,
		};
		return workspace.registerFileSystemProvider(scheme, provider, { isReadonly });
	}

	afterEach(cleanUp);

	const places = [
		['a file system that cannot be written', 'roadmap-test-system', true, undefined],
		['a file without the permission', 'roadmap-test-file', false, FilePermission.Readonly],
	] as const;
	for (const [name, scheme, isReadonly, permission] of places) {
		it(`changes nothing in ${name}, and says so`, async () => {
			const registration = provide(scheme, isReadonly, permission);
			const folder = Uri.parse(`${scheme}:/x`);
			const uri = Uri.joinPath(folder, 'ROADMAP.md');
			const remove = asWorkspaceFolder(folder);
			const roadmaps = await openStore();
			const file = await untilRead(roadmaps, uri, text);
			const told = await toldDuring(async () => {
				assert.equal(await toggleNodes(roadmaps, file, [...file.roadmap.children]), 'refused');
			});
			remove();
			const document = await workspace.openTextDocument(uri);
			assert.equal(document.getText(), text);
			assert.equal(document.isDirty, false);
			assert.match(told.join('\n'), /ROADMAP\.md is read-only; nothing was changed\. \w/);
			registration.dispose();
		});
	}
});
