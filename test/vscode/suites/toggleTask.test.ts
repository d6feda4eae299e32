import * as assert from 'node:assert/strict';
import {
	commands,
	Position,
	Selection,
	window,
	workspace,
	type QuickPickItem,
	type TextDocumentChangeEvent,
} from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { pickTask } from '../../../src/editor/taskPick';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, read, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { pickedDuring } from '../support/picked';
import { setRoadmap } from '../support/settings';
import { startStore } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

async function toggle(): Promise<void> {
	await commands.executeCommand(ids.toggleTask);
}

describe('roadmap.toggleTask in the editor', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	const cases: [string, string, string][] = [
		['ticks the task under the cursor', '# A\n\n- [ ] o¦ne\n- [ ] two\n', '# A\n\n- [x] one\n- [ ] two\n'],
		['unticks a done one', '- [X] one¦\n', '- [ ] one\n'],
		['at the start of the line', '¦- [ ] one\n', '- [x] one\n'],
		['in the box itself', '- [¦ ] one\n', '- [x] one\n'],
		['at the end of a file without a final line end', '- [ ] one¦', '- [x] one'],
		['on a continuation line', '- [ ] one\n  goes ¦on\n- [ ] two\n', '- [x] one\n  goes on\n- [ ] two\n'],
		['on a lazy continuation line', '- [ ] one\ngoes ¦on\n', '- [x] one\ngoes on\n'],
		['in a later paragraph', '- [ ] one\n\n  mor¦e\n', '- [x] one\n\n  more\n'],
		['only the inner one', '- [ ] one\n  - [ ] in¦ner\n', '- [ ] one\n  - [x] inner\n'],
		['only the outer one', '- [ ] on¦e\n  - [ ] inner\n', '- [x] one\n  - [ ] inner\n'],
		['many cursors', '- [ ] o¦ne\n- [ ] two\n- [ ] thr¦ee\n', '- [x] one\n- [ ] two\n- [x] three\n'],
		['many cursors: the first decides', '- [x] o¦ne\n- [ ] two\n- [x] thr¦ee\n', '- [ ] one\n- [ ] two\n- [ ] three\n'],
		['two cursors in one task', '- [ ] o¦n¦e\n', '- [x] one\n'],
		['a selection', '- [ ] o«ne\n- [x] two\n- [ ] th»ree\n', '- [x] one\n- [x] two\n- [x] three\n'],
		['a selection over headings', '«# A\n- [ ] one\n# B\n- [ ] two\n»', '# A\n- [x] one\n# B\n- [x] two\n'],
		['several selections', '- [ ] «one»\n- [ ] two\n- [ ] «three»\n', '- [x] one\n- [ ] two\n- [x] three\n'],
		['a plain item becomes a task', '- o¦ne\n- [ ] two\n', '- [ ] one\n- [ ] two\n'],
		['a numbered one too', '1. o¦ne\n', '1. [ ] one\n'],
		['plain items in a selection', '- «one\n- two»\n', '- [ ] one\n- [ ] two\n'],
		['a task in a quote', '> - [ ] o¦ne\n', '> - [x] one\n'],
		['an active one', '- [~] o¦ne\n', '- [x] one\n'],
		['a dropped one', '- [-] o¦ne\n', '- [x] one\n'],
		['line ends stay', '# A\r\n\r\n- [ ] o¦ne\r\n- [ ] two\r\n', '# A\r\n\r\n- [x] one\r\n- [ ] two\r\n'],
		['tabs and trailing spaces stay', '*\t[ ]\to¦ne  \n', '*\t[x]\tone  \n'],
		['behind emoji', '- [ ] 🚀🚀 ta¦sk 👩‍👩‍👧\n', '- [x] 🚀🚀 task 👩‍👩‍👧\n'],
		['behind a byte order mark', '\uFEFF- [ ] o¦ne\n', '- [x] one\n'],
		['below front matter', '---\na: - [ ] no\n---\n- [ ] o¦ne\n', '---\na: - [ ] no\n---\n- [x] one\n'],
	];
	for (const [name, source, expected] of cases) {
		it(`${name}, and one undo restores it`, async () => {
			const { document } = await editorWith(source);
			const before = document.getText();
			const onDisk = await read(sample);
			const events: TextDocumentChangeEvent[] = [];
			const listener = workspace.onDidChangeTextDocument(
				event => event.document === document && event.contentChanges.length > 0 && events.push(event),
			);
			await toggle();
			listener.dispose();
			assert.equal(document.getText(), expected);
			assert.equal(events.length, 1);
			for (const { rangeLength, text } of events[0]?.contentChanges ?? []) {
				assert.ok((rangeLength === 1 && text.length === 1) || (rangeLength === 0 && text === '[ ] '), text);
			}
			assert.ok(document.isDirty);
			assert.equal(await read(sample), onDisk);
			await commands.executeCommand('undo');
			await until(
				() => document.getText() === before && !document.isDirty,
				() => document.getText(),
			);
		});
	}

	const nothing: [string, string][] = [
		['a paragraph', 'Wo¦rds\n\n- [ ] one\n'],
		['a heading', '# A¦\n\n- [ ] one\n'],
		['an empty file', '¦'],
		['code', '```\n- [ ] o¦ne\n```\n'],
		['a comment', '<!--\n- [ ] o¦ne\n-->\n'],
		['the blank line behind a list', '- [ ] one\n\n¦\n# A\n'],
	];
	for (const [name, source] of nothing) {
		it(`says that there is no task in ${name}`, async () => {
			const { document } = await editorWith(source);
			const before = document.getText();
			const told = await toldDuring(toggle);
			assert.equal(document.getText(), before);
			assert.equal(document.isDirty, false);
			assert.match(told.join('\n'), /^There is no task here\..*$/);
		});
	}

	it('ticks again on every call', async () => {
		const { document } = await editorWith('- [ ] o¦ne\n');
		for (const expected of ['- [x] one\n', '- [ ] one\n', '- [x] one\n']) {
			await toggle();
			assert.equal(document.getText(), expected);
		}
	});

	it('ticks what the cursor was on, wherever it goes and whatever is typed meanwhile', async () => {
		const editor = await editorWith('- [ ] o¦ne\n- [ ] two\n- [ ] three\n');
		const toggling = toggle();
		editor.selection = new Selection(2, 4, 2, 4);
		await Promise.all([toggling, editor.edit(edit => edit.insert(new Position(0, 0), '- [ ] zero\n'))]);
		assert.equal(editor.document.getText(), '- [ ] zero\n- [x] one\n- [ ] two\n- [ ] three\n');
	});

	it('keeps the cursors where they are', async () => {
		const editor = await editorWith('- [ ] o¦ne\n- [ ] tw¦o\n');
		const before = editor.selections.map(({ active }) => [active.line, active.character]);
		await toggle();
		assert.deepEqual(
			editor.selections.map(({ active }) => [active.line, active.character]),
			before,
		);
	});

	it('saves where roadmap.saveAfterEdit asks for it', async () => {
		await setRoadmap('saveAfterEdit', true);
		const { document } = await editorWith('- [ ] o¦ne\n');
		await toggle();
		await until(() => !document.isDirty);
		assert.equal(await read(sample), '- [x] one\n');
	});

	const cascades = [
		['off', '- [ ] o¦ne\n  - [ ] two\n', '- [x] one\n  - [ ] two\n'],
		['down', '- [ ] o¦ne\n  - [ ] two\n', '- [x] one\n  - [x] two\n'],
		['up', '- [ ] one\n  - [ ] tw¦o\n', '- [x] one\n  - [x] two\n'],
		['both', '- [ ] zero\n  - [ ] o¦ne\n    - [ ] two\n', '- [x] zero\n  - [x] one\n    - [x] two\n'],
	] as const;
	for (const [cascade, source, expected] of cascades) {
		it(`takes along what roadmap.cascade says: ${cascade}`, async () => {
			await setRoadmap('cascade', cascade);
			const { document } = await editorWith(source);
			await toggle();
			assert.equal(document.getText(), expected);
		});
	}

	it('knows only the marks that roadmap.states names', async () => {
		await setRoadmap('states', 'gfm');
		const { document } = await editorWith('- [ ] zero\n- [~] o¦ne\n');
		await toggle();
		assert.equal(document.getText(), '- [ ] zero\n- [ ] [~] one\n');
	});
});

