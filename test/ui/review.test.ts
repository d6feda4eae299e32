import * as assert from 'node:assert/strict';
import { basename } from 'node:path';
import type { Theme } from '../host/themes';
import { reviewedTarget } from './reviewed';
import { ReviewedView } from './reviewedView';
import { eventually } from './roadmapView';

describe('The weekly review', () => {
	it('says how far, how fast and until when, and leads to each task', async () => {
		const review = await ReviewedView.open();
		await review.tile('Progress').getByText('30 of 38 tasks done').waitFor();
		await review.tile('Forecast').getByText('85%').waitFor();
		await review.says('From the commits of this file since');
		await review.page.getByRole('button', { name: 'Background jobs' }).click();
		await review.view.cursorIs(42);
		assert.ok(await review.tile('Progress').isVisible(), 'the review stays in sight');
	});

	it('goes from week to week', async () => {
		const review = await ReviewedView.open();
		const present = await review.page.locator('nav .week').textContent();
		const next = review.page.getByRole('button', { name: 'Week after' });
		assert.equal(await next.getAttribute('aria-disabled'), 'true');
		await review.page.getByRole('button', { name: 'Week before' }).click();
		await review.says('Finished that week');
		await review.page.getByRole('button', { name: 'Week before' }).press('Enter');
		await eventually(
			'an earlier week',
			() => review.page.getByRole('button', { name: 'This week' }).count(),
			count => count === 1,
		);
		await review.page.getByRole('button', { name: 'This week' }).click();
		await review.says('Finished this week');
		assert.equal(await review.page.locator('nav .week').textContent(), present);
	});

	it('follows a tick in the tree', async () => {
		const review = await ReviewedView.open();
		await review.view.box('Rate limits').click();
		await review.tile('Progress').getByText('31 of 38 tasks done').waitFor();
		await review.page.getByRole('button', { name: 'Rate limits' }).waitFor();
		await review.chartSays('31 of 38 tasks done · Section finished: Framework');
	});

	it('is there again after the window was reloaded, with the same week and the table open', async () => {
		const review = await ReviewedView.open();
		await review.page.getByRole('button', { name: 'Week before' }).click();
		await review.says('Finished that week');
		const week = (await review.page.locator('nav .week').textContent()) ?? '';
		await review.page.getByText('Show as table').click();
		await review.page.getByRole('table').waitFor();
		await eventually(
			'what was kept of the editors',
			() => review.view.window.stored('memento/workbench.parts.editor'),
			kept => /\bweek\W+\d/.test(kept ?? '') && /\btable\W+true/.test(kept ?? ''),
		);
		await review.view.window.reload();
		await review.page.locator('nav .week').filter({ hasText: week }).waitFor();
		await review.page.getByRole('table').waitFor();
	});

	it('tells the figures of its chart to the keyboard and the mouse, and has them as a table', async () => {
		const review = await ReviewedView.open();
		await review.chart.focus();
		await review.chartSays('30 of 38 tasks done');
		await review.chart.press('Home');
		await review.chartSays(': 1 of 31 tasks done');
		await review.chart.press('ArrowRight');
		await review.chartSays(': 2 of 31 tasks done');
		await review.chart.press('End');
		await review.chartSays('38 (85%)');
		await review.chart.press('ArrowLeft');
		await review.chart.press('PageDown');
		await review.chartSays('tasks done');
		await review.chart.hover({ position: { x: 26, y: 100 } });
		await review.chartSays(': 1 of 31 tasks done');
		await review.page.getByText('Show as table').press('Enter');
		const rows = review.page.getByRole('row');
		await rows.nth(1).getByRole('rowheader').waitFor();
		assert.ok((await rows.count()) >= 13);
	});

	it('is copied and saved as Markdown, and printed without its buttons', async () => {
		const review = await ReviewedView.open();
		const { page, window } = review.view;
		await review.page.getByRole('button', { name: 'Copy as Markdown' }).click();
		await review.says('Copied');
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		assert.match(copied, /^# Backend Developer: .+\n\n\*\*79%\*\* · 30 of 38 tasks done · /);
		assert.match(copied, /\n- \[x\] Background jobs · /);
		await review.page.getByRole('button', { name: 'Save as Markdown…' }).click();
		const place = page.locator('.quick-input-widget input').first();
		await place.waitFor();
		const path = await eventually(
			'the name of a file',
			() => place.inputValue(),
			value => /\/review-\d{4}-\d\d-\d\d\.md$/.test(value),
		);
		const name = basename(path);
		await place.press('Enter');
		await review.says(`Saved as ${name}`);
		assert.equal(window.readFile(name), copied);
		await page.emulateMedia({ media: 'print' });
		await review.page.getByRole('button', { name: 'Save as Markdown…' }).waitFor({ state: 'hidden' });
		await window.screenshot('review-print');
		assert.ok(await review.tile('Progress').isVisible());
	});

	it('tells without git what was noted where the folder is not trusted', async () => {
		const review = await ReviewedView.open({ trusted: false });
		await review.says('Commits are read once you trust this folder');
		await review.says('The history of this roadmap begins today');
		await review.tile('Progress').getByText('30 of 38 tasks done').waitFor();
		await review.view.window.screenshot('review-untrusted');
	});

	for (const theme of ['dark', 'light', 'contrast', 'contrastLight'] as const satisfies readonly Theme[]) {
		it(`can be read by everybody (${theme})`, async () => {
			const settings = { 'roadmap.dailyMinutes': 45, 'roadmap.targetDate': reviewedTarget() };
			const viewport = { width: 1280, height: 1300 };
			const review = await ReviewedView.open({ theme, settings, viewport });
			await review.tile('Forecast').getByText('85%').waitFor();
			assert.deepEqual(await review.faults(), []);
			await review.view.page.mouse.move(640, 5);
			await review.view.window.screenshot(`review-${theme}`);
			await review.page.getByText('Show as table').click();
			await review.page.getByRole('button', { name: 'Week before' }).click();
			await review.says('Finished that week');
			await review.chart.press('Home');
			await review.view.page.setViewportSize({ width: 480, height: 1300 });
			await review.view.window.runCommand('View: Close Primary Side Bar').catch(() => undefined);
			await review.chart.focus();
			assert.deepEqual(await review.faults(), []);
			await review.view.window.screenshot(`review-narrow-${theme}`);
		});
	}
});
