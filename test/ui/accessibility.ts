import * as assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';

/**
 * What an inspector of accessibility has to say against what is in a webview.
 *
 * @param part Selects what is looked at, where the rest of the page is not ours.
 */
export async function faultsIn(webview: FrameLocator, part?: string): Promise<string[]> {
	const element = await webview.locator('html').elementHandle();
	const frame = await element.ownerFrame();
	assert.ok(frame);
	await frame.evaluate(axe.source);
	const { violations } = await frame.evaluate(inspect, part);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
	);
}

/** Runs in the webview. Below it is the window, whose colour an inspector cannot see; and landmarks are all of a page's affair. */
async function inspect(part: string | undefined): Promise<AxeResults> {
	const inspector = (globalThis as unknown as { readonly axe: typeof axe }).axe;
	if (part === undefined) {
		return inspector.run();
	}
	document.documentElement.style.background = 'var(--vscode-editor-background)';
	return inspector.run({ include: [part] }, { rules: { region: { enabled: false } } });
}
