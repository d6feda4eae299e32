import * as assert from 'node:assert/strict';
import { commands, workspace, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, exists, open, read, remove, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { pickedDuring } from '../support/picked';
import { set, setRoadmap } from '../support/settings';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

async function turn(): Promise<void> {
	await commands.executeCommand(ids.turnListIntoTasks);
}

/** Runs the command, and applies or discards what the preview shows. */
async function turnAnd(answer: 'apply' | 'discard'): Promise<void> {
	let isOver = false;
	const over = turn().finally(() => (isOver = true));
	await until(async () => {
		await commands.executeCommand(`refactorPreview.${answer}`);
		return isOver;
	});
	await over;
}

async function undone(document: TextDocument, text: string): Promise<void> {
	await commands.executeCommand('undo');
	await until(
		() => document.getText() === text && !document.isDirty,
		() => document.getText(),
	);
}

describe('roadmap.turnListIntoTasks', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	const cases: [string, string, string][] = [
		[
			'the whole file where there are no tasks',
			'# A¦\n\n- one\n\n## B\n\n1. two\n',
			'# A\n\n- [ ] one\n\n## B\n\n1. [ ] two\n',
		],
		['nested items and quotes', '- one\n  - two\n> - three\n', '- [ ] one\n  - [ ] two\n> - [ ] three\n'],
		['signs', '- ✅ one\n- two ✔️\n- ~~three~~\n- 🚧 four\n', '- [x] one\n- [x] two\n- [x] three\n- [~] 🚧 four\n'],
		['a sign behind several lines', '- one\n  more ✅\n- two\n', '- [x] one\n  more\n- [ ] two\n'],
		['a selection', '- one\n- t«wo\n- th»ree\n', '- one\n- [ ] two\n- [ ] three\n'],
		['a selection beside a cursor', '- o¦ne\n- «two»\n', '- one\n- [ ] two\n'],
		['a selection where there are tasks', '- [x] zero\n«- one\n»- two\n', '- [x] zero\n- [ ] one\n- two\n'],
		['the only list with plain items', '- o¦ne\n- [ ] two\n', '- [ ] one\n- [ ] two\n'],
		[
			'no code, comments or tables',
			'- one\n\n```\n- code\n```\n<!--\n- no\n-->\n',
			'- [ ] one\n\n```\n- code\n```\n<!--\n- no\n-->\n',
		],
		['line ends stay', '- one\r\n- two ✅\r\n  - ✅ three\r\n', '- [ ] one\r\n- [x] two\r\n  - [x] three\r\n'],
		['behind a byte order mark', '\uFEFF- one\n', '- [ ] one\n'],
	];
	for (const [name, source, expected] of cases) {
		it(`makes tasks in a preview, and one undo restores all: ${name}`, async () => {
			const { document } = await editorWith(source);
			const before = document.getText();
			const onDisk = await read(sample);
			const events: TextDocumentChangeEvent[] = [];
			const listener = workspace.onDidChangeTextDocument(
				event => event.document === document && event.contentChanges.length > 0 && events.push(event),
			);
			await turnAnd('apply');
			listener.dispose();
			assert.equal(document.getText(), expected);
			assert.equal(events.length, 1);
			assert.ok(document.isDirty);
			assert.equal(await read(sample), onDisk);
			await undone(document, before);
		});
	}

	it('changes nothing when the preview is discarded', async () => {
		const { document } = await editorWith('- one\n- two\n');
		assert.deepEqual(await toldDuring(async () => turnAnd('discard')), []);
		assert.equal(document.getText(), '- one\n- two\n');
		assert.equal(document.isDirty, false);
	});

	it('asks which part is meant where there are tasks already', async () => {
		const text =
			'# All\n\n- zero\n\n## A\n\n- [ ] task\n\n### Inner $(x)\n\n- o¦ne\n- two\n\nWords.\n\n- three\n\n## B\n\n- four\n';
		const { document } = await editorWith(text);
		const before = document.getText();
		const offered = await pickedDuring('This list', async () => turnAnd('apply'));
		assert.deepEqual(
			offered.map(({ label, description }) => [label, description]),
			[
				['This list', '2 list items'],
				['Section: A', '3 list items'],
				['The whole file', '5 list items'],
			],
		);
		assert.equal(document.getText(), before.replace('- one\n- two', '- [ ] one\n- [ ] two'));
		await undone(document, before);
		await pickedDuring('Section: A', async () => turnAnd('apply'));
		assert.equal(
			document.getText(),
			before.replace('- one\n- two', '- [ ] one\n- [ ] two').replace('- three', '- [ ] three'),
		);
		await undone(document, before);
		await pickedDuring(undefined, turn);
		assert.equal(document.getText(), before);
	});

	it('offers one part only once', async () => {
		const { document } = await editorWith('## A¦\n\n- one\n\n## $(x)\n\n- [ ] two\n- three\n');
		const offered = await pickedDuring('Section: A', async () => turnAnd('apply'));
		assert.deepEqual(offered.map(({ label, description }) => [label, description]), [
			['Section: A', '1 list item'],
			['The whole file', '2 list items'],
		]); // prettier-ignore
		assert.equal(document.getText(), '## A\n\n- [ ] one\n\n## $(x)\n\n- [ ] two\n- three\n');
	});

	it('knows only the marks that roadmap.states names', async () => {
		await setRoadmap('states', 'gfm');
		const { document } = await editorWith('- 🚧 one\n');
		await turnAnd('apply');
		assert.equal(document.getText(), '- [ ] 🚧 one\n');
	});

	it('saves where roadmap.saveAfterEdit asks for it', async () => {
		await setRoadmap('saveAfterEdit', true);
		const { document } = await editorWith('- one\n');
		await turnAnd('apply');
		await until(() => !document.isDirty);
		assert.equal(await read(sample), '- [ ] one\n');
	});

	it('creates no file that is gone, and leaves it to the person what to tick', async () => {
		const { document } = await editorWith('¦- one\n');
		await commands.executeCommand('type', { text: '# A\n\n' });
		await remove(sample);
		await turnAnd('apply');
		assert.equal(document.getText(), '# A\n\n- one\n');
		assert.equal(await exists(sample), false);
		await write(sample, '- one\n'); // before it is closed, so that it stays a roadmap
	});

	it('changes nothing in a file that the settings make read-only, and says so', async () => {
		const { document } = await editorWith('- one\n- two\n');
		await set('files.readonlyInclude', { '**/ROADMAP.md': true });
		const told = await toldDuring(async () => turnAnd('apply'));
		assert.match(told.join('\n'), /read-only/);
		assert.equal(document.getText(), '- one\n- two\n');
	});

	it('says so where there are no plain list items', async () => {
		const { document } = await editorWith('# A\n\n- [ ] one\n\n```\n- code\n```\n');
		const told = await toldDuring(turn);
		assert.match(told.join('\n'), /^There are no plain list items here/);
		assert.equal(document.isDirty, false);
	});

	it('leaves Markdown files alone that are no roadmaps', async () => {
		const { document } = await open(await write(at('OTHER.md'), '- one\n'));
		const told = await toldDuring(turn);
		assert.match(told.join('\n'), /^Open a roadmap in an editor first\.$/);
		assert.equal(document.isDirty, false);
	});
});
