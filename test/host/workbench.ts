import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { isNoise } from './noise';
import type { Server } from './server';

/** What a window of a VS Code server is to show and run; paths are absolute. */
export interface WindowRequest {
	readonly folder?: string | undefined;
	readonly extension: string;
	/** An entry point of tests, which the extension host then runs. */
	readonly tests?: string | undefined;
}

/** The address of a window on a VS Code server, with an extension under development. */
export function windowAddress({ origin, port }: Server, { folder, extension, tests }: WindowRequest): string {
	const remote = (path: string): string => `vscode-remote://localhost:${port}${asUriPath(path)}`;
	const payload = [
		['extensionDevelopmentPath', remote(extension)],
		...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
	];
	const query = new URLSearchParams({ payload: JSON.stringify(payload) });
	if (folder === undefined) {
		query.set('ew', 'true');
	} else {
		query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', asUriPath(folder));
	}
	return `${origin}/?${query.toString()}`;
}

function asUriPath(path: string): string {
	return process.platform === 'win32' ? `/${path.replaceAll('\\', '/')}` : path;
}

/** What the workbench tells the page it runs in: log lines of the extension host, and the end of its tests. */
export interface WorkbenchEvents {
	onLog(level: string, message: string): void;
	onExit(code: number): void;
}

/** Listens to a workbench; to be called before its page is opened. */
export async function listenTo(page: Page, events: WorkbenchEvents): Promise<void> {
	await page.exposeFunction('codeAutomationLog', (level: string, parts: unknown[]) => {
		const message = format(...parts);
		if (!isNoise(message)) {
			events.onLog(level, message);
		}
	});
	await page.exposeFunction('codeAutomationExit', (code: number) => events.onExit(code));
}
