import * as assert from 'node:assert/strict';
import { ReviewedView } from './reviewedView';
import { eventually, RoadmapView } from './roadmapView';

/** In the settings of the folder, which VS Code watches. */
function change(view: RoadmapView, settings: Record<string, unknown>): void {
	view.window.writeFile('.vscode/settings.json', JSON.stringify(settings));
}

describe('A setting that is changed takes effect at once', () => {
	it('roadmap.tree.followCursor', async () => {
		const view = await RoadmapView.open();
		const numbers = view.page.locator('.editor-group-container.active .line-numbers');
		await view.followsDisk();
		await view.select('Basics', 5);
		// The numbers tell when VS Code has read the file.
		change(view, { 'roadmap.tree.followCursor': false, 'editor.lineNumbers': 'off' });
		await numbers.first().waitFor({ state: 'detached' });
		await view.line('Sharpen a knife').click();
		await view.cursorIs(7);
		// The tree hears of the cursor before it hears of an edit.
		await view.window.runCommand('Roadmap: Toggle Task');
		await view.boxIs('Sharpen a knife', false);
		await view.isSelected('Basics');
		change(view, { 'roadmap.tree.followCursor': true });
		await numbers.first().waitFor();
		await view.line('Read a recipe').click();
		await view.isSelected('Read a recipe');
	});

	it('roadmap.doneTasks', async () => {
		const view = await RoadmapView.open();
		await view.followsDisk();
		await view.window.openFile('ROADMAP.md');
		const look = async (): Promise<string> =>
			view
				.line('Sharpen a knife')
				.locator('span span')
				.last()
				.evaluate(words => {
					const { opacity, textDecorationLine } = getComputedStyle(words);
					return `${opacity} ${textDecorationLine}`;
				});
		const looks = (expected: string) => eventually(expected, look, seen => seen === expected);
		await looks('0.6 none');
		change(view, { 'roadmap.doneTasks': 'strike' });
		await looks('0.6 line-through');
		change(view, { 'roadmap.doneTasks': 'none' });
		await looks('1 none');
	});

	it('roadmap.dailyMinutes', async () => {
		const review = await ReviewedView.open();
		const today = review.page.getByRole('heading', { name: 'Enough for today.' });
		await review.view.followsDisk();
		change(review.view, { 'roadmap.dailyMinutes': 45 });
		await today.waitFor();
		change(review.view, { 'roadmap.dailyMinutes': 0 });
		await today.waitFor({ state: 'detached' });
	});

	it('groups them by what they are about', async () => {
		const view = await RoadmapView.open();
		await view.window.runCommand('Preferences: Open Settings (UI)');
		await view.page.locator('.settings-editor').waitFor();
		await view.page.keyboard.type('@ext:roadmap-progress.roadmap-progress');
		const titles = view.page.locator('.settings-toc-container .monaco-list-row');
		await titles.filter({ hasText: 'Weekly Review' }).first().waitFor();
		await view.window.screenshot('settings');
		const words = (await titles.allTextContents()).join(' ');
		assert.match(words, /Roadmaps.*Ticking.*Tree and Explorer.*Editor.*Status Bar.*Weekly Review/);
	});
});