describe('roadmap.toggleTask elsewhere', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	const text = '# Sea\n\n## Water\n\n- [x] Swim\n- [ ] Dive\n  - [ ] Breathe\n\n## Wind\n\n- [-] Row\n- [~] Sail\n';
	const words = ['Dive', 'Breathe', 'Sail', 'Swim', 'Row'];

	/** Calls the command, and gives what is offered once it is, or nothing when it ends without. */
	async function offered() {
		let items: readonly QuickPickItem[] | undefined;
		const { showQuickPick } = window;
		const listening = async (choices: readonly QuickPickItem[], ...rest: never[]): Promise<unknown> => {
			items = choices;
			return showQuickPick(choices, ...rest);
		};
		Object.assign(window, { showQuickPick: listening });
		try {
			const ended = toldDuring(toggle);
			void ended.then(() => (items ??= []));
			return { items: await until(() => items), ended };
		} finally {
			Object.assign(window, { showQuickPick });
		}
	}

	/** Writes the sample's roadmap, and waits until its tasks are what is offered. */
	async function offeredWith(content: string, ...tasks: readonly string[]) {
		await write(sample, content);
		let offer = await offered();
		const end = Date.now() + 10_000;
		const shown = (): string =>
			String(offer.items.flatMap(({ label, kind }) => (kind === undefined ? [/\w+$/.exec(label)?.[0]] : [])));
		while (shown() !== String(tasks)) {
			assert.ok(Date.now() < end, `Not offered: ${String(tasks)}, but ${shown()}`);
			await commands.executeCommand('workbench.action.closeQuickOpen');
			await offer.ended;
			offer = await offered();
		}
		return offer;
	}

	it('waits for the first search', async () => {
		// A file of its own: VS Code may keep the sample as it was before, in a document that is no longer shown.
		await write(at(freshFolder(), 'ROADMAP.md'), text);
		const items = await pickedDuring(undefined, () => pickTask(startStore()));
		assert.ok(items.some(({ label }) => label.endsWith('Dive')));
	});

	it('offers the open tasks with their place and progress, and the done ones below', async () => {
		const { items, ended } = await offeredWith(text, ...words);
		assert.deepEqual(
			items.map(({ label, description }) => [label, description]),
			[
				['To do', undefined],
				['$(circle-large) Dive', 'Water 1/3'],
				['$(circle-large) Breathe', 'Water 1/3 › Dive 0/1'],
				['$(play-circle) Sail', 'Wind 0/1'],
				['Done', undefined],
				['$(pass-filled) Swim', 'Water 1/3'],
				['$(circle-slash) Row', 'Wind 0/1'],
			],
		);
		await commands.executeCommand('workbench.action.closeQuickOpen');
		await ended;
		assert.equal(await read(sample), text);
	});

	it('ticks the one that is chosen', async () => {
		const { ended } = await offeredWith(text, ...words);
		await commands.executeCommand('workbench.action.quickOpenSelectNext');
		let isOver = false;
		const over = ended.then(() => (isOver = true));
		await until(async () => {
			await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return isOver;
		});
		await over;
		const document = await workspace.openTextDocument(sample);
		const expected = ['Breathe', 'Dive'].map(task => text.replace(`[ ] ${task}`, `[x] ${task}`));
		assert.ok(expected.includes(document.getText()), document.getText());
		assert.ok(document.isDirty);
	});

	it('leaves the title out, also where there are sections without tasks beside it', async () => {
		const { items, ended } = await offeredWith('# Sea\n\n## Water\n\n- [ ] Dive\n\n# Notes\n\nDeep.\n', 'Dive');
		assert.equal(items[1]?.description, 'Water 0/1');
		await commands.executeCommand('workbench.action.closeQuickOpen');
		await ended;
	});

	it('draws no icons of the words of tasks', async () => {
		const { items, ended } = await offeredWith('- [ ] $(trash) :rocket: end\n', 'end');
		assert.equal(items[1]?.label, '$(circle-large) \\$(trash) 🚀 end');
		await commands.executeCommand('workbench.action.closeQuickOpen');
		await ended;
	});

	it('says what a task is where there is none', async () => {
		const { ended } = await offeredWith('# Sea\n');
		const told = await ended;
		assert.match(told.join('\n'), /^The roadmap has no tasks yet\./);
	});
});
