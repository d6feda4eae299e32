import type { BrowserContext } from 'playwright-core';
import { quiet, type Settings } from './settings';

/** Changes a page of VS Code before it starts. */
export type PageChange = (page: string) => string;

/** Has the windows that a context opens at an address start from a changed page. */
export async function changePage(context: BrowserContext, address: string, change: PageChange): Promise<void> {
	await context.route(address, async route => {
		const response = await route.fetch();
		await route.fulfill({ response, body: change(await response.text()) });
	});
}

/**
 * Gives settings to a window. There is no file for them on the web, but its page is told what to start with, and may be told
 * their defaults too.
 */
export function withConfigurationDefaults(settings: Settings): PageChange {
	return insertBehind('id="vscode-workbench-web-configuration" data-settings="{', {
		configurationDefaults: { ...quiet, ...settings },
	});
}

/**
 * Makes it a window of a product whose links start with `vscode:`, as Microsoft's own builds are. In a browser, the webviews
 * of other builds, as those here are, follow no links to extensions.
 */
export const withVscodeLinks = insertBehind('&quot;productConfiguration&quot;:{', { urlProtocol: 'vscode' });

/** Puts members into the JSON of an attribute. */
function insertBehind(given: string, members: object): PageChange {
	const inserted = JSON.stringify(members).slice(1, -1).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
	return page => page.replace(given, () => `${given}${inserted},`);
}
