import * as assert from 'node:assert/strict';
import type { Theme } from '../host/themes';
import { PreviewedView, previewed as roadmap } from './previewedView';
import { eventually } from './roadmapView';

describe('The Markdown preview of a roadmap', () => {
	for (const release of ['1.100', '1.139'] as const)
		it(`ticks a task with a click, and follows, in ${release}`, async () => {
			const preview = await PreviewedView.open({ release, followsLinks: true });
			await preview.progressIs('Garden', '3/8');
			await preview.box('Find an old window').click();
			await preview.boxIs('Find an old window', true);
			await preview.progressIs('Garden', '4/8');
			await preview.box('Gravel').click();
			await preview.progressIs('Paths', '0/1');
			await preview.isInFile(roadmap.replace('[ ] Find', '[x] Find').replace('[x] Gravel', '[ ] Gravel'));
		});

	it('ticks with the keyboard alone', async () => {
		const preview = await PreviewedView.open({ followsLinks: true });
		const { keyboard } = preview.view.page;
		await preview.box('Order seeds').focus();
		await keyboard.press('Space');
		await preview.boxIs('Order seeds', false);
		assert.ok(await preview.isFocused('Order seeds'), 'the focus stays');
		await keyboard.press('Tab');
		assert.ok(await preview.isFocused('Build a cold frame, in progress'), 'one step to the next box');
		await keyboard.press('Enter');
		await preview.boxIs('Build a cold frame', true);
		await preview.isInFile(roadmap.replace('[x] Order', '[ ] Order').replace('[~]', '[x]'));
	});

	it('has boxes that cannot be clicked where VS Code would not follow', async () => {
		const preview = await PreviewedView.open();
		await preview.progressIs('Garden', '3/8');
		assert.equal(await preview.page.locator('.roadmap-box[aria-disabled="true"]').count(), 9);
		assert.equal(await preview.page.locator('.markdown-body a[href^="vscode"], .markdown-body button').count(), 0);
	});

	it('leaves other files as they were', async () => {
		const preview = await PreviewedView.open({ followsLinks: true }, { 'NOTES.md': roadmap });
		await preview.page.getByText('[ ] Find an old window').waitFor();
		assert.equal(await preview.page.locator('[class*="roadmap-"]').count(), 0);
	});

	it('is drawn anew when a setting changes', async () => {
		const preview = await PreviewedView.open({ followsLinks: true });
		await preview.progressIs('Garden', '3/8');
		preview.view.window.writeFile('.vscode/settings.json', '{ "roadmap.preview": false }');
		await preview.page.getByText('[ ] Find an old window').waitFor();
		preview.view.window.writeFile('.vscode/settings.json', '{}');
		await preview.progressIs('Garden', '3/8');
	});

	it('works in VS Code for the Web', async () => {
		const preview = await PreviewedView.open({ web: true, followsLinks: true });
		await preview.box('Find an old window').click();
		await preview.boxIs('Find an old window', true);
		await preview.progressIs('Garden', '4/8');
		await eventually(
			'the tick in the editor',
			() => preview.view.page.locator('.view-line').allTextContents(),
			lines => lines.some(line => line.replaceAll('\u00a0', ' ') === '  - [x] Find an old window'),
		);
	});

	for (const theme of ['dark', 'light', 'contrast', 'contrastLight'] as const satisfies readonly Theme[]) {
		it(`looks right and is accessible in ${theme}`, async () => {
			const preview = await PreviewedView.open({ theme, followsLinks: true });
			await preview.progressIs('Garden', '3/8');
			await preview.box('Find an old window').focus();
			await preview.view.window.screenshot(`preview-${theme}`);
			assert.deepEqual(await preview.faults(), []);
		});
	}

	it('looks right where its boxes cannot be clicked', async () => {
		const preview = await PreviewedView.open();
		await preview.progressIs('Garden', '3/8');
		await preview.view.window.screenshot('preview-unclickable');
		assert.deepEqual(await preview.faults(), []);
	});
});
