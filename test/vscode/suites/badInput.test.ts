import * as assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { progressOf, tasksIn } from '../../../src/core';
import { toggleNodes } from '../../../src/workspace/editing';
import { cleanUp } from '../support/cleanUp';
import { at, freshFolder, open, write } from '../support/files';
import { openStore, untilRead } from '../support/store';
import { until } from '../support/until';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Tabs are two levels each, and a fourth of the text: VS Code is busy with nine megabytes of blanks for many seconds. */
const nested = (levels: number): string =>
	Array.from({ length: levels }, (_, level) => {
		const indentation = '\t'.repeat(Math.floor(level / 2)) + '  '.repeat(level % 2);
		return `${indentation}- [ ] ${level}\n`;
	}).join('');

/** What the file holds, and the tasks done of tasks in total. */
const cases: [string, string | Uint8Array, string][] = [
	['an empty file', '', '0/0'],
	['only white space', ' \n\t\n', '0/0'],
	['no headings', '- [ ] a\n- [x] b\n', '1/2'],
	['only headings', '# A\n## B\n# C\n', '0/0'],
	['a byte order mark', '\uFEFF- [x] a\n- [ ] b\n', '1/2'],
	['a byte order mark of UTF-16', new Uint8Array([0xff, 0xfe, 0x23, 0, 0x20, 0, 0x41, 0]), '0/0'],
	['CRLF', '# A\r\n\r\n- [x] a\r\n- [ ] b\r\n', '1/2'],
	['CR', '# A\r\r- [x] a\r- [ ] b\r', '1/2'],
	['mixed line ends', '# A\r\n- [x] a\n- [ ] b\r- [x] c', '2/3'],
	['no final newline', '- [ ] a', '0/1'],
	['tabs', '-\t[ ]\ta\n\t-\t[x]\tb\n', '1/2'],
	['bytes that are not UTF-8', new Uint8Array([...bytes('- [x] '), 0xff, 0xfe, 0xe9, ...bytes('\n- [ ] b\n')]), '1/2'],
	['line separators', '- [ ] a\u2028- [ ] b\u2029\u0085\n- [x] c\n', '1/2'],
	['control characters', '- [ ] a\u0001\u001b[31m\n- [x] b\n', '1/2'],
	['front matter', '---\ntasks:\n  - [ ] no\n---\n- [x] a\n', '1/1'],
	['front matter without an end', '---\n\n- [x] a\n', '1/1'],
	['a fence without an end', '- [x] a\n\n```\n- [ ] no\n', '1/1'],
	['a comment without an end', '- [x] a\n\n<!--\n- [ ] no\n', '1/1'],
	['conflict markers', '<<<<<<< HEAD\n- [x] a\n=======\n- [ ] a\n>>>>>>> other\n', '1/2'],
	['a line of 5 MB', `- [x] ${'word '.repeat(1024 * 1024)}\n- [ ] b\n`, '1/2'],
	['a line of 5 MB without a space', `- [x] ${'#'.repeat(5 * 1024 * 1024)}\n- [ ] b\n`, '1/2'],
	['3,000 levels', nested(3000), '0/3000'],
	['20,000 tasks', '- [ ] a\n'.repeat(20_000), '0/20000'],
];

describe('odd files', () => {
	afterEach(cleanUp);

	for (const [name, content, figures] of cases) {
		it(`reads ${name}, closed and open alike`, async () => {
			const uri = await write(at(freshFolder(), 'ROADMAP.md'), content);
			const roadmaps = await openStore();
			const file = await untilRead(roadmaps, uri);
			const { done, total } = progressOf(file.roadmap);
			assert.equal(`${done}/${total}`, figures);
			const { document } = await open(uri);
			const opened = await untilRead(roadmaps, uri, document.getText());
			assert.deepEqual(progressOf(opened.roadmap), { done, total });
		});
	}

	for (const [name, content] of cases.filter(([, , figures]) => !figures.endsWith('/0'))) {
		it(`ticks the last task of ${name} by one character`, async () => {
			const uri = await write(at(freshFolder(), 'ROADMAP.md'), content);
			const roadmaps = await openStore();
			const file = await untilRead(roadmaps, uri);
			const document = await workspace.openTextDocument(uri);
			const before = document.getText();
			const last = [...tasksIn(file.roadmap)].at(-1);
			assert.ok(last);
			assert.equal(await toggleNodes(roadmaps, file, [last]), 'applied');
			const after = document.getText();
			const ticked = [...tasksIn((await untilRead(roadmaps, uri, after)).roadmap)].at(-1);
			assert.equal(ticked?.state, last.state === 'done' ? 'open' : 'done');
			assert.notEqual(after, before);
			assert.ok(without(after, ticked.mark) === without(before, ticked.mark), 'nothing else has changed');
		});
	}

	it('reads what is typed into an empty file at once', async () => {
		const uri = await write(at(freshFolder(), 'ROADMAP.md'), '');
		const roadmaps = await openStore();
		const editor = await open(uri);
		await editor.edit(edit => edit.insert(editor.selection.active, '- [ ] a\n'));
		const file = await untilRead(roadmaps, uri, '- [ ] a\n');
		await until(() => progressOf(file.roadmap).total === 1);
	});
});

function without(text: string, offset: number): string {
	return text.slice(0, offset) + text.slice(offset + 1);
}
