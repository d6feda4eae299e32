/** Takes the pictures of the README from the running extension: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { undoAll } from '../host/ending';
import { root } from '../host/paths';
import type { Theme } from '../host/themes';
import { FilmStrip } from './filmStrip';
import { reviewedTarget } from './reviewed';
import { ReviewedView } from './reviewedView';
import { RoadmapView } from './roadmapView';

const folder = join(root, 'media/screenshots');
const viewport = { width: 1000, height: 560 };

async function tree(theme: Theme): Promise<void> {
	const view = await RoadmapView.open({ theme, viewport });
	await view.box('Practise the claw grip').click();
	await view.statusIs('14% · 4/29');
	await view.select('Slice, dice', 12);
	await view.line('Basics').locator('.mtkb').waitFor(); // in colours
	await view.page.locator('.codelens-decoration').first().waitFor();
	await view.page.mouse.move(600, 400);
	await view.page.screenshot({ path: join(folder, `tree-${theme}.png`), caret: 'hide' });
	await view.close();
}

async function statusBar(): Promise<void> {
	const view = await RoadmapView.open({ theme: 'dark', viewport });
	await view.status('Activating Extensions').waitFor({ state: 'hidden' });
	await view.hover(view.status('10% · 3/29'), 'Next: Practise the claw grip');
	await view.status('Activating Extensions').waitFor({ state: 'hidden' }); // others come later
	await view.page.screenshot({ path: join(folder, 'status-bar.png'), clip: { x: 0, y: 250, width: 620, height: 310 } });
	await view.close();
}

/** The Markdown preview, with boxes to click. */
async function preview(): Promise<void> {
	const view = await RoadmapView.open({ theme: 'dark', viewport, followsLinks: true });
	await view.window.openFile('ROADMAP.md');
	await view.page.keyboard.press('ControlOrMeta+Shift+KeyV');
	const page = view.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
	await page.getByRole('checkbox', { name: 'Practise the claw grip' }).click();
	await view.statusIs('14% · 4/29');
	await page.locator('.roadmap-figures', { hasText: '4/29' }).waitFor();
	await view.page.mouse.move(600, 400);
	await view.page.screenshot({ path: join(folder, 'preview-dark.png'), caret: 'hide' });
	await view.close();
}

/** The review of a roadmap that was worked on for three months. */
async function review(): Promise<void> {
	const reviewed = await ReviewedView.open({
		theme: 'dark',
		viewport: { width: 1000, height: 900 },
		settings: { 'roadmap.targetDate': reviewedTarget() },
	});
	await reviewed.tile('Forecast').getByText('85%').waitFor();
	await reviewed.view.page.mouse.move(600, 895);
	await reviewed.view.page.locator('.workbench-hover').waitFor({ state: 'hidden' });
	await reviewed.view.page.screenshot({ path: join(folder, 'review-dark.png'), caret: 'hide' });
	await reviewed.view.close();
}

/** What films show of the window: the tree, what is asked above it, and the lines concerned. */
const films = { x: 0, y: 0, width: 760, height: 400 };

/** Dragging a task with its notes into another section. */
async function dragging(): Promise<void> {
	const view = await RoadmapView.open({ theme: 'dark', viewport });
	await view.select('Slice, dice', 12);
	await view.page.locator('.codelens-decoration').first().waitFor();
	const film = new FilmStrip(view.page, films);
	await film.take(1500);
	await view.drag('Slice, dice', 'Baking', () => film.take(1200));
	await view.page.mouse.move(600, 300);
	await view.expand('Baking');
	await view.row('Slice, dice').waitFor();
	await film.take(2500);
	film.save(join(folder, 'gesture-drag.png'));
	await view.close();
}

/** Adding, renaming and moving with the keyboard. */
async function typing(): Promise<void> {
	const view = await RoadmapView.open({ theme: 'dark', viewport });
	const { keyboard } = view.page;
	const words = view.page.locator('.quick-input-widget input').first();
	await view.select('Slice, dice', 12);
	await view.page.locator('.codelens-decoration').first().waitFor();
	await view.page.mouse.move(600, 300);
	const film = new FilmStrip(view.page, films);
	await film.take();
	await keyboard.press('ControlOrMeta+Enter');
	await words.waitFor();
	await film.take();
	await words.fill('Sharpen the knife');
	await film.take();
	await keyboard.press('Enter');
	await view.isFocused('Sharpen the knife');
	await film.take();
	await keyboard.press('Alt+ArrowUp');
	await view.editorShows('Sharpen the knife\n  - [ ] Slice');
	await film.take(2500);
	film.save(join(folder, 'gesture-keys.png'));
	await view.close();
}

mkdirSync(folder, { recursive: true });
void (async () => {
	try {
		await tree('dark');
		await tree('light');
		await statusBar();
		await preview();
		await review();
		await dragging();
		await typing();
	} finally {
		await undoAll();
	}
})();
