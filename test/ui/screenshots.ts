/** Takes the pictures of the README from the running extension: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { undoAll } from '../host/ending';
import { root } from '../host/paths';
import type { Theme } from '../host/themes';
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
	await view.page.screenshot({ path: join(folder, 'status-bar.png'), clip: { x: 0, y: 250, width: 620, height: 310 } });
	await view.close();
}

mkdirSync(folder, { recursive: true });
void (async () => {
	try {
		await tree('dark');
		await tree('light');
		await statusBar();
	} finally {
		await undoAll();
	}
})();
