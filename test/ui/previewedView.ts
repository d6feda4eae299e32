import type { FrameLocator, Locator } from 'playwright-core';
import type { WindowOptions } from '../host/window';
import { faultsIn } from './accessibility';
import { eventually, RoadmapView } from './roadmapView';

/** What is previewed where nothing else is said. */
export const previewed = `# Garden

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
export class PreviewedView {
	private constructor(readonly view: RoadmapView) {}

	static async open(options: WindowOptions = {}, files: Readonly<Record<string, string>> = {}): Promise<PreviewedView> {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': previewed, ...files }, ...options });
		const name = Object.keys(files)[0] ?? 'ROADMAP.md';
		await view.window.openFile(name);
		await view.window.runCommand('Markdown: Open Locked Preview to the Side');
		const preview = new PreviewedView(view);
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
