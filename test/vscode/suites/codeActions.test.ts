import * as assert from 'node:assert/strict';
import { CodeActionKind, commands, Position, type CodeAction, type TextEditor } from 'vscode';
import { cleanUp } from '../support/cleanUp';
import { codeActionsIn } from '../support/codeActions';
import { at, diskIsWatched, markdownIsThere, open, read, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { setRoadmap } from '../support/settings';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

/** What is offered of ours, where the selection is: all, or only one kind. */
async function offered({ document, selection }: TextEditor, kind?: string): Promise<CodeAction[]> {
	const actions = await codeActionsIn(document.uri, selection, ...(kind === undefined ? [] : [kind]));
	return actions.filter(action => action.kind?.value.startsWith('refactor.rewrite.roadmap.'));
}

async function titles(editor: TextEditor): Promise<string[]> {
	return (await offered(editor)).map(({ title }) => title);
}

/** Finds an action among those that are offered. */
async function actionOf(editor: TextEditor, title: string): Promise<CodeAction> {
	return await until(
		async () => (await offered(editor)).find(each => each.title === title),
		() => `${title} is not offered`,
	);
}

/** Does what choosing an action in its menu does. */
async function choose({ edit, command }: CodeAction): Promise<void> {
	assert.ok(command);
	assert.equal(edit, undefined); // VS Code would apply it to any later text
	await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

describe('Code actions', () => {
	before(diskIsWatched);
	before(async function () {
		this.timeout(60_000);
		await markdownIsThere();
	});
	afterEach(cleanUp);

	const cases: [string, string, string][] = [
		['Tick task', '# A\n\n- [ ] o¦ne\n- [ ] two\n', '# A\n\n- [x] one\n- [ ] two\n'],
		['Tick task', '- [~] o¦ne\n- [ ] two\n', '- [x] one\n- [ ] two\n'],
		['Reopen task', '- [x] o¦ne\n- [ ] two\n', '- [ ] one\n- [ ] two\n'],
		[
			'Tick 2 tasks',
			'«- [ ] one\n- [x] two\n- [ ] three\n»- [ ] four\n',
			'- [x] one\n- [x] two\n- [x] three\n- [ ] four\n',
		],
		['Reopen 2 tasks', '«- [x] one\n- [x] two\n- [ ] three»\n', '- [ ] one\n- [ ] two\n- [ ] three\n'],
		[
			'Tick all in “A”',
			'## ¦A\n\n- [ ] one\n- [-] two\n\n## B\n\n- [ ] three\n',
			'## A\n\n- [x] one\n- [-] two\n\n## B\n\n- [ ] three\n',
		],
		['Tick all in “A”', '## A\n\nWo¦rds\n\n- [ ] one\n- [x] two\n', '## A\n\nWords\n\n- [x] one\n- [x] two\n'],
		['Tick all in “A”', '# A\n\n- [ ] one\n- [ ] two\n\n## Notes¦\n', '# A\n\n- [x] one\n- [x] two\n\n## Notes\n'],
		['Reopen all in “A”', '## A\n\n- [x] one¦\n- [x] two\n', '## A\n\n- [ ] one\n- [ ] two\n'],
		[
			'Move finished tasks to the end of their list',
			'1. [x] o¦ne\n   - [x] in it\n2. [ ] two\n',
			'1. [ ] two\n2. [x] one\n   - [x] in it\n',
		],
		['Turn into task', '- one\n  m¦ore ✅\n- two\n', '- [x] one\n  more\n- two\n'],
		['Turn 2 list items into tasks', '«- one\n  1. two\n»- three\n', '- [ ] one\n  1. [ ] two\n- three\n'],
		['Turn into plain list item', '- [x] o¦ne\r\n- [ ] two\r\n', '- one\r\n- [ ] two\r\n'],
		['Turn 2 tasks into plain list items', '«- [x] one\n- [ ] # two\n- [ ] three»\n', '- one\n- [ ] # two\n- three\n'],
	];
	for (const [title, source, expected] of cases) {
		it(`${title}, and one undo restores ${JSON.stringify(source)}`, async () => {
			const editor = await editorWith(source);
			const { document } = editor;
			const before = document.getText();
			await choose(await actionOf(editor, title));
			assert.equal(document.getText(), expected);
			assert.ok(document.isDirty);
			await commands.executeCommand('undo');
			await until(
				() => document.getText() === before && !document.isDirty,
				() => document.getText(),
			);
		});
	}

	it('offer what the place is good for', async () => {
		const first = await editorWith('- [ ] o¦ne\n');
		await until(async () => (await titles(first)).length > 0);
		assert.deepEqual(await titles(await editorWith('## A\n\n- [ ] o¦ne\n- [ ] two\n- three\n')), [
			'Tick task',
			'Tick all in “A”',
			'Turn into plain list item',
		]);
		assert.deepEqual(await titles(await editorWith('## A\n\n«- [ ] one\n- [x] two\n- three\n»')), [
			'Tick task',
			'Reopen task',
			'Turn into task',
			'Turn 2 tasks into plain list items',
			'Move finished tasks to the end of their list',
		]);
		assert.deepEqual(await titles(await editorWith('## A\n\nWo¦rds\n\n- one\n')), []);
		// Ticking all would be the same, and without its box it would be a heading.
		assert.deepEqual(await titles(await editorWith('# A\n\n- [ ] # o¦ne\n')), ['Tick task']);
	});

	it('take along what roadmap.cascade says', async () => {
		await setRoadmap('cascade', 'both');
		const editor = await editorWith('- [ ] one\n  - [ ] t¦wo\n    - [ ] three\n');
		await choose(await actionOf(editor, 'Tick task'));
		assert.equal(editor.document.getText(), '- [x] one\n  - [x] two\n    - [x] three\n');
	});

	it('save where roadmap.saveAfterEdit asks for it', async () => {
		await setRoadmap('saveAfterEdit', true);
		const editor = await editorWith('- [ ] o¦ne\n');
		await choose(await actionOf(editor, 'Tick task'));
		await until(() => !editor.document.isDirty);
		assert.equal(await read(sample), '- [x] one\n');
	});

	it('change nothing in another text than the one they were offered for, and say so', async () => {
		const editor = await editorWith('- [x] o¦ne\n- [ ] two\n');
		const action = await actionOf(editor, 'Move finished tasks to the end of their list');
		await editor.edit(edit => edit.insert(new Position(0, 0), 'A line\n\n'));
		const told = await toldDuring(() => choose(action));
		assert.deepEqual(told, ['The roadmap has changed meanwhile; nothing was done. Choose the action again.']);
		assert.equal(editor.document.getText(), 'A line\n\n- [x] one\n- [ ] two\n');
	});

	it('are offered in roadmaps only', async () => {
		const other = await open(await write(at('OTHER.md'), '- [ ] one\n'));
		assert.deepEqual(await titles(other), []);
		const roadmap = await write(at('docs/ROADMAP.md'), '- [ ] one\n');
		const editor = await open(roadmap);
		await until(async () => (await titles(editor)).includes('Tick task'));
	});

	it('come by kind, for keybindings', async () => {
		const editor = await editorWith('- [ ] o¦ne\n');
		await until(async () => (await titles(editor)).length === 2);
		const { value } = CodeActionKind.RefactorRewrite.append('roadmap.tick');
		const ofKind = async (): Promise<string> => (await offered(editor, value)).map(({ title }) => title).join();
		await until(async () => (await ofKind()) === 'Tick task', ofKind);
	});
});
