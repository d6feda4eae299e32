import * as assert from 'node:assert/strict';
import { eventually, RoadmapView } from './roadmapView';

const small = '# Title\n\n## A\n\n- [x] a\n- [ ] b\n  - [x] c\n\n## B\n\n- [x] d\n- [-] e\n';

describe('Completed tasks in the tree', () => {
	for (const theme of ['dark', 'light'] as const) {
		it(`are hidden and shown from the view's title (${theme})`, async () => {
			const view = await RoadmapView.open({ theme });
			await view.title('Hide Completed Tasks').click();
			await view.labelsAre(
				'Basics',
				'Cut an onion without tears',
				'Practise the claw grip',
				'Slice, dice and chop evenly',
				'Season by tasting, not by measuring',
				'Every day',
				'Baking',
				'Dinner for eight',
			);
			await view.page.getByText('3 completed tasks are hidden').waitFor();
			await view.page.mouse.move(640, 300);
			await view.window.screenshot(`tree-hidden-${theme}`);
			await view.title('Show Completed Tasks').click();
			await view.row('Sharpen a knife').waitFor();
			await view.page.getByText('completed tasks are hidden').waitFor({ state: 'hidden' });
		});
	}

	it('stay hidden over a reload of the window', async () => {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': small } });
		await view.title('Hide Completed Tasks').click();
		await view.labelsAre('A', 'b');
		await eventually(
			'that kept',
			() => view.window.kept('tree.hidesCompleted'),
			isHidden => isHidden === true,
		);
		await view.window.reload();
		await view.labelsAre('A', 'b');
		await view.page.getByText('4 completed tasks are hidden').waitFor();
		await view.window.runCommand('Roadmap: Show Completed Tasks');
		await view.labelsAre('A', 'a', 'b', 'B');
	});

	it('come back as open as they were', async () => {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': small } });
		await view.labelsAre('A', 'a', 'b', 'B');
		await view.expand('b');
		await view.expand('B');
		await view.labelsAre('A', 'a', 'b', 'c', 'B', 'd', 'e');
		await view.title('Hide Completed Tasks').click();
		await view.labelsAre('A', 'b');
		assert.equal(await view.row('b').locator('.monaco-tl-twistie.collapsible').count(), 0);
		await view.title('Show Completed Tasks').click();
		await view.labelsAre('A', 'a', 'b', 'c', 'B', 'd', 'e');
	});

	it('vanish when they are ticked, and the next row is selected and focused', async () => {
		const view = await RoadmapView.open();
		await view.title('Hide Completed Tasks').click();
		await view.page.getByText('3 completed tasks are hidden').waitFor();
		await view.select('Practise the claw grip', 11);
		await view.page.keyboard.press('Space');
		await view.isSelected('Slice, dice');
		await view.isFocused('Slice, dice');
		assert.equal(await view.row('Practise').count(), 0);
		await view.page.keyboard.press('Space');
		await view.isFocused('Cut an onion');
		await view.page.keyboard.press('Space');
		await view.isFocused('Season by tasting');
		await view.page.keyboard.press('Space');
		await view.isFocused('Every day');
		await view.labelsAre('Every day', 'Baking', 'Dinner for eight');
		await view.page.getByText('7 completed tasks are hidden').waitFor();
		await view.page.keyboard.press('ControlOrMeta+Z');
		await view.labelsAre('Basics', 'Season by tasting, not by measuring', 'Every day', 'Baking', 'Dinner for eight');
	});

	it('are all there is: then a line says so, and leads to them', async () => {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': small } });
		await view.title('Hide Completed Tasks').click();
		await view.labelsAre('A', 'b');
		await view.box('A').click();
		await view.page.getByText('All tasks are done, and hidden.').waitFor();
		await view.page.mouse.move(640, 300);
		await view.window.screenshot('tree-all-hidden');
		await view.page.getByRole('button', { name: 'Show Completed Tasks' }).last().click();
		await view.labelsAre('A', 'a', 'b', 'B');
	});
});

describe('The rows of the tree', () => {
	it('are opened where something is left to do, and closed where not', async () => {
		const text = '## A\n\n- [x] a\n- [ ] b\n  - [x] c\n\n## B\n\n- [x] d\n  - [ ] e\n    - [ ] f\n\n## C\n\n- [x] g\n';
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text } });
		await view.labelsAre('A', 'a', 'b', 'B', 'C');
		await view.expand('b');
		await view.expand('C');
		await view.labelsAre('A', 'a', 'b', 'c', 'B', 'C', 'g');
		await view.titleMore('Expand Open Only');
		await view.labelsAre('A', 'a', 'b', 'B', 'd', 'e', 'f', 'C');
		await view.title('Expand All').click();
		await view.labelsAre('A', 'a', 'b', 'c', 'B', 'd', 'e', 'f', 'C', 'g');
		await view.title('Collapse All').click();
		await view.labelsAre('A', 'B', 'C');
		await view.title('Expand All').click();
		await view.labelsAre('A', 'a', 'b', 'c', 'B', 'd', 'e', 'f', 'C', 'g');
	});

	it('keep their selection when they are opened or closed with all others', async () => {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': '## A\n\n- [ ] a\n\n## B\n\n- [x] b\n' } });
		await view.expand('B');
		await view.select('B', 5);
		await view.titleMore('Expand Open Only');
		await view.labelsAre('A', 'a', 'B');
		await view.isSelected('B');
	});

	it('are found by typing', async () => {
		const view = await RoadmapView.open();
		await view.select('Basics', 5);
		await view.page.keyboard.type('season');
		await view.isFocused('Season by tasting');
		await view.page.keyboard.press('ControlOrMeta+Alt+F');
		await view.page.locator('.sidebar .monaco-tree-type-filter input').first().waitFor();
		await view.page.keyboard.type('claw grip');
		await view.isFocused('Practise the claw grip');
		await view.window.screenshot('tree-find');
		await view.statusIs('10% · 3/29');
	});
});
