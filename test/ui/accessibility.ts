import * as assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';

/** What an inspector of accessibility has to say against what is in a webview. */
export async function faultsIn(webview: FrameLocator): Promise<string[]> {
	const element = await webview.locator('html').elementHandle();
	const frame = await element.ownerFrame();
	assert.ok(frame);
	await frame.evaluate(axe.source);
	const { violations } = await frame.evaluate(() =>
		(globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
	);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
	);
}
