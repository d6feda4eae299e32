import type { Locator, Page } from 'playwright-core';

/** Milliseconds after which a person believes that a key came to nothing. */
const patience = 5000;
/** How often a person presses: for half a minute, as long as anything else is waited for. */
const presses = 6;

/**
 * Presses a key that opens something, a menu or an input, until it is there: again where VS Code was busy with something else
 * and the press came to nothing. The key has to be one that is safe to press twice.
 *
 * @param close A key to press before that, where something else may have opened. Not in a tree, which Escape clears.
 */
export async function pressUntil(page: Page, key: string, opened: Locator, close?: string): Promise<void> {
	for (let pressed = 1; ; pressed++) {
		await page.keyboard.press(key);
		try {
			await opened.waitFor({ timeout: patience });
			return;
		} catch (error) {
			if (pressed === presses) {
				throw error;
			}
		}
		if (close !== undefined) {
			await page.keyboard.press(close);
		}
	}
}
