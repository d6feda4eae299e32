import { RoadmapView } from './roadmapView';

const text = '# Plan\n\n## Water\n\n- Swim ✅\n- Dive\n  - Breathe\n- ~~Float~~\n\n## Wind\n\n1. Sail\n2. (done) Fly\n';

/** A roadmap without checkboxes, and the preview of what would become of it. */
async function previewed(): Promise<RoadmapView> {
	const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text } });
	await view.window.openFile('ROADMAP.md');
	await view.window.runCommand('Roadmap: Turn List into Tasks');
	await proposal(view, 'Breathe').waitFor();
	return view;
}

function proposal(view: RoadmapView, words: string) {
	return view.page.locator('.bulk-edit-panel .monaco-list-row').filter({ hasText: words });
}

describe('Turning a list into tasks', () => {
	it('shows all as a preview, of which what is ticked is applied, and one undo takes it back', async () => {
		const view = await previewed();
		await view.page.locator('.bulk-edit-panel .edit-checkbox.checked').nth(4).waitFor();
		await proposal(view, 'Breathe').locator('.edit-checkbox').click();
		await proposal(view, 'Breathe').locator('.edit-checkbox:not(.checked)').waitFor();
		await proposal(view, 'Dive').locator('.monaco-highlighted-label').click();
		await view.page.locator('.tab.active').filter({ hasText: 'Refactor Preview' }).waitFor();
		await view.window.screenshot('refactor-preview');
		await view.page.getByRole('button', { name: 'Apply', exact: true }).click();
		await view.statusIs('60% · 3/5');
		await view.editorShows('- [x] Swim\n- [ ] Dive\n  - Breathe\n- [x] Float');
		await view.window.screenshot('turned-into-tasks');
		await view.line('Sail').click();
		await view.page.keyboard.press('ControlOrMeta+Z');
		await view.editorShows('- Swim ✅\n- Dive\n  - Breathe\n- ~~Float~~');
		await view.statusIs('no tasks yet');
		await view.page.locator('.tab.active:not(.dirty)').filter({ hasText: 'ROADMAP.md' }).waitFor();
	});

	it('changes nothing when the preview is discarded', async () => {
		const view = await previewed();
		await view.page.getByRole('button', { name: 'Discard', exact: true }).click();
		await view.page.locator('.bulk-edit-panel').waitFor({ state: 'hidden' });
		await view.editorShows('- Swim ✅\n- Dive');
		await view.page.locator('.tab.active:not(.dirty)').filter({ hasText: 'ROADMAP.md' }).waitFor();
	});
});
