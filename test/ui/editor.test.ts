import * as assert from 'node:assert/strict';
import { releasesNamed } from '../host/releases';
import { eventually, RoadmapView } from './roadmapView';

describe('The editor and the status bar', () => {
	it('toggle the task under the cursor with the keyboard', async () => {
		const view = await RoadmapView.open();
		await view.window.openFile('ROADMAP.md');
		await view.line('Tomato').click();
		await view.cursorIs(20);
		await view.page.keyboard.press('ControlOrMeta+Alt+Enter');
		await view.statusIs('14% · 4/29');
		await view.editorShows('  - [x] Tomato');
		await view.page.keyboard.press('ControlOrMeta+Z');
		await view.statusIs('10% · 3/29');
		await view.editorShows('  - [ ] Tomato');
	});

	it('toggle from the context menu, in roadmaps only', async () => {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': '- [ ] One\n', 'OTHER.md': '- [ ] Two\n' } });
		await view.window.openFile('OTHER.md');
		await view.line('Two').click({ button: 'right' });
		const anyItem = view.page.getByRole('menuitem', { name: 'Change All Occurrences' });
		await anyItem.waitFor();
		assert.equal(await view.page.getByRole('menuitem', { name: 'Toggle Task' }).count(), 0);
		await view.page.keyboard.press('Escape');
		await anyItem.waitFor({ state: 'hidden' });
		await view.window.openFile('ROADMAP.md');
		await view.choose(view.line('One'), 'Toggle Task');
		await view.statusIs('100% · 1/1');
	});

	it('pick a task from the palette where no roadmap is open', async () => {
		const view = await RoadmapView.open();
		await view.window.runCommand('Roadmap: Toggle Task');
		const pick = view.page.locator('.quick-input-widget');
		await pick.locator('.monaco-list-row').filter({ hasText: 'Practise the claw grip' }).waitFor();
		await view.window.screenshot('pick');
		await view.page.keyboard.type('sourdough');
		await view.window.takePick('A loaf of sourdough');
		await view.statusIs('14% · 4/29');
	});

	it('say in a table how far each section is, and lead to the tree', async () => {
		const view = await RoadmapView.open();
		const hover = await view.hover(view.status('10% · 3/29'), 'Dinner for eight');
		await hover.getByText('Next: Practise the claw grip').waitFor();
		await view.window.screenshot('status-hover');
		await hover.getByText('Go to it').click();
		await view.cursorIs(11);
		await view.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
		await view.isSelected('Practise the claw grip'); // which shows the view, and may come late
		await view.page.keyboard.press('ControlOrMeta+Shift+E');
		await view.page.locator('.explorer-folders-view').waitFor();
		await view.status('10% · 3/29').click();
		await view.row('Basics').waitFor();
	});

	it('follow typing, also in another window', async () => {
		const view = await RoadmapView.open();
		const other = new RoadmapView(await view.window.openAnother());
		await other.statusIs('10% · 3/29');
		await other.followsDisk();
		await view.window.openFile('ROADMAP.md');
		await view.page.keyboard.press('ControlOrMeta+End');
		await view.cursorIs(56);
		await view.page.keyboard.type('- [x] Wash up');
		await view.statusIs('13% · 4/30');
		await view.page.keyboard.press('ControlOrMeta+S');
		await other.statusIs('13% · 4/30');
		await eventually(
			'the task on disk',
			() => view.window.readFile('ROADMAP.md'),
			text => text.includes('Wash up'),
		);
	});

	it('dim what is done, and say above each section how far it is', async () => {
		const text = '## Bread\n\n- [x] Baked\n  all of it\n  - [ ] Inside\n- [ ] Open\n';
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text }, theme: 'light' });
		await view.statusIs('33% · 1/3');
		await view.window.openFile('ROADMAP.md');
		await view.page.locator('.codelens-decoration').getByText('1/3 · 33%').waitFor();
		const opacityOf = (words: string) =>
			view.page
				.locator('.view-line span span')
				.filter({ hasText: words })
				.last()
				.evaluate(element => getComputedStyle(element).opacity);
		// All in one look: a line may be drawn anew right then, and what was found of it before has no style any more.
		await eventually(
			'what is done dimmed, and nothing else',
			() => Promise.all(['Baked', 'all of it', 'Inside', 'Open'].map(opacityOf)),
			seen => seen.join() === '0.6,0.6,1,1',
		);
		await view.window.screenshot('code-lens');
		// While extensions start, VS Code draws its lenses anew: at first as mere words, which do nothing, then as links.
		await view.page.locator('.codelens-decoration a').getByText('Tick all').click();
		await view.statusIs('100% · 3/3');
	});

	it('offer what can be done with a task to who asks', async () => {
		const text = '## Bread\n\n- [ ] Baked\n- [ ] Eaten\n- Crumbs\n';
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text } });
		await view.window.openFile('ROADMAP.md');
		await view.statusIs('0% · 0/2');
		await view.line('Baked').click();
		await view.cursorIs(3);
		await view.quickFix('Turn into plain list item');
		await view.window.screenshot('code-actions');
		await view.chooseFix('Tick all in “Bread”', '[x] Baked');
		await view.statusIs('100% · 2/2');
		await view.editorShows('- [x] Baked\n- [x] Eaten\n- Crumbs');
	});

	for (const release of releasesNamed([])) {
		it(`tick a task with Ctrl and a click on its box, which looks as ever: ${release}`, async () => {
			const text = '# Sea\n\n- [ ] [Swim](https://example.org)\n- [x] Dive\n';
			const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text, 'OTHER.md': text }, release });
			await view.window.openFile('ROADMAP.md');
			await view.statusIs('50% · 1/2');
			const box = view.line('Swim').locator('.detected-link', { hasText: '[' }).first();
			await box.waitFor();
			const lineOf = (element: Element) => getComputedStyle(element).textDecorationLine;
			await eventually('no line under the box', async () => box.evaluate(lineOf), line => line === 'none'); // prettier-ignore
			const link = view.line('Swim').locator('.detected-link').last();
			await eventually('a line under the link', async () => link.evaluate(lineOf), line => line === 'underline'); // prettier-ignore
			await view.window.screenshot(`box-links-${release}`);
			await (await view.hover(box, 'Toggle task')).waitFor();
			await view.window.screenshot(`box-hover-${release}`);
			await view.clickLink(box, '100% · 2/2');
			await view.clickLink(box, '50% · 1/2');
			await view.editorShows('- [ ] [Swim]');
			await view.window.openFile('OTHER.md');
			await view.line('Swim').locator('.detected-link').first().waitFor();
			assert.equal(await view.page.locator('.editor-group-container.active .detected-link').count(), 1);
		});
	}
});
