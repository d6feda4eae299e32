import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { withSourceLines } from './sourceLines';
import { listenTo } from './workbench';

/** How long the tests in one VS Code may take, from opening the page to their end. */
const timeLimit = (): number => Number(process.env['TEST_TIME_LIMIT'] ?? 1200) * 1000;

/** What is not painted takes no processor time. */
const unseen = `addEventListener('DOMContentLoaded', () => (document.documentElement.style.opacity = '0'))`;

/**
 * Opens a window that runs tests in its extension host, prints what they say, and returns their exit code: 0 when all
 * passed.
 *
 * @param isPainted Whether the window is drawn as for somebody who looks at it, which takes its time.
 */
export async function runTestsAt(address: string, isPainted: boolean): Promise<number> {
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		if (!isPainted) {
			await page.addInitScript(unseen);
		}
		const code = exitCode(page);
		await page.goto(address);
		return await code;
	} finally {
		await browser.close();
	}
}

async function exitCode(page: Page): Promise<number> {
	let limit: NodeJS.Timeout | undefined;
	const ended = new Promise<number>((exited, failed) => {
		const fail = (why: string) => () => failed(new Error(why));
		page.once('crash', fail('The window of VS Code crashed.'));
		page.once('close', fail('The window of VS Code was closed before the tests ended.'));
		const late = `The tests did not end within ${timeLimit() / 1000} s; set TEST_TIME_LIMIT (in seconds) to give them more.`;
		limit = setTimeout(fail(late), timeLimit());
		listenTo(page, { onLog: print, onExit: exited }).catch(failed);
	});
	return ended.finally(() => clearTimeout(limit));
}

function print(level: string, message: string): void {
	(level === 'error' ? process.stderr : process.stdout).write(`${withSourceLines(message)}\n`);
}
