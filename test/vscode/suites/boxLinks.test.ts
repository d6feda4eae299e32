import * as assert from 'node:assert/strict';
import { commands, type DocumentLink, type TextEditor, type Uri } from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, markdownIsThere, open, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { setRoadmap } from '../support/settings';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

/** The links of boxes, with what they lead to. */
async function boxesIn(uri: Uri): Promise<DocumentLink[]> {
	const resolved = 10;
	const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri, resolved);
	return links.filter(({ tooltip }) => tooltip === 'Toggle task');
}

/** Opens the link on a line, as a click on it does. */
async function click({ document }: TextEditor, line: number): Promise<void> {
	const links = await boxesIn(document.uri);
	const link = links.find(({ range }) => range.start.line === line);
	assert.ok(link, `line ${line} has a box`);
	await follow(link);
}

async function follow({ target }: DocumentLink): Promise<void> {
	assert.equal(target?.scheme, 'command');
	await commands.executeCommand(target.path, ...(JSON.parse(target.query) as unknown[]));
}

describe('roadmap.toggleBox', () => {
	before(diskIsWatched);
	before(async function () {
		this.timeout(60_000);
		await markdownIsThere();
	});
	afterEach(cleanUp);

	it('is what the link on each box of a roadmap leads to', async () => {
		const editor = await editorWith(
			'# A\n\n- [ ] one [x](y)\n  > 1. [X] two\n- [~]\tthree\n- plain [ ]\n- [\n  ] four\n\n```\n- [ ] no\n```\n',
		);
		const links = await boxesIn(editor.document.uri);
		assert.deepEqual(
			links.map(({ range, tooltip }) => [range.start.line, editor.document.getText(range), tooltip]),
			[
				[2, '[ ]', 'Toggle task'],
				[3, '[X]', 'Toggle task'],
				[4, '[~]', 'Toggle task'],
			],
		);
	});

	it('ticks, unticks, and one undo restores', async () => {
		const editor = await editorWith('- [ ] one\r\n- [ ] two\r\n');
		const { document } = editor;
		const [, two] = await boxesIn(document.uri);
		assert.ok(two);
		await follow(two);
		assert.equal(document.getText(), '- [ ] one\r\n- [x] two\r\n');
		// VS Code keeps the link for a moment.
		await follow(two);
		assert.equal(document.getText(), '- [ ] one\r\n- [ ] two\r\n');
		await click(editor, 0);
		assert.equal(document.getText(), '- [x] one\r\n- [ ] two\r\n');
		await commands.executeCommand('undo');
		await until(() => document.getText() === '- [ ] one\r\n- [ ] two\r\n');
	});

	it('takes along what roadmap.cascade says', async () => {
		await setRoadmap('cascade', 'down');
		const editor = await editorWith('- [ ] one\n  - [ ] two\n');
		await click(editor, 0);
		assert.equal(editor.document.getText(), '- [x] one\n  - [x] two\n');
	});

	it('ticks the task that it was on, though that has moved since', async () => {
		const editor = await editorWith('- [ ] one\n- [ ] two\n');
		const [link] = await boxesIn(editor.document.uri);
		await editor.edit(edit => edit.insert(editor.document.positionAt(0), '- [ ] new\n'));
		assert.ok(link);
		await follow(link);
		assert.equal(editor.document.getText(), '- [ ] new\n- [x] one\n- [ ] two\n');
	});

	it('ticks nothing where that is gone, and says so', async () => {
		const editor = await editorWith('- [ ] one\n- [ ] two\n');
		const [link] = await boxesIn(editor.document.uri);
		await editor.edit(edit => edit.delete(editor.document.lineAt(0).rangeIncludingLineBreak));
		assert.ok(link);
		assert.match(String(await toldDuring(async () => follow(link))), /has changed or is gone/);
		assert.equal(editor.document.getText(), '- [ ] two\n');
	});

	it('ticks nothing for what no link of it says', async () => {
		const editor = await editorWith('- [ ] one\n');
		const [link] = await boxesIn(editor.document.uri);
		const [uri, version, mark] = JSON.parse(link?.target?.query ?? '') as [string, number, number];
		const odd: unknown[][] = [
			[],
			[uri],
			[uri, version],
			[uri, version, mark + 1],
			[uri, version, -1],
			[uri, version, NaN],
			[uri, version, String(mark)],
			[uri, version - 1, mark],
			[at('OTHER.md').toString(), version, mark],
			[{ uri }, version, mark],
			[null, undefined, []],
		];
		for (const address of odd) {
			const told = await toldDuring(async () => commands.executeCommand(ids.toggleBox, ...address));
			assert.match(String(told), /^The text has changed; nothing was ticked\./, JSON.stringify(address));
		}
		assert.equal(editor.document.getText(), '- [ ] one\n');
		await commands.executeCommand(ids.toggleBox, uri, version, mark);
		assert.equal(editor.document.getText(), '- [x] one\n');
	});

	it('is linked in roadmaps only', async () => {
		await editorWith('- [ ] one\n');
		await until(async () => (await boxesIn(sample)).length === 1);
		const other = await write(at('OTHER.md'), '- [ ] one\n');
		await open(other);
		assert.deepEqual(await boxesIn(other), []);
	});

	it('is linked no more where there are too many tasks for VS Code', async () => {
		const { document } = await editorWith('- [ ] one\n'.repeat(3000));
		assert.equal((await boxesIn(sample)).length, 3000);
		await (await open(sample)).edit(edit => edit.insert(document.positionAt(0), '- [ ] one\n'));
		assert.deepEqual(await boxesIn(sample), []);
	});
});
