/**
 * What mocha does around all tests of what a person sees: pictures of what failed, no window left open for the next test,
 * and an end of all that was started.
 */
import type { Context } from 'mocha';
import { undoAll } from './ending';
import { openWindows } from './window';

export const mochaHooks = {
	async afterEach(this: Context): Promise<void> {
		const { currentTest } = this;
		if (currentTest?.state === 'failed') {
			await picture(currentTest.fullTitle());
		}
		// Here and not in the suites, whose hooks run first: there would be nothing left to take a picture of.
		for (const window of [...openWindows].reverse()) {
			await window.close();
		}
	},

	async afterAll(): Promise<void> {
		await undoAll();
	},
};

async function picture(title: string): Promise<void> {
	const name = title.replace(/[^\w]+/g, '-');
	for (const [index, window] of [...openWindows].entries()) {
		const path = await window.screenshot(`failed-${name}-${index + 1}`).catch(() => undefined);
		if (path !== undefined) {
			console.error(`      see ${path}`);
		}
	}
}
