import * as assert from 'node:assert/strict';
import { eventually, RoadmapView } from './roadmapView';

describe('In the explorer', () => {
	it('roadmaps have their percentage on them, and a tick once all is done', async () => {
		const view = await RoadmapView.open({
			folder: {
				'ROADMAP.md': '- [x] One\n- [ ] Two\n- [ ] Three\n',
				'docs/ROADMAP.md': '- [x] All\n',
				'README.md': '- [ ] No roadmap\n',
			},
		});
		await view.statusIs('50% · 2/4');
		await view.window.runCommand('View: Show Explorer');
		const row = (name: string, level: number) =>
			view.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"][aria-level="${level}"]`);
		const badge = async (file: string, level: number): Promise<string> =>
			row(file, level)
				.locator('.monaco-icon-label')
				.evaluate(label => getComputedStyle(label, '::after').content);
		const badgeIs = (file: string, level: number, text: string) =>
			eventually(
				`${text} on ${file}`,
				() => badge(file, level),
				shown => shown === `"${text}"`,
			);
		await badgeIs('ROADMAP.md', 1, '33');
		await row('docs', 1).click();
		await badgeIs('ROADMAP.md', 2, '✓');
		assert.equal(await badge('README.md', 1), 'none');
		await view.window.openFile('README.md');
		await view.window.screenshot('explorer-badge');
		await view.window.runCommand('Roadmap: Toggle Task');
		await view.pickEntry('Two').waitFor();
		await view.page.keyboard.type('Two');
		await view.window.takePick('Two');
		await badgeIs('ROADMAP.md', 1, '67');
		await view.window.screenshot('explorer-badge-ticked');
	});
});
