import type { Locator, Page } from 'playwright-core';
import type { Release } from '../../host/releases';
import { openWindow } from '../../host/window';
import { roadmap } from '../texts';

/** Milliseconds from a click on the roadmap's icon until its rows are there, for the first time in a window. */
export async function measureOpening(release: Release, length: number): Promise<number> {
	const window = await openWindow({ folder: { 'ROADMAP.md': roadmap(length) }, release });
	try {
		const { page } = window;
		await page.locator('.statusbar-item').filter({ hasText: '%' }).waitFor();
		await page.waitForTimeout(2000); // what starts with the window has started
		const icon = page.locator('.activitybar [class*="activity-workbench-view-extension-roadmap"]').first();
		return await fromClickTo(page, icon, '.sidebar .custom-view-tree-node-item');
	} finally {
		await window.close();
	}
}

/** By the page's own clock, from the mouse button that goes down until something is there. */
async function fromClickTo(page: Page, target: Locator, selector: string): Promise<number> {
	const shown = page.evaluate(
		wanted =>
			new Promise<number>(resolve => {
				let start = NaN;
				addEventListener('pointerdown', () => (start = performance.now()), { capture: true, once: true });
				const observer = new MutationObserver(() => {
					if (!Number.isNaN(start) && document.querySelector(wanted)) {
						observer.disconnect();
						resolve(performance.now() - start);
					}
				});
				observer.observe(document.body, { childList: true, subtree: true });
			}),
		selector,
	);
	await target.click();
	return shown;
}
