import { eventually, RoadmapView } from './roadmapView';

const roadmap = `# Plan

## Bread

- [ ] Flour
- [ ] Water
  - [ ] Warm it
  Notes on water
- [x] Salt

## Cake

- [ ] Eggs
- [ ] Sugar

## Later
`;

const water = '- [ ] Water\n  - [ ] Warm it\n  Notes on water\n';

/** A window in which roadmaps save themselves, so that tests can read them. */
async function open(files: Readonly<Record<string, string>> = { 'ROADMAP.md': roadmap }): Promise<RoadmapView> {
	return RoadmapView.open({
		folder: files,
		settings: { 'roadmap.tree.emptySections': 'show', 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 50 },
	});
}

/** Waits until a roadmap reads as it should. */
async function textIs(view: RoadmapView, text: string, name = 'ROADMAP.md'): Promise<void> {
	await eventually(
		`${name} with\n${text}`,
		() => view.window.readFile(name),
		now => now === text,
	);
}

describe('Editing in the tree', () => {
	it('drags rows with the mouse: onto a task, several into a section, and a section', async () => {
		const view = await open();
		await view.row('Salt').waitFor();
		await view.drag('Salt', 'Flour');
		const salted = roadmap.replace('- [x] Salt\n', '').replace('- [ ] Flour', '- [x] Salt\n- [ ] Flour');
		await textIs(view, salted);
		await view.labelsAre('Bread', 'Salt', 'Flour', 'Water', 'Cake', 'Later');
		await view.row('Salt').click();
		await view.row('Water').click({ modifiers: ['ControlOrMeta'] });
		await view.drag('Water', 'Later');
		const later = salted.replace('- [x] Salt\n', '').replace(water, '');
		await textIs(view, `${later}\n- [x] Salt\n${water}`);
		await view.window.screenshot('editing-dragged');
		await view.drag('Cake', 'Bread');
		const cake = '## Cake\n\n- [ ] Eggs\n- [ ] Sugar\n\n';
		await textIs(view, `${later.replace(cake, '').replace('## Bread', `${cake}## Bread`)}\n- [x] Salt\n${water}`);
	});

	it('drags a task from one roadmap to another', async () => {
		const view = await open({
			'a/ROADMAP.md': '# A\n\n- [ ] One\n- [ ] Two\n',
			'b/ROADMAP.md': '# B\n\n* [ ] Three\n',
		});
		await view.row('Two').waitFor();
		await view.drag('Two', 'b');
		await textIs(view, '# B\n\n* [ ] Three\n* [ ] Two\n', 'b/ROADMAP.md');
		await textIs(view, '# A\n\n- [ ] One\n', 'a/ROADMAP.md');
	});

	it('does all of it with the keyboard', async () => {
		const view = await open();
		const { keyboard } = view.page;
		const type = async (key: string, words: string): Promise<void> => {
			const input = view.page.locator('.quick-input-widget input').first();
			await keyboard.press(key);
			await input.waitFor();
			await view.window.screenshot(`editing-input-${words}`);
			await input.fill(words);
			await keyboard.press('Enter');
			await view.row(words).and(view.page.locator('.focused')).waitFor();
		};
		await view.select('Flour', 5);
		await type('ControlOrMeta+Enter', 'Yeast');
		let text = roadmap.replace('- [ ] Flour\n', '- [ ] Flour\n- [ ] Yeast\n');
		await textIs(view, text);
		await type('F2', 'Sourdough');
		text = text.replace('Yeast', 'Sourdough');
		await textIs(view, text);
		/** Presses a key, and again where VS Code was drawing the tree anew and the press came to nothing. */
		const press = async (key: string, before: string, after: string): Promise<void> => {
			let pressed = 0;
			await eventually(
				`the roadmap after ${key}`,
				async () => {
					if (view.window.readFile('ROADMAP.md') === before && Date.now() - pressed > 5000) {
						pressed = Date.now();
						await view.isFocused('Sourdough');
						await keyboard.press(key);
					}
					return view.window.readFile('ROADMAP.md');
				},
				now => now === after,
			);
		};
		const above = text.replace('- [ ] Flour\n- [ ] Sourdough\n', '- [ ] Sourdough\n- [ ] Flour\n');
		await press('Alt+ArrowUp', text, above);
		await press('Alt+ArrowDown', above, text);
		const inside = text.replace('- [ ] Sourdough', '  - [ ] Sourdough');
		await press('Control+]', text, inside);
		await press('Control+[', inside, text);
		await view.isFocused('Sourdough');
		await view.window.screenshot('editing-keys');
		await press('Shift+Alt+ArrowDown', text, text.replace('- [ ] Sourdough\n', '- [ ] Sourdough\n- [ ] Sourdough\n'));
		await view.row('Sourdough').nth(1).and(view.page.locator('.focused')).waitFor();
		await keyboard.press('ControlOrMeta+Z');
		await textIs(view, text);
		await view.isFocused('Sourdough');
		await keyboard.press('Delete');
		await textIs(view, roadmap);
		await view.isFocused('Water');
	});

	it('offers it in the context menu, and drops Markdown into an editor', async () => {
		const view = await open({ 'ROADMAP.md': roadmap, 'notes.md': 'Notes\n\n\n' });
		await view.row('Water').waitFor();
		await view.row('Flour').click({ button: 'right' });
		await view.page.getByRole('menuitem', { name: 'Add Task Inside…' }).waitFor();
		await view.window.screenshot('editing-menu');
		await view.page.keyboard.press('Escape');
		await view.window.openFile('notes.md');
		await view.page.keyboard.press('ControlOrMeta+End');
		await view.dragToEditor('Flour');
		await view.editorShows('- [ ] Flour');
	});
});
