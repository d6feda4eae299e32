import * as assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Theme } from '../host/themes';
import type { WindowOptions } from '../host/window';
import { faultsIn } from './accessibility';
import { eventually, RoadmapView } from './roadmapView';

const roadmap = `# Garden

Before the frost.

- [x] Order seeds
- [~] Build a *cold frame*
  - [ ] Find an old window
  - [-] Buy a new one
- Tools
  - [ ] Sharpen the spade

## Beds

1. [x] Dig over
2. [ ] Sow [broad beans](https://example.com)

> - [ ] Cover them

## Paths

- [x] Gravel
`;

/** The preview of a roadmap, beside its Markdown. */
class PreviewedRoadmap {
	private constructor(readonly view: RoadmapView) {}

	static async open(
		options: WindowOptions = {},
		files: Readonly<Record<string, string>> = {},
	): Promise<PreviewedRoadmap> {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': roadmap, ...files }, ...options });
		const name = Object.keys(files)[0] ?? 'ROADMAP.md';
		await view.window.openFile(name);
		await view.window.runCommand('Markdown: Open Locked Preview to the Side');
		const preview = new PreviewedRoadmap(view);
		await preview.page.locator('.markdown-body h1').waitFor();
		return preview;
	}

	get page(): FrameLocator {
		return this.view.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
	}

	box(label: string): Locator {
		return this.page.getByRole('checkbox', { name: label });
	}

	async boxIs(label: string, checked: boolean): Promise<void> {
		await this.page.locator(`.roadmap-box[aria-label="${label}"][aria-checked="${checked}"]`).waitFor();
	}

	/** What an inspector of accessibility has to say against what we draw. */
	async faults(): Promise<string[]> {
		return await faultsIn(this.page, '.roadmap-task, .roadmap-progress');
	}

	async isFocused(label: string): Promise<boolean> {
		return (await this.page.locator('.roadmap-box:focus').getAttribute('aria-label')) === label;
	}

	/** Saves, and compares all of the file. */
	async isInFile(text: string): Promise<void> {
		await this.view.window.runCommand('File: Save All');
		await eventually(
			'the text in the file',
			() => this.view.window.readFile('ROADMAP.md'),
			saved => saved === text,
		);
	}

	async progressIs(heading: string, figures: string): Promise<void> {
		await this.page.locator('h1, h2').filter({ hasText: heading }).getByText(figures, { exact: true }).waitFor();
	}
}

describe('The Markdown preview of a roadmap', () => {
	for (const release of ['1.100', '1.139'] as const)
		it(`ticks a task with a click, and follows, in ${release}`, async () => {
			const preview = await PreviewedRoadmap.open({ release, followsLinks: true });
			await preview.progressIs('Garden', '3/8');
			await preview.box('Find an old window').click();
			await preview.boxIs('Find an old window', true);
			await preview.progressIs('Garden', '4/8');
			await preview.box('Gravel').click();
			await preview.progressIs('Paths', '0/1');
			await preview.isInFile(roadmap.replace('[ ] Find', '[x] Find').replace('[x] Gravel', '[ ] Gravel'));
		});

	it('ticks with the keyboard alone', async () => {
		const preview = await PreviewedRoadmap.open({ followsLinks: true });
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
		const preview = await PreviewedRoadmap.open();
		await preview.progressIs('Garden', '3/8');
		assert.equal(await preview.page.locator('.roadmap-box[aria-disabled="true"]').count(), 9);
		assert.equal(await preview.page.locator('.markdown-body a[href^="vscode"], .markdown-body button').count(), 0);
	});

	it('leaves other files as they were', async () => {
		const preview = await PreviewedRoadmap.open({ followsLinks: true }, { 'NOTES.md': roadmap });
		await preview.page.getByText('[ ] Find an old window').waitFor();
		assert.equal(await preview.page.locator('[class*="roadmap-"]').count(), 0);
	});

	it('is drawn anew when a setting changes', async () => {
		const preview = await PreviewedRoadmap.open({ followsLinks: true });
		await preview.progressIs('Garden', '3/8');
		preview.view.window.writeFile('.vscode/settings.json', '{ "roadmap.preview": false }');
		await preview.page.getByText('[ ] Find an old window').waitFor();
		preview.view.window.writeFile('.vscode/settings.json', '{}');
		await preview.progressIs('Garden', '3/8');
	});

	it('works in VS Code for the Web', async () => {
		const preview = await PreviewedRoadmap.open({ web: true, followsLinks: true });
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
			const preview = await PreviewedRoadmap.open({ theme, followsLinks: true });
			await preview.progressIs('Garden', '3/8');
			await preview.box('Find an old window').focus();
			await preview.view.window.screenshot(`preview-${theme}`);
			assert.deepEqual(await preview.faults(), []);
		});
	}

	it('looks right where its boxes cannot be clicked', async () => {
		const preview = await PreviewedRoadmap.open();
		await preview.progressIs('Garden', '3/8');
		await preview.view.window.screenshot('preview-unclickable');
		assert.deepEqual(await preview.faults(), []);
	});
});
