import * as assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { cutOffIn, focusIn } from './accessibility';
import { PreviewedView } from './previewedView';
import { pseudo, pseudoExtension, pseudoLanguage } from './pseudo';
import { reviewedTarget } from './reviewed';
import { ReviewedView } from './reviewedView';
import { eventually, type RoadmapView } from './roadmapView';

const reviewSettings = { 'roadmap.dailyMinutes': 45, 'roadmap.targetDate': reviewedTarget() };

/** High enough for all of a page to be in a picture. */
const zoomed = { zoom: 2, viewport: { width: 1280, height: 2600 } };

const words = `# A garden for the Donaudampfschifffahrtsgesellschaft and all of its friends

- [x] Order seeds, more of them than any of us will ever need, from three catalogues
- [~] Build a_cold_frame_with_a_name_that_can_be_broken_nowhere_at_all_though_it_is_long
  - [ ] Find an old window
    - [-] Buy a new one, with **glass** that does not break

## Beds at https://example.com/a/very/long/address/that/can/be/broken/nowhere/at/all.html

1. [x] Dig over
2. [ ] Sow [broad beans](https://example.com)
`;

async function closeSideBar({ page }: RoadmapView): Promise<void> {
	await page.keyboard.press('ControlOrMeta+B');
	await page.locator('.sidebar').waitFor({ state: 'hidden' });
}

/** Waits until nothing is cut off: what is in a webview follows its size a moment later. */
async function nothingIsCutOff(webview: FrameLocator): Promise<void> {
	await eventually(
		'all to be in sight',
		() => cutOffIn(webview),
		faults => faults.length === 0,
	);
}

/** Presses a key until the focus leaves the webview, or it is plain that it never will; gives what it was on. */
async function walk(page: Page, webview: FrameLocator, key: string): Promise<string[]> {
	const seen: string[] = [];
	for (let steps = 0; steps < 30; steps++) {
		await page.keyboard.press(key);
		const name = await focusIn(webview);
		if (name === undefined) {
			return seen;
		}
		seen.push(name);
	}
	return [...seen, 'and no way out'];
}

describe('At a zoom of 200 %', () => {
	it('a review is all there, beside the tree and in half a window', async () => {
		const review = await ReviewedView.open({ ...zoomed, settings: reviewSettings });
		await review.page.getByText('Show as table').click();
		await review.page.getByRole('table').waitFor();
		await nothingIsCutOff(review.page);
		await review.view.page.mouse.move(150, 5);
		await review.view.window.screenshot('zoom-review');
		await review.view.page.setViewportSize({ width: 320, height: 1300 });
		await closeSideBar(review.view);
		await nothingIsCutOff(review.page);
		assert.deepEqual(await review.faults(), []);
		await review.view.window.screenshot('zoom-review-narrow');
	});

	it('so it is in a language with longer words', async () => {
		const inPseudo = { language: pseudoLanguage, extension: pseudoExtension() };
		const review = await ReviewedView.open({ ...zoomed, ...inPseudo, settings: reviewSettings }, pseudo);
		await review.page.getByText(pseudo('Show as table')).click();
		await review.page.getByRole('table').waitFor();
		await nothingIsCutOff(review.page);
		await review.view.page.mouse.move(150, 5);
		await review.view.page.setViewportSize({ width: 320, height: 1300 });
		await closeSideBar(review.view);
		await nothingIsCutOff(review.page);
		await review.view.window.screenshot('zoom-review-pseudo');
	});

	it('a preview with long words is all there, beside its Markdown', async () => {
		const preview = await PreviewedView.open({ ...zoomed, folder: { 'ROADMAP.md': words }, followsLinks: true });
		await closeSideBar(preview.view);
		await nothingIsCutOff(preview.page);
		assert.deepEqual(await preview.faults(), []);
		await preview.view.window.screenshot('zoom-preview');
	});
});

describe('With the keyboard alone', () => {
	it('a review is walked through as one reads it, there and back, and out of it', async () => {
		const { page, view } = await ReviewedView.open();
		await page.getByText('Show as table').click();
		await page.getByRole('table').waitFor();
		const order = [
			'Week before',
			'Week after',
			'Tasks done and in total, day by day',
			'Show as table',
			'Tasks by week, the latest first; done and in total at its end',
			...(await page.locator('main .words.link').allTextContents()),
			'Copy as Markdown',
			'Save as Markdown…',
		];
		assert.ok(order.length > 7, 'there are tasks');
		await page.locator('h1').click();
		assert.deepEqual(await walk(view.page, page, 'Tab'), order);
		await page.locator('footer p').last().click();
		assert.deepEqual(await walk(view.page, page, 'Shift+Tab'), order.reverse());
	});

	it('a preview is walked through from box to box', async () => {
		const { page, view } = await PreviewedView.open({ followsLinks: true });
		await page.locator('h1').click();
		assert.deepEqual(await walk(view.page, page, 'Tab'), [
			'Order seeds',
			'Build a cold frame, in progress',
			'Find an old window',
			'Buy a new one, dropped',
			'Sharpen the spade',
			'Dig over',
			'Sow broad beans',
			'broad beans',
			'Cover them',
			'Gravel',
		]);
	});
});

describe('Motion', () => {
	it('is nowhere where the system or VS Code is set to less of it', async () => {
		const review = await ReviewedView.open();
		const { page, window } = review.view;
		// What is shown while a history is read, which is over in no time.
		await review.page.locator('#page').evaluate(shown => {
			shown.append(Object.assign(document.createElement('div'), { className: 'progress' }));
		});
		const moves = (expected: boolean) =>
			eventually(
				expected ? 'something that moves' : 'nothing that moves',
				() => review.page.locator('#page').evaluate(() => document.getAnimations().length > 0),
				isMoving => isMoving === expected,
			);
		await moves(false);
		await page.emulateMedia({ reducedMotion: 'no-preference' });
		await moves(true);
		await review.view.followsDisk();
		window.writeFile('.vscode/settings.json', '{ "workbench.reduceMotion": "on" }');
		await moves(false);
	});
});

describe('In forced colours', () => {
	it('a preview keeps its boxes apart', async () => {
		const preview = await PreviewedView.open({ followsLinks: true });
		await preview.view.page.emulateMedia({ forcedColors: 'active' });
		const colours = (selector: string, pseudoElement?: string) =>
			preview.page
				.locator(selector)
				.first()
				.evaluate((element, pseudoElement) => getComputedStyle(element, pseudoElement).backgroundColor, pseudoElement);
		assert.notEqual(await colours('.roadmap-active', '::after'), await colours('.roadmap-active'));
		await preview.view.window.screenshot('forced-preview');
	});

	it('a review keeps its lines and its ring', async () => {
		const review = await ReviewedView.open({ settings: reviewSettings, viewport: { width: 1280, height: 1000 } });
		await review.view.page.emulateMedia({ forcedColors: 'active' });
		const strokes = await review.page
			.locator('.ring circle, path.done, path.total, .tile')
			.evaluateAll(elements =>
				elements.map(element => getComputedStyle(element)[element.matches('.tile') ? 'borderTopColor' : 'stroke']),
			);
		const canvas = await review.page.locator('body').evaluate(body => getComputedStyle(body).backgroundColor);
		assert.ok(strokes.length > 5 && !strokes.includes(canvas), strokes.join(' '));
		await review.view.window.screenshot('forced-review');
	});
});
