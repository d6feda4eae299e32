import * as assert from 'node:assert/strict';
import { commands, type TextEditor } from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, markdownIsThere, open, write } from '../support/files';
import { editorWith } from '../support/marked';
import { set } from '../support/settings';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

async function fold(): Promise<void> {
	await commands.executeCommand(ids.foldCompleted);
}

/** A new roadmap: of a file that it knows from before, VS Code's Markdown may take headings to be where they were then. */
async function roadmapWith(source: string): Promise<TextEditor> {
	return editorWith(source, at(freshFolder(), 'ROADMAP.md'));
}

/** Calls the command, once the extension knows the roadmap, and gives what it says. */
async function folded(): Promise<string[]> {
	return until(async () => {
		const told = await toldDuring(fold);
		return told.includes('Open a roadmap in an editor first.') ? undefined : told;
	});
}

/** The lines that are not folded away. */
function visible({ document, visibleRanges }: TextEditor): string[] {
	return visibleRanges.flatMap(({ start, end }) =>
		Array.from({ length: end.line - start.line + 1 }, (_, index) => document.lineAt(start.line + index).text),
	);
}

async function shows(editor: TextEditor, ...lines: readonly string[]): Promise<void> {
	await until(
		() => visible(editor).join('\n') === lines.join('\n'),
		() => visible(editor),
	);
}

describe('roadmap.foldCompleted', () => {
	before(diskIsWatched);
	before(async function () {
		this.timeout(60_000);
		await markdownIsThere();
	});
	afterEach(cleanUp);

	it('folds sections, groups and tasks in which nothing is left to do, and no others', async () => {
		const editor = await roadmapWith(
			[
				'# All',
				'',
				'## Done',
				'',
				'- [x] one',
				'- [-] two',
				'',
				'## Half',
				'',
				'- [x] three',
				'  goes on',
				'  - [x] inside',
				'- [ ] four',
				'  - [x] five',
				'    - plain',
				'- group',
				'  - [x] six',
				'- [x] seven',
				'¦',
				'## Words',
				'',
				'None.',
			].join('\n'),
		);
		const { document } = editor;
		const before = document.getText();
		assert.deepEqual(await folded(), []);
		await shows(
			editor,
			'# All',
			'',
			'## Done',
			'',
			'## Half',
			'',
			'- [x] three',
			'- [ ] four',
			'  - [x] five',
			'- group',
			'- [x] seven',
			'',
			'## Words',
			'',
			'None.',
		);
		assert.equal(document.getText(), before);
		assert.equal(document.isDirty, false);
		await fold();
		await commands.executeCommand('editor.unfoldAll');
		await shows(editor, ...before.split('\n'));
	});

	it('folds what the cursor is in', async () => {
		const editor = await roadmapWith('## A\n\n- [x] o¦ne\n\n## B\n\n- [ ] two\n');
		await folded();
		await shows(editor, '## A', '', '## B', '', '- [ ] two', '');
	});

	it('folds sections with an underline, and items in quotes', async () => {
		const editor = await roadmapWith('A\n---\n\n- [x] one\n\nB\n---\n\n> 1. [X] two\n>    more\n\n* [ ] three¦\n');
		await folded();
		await shows(editor, 'A', '', 'B', '---', '', '> 1. [X] two', '', '* [ ] three', '');
	});

	it('folds no more than what is completed, and says so, where VS Code goes by indentation', async () => {
		await set('editor.foldingStrategy', 'indentation');
		const editor = await roadmapWith('## A\n\n- [x] one\n  more\n- [x] two\n\n## B\n\n- [ ] three¦\n');
		const told = await folded();
		assert.match(told.join('\n'), /^VS Code offers no folding for what is completed here\.$/);
		assert.equal(visible(editor).length, 10);
	});

	it('says so where nothing is completed, or only what is on one line', async () => {
		for (const text of ['# A\n\n- [ ] one¦\n  more\n', '- [x] one¦\n- [ ] two\n', '# A¦\n']) {
			const editor = await roadmapWith(text);
			const told = await folded();
			assert.match(told.join('\n'), /^There is nothing to fold: /);
			assert.deepEqual(visible(editor), text.replace('¦', '').split('\n'));
		}
	});

	it('leaves Markdown files alone that are no roadmaps', async () => {
		const editor = await open(await write(at('OTHER.md'), '## A\n\n- [x] one\n\n## B\n'));
		const told = await toldDuring(fold);
		assert.match(told.join('\n'), /^Open a roadmap in an editor first\.$/);
		assert.equal(visible(editor).length, 6);
	});
});
