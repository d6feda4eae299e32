import * as assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { RoadmapView } from './roadmapView';

/** The page of the review that is in sight. */
function pageIn(view: RoadmapView): FrameLocator {
	return view.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

describe('The weekly review', () => {
	it('is seen', async () => {
		for (const theme of ['dark', 'light', 'contrast'] as const) {
			const view = await RoadmapView.open({ theme, viewport: { width: 1280, height: 1250 }, settings: {'roadmap.dailyMinutes': 30, 'roadmap.targetDate': '2027-03-01'} });
			await view.title('Weekly Review').click();
			const page = pageIn(view);
			await page.getByRole('heading', { level: 1 }).waitFor();
			await view.page.waitForTimeout(800);
			await view.window.screenshot(`review-${theme}`);
			await view.close();
		}
	});
});
