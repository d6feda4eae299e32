import * as assert from 'node:assert/strict';
import {
	commands,
	DiagnosticSeverity,
	languages,
	Range,
	workspace,
	type CodeAction,
	type Diagnostic,
	type TextEditor,
	type Uri,
} from 'vscode';
import { cleanUp } from '../support/cleanUp';
import { codeActionsIn } from '../support/codeActions';
import { at, closeEditors, diskIsWatched, freshFolder, open, read, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { set, setRoadmap } from '../support/settings';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

const fixAllKind = 'source.fixAll.roadmap';

function diagnosticsOf(uri: Uri): Diagnostic[] {
	return languages.getDiagnostics(uri).filter(({ source }) => source === 'Roadmap');
}

/** Each as the line, what is marked in it, and the code. */
function shownIn({ document }: TextEditor): string[] {
	return diagnosticsOf(document.uri).map(
		({ range, code }) => `${range.start.line}: ${document.getText(range)} ${code as string}`,
	);
}

async function untilShown(editor: TextEditor, ...expected: readonly string[]): Promise<void> {
	await until(
		() => shownIn(editor).join('\n') === expected.join('\n'),
		() => shownIn(editor),
	);
}

/** The quick fixes where the first diagnostic with this code is, as soon as there are any. */
async function fixesOf({ document }: TextEditor, code: string): Promise<CodeAction[]> {
	return until(
		async () => {
			const told = diagnosticsOf(document.uri).find(each => each.code === code);
			const actions = told ? await actionsIn(document.uri, told.range, 'quickfix') : [];
			return actions.length > 0 ? actions : undefined;
		},
		() => diagnosticsOf(document.uri),
	);
}

async function actionsIn(uri: Uri, range: Range, kind: string): Promise<CodeAction[]> {
	return codeActionsIn(uri, range, kind, 10);
}

async function choose(action: CodeAction | undefined): Promise<void> {
	assert.ok(action?.command, 'the fix is there');
	await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

async function fixAllOf({ document }: TextEditor): Promise<CodeAction[]> {
	const everything = new Range(0, 0, document.lineCount, 0);
	return actionsIn(document.uri, everything, fixAllKind);
}

describe('diagnostics', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	const text = [
		'# Sea ✅',
		'',
		'- [x] Swim',
		'  - [ ] Float',
		'- [ ] Sail',
		'  - [x] Knots',
		'- [] Dive',
		'-[x] Row',
		'',
		'```',
		'- [] code',
		'```',
		'',
	].join('\n');
	const all = [
		'6: [] checkbox',
		'7: -[x] checkbox',
		'2: [x] done-over-open',
		'4: [ ] open-over-done',
		'0: ✅ done-heading',
	];

	it('tell of near-boxes and of marks that contradict one another', async () => {
		const editor = await editorWith(text);
		await untilShown(editor, ...all);
		const [box, , done, open, heading] = diagnosticsOf(sample);
		assert.equal(box?.severity, DiagnosticSeverity.Information);
		assert.deepEqual(
			[done, open, heading].map(each => each?.severity),
			[DiagnosticSeverity.Hint, DiagnosticSeverity.Hint, DiagnosticSeverity.Hint],
		);
		assert.match(box.message, /^GitHub draws no checkbox here/);
		assert.match(done?.message ?? '', /ticked, but one inside it is still to do/);
		assert.match(open?.message ?? '', /All tasks inside this one are done/);
		assert.match(heading?.message ?? '', /2 tasks are still to do/);
	});

	it('come and go with what is typed', async () => {
		const editor = await editorWith('- [ ] one¦\n');
		const { document, selection } = editor;
		await editor.edit(edit => edit.insert(selection.active, '\n-[ ] two'));
		await untilShown(editor, '1: -[ ] checkbox');
		await editor.edit(edit => edit.insert(document.positionAt(0), '# Above\n\n'));
		await untilShown(editor, '3: -[ ] checkbox');
		await editor.edit(edit => edit.insert(document.lineAt(3).range.start.translate(0, 1), ' '));
		await untilShown(editor);
		await commands.executeCommand('undo');
		await untilShown(editor, '3: -[ ] checkbox');
	});

	it('are as many as roadmap.diagnostics asks for, at once', async () => {
		const editor = await editorWith(text);
		await untilShown(editor, ...all);
		await setRoadmap('diagnostics', 'boxes');
		await untilShown(editor, ...all.slice(0, 2));
		await setRoadmap('diagnostics', 'off');
		await untilShown(editor);
		assert.deepEqual(await fixAllOf(editor), []);
		await setRoadmap('diagnostics', 'all');
		await untilShown(editor, ...all);
	});

	it('go by roadmap.states', async () => {
		await setRoadmap('states', 'gfm');
		const editor = await editorWith('- [~]one\n- [x]two\n');
		await untilShown(editor, '1: [x] checkbox');
		await setRoadmap('states', 'extended');
		await untilShown(editor, '0: [~] checkbox', '1: [x] checkbox');
	});

	it('are not in other Markdown files, nor in what is no roadmap any more', async () => {
		const other = await open(await write(at('OTHER.md'), text));
		const editor = await editorWith(text);
		await untilShown(editor, ...all);
		assert.deepEqual(shownIn(other), []);
		assert.deepEqual(await fixAllOf(other), []);
		await setRoadmap('files', ['**/OTHER.md']);
		await untilShown(editor);
		await untilShown(other, ...all);
	});

	it('end with the editor', async () => {
		// Of a file that no extension has opened: VS Code keeps such for minutes.
		const uri = await write(at(freshFolder(), 'ROADMAP.md'), text);
		await untilShown(await open(uri), ...all);
		await closeEditors();
		await until(
			() => diagnosticsOf(uri).length === 0,
			() => diagnosticsOf(uri),
		);
	});
});

describe('quick fixes', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	const family = '# A: done\r\n\r\n- [x] one\r\n  - [ ] two\r\n  - [~] three\r\n  - [-] four\r\n';
	const finished = '- [ ] one\n  - [x] two\n';
	const cases: readonly (readonly [
		code: string,
		title: string,
		isPreferred: boolean,
		before: string,
		after: string,
	])[] = [
		['checkbox', 'Write the checkbox as [ ]', true, '- [] one\n', '- [ ] one\n'],
		['checkbox', 'Write the checkbox as [x]', true, '- ［ｘ］one\r\n-[ ] two', '- [x] one\r\n-[ ] two'],
		['checkbox', 'Write the checkbox as [ ]', true, '\uFEFF-[ ] one 🚀\n', '\uFEFF- [ ] one 🚀\n'],
		['done-over-open', 'Reopen this task', false, family, family.replace('[x]', '[ ]')],
		['done-over-open', 'Tick the 2 that are to do', false, family, family.replace('[ ]', '[x]').replace('[~]', '[x]')],
		['open-over-done', 'Tick this task', true, finished, finished.replace('[ ]', '[x]')],
		['done-heading', 'Tick the 2 that are to do', false, family, family.replace('[ ]', '[x]').replace('[~]', '[x]')],
		['done-heading', 'Take “done” off the heading', false, family, family.replace(': done', '')],
		['done-heading', 'Tick the one that is to do', false, '# A ✅\n- [ ] b\n', '# A ✅\n- [x] b\n'],
	];
	for (const [code, title, isPreferred, before, after] of cases) {
		it(`${title} (${code}), and one undo restores the text`, async () => {
			const editor = await editorWith(before);
			const { document } = editor;
			const original = document.getText();
			const action = (await fixesOf(editor, code)).find(each => each.title === title);
			assert.equal(action?.isPreferred ?? false, isPreferred);
			await choose(action);
			assert.equal(document.getText(), after.replace(/^\uFEFF/, ''));
			await commands.executeCommand('undo');
			await until(
				() => document.getText() === original && !document.isDirty,
				() => document.getText(),
			);
		});
	}

	it('change nothing in a text that has changed since, and say so', async () => {
		const editor = await editorWith('¦- [] one\n');
		const [action] = await fixesOf(editor, 'checkbox');
		await editor.edit(edit => edit.insert(editor.selection.active, '# New\n\n'));
		assert.match(String(await toldDuring(() => choose(action))), /has changed meanwhile; nothing was done/);
		assert.equal(editor.document.getText(), '# New\n\n- [] one\n');
	});

	it('are of the text as it is, though what is told is older', async () => {
		const editor = await editorWith('¦- [] one\n');
		await untilShown(editor, '0: [] checkbox');
		await editor.edit(edit => edit.insert(editor.selection.active, '- [ ] new\n'));
		const actions = await actionsIn(sample, new Range(0, 0, 1, 4), 'quickfix');
		await choose(actions.find(({ title }) => title === 'Write the checkbox as [ ]'));
		assert.equal(editor.document.getText(), '- [ ] new\n- [ ] one\n');
	});

	it('are saved where roadmap.saveAfterEdit asks for it', async () => {
		await setRoadmap('saveAfterEdit', true);
		const editor = await editorWith('- [ ] one\n  - [x] two\n');
		await choose((await fixesOf(editor, 'open-over-done'))[0]);
		await until(() => !editor.document.isDirty);
		assert.equal(await read(sample), '- [x] one\n  - [x] two\n');
	});

	it('are offered where something is told only', async () => {
		const editor = await editorWith('- [] one\n- two\n');
		await untilShown(editor, '0: [] checkbox');
		const actionsAt = async (line: number, kind: string) => actionsIn(sample, new Range(line, 3, line, 3), kind);
		assert.deepEqual(await actionsAt(1, 'quickfix'), []);
		assert.deepEqual(await actionsAt(0, 'refactor.extract'), []);
		assert.equal((await actionsAt(0, 'quickfix')).length, 1);
	});

	it('write all checkboxes at once', async () => {
		const before = '- [] one\n  - ［x］two\n-[ ] three\n```\n- [] code\n```\n- [ ] four\n  - [x] five\n';
		const editor = await editorWith(before);
		const [action, ...others] = await fixAllOf(editor);
		assert.ok(action?.edit && others.length === 0);
		assert.equal(action.title, 'Write all checkboxes properly');
		await workspace.applyEdit(action.edit);
		const after = before.replace('[] one', '[ ] one').replace('［x］two', '[x] two').replace('-[ ]', '- [ ]');
		assert.equal(editor.document.getText(), after);
		await commands.executeCommand('undo');
		assert.equal(editor.document.getText(), before);
	});

	it('write all checkboxes on saving, where that is set', async () => {
		await set('editor.codeActionsOnSave', { [fixAllKind]: 'explicit' });
		const editor = await editorWith('- [ ] zero¦\n');
		await editor.edit(edit => edit.insert(editor.selection.active, '\n- [] one\n-[x] two'));
		await editor.document.save();
		await until(() => !editor.document.isDirty);
		assert.equal(await read(sample), '- [ ] zero\n- [ ] one\n- [x] two\n');
	});
});
