import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFolder } from '../host/paths';
import { eventually, RoadmapView } from './roadmapView';

const sample = readFileSync(join(sampleFolder, 'ROADMAP.md'), 'utf8');

describe('The tree', () => {
	for (const theme of ['dark', 'light', 'contrast'] as const) {
		it(`shows the sample roadmap (${theme})`, async () => {
			const view = await RoadmapView.open({ theme });
			await view.labelsAre(
				'Basics',
				'Sharpen a knife and keep it sharp',
				'Read a recipe to its end before starting',
				'Cut an onion without tears',
				'Find out which board does not slip',
				'Practise the claw grip',
				'Slice, dice and chop evenly',
				'Season by tasting, not by measuring',
				'Every day',
				'Baking',
				'Dinner for eight',
			);
			await view.figuresAre('Basics', '3/7');
			await view.figuresAre('Cut an onion', '1/3');
			await view.boxIs('Sharpen a knife', true);
			await view.boxIs('Cut an onion', false);
			await view.statusIs('10% · 3/29');
			await view.row('Practise the claw grip').click();
			await view.page.locator('.editor-instance .view-line').first().waitFor();
			await view.window.screenshot(`tree-${theme}`);
		});
	}

	it('ticks a task with a click: one character, not saved, one undo', async () => {
		const view = await RoadmapView.open();
		await view.box('Practise the claw grip').click();
		await view.statusIs('14% · 4/29');
		await view.figuresAre('Cut an onion', '2/3');
		await view.boxIs('Practise the claw grip', true);
		await view.window.openFile('ROADMAP.md');
		await view.editorShows('  - [x] Practise the claw grip');
		await view.page.locator('.tab.active.dirty').waitFor();
		assert.equal(view.window.readFile('ROADMAP.md'), sample, 'the file on disk is untouched');
		await view.page.keyboard.press('ControlOrMeta+Z');
		await view.statusIs('10% · 3/29');
		await view.boxIs('Practise the claw grip', false);
		await view.page.locator('.tab.active:not(.dirty)').waitFor();
		const before = view.window.lastWritten('ROADMAP.md');
		await view.page.keyboard.press('ControlOrMeta+S');
		await eventually(
			'it saved',
			() => view.window.lastWritten('ROADMAP.md'),
			written => written > before,
		);
		assert.equal(view.window.readFile('ROADMAP.md'), sample, 'undo gave back every byte');
	});

	it('ticks the focused task with Space, and several selected ones at once', async () => {
		const view = await RoadmapView.open();
		await view.select('Sharpen a knife', 7);
		await view.page.keyboard.press('ArrowDown');
		await view.page.keyboard.press('ArrowDown');
		await view.page.keyboard.press('ArrowDown');
		await view.page.keyboard.press('ArrowDown');
		await view.isFocused('Practise the claw grip');
		await view.page.keyboard.press('Space');
		await view.boxIs('Practise the claw grip', true);
		await view.select('Slice, dice', 12);
		await view.row('Season by tasting').click({ modifiers: ['ControlOrMeta'] });
		await view.isSelected('Season by tasting');
		await view.isSelected('Slice, dice');
		await view.page.keyboard.press('Space');
		await view.statusIs('21% · 6/29');
		await view.boxIs('Season by tasting', true); // a click on a box means what the box shows
		await view.box('Season by tasting').click();
		await view.statusIs('14% · 4/29');
		await view.boxIs('Slice, dice', false);
	});

	it('ticks all tasks of a section, from its box and from the context menu', async () => {
		const view = await RoadmapView.open();
		await view.box('Dinner for eight').click();
		await view.figuresAre('Dinner for eight', '4/4');
		await view.boxIs('Dinner for eight', true);
		await view.choose(view.row('Dinner for eight'), 'Tick or Untick');
		await view.figuresAre('Dinner for eight', '0/4');
		await view.boxIs('Dinner for eight', false);
	});

	it('shows a place in a preview on click, and moves there on Enter and double click', async () => {
		const view = await RoadmapView.open();
		const focus = () =>
			view.page.evaluate(() => document.activeElement?.closest('.sidebar, .editor-instance')?.className);
		await view.select('Season by tasting', 13);
		const tab = view.page.locator('.tab').filter({ hasText: 'ROADMAP.md' });
		assert.match((await focus()) ?? '', /sidebar/, 'the focus stays in the tree');
		assert.match((await tab.locator('.monaco-icon-label').getAttribute('class')) ?? '', /italic/, 'a preview');
		await view.page.keyboard.press('Enter');
		await eventually('the focus in the editor', focus, where => where?.includes('editor-instance') === true);
		await view.row('Every day').dblclick();
		await view.cursorIs(15);
		await eventually('the focus in the editor', focus, where => where?.includes('editor-instance') === true);
	});

	it('keeps the row selected that was clicked, though the editor opens at its top', async () => {
		const text = '## A\n\n- [ ] a\n\n## B\n\n- [ ] b\n\n## C\n\n- [ ] c\n';
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text } });
		await view.select('C', 9);
		await view.expand('B');
		await view.labelsAre('A', 'a', 'B', 'b', 'C');
		await view.isSelected('C');
	});

	it('selects what the cursor stands in', async () => {
		const view = await RoadmapView.open();
		await view.window.openFile('ROADMAP.md');
		await view.line('Tomato').click();
		await view.isSelected('Tomato');
		await view.line('Dishes that work').click();
		await view.isSelected('Every day');
	});

	it('keeps expansion and selection over edits above and a reload of the window', async () => {
		const view = await RoadmapView.open();
		await view.expand('Baking');
		await view.select('Flatbread', 37);
		const selected = () => view.window.kept('tree.selected');
		const flatbread = await eventually('the selection kept', selected, row => row !== undefined);
		await view.expand('Basics');
		await view.labelsAre(
			'Basics',
			'Every day',
			'Baking',
			'Flatbread',
			'A loaf of sourdough',
			'Cakes',
			'Dinner for eight',
		);
		await view.window.openFile('ROADMAP.md');
		await view.page.keyboard.press('ControlOrMeta+Home');
		await view.page.keyboard.press('End');
		await view.cursorIs(1);
		await view.page.keyboard.type('\n\n## Before\n\n- [x] Buy a pan');
		await view.statusIs('13% · 4/30');
		const rows = [
			'Before',
			'Basics',
			'Every day',
			'Baking',
			'Flatbread',
			'A loaf of sourdough',
			'Cakes',
			'Dinner for eight',
		];
		await view.labelsAre(...rows);
		await view.page.keyboard.press('ControlOrMeta+S');
		await eventually(
			'it saved',
			() => view.window.readFile('ROADMAP.md'),
			text => text.includes('Buy a pan'),
		);
		await view.select('Before', 3);
		await eventually('that selection kept', selected, row => row !== flatbread);
		await view.select('Flatbread', 41);
		await eventually('the first selection kept', selected, row => row === flatbread);
		await view.window.reload();
		await view.labelsAre(...rows);
		await view.isSelected('Flatbread');
	});

	it('opens and closes all rows', async () => {
		const view = await RoadmapView.open();
		await view.row('Basics').hover();
		await view.page.getByRole('button', { name: 'Expand All' }).click();
		await view.row('Boiled, soft and hard').waitFor();
		await view.row('Cheesecake').waitFor(); // the last to come
		await view.window.screenshot('tree-expanded');
		await view.page.getByRole('button', { name: 'Collapse All' }).click();
		await view.labelsAre('Basics', 'Every day', 'Baking', 'Dinner for eight');
	});

	it('shows a task whole on hover: its notes, its progress, its place', async () => {
		const text =
			'## A\n\n- [ ] **Bake** bread\n\n  With [flour](https://example.org) and ![a](https://example.org/a.png)\n  - [x] Rye\n';
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text } });
		const hover = await view.hover(view.row('Bake bread'), '1 of 1 done, 100%');
		await hover.getByText('ROADMAP.md, line 3').waitFor();
		await hover.getByText('flour').waitFor();
		assert.equal(await hover.locator('img').count(), 0, 'nothing is loaded from the network');
		await view.window.screenshot('tree-hover');
	});

	it('shows a section of 10,000 tasks without freezing', async () => {
		const tasks = Array.from({ length: 10_000 }, (_, index) => `- [ ] Task number ${index + 1}.`).join('\n');
		const view = await RoadmapView.open({
			folder: { 'ROADMAP.md': `## Small\n\n- [ ] First\n\n## Large\n\n${tasks}\n` },
		});
		await view.row('First').waitFor();
		await view.expand('Large');
		await view.row('Task number 12.').waitFor();
		await view.box('Task number 2.').click();
		await view.statusIs('1% · 1/10001');
		await view.boxIs('Task number 2.', true);
	});
});
