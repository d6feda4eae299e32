import type { FrameLocator, Locator } from 'playwright-core';
import type { WindowOptions } from '../host/window';
import { faultsIn } from './accessibility';
import { reviewedFolder } from './reviewed';
import { eventually, RoadmapView } from './roadmapView';

/** A window with the review of a roadmap that was worked on for three months. */
export class ReviewedView {
	private constructor(readonly view: RoadmapView) {}

	/** @param inWords Says in the window's language what is `Weekly Review` or `Progress` in English. */
	static async open(options: WindowOptions = {}, inWords = (text: string) => text): Promise<ReviewedView> {
		const view = await RoadmapView.open({ folder: reviewedFolder(), ...options });
		const reviewed = new ReviewedView(view);
		if (options.trusted !== false) {
			// Git is an extension of its own, and as quick as it likes.
			await view.status('main').waitFor();
		}
		await view.title(inWords('Weekly Review')).click();
		await reviewed.tile(inWords('Progress')).waitFor();
		return reviewed;
	}

	/** What is in the tab. */
	get page(): FrameLocator {
		return this.view.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
	}

	tile(label: string): Locator {
		return this.page.locator('.tile').filter({ has: this.page.getByRole('heading', { name: label }) });
	}

	get chart(): Locator {
		return this.page.getByRole('slider');
	}

	async says(text: string | RegExp): Promise<void> {
		await this.page.getByText(text).first().waitFor();
	}

	/** Waits until the chart's cursor says this. */
	async chartSays(text: string): Promise<void> {
		await eventually(
			`a chart that says ${text}`,
			() => this.chart.getAttribute('aria-valuetext'),
			said => (said ?? '').includes(text),
		);
	}

	/** What an inspector of accessibility has to say against the page. */
	async faults(): Promise<string[]> {
		return faultsIn(this.page);
	}
}
