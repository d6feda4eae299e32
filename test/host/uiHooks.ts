/** What mocha does around all tests of what a person sees: pictures of what failed, and an end of all that was started. */
import type { Context } from 'mocha';
import { undoAll } from './ending';
import { openWindows } from './window';

export const mochaHooks = {
	async afterEach(this: Context): Promise<void> {
		const { currentTest } = this;
		if (currentTest?.state !== 'failed') {
			return;
		}
		const name = currentTest.fullTitle().replace(/[^\w]+/g, '-');
		for (const [index, window] of [...openWindows].entries()) {
			const path = await window.screenshot(`failed-${name}-${index + 1}`).catch(() => undefined);
			if (path !== undefined) {
				console.error(`      see ${path}`);
			}
		}
	},

	async afterAll(): Promise<void> {
		await undoAll();
	},
};
