import * as assert from 'node:assert/strict';
import { commands, Position, window, type CodeLens, type TextEditor, type Uri } from 'vscode';
import { SectionLenses } from '../../../src/editor/codeLens';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, open, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { setRoadmap } from '../support/settings';
import { openStore, untilGone, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

async function lensesIn(uri: Uri): Promise<CodeLens[]> {
	return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
}

/** Each line that has lenses, and what they say. */
async function shownIn(uri: Uri): Promise<string[]> {
	const lenses = await lensesIn(uri);
	return lenses.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`);
}

/** Clicks the lens that says this. */
async function click({ document }: TextEditor, title: string): Promise<void> {
	const lens = (await lensesIn(document.uri)).find(({ command }) => command?.title === title);
	assert.ok(lens?.command, `no lens says ${title}`);
	const { command, arguments: values = [] } = lens.command;
	await commands.executeCommand(command, ...(values as unknown[]));
}

describe('CodeLens', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	const text = '# Sea\n\n## Water\n\n- [x] Swim\n- [ ] Dive\n\n## Harbours\n\nNone.\n\n## Wind\n\n- [x] $(sail)\n';

	it('says above each section with tasks how far it is and what is next', async () => {
		await editorWith(text);
		const expected = [
			'0: 2/3 · 67%',
			'0: Next: Dive',
			'0: Tick all',
			'2: 1/2 · 50%',
			'2: Next: Dive',
			'2: Tick all',
			'11: 1/1 · 100%',
			'11: Reopen all',
		];
		assert.deepEqual(await shownIn(sample), expected);
	});

	it('finds out what to say only of the lenses in sight', async () => {
		await editorWith(text);
		const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', sample, 2);
		assert.deepEqual(
			lenses.map(({ command }) => command?.title),
			['2/3 · 67%', 'Next: Dive'],
		);
	});

	it('ticks a section with one edit, and opens it again', async () => {
		const editor = await editorWith('## A\n\n- [ ] one\n- [x] two\n\n## B\n\n- [ ] three\n');
		await click(editor, 'Tick all');
		assert.equal(editor.document.getText(), '## A\n\n- [x] one\n- [x] two\n\n## B\n\n- [ ] three\n');
		await click(editor, 'Reopen all');
		assert.equal(editor.document.getText(), '## A\n\n- [ ] one\n- [ ] two\n\n## B\n\n- [ ] three\n');
		await commands.executeCommand('undo');
		assert.equal(editor.document.getText(), '## A\n\n- [x] one\n- [x] two\n\n## B\n\n- [ ] three\n');
	});

	it('ticks the section that it stood above, though that has moved since', async () => {
		const editor = await editorWith('¦## A\n\n- [ ] one\n\n## B\n\n- [ ] two\n');
		const lens = (await lensesIn(sample)).filter(({ command }) => command?.title === 'Tick all')[1];
		await editor.edit(edit => edit.insert(editor.selection.active, '## New\n\n- [ ] zero\n\n'));
		await commands.executeCommand(lens?.command?.command ?? '', ...((lens?.command?.arguments ?? []) as unknown[]));
		assert.equal(editor.document.getText(), '## New\n\n- [ ] zero\n\n## A\n\n- [ ] one\n\n## B\n\n- [x] two\n');
	});

	it('ticks nothing in a section that is gone, and says so', async () => {
		const editor = await editorWith('## A\n\n- [ ] one\n');
		const lens = (await lensesIn(sample)).find(({ command }) => command?.title === 'Tick all');
		await editor.edit(edit => edit.delete(editor.document.lineAt(0).range));
		const run = async () =>
			commands.executeCommand(lens?.command?.command ?? '', ...((lens?.command?.arguments ?? []) as unknown[]));
		assert.match(String(await toldDuring(run)), /has changed or is gone/);
		assert.equal(editor.document.getText(), '\n\n- [ ] one\n');
	});

	it('leads to the next task', async () => {
		const editor = await editorWith(`¦${text}`);
		await click(editor, 'Next: Dive');
		await until(() => window.activeTextEditor?.selection.active.line === 5);
		assert.equal(window.activeTextEditor?.selection.active.character, 6);
	});

	it('is not shown where roadmap.codeLens is off, nor in other files', async () => {
		await editorWith(text);
		await setRoadmap('codeLens', false);
		assert.deepEqual(await shownIn(sample), []);
		await setRoadmap('codeLens', true);
		const other = await write(at('OTHER.md'), text);
		await open(other);
		assert.deepEqual(await shownIn(other), []);
	});

	it('is drawn anew where a roadmap in an editor changed, and not for any other', async () => {
		const other = await write(at(freshFolder(), 'ROADMAP.md'), text);
		const editor = await editorWith(text);
		const roadmaps = await openStore();
		await untilRead(roadmaps, other, text);
		const lenses = new SectionLenses(roadmaps);
		let draws = 0;
		lenses.onDidChangeCodeLenses(() => draws++);
		await write(other, '- [ ] Moor\n');
		await untilRead(roadmaps, other, '- [ ] Moor\n');
		assert.equal(draws, 0);
		await editor.edit(edit => edit.insert(new Position(0, 0), '- [ ] Cast off\n'));
		await untilRead(roadmaps, sample, editor.document.getText());
		assert.equal(draws, 1);
		await setRoadmap('files', []);
		await untilGone(roadmaps, sample);
		assert.equal(draws, 2);
		lenses.dispose();
	});
});
