import * as assert from 'node:assert/strict';
import { EndOfLine, Position, window, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';
import { tasksIn, turnIntoTasks } from '../../../src/core';
import { editRoadmap, editRoadmaps, proposeEdits, toggleNodes, type Outcome } from '../../../src/workspace/editing';
import { learnShortCodes } from '../../../src/workspace/emoji';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { cleanUp } from '../support/cleanUp';
import { FaultyFiles, type Fault, type Operation } from '../support/faultyFiles';
import { at, diskIsWatched, freshFolder, open, sample, write } from '../support/files';
import { set, setRoadmap } from '../support/settings';
import { openStore, shown, untilRead, untilShown } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';
import { asWorkspaceFolder } from '../support/workspaceFolder';

const before = '# Sea\n\n- [ ] Swim\n- [ ] Dive\n';
const swum = before.replace('[ ] Swim', '[x] Swim');
let folders = 0;

describe('roadmaps on a file system that goes wrong', () => {
	let files: FaultyFiles;
	let folder: string;
	let remove: () => void;

	beforeEach(() => {
		files = new FaultyFiles();
		folder = `/faulty-${++folders}`;
		remove = asWorkspaceFolder(files.uri(folder));
	});
	afterEach(async () => {
		files.fault = () => undefined;
		files.release();
		await cleanUp();
		remove();
		files.dispose();
	});

	/** Has what is done with a path go wrong. */
	function fail(end: string, operations: readonly Operation[], fault: Fault): void {
		files.fault = (operation, path) => (path.endsWith(end) && operations.includes(operation) ? fault : undefined);
	}

	async function openedStore(): Promise<Roadmaps> {
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample);
		return roadmaps;
	}

	it('shows all others while one of them hangs, says so of that one, and shows it when it comes', async () => {
		const slow = files.change(`${folder}/docs/ROADMAP.md`, before);
		const other = files.change(`${folder}/ROADMAP.md`, swum);
		fail('docs/ROADMAP.md', ['read'], 'hangs');
		const roadmaps = await openedStore();
		await untilRead(roadmaps, other, swum);
		await untilShown(roadmaps, slow, file => file.kind === 'unread' && file.problem === 'unreadable');
		files.fault = () => undefined;
		files.release();
		await untilRead(roadmaps, slow, before);
	});

	it('shows all others while a folder cannot be listed, and what is in that when it can', async () => {
		const slow = files.change(`${folder}/docs/ROADMAP.md`, before);
		const other = files.change(`${folder}/ROADMAP.md`, swum);
		fail('/docs', ['list'], 'hangs');
		const roadmaps = await openedStore();
		await untilRead(roadmaps, other, swum);
		assert.equal(roadmaps.get(slow), undefined);
		files.fault = () => undefined;
		files.release();
		await untilRead(roadmaps, slow, before);
	});

	it('shows all as before while folders may not be listed, and what is new when they may be again', async () => {
		const uri = files.change(`${folder}/ROADMAP.md`, before);
		const roadmaps = await openedStore();
		await untilRead(roadmaps, uri, before);
		files.fault = operation => (operation === 'list' ? 'isDenied' : undefined);
		const added = files.change(`${folder}/docs/ROADMAP.md`, swum);
		await roadmaps.searchAgain();
		assert.equal(roadmaps.get(uri)?.kind, 'read');
		files.fault = () => undefined;
		await untilRead(roadmaps, added, swum);
	});

	it('goes on finding roadmaps where VS Code has searched once, and never ends to search again', async () => {
		const uri = files.change(`${folder}/ROADMAP.md`, before);
		const { findFiles } = workspace;
		let isOver = false;
		const find: typeof findFiles = (pattern, ...others) => {
			const isOurs = typeof pattern === 'object' && pattern.baseUri.scheme === uri.scheme;
			const found = isOver ? new Promise<Uri[]>(() => undefined) : Promise.resolve([]);
			return isOurs ? found : findFiles(pattern, ...others);
		};
		Object.assign(workspace, { findFiles: find });
		try {
			const roadmaps = await openedStore();
			await untilRead(roadmaps, uri, before);
			isOver = true;
			const added = files.change(`${folder}/docs/ROADMAP.md`, swum);
			void roadmaps.searchAgain();
			await untilRead(roadmaps, added, swum);
		} finally {
			Object.assign(workspace, { findFiles });
		}
	});

	it('shows what was written last, though it was read first', async () => {
		const uri = files.change(`${folder}/ROADMAP.md`, before);
		const roadmaps = await openedStore();
		await untilRead(roadmaps, uri, before);
		for (const order of ['last', 'first'] as const) {
			const texts = ['one', 'two', 'three'].map(word => `- [ ] ${word} ${order}\n`);
			fail('ROADMAP.md', ['read'], 'hangs');
			for (const [index, text] of texts.entries()) {
				files.change(`${folder}/ROADMAP.md`, text);
				void roadmaps.readAgain();
				await until(() => files.held > index);
			}
			files.fault = () => undefined;
			files.release(order);
			await untilRead(roadmaps, uri, texts.at(-1));
			await roadmaps.readAgain();
			assert.equal((await untilRead(roadmaps, uri)).text, texts.at(-1));
		}
	});

	it('never goes back to an older text that came late', async () => {
		const uri = files.change(`${folder}/ROADMAP.md`, before);
		const roadmaps = await openedStore();
		await untilRead(roadmaps, uri, before);
		let reads = 0;
		files.fault = operation => (operation === 'read' && ++reads === 1 ? 'hangs' : undefined);
		const late = roadmaps.readAgain();
		await until(() => files.held === 1);
		files.change(`${folder}/ROADMAP.md`, swum);
		await roadmaps.readAgain();
		await untilRead(roadmaps, uri, swum);
		files.release();
		await late;
		assert.equal((await untilRead(roadmaps, uri)).text, swum, JSON.stringify(shown(roadmaps)));
	});

	for (const fault of ['isDenied', 'isUnavailable'] as const) {
		it(`reads a file again by itself that ${fault}`, async () => {
			const uri = files.change(`${folder}/ROADMAP.md`, before);
			fail('ROADMAP.md', ['stat', 'read'], fault);
			const roadmaps = await openedStore();
			await untilShown(roadmaps, uri, ({ kind }) => kind === 'unread');
			files.fault = () => undefined;
			await untilRead(roadmaps, uri, before);
		});
	}

	it('ends when agents ask while a file hangs', async () => {
		const uri = files.change(`${folder}/ROADMAP.md`, before);
		const roadmaps = await openedStore();
		await untilRead(roadmaps, uri);
		fail('ROADMAP.md', ['read'], 'hangs');
		await roadmaps.readAgain();
		assert.equal(roadmaps.get(uri)?.kind, 'read');
	});

	/** Ticks the first task, and gives what became of it and what was told. */
	async function tick(roadmaps: Roadmaps, uri: Uri): Promise<[Outcome, string[]]> {
		const file = await untilRead(roadmaps, uri);
		let outcome: Outcome = 'unchanged';
		const told = await toldDuring(async () => {
			outcome = await toggleNodes(roadmaps, file, [...tasksIn(file.roadmap)].slice(0, 1));
		});
		return [outcome, told];
	}

	const openings = [
		['hangs', /cannot be opened; nothing was changed\. \w/],
		['isDenied', /cannot be opened; nothing was changed\. \w/],
		['isUnavailable', /cannot be opened; nothing was changed\. \w/],
		['vanishes', /cannot be opened; nothing was changed\. \w/],
	] as const;
	for (const [fault, sentence] of openings) {
		it(`ticks nothing, and says so once, where opening ${fault}`, async () => {
			const uri = files.change(`${folder}/ROADMAP.md`, before);
			const roadmaps = await openedStore();
			await untilRead(roadmaps, uri);
			fail('ROADMAP.md', ['stat', 'read'], fault);
			const [outcome, told] = await tick(roadmaps, uri);
			assert.deepEqual([outcome, told.length], ['refused', 1], told.join('\n'));
			assert.match(told[0] ?? '', sentence);
			assert.equal(files.textOf(`${folder}/ROADMAP.md`), before);
			files.fault = () => undefined;
			files.release();
			assert.deepEqual(await tick(roadmaps, uri), ['applied', []]);
		});
	}

	for (const fault of ['isDenied', 'isUnavailable', 'hangs', 'isFull'] as const) {
		it(`ticks, and says once that it is not saved, where saving ${fault}`, async () => {
			const uri = files.change(`${folder}/ROADMAP.md`, before);
			const roadmaps = await openedStore();
			await untilRead(roadmaps, uri);
			const document = await workspace.openTextDocument(uri);
			await setRoadmap('saveAfterEdit', true);
			fail('ROADMAP.md', ['write'], fault);
			const [outcome, told] = await tick(roadmaps, uri);
			assert.deepEqual([outcome, told.length], ['applied', 1], told.join('\n'));
			assert.match(told[0] ?? '', /was changed, but .*save/);
			assert.equal(document.getText(), swum);
			if (fault === 'isFull') {
				return; // VS Code takes what is left on the disk for somebody else's, and asks
			}
			assert.equal(files.textOf(`${folder}/ROADMAP.md`), before);
			files.fault = () => undefined;
			files.release();
			await until(async () => {
				await document.save();
				return !document.isDirty && files.textOf(`${folder}/ROADMAP.md`) === swum;
			});
		});
	}

	it('proposes for the text as it is when the preview is shown', async () => {
		const plain = '# Sea\n\n- Swim\n';
		const uri = files.change(`${folder}/ROADMAP.md`, plain);
		const roadmaps = await openedStore();
		await untilRead(roadmaps, uri);
		const { document } = await open(uri);
		const { applyEdit } = workspace;
		const shownEdits: string[] = [];
		const isShown = (edit: WorkspaceEdit): Promise<boolean> => {
			const [, edits = []] = edit.entries().find(([each]) => each.toString() === uri.toString()) ?? [];
			shownEdits.push(...edits.map(({ range }) => document.getText(range.with(range.start.with({ character: 0 })))));
			return Promise.resolve(false);
		};
		Object.assign(workspace, { applyEdit: isShown });
		files.fault = operation => (operation === 'stat' ? 'hangs' : undefined);
		let isOver = false;
		const proposing = proposeEdits(roadmaps, uri, (now, parse) =>
			turnIntoTasks(now, parse, [{ start: 0, end: now.length }], 'gfm').map(({ edit }) => ({ edit, group: '' })),
		).finally(() => (isOver = true));
		// Whatever VS Code is asked about the file, somebody types meanwhile.
		await until(async () => {
			if (files.held > 0) {
				const typing = new WorkspaceEdit();
				typing.insert(uri, new Position(0, 0), 'Up here\n\n');
				await applyEdit(typing);
				files.release();
			}
			return isOver;
		});
		Object.assign(workspace, { applyEdit });
		await proposing;
		assert.deepEqual(shownEdits, ['- ']);
	});

	it('does without the table of short codes where that hangs', async () => {
		files.fault = () => 'hangs';
		const log = window.createOutputChannel('Tests of short codes', { log: true });
		await learnShortCodes(files.uri('/extension'), log);
		log.dispose();
	});

	it('keeps what is ticked while the file is being written', async () => {
		const uri = files.change(`${folder}/ROADMAP.md`, before);
		const roadmaps = await openedStore();
		const { document } = await open(uri);
		const typing = new WorkspaceEdit();
		typing.insert(uri, new Position(0, 0), 'Up here\n');
		await workspace.applyEdit(typing);
		await untilRead(roadmaps, uri, `Up here\n${before}`);
		fail('ROADMAP.md', ['write'], 'hangs');
		const saving = document.save();
		await until(() => files.held === 1);
		const { applyEdit } = workspace;
		Object.assign(workspace, {
			applyEdit: async (edit: WorkspaceEdit) => {
				const isApplied = await applyEdit(edit);
				files.release();
				await saving;
				return isApplied;
			},
		});
		const [outcome, told] = await tick(roadmaps, uri);
		Object.assign(workspace, { applyEdit });
		assert.deepEqual([outcome, document.getText(), told], ['applied', `Up here\n${swum}`, []]);
	});
});

