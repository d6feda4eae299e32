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

/** What of a webview's page is cut off at its sides, or has it scroll sideways. A table may do so by itself. */
export async function cutOffIn(webview: FrameLocator): Promise<string[]> {
	return webview.locator('html').evaluate(html => {
		const { clientWidth, scrollWidth } = html;
		const elements = [...html.querySelectorAll('body *')].filter(element => !element.closest('.scroll, .roadmap-box'));
		const beyond = elements.filter(element => {
			const { left, right, width } = element.getBoundingClientRect();
			return width > 0 && (left < -1 || right > clientWidth + 1);
		});
		const hidden = elements.filter(
			element => getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1,
		);
		const sideways = scrollWidth > clientWidth ? [`${scrollWidth} pixels in ${clientWidth}`] : [];
		return [...sideways, ...[...beyond, ...hidden].map(({ outerHTML }) => outerHTML.slice(0, 200))];
	});
}

/** What the keyboard's focus is on in a webview, and whether that can be seen; `undefined` when it is not in there. */
export async function focusIn(webview: FrameLocator): Promise<string | undefined> {
	return webview.locator('html').evaluate(() => {
		const { activeElement } = document;
		if (!document.hasFocus() || !activeElement || activeElement === document.body) {
			return undefined;
		}
		const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
		const name = activeElement.getAttribute('aria-label') ?? activeElement.textContent;
		return outlineStyle === 'none' || outlineWidth === '0px' ? `${name} (not seen)` : name;
	});
}
