import * as assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { cleanUp } from '../support/cleanUp';
import { at, closeEditors, diskIsWatched, freshFolder, remove, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { setRoadmap } from '../support/settings';
import { openStore, untilGone, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

/** The text behind the cursor, to the end of its line. */
function behindCursor(): string {
	const editor = window.activeTextEditor;
	if (!editor) {
		return '';
	}
	const { active } = editor.selection;
	return editor.document.lineAt(active).text.slice(active.character);
}

describe('going from task to task', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	const text = '# A\n\n- [x] done\n- [ ] one\n  - [ ] inner\n\n## B\n\n- [-] dropped\n- [~] two\n- [ ] three';

	/** Leaves one task in the sample, and waits until the command goes there from nowhere. */
	async function finds(words: string): Promise<void> {
		const roadmaps = await openStore(); // hears of it when the extension's own does
		await write(sample, `- [ ] ${words}\n`);
		await untilRead(roadmaps, sample, `- [ ] ${words}\n`);
		await until(async () => {
			await closeEditors();
			await commands.executeCommand(ids.goToNextTask);
			return behindCursor() === words;
		}, behindCursor);
	}

	async function visits(command: string, source: string, ...expected: string[]): Promise<void> {
		await editorWith(source);
		for (const words of expected) {
			await commands.executeCommand(command);
			assert.equal(behindCursor(), words);
		}
	}

	it('goes to the next open task with nothing open inside, and begins again behind the last', () =>
		visits(ids.goToNextTask, `¦${text}`, 'inner', 'two', 'three', 'inner'));

	it('goes on from the cursor', () => visits(ids.goToNextTask, text.replace('## B', '## ¦B'), 'two'));

	it('goes back, and begins again before the first', () =>
		visits(ids.goToPreviousTask, text.replace('two', '¦two'), 'inner', 'three', 'two'));

	it('opens the roadmap where no editor is active', async () => {
		await finds('one');
		assert.equal(window.activeTextEditor?.document.uri.path, sample.path);
	});

	it('takes the roadmap that it is told', async () => {
		const other = await write(at(freshFolder(), 'ROADMAP.md'), '- [ ] other\n');
		await editorWith('- [ ] ¦one\n');
		await until(async () => {
			await commands.executeCommand(ids.goToNextTask, other.toString());
			return behindCursor() === 'other';
		}, behindCursor);
	});

	it('says when all is done, and when there is nothing to do', async () => {
		await editorWith('- [x] one¦\n- [x] two\n');
		const go = async () => commands.executeCommand(ids.goToNextTask);
		assert.deepEqual(await toldDuring(go), ['Nothing is left to do: 2 of 2 tasks done.']);
		await editorWith('# A¦\n');
		assert.match(String(await toldDuring(go)), /^The roadmap has no tasks yet\./);
	});

	it('says where there is no roadmap', async () => {
		const roadmaps = await openStore();
		await remove(sample);
		await untilGone(roadmaps, sample);
		const told = await until(async () => {
			await closeEditors(); // what is in an editor is there, deleted or not
			const said = await toldDuring(async () => commands.executeCommand(ids.goToNextTask));
			return said[0]?.startsWith('There is no roadmap') ? said : undefined;
		});
		assert.equal(told.length, 1);
		await finds('back again');
	});

	it('ticks the task under the cursor on the way, which one undo takes back', async () => {
		const { document } = await editorWith('- [ ] o¦ne\n  goes on\n- [ ] two\n');
		assert.deepEqual(await toldDuring(async () => commands.executeCommand(ids.completeAndGoToNext)), []);
		assert.equal(document.getText(), '- [x] one\n  goes on\n- [ ] two\n');
		assert.equal(behindCursor(), 'two');
		await commands.executeCommand('undo');
		assert.equal(document.getText(), '- [ ] one\n  goes on\n- [ ] two\n');
	});

	it('takes along what roadmap.cascade says', async () => {
		await setRoadmap('cascade', 'both');
		const { document } = await editorWith('- [ ] one\n  - [ ] in¦side\n    - [ ] deeper\n- [ ] two\n');
		await commands.executeCommand(ids.completeAndGoToNext);
		assert.equal(document.getText(), '- [x] one\n  - [x] inside\n    - [x] deeper\n- [ ] two\n');
	});

	it('leaves a finished task finished', async () => {
		const { document } = await editorWith('- [x] o¦ne\n- [ ] two\n');
		await commands.executeCommand(ids.completeAndGoToNext);
		assert.equal(document.getText(), '- [x] one\n- [ ] two\n');
		assert.equal(behindCursor(), 'two');
	});

	it('ticks nothing where there is no task', async () => {
		const { document } = await editorWith('# ¦A\n\n- [ ] one\n');
		const told = await toldDuring(async () => commands.executeCommand(ids.completeAndGoToNext));
		assert.match(String(told), /^There is no task here\./);
		assert.equal(document.isDirty, false);
	});
});