describe('edits that VS Code does not make', () => {
	type Apply = typeof workspace.applyEdit;
	let uri: Uri;
	let roadmaps: Roadmaps;
	let file: ReadRoadmap;
	let document: TextDocument;
	const { applyEdit } = workspace;

	beforeEach(async () => {
		await diskIsWatched();
		uri = await write(at(freshFolder(), 'ROADMAP.md'), before);
		roadmaps = await openStore();
		file = await untilRead(roadmaps, uri, before);
		({ document } = await open(uri));
	});
	afterEach(async () => {
		Object.assign(workspace, { applyEdit });
		await cleanUp();
	});

	/** Ticks the first task while edits are applied in another way. */
	async function tickWith(apply: Apply): Promise<[Outcome, string[]]> {
		let outcome: Outcome = 'unchanged';
		Object.assign(workspace, { applyEdit: apply });
		try {
			const told = await toldDuring(async () => {
				outcome = await toggleNodes(roadmaps, file, [...tasksIn(file.roadmap)].slice(0, 1));
			});
			return [outcome, told];
		} finally {
			Object.assign(workspace, { applyEdit });
		}
	}

	async function type(text: string): Promise<void> {
		const edit = new WorkspaceEdit();
		edit.insert(uri, new Position(0, 0), text);
		await applyEdit(edit);
	}

	const refused: [string, Apply][] = [
		['refuses', () => Promise.resolve(false)],
		['fails on', () => Promise.reject(new Error('The bulk edit service is gone'))],
		['only says to have made', () => Promise.resolve(true)],
	];
	for (const [name, apply] of refused) {
		it(`are refused, as before, and told once where VS Code ${name} them`, async () => {
			const [outcome, told] = await tickWith(apply);
			assert.deepEqual([outcome, document.getText(), told.length], ['refused', before, 1], told.join('\n'));
			assert.match(told[0] ?? '', /could not be changed: .*Try again\.$/);
			assert.equal(document.isDirty, false);
		});
	}

	it('are made once where VS Code says not to have made them', async () => {
		let asked = 0;
		const [outcome, told] = await tickWith(async edit => {
			asked++;
			await applyEdit(edit);
			return false;
		});
		assert.deepEqual([outcome, document.getText(), told, asked], ['applied', swum, [], 1]);
	});

	it('are made anew where somebody types between the look and the edit', async () => {
		let asked = 0;
		const [outcome, told] = await tickWith(async edit => {
			if (++asked < 3) {
				await type('Up here\n');
				return false;
			}
			return applyEdit(edit);
		});
		assert.deepEqual([outcome, document.getText(), told], ['applied', `Up here\nUp here\n${swum}`, []]);
	});

	it('are given up where somebody never stops typing', async () => {
		const [outcome, told] = await tickWith(async () => {
			await type('.');
			return false;
		});
		assert.deepEqual([outcome, told.length], ['refused', 1]);
		assert.match(document.getText(), /^\.+# Sea\n\n- \[ \] Swim\n- \[ \] Dive\n$/);
	});

	it('are made in all roadmaps or in none', async () => {
		const second = await write(at(freshFolder(), 'ROADMAP.md'), before);
		await untilRead(roadmaps, second);
		const other = await workspace.openTextDocument(second);
		const make = () => [{ start: 10, end: 11, newText: 'x' }];
		for (const kept of [uri, second]) {
			Object.assign(workspace, {
				applyEdit: async (edit: WorkspaceEdit) => {
					const part = new WorkspaceEdit();
					part.set(kept, edit.get(kept));
					await applyEdit(part);
					Object.assign(workspace, { applyEdit });
					return false;
				},
			});
			let outcome: Outcome = 'unchanged';
			const told = await toldDuring(async () => {
				outcome = await editRoadmaps(roadmaps, [
					{ uri, make },
					{ uri: second, make },
				]);
			});
			assert.deepEqual([outcome, document.getText(), other.getText()], ['refused', before, before]);
			assert.equal(told.length, 1);
		}
	});

	it('are not taken back over what somebody has typed meanwhile', async () => {
		// VS Code takes an edit of such a file for nothing to save.
		await set('files.readonlyInclude', { '**/ROADMAP.md': true });
		let isFirst = true;
		const [outcome, told] = await tickWith(async edit => {
			const isApplied = await applyEdit(edit);
			if (isFirst) {
				isFirst = false;
				setTimeout(() => void type('Up here\n'), 0);
			}
			return isApplied;
		});
		assert.equal(told.length, 1);
		await until(() => document.getText().startsWith('Up here\n'));
		assert.equal(document.getText(), `Up here\n${outcome === 'refused' ? before : swum}`);
	});

	it('keep a text with other line ends as it is', async () => {
		const editor = await window.showTextDocument(document);
		await editor.edit(edit => edit.setEndOfLine(EndOfLine.CRLF));
		const text = document.getText();
		let outcome: Outcome = 'unchanged';
		Object.assign(workspace, {
			applyEdit: async (edit: WorkspaceEdit) => {
				await applyEdit(edit);
				return false;
			},
		});
		const told = await toldDuring(async () => {
			outcome = await editRoadmap(roadmaps, uri, () => [{ start: 7, end: 7, newText: 'Words\r\n' }]);
		});
		assert.deepEqual([outcome, told], ['applied', []]);
		assert.equal(document.getText(), `${text.slice(0, 7)}Words\r\n${text.slice(7)}`);
	});
});
