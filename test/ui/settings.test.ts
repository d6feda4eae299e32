import * as assert from 'node:assert/strict';
import { eventually, RoadmapView } from './roadmapView';

/** In the settings of the folder, which VS Code watches. */
function change(view: RoadmapView, settings: Record<string, unknown>): void {
	view.window.writeFile('.vscode/settings.json', JSON.stringify(settings));
}

describe('A setting that is changed takes effect at once', () => {
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
