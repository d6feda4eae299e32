/**
 * A window of VS Code for tests of what a person sees and does: a real workbench in a headless browser, with the
 * extension under development, on a folder of its own.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { extensionId } from '../../src/contributions';
import { launchBrowser } from './browser';
import { temporaryCopy, temporaryFolderWith, temporaryLink } from './folders';
import { changePage, withConfigurationDefaults, withVscodeLinks } from './pageConfiguration';
import { neighboursFolder, root, sampleFolder } from './paths';
import { pressUntil } from './pressing';
import { newest, type Release } from './releases';
import { borrowServer } from './serverPool';
import { untrusted, type Settings } from './settings';
import { themeSettings, type Theme } from './themes';
import { startWebServer } from './webServer';
import { windowAddress } from './workbench';

export interface WindowOptions {
	/** A folder to copy, or the files of a new one; the sample roadmap when left out. */
	readonly folder?: string | Readonly<Record<string, string>>;
	/** `true` opens no folder at all. */
	readonly isEmpty?: boolean;
	/** The user's settings. */
	readonly settings?: Settings;
	readonly theme?: Theme;
	/** The newest when left out. */
	readonly release?: Release;
	/** VS Code for the Web, whose files are not those on the disk: what it reads is copied when it starts. */
	readonly web?: boolean;
	/** With the extensions that use ours; on the web only. */
	readonly neighbours?: boolean;
	readonly viewport?: { readonly width: number; readonly height: number };
	/** How many times as large all is drawn, as with VS Code's zoom: 2 leaves half the viewport's width and height. */
	readonly zoom?: number;
	/** `false` opens the folder in restricted mode. */
	readonly trusted?: boolean;
	/** `true` has webviews follow links to extensions, as they do in Microsoft's own builds. */
	readonly followsLinks?: boolean;
	/** VS Code's display language; `en` when left out. What is VS Code's own stays English, as no language pack is there. */
	readonly language?: string;
	/** The folder of the extension, if it is not this one's. */
	readonly extension?: string;
}

/** The windows that are open now, for pictures of what failed. */
export const openWindows = new Set<Window>();

let browser: Promise<Browser> | undefined;
let ours: string | undefined;

/** Opens a window; it shows the workbench when this resolves, while extensions may still be starting. */
export async function openWindow(options: WindowOptions = {}): Promise<Window> {
	const folder = copyOf(options.folder ?? sampleFolder);
	const settings: Settings = {
		...themeSettings(options.theme ?? 'dark'),
		...(options.trusted === false ? untrusted : {}),
		...options.settings,
	};
	const host = options.web
		? await webHost(folder.path, settings, options)
		: await serverHost(options, options.isEmpty ? undefined : folder.path, settings);
	browser ??= launchBrowser();
	const context = await (
		await browser
	).newContext({
		...zoomed(options),
		reducedMotion: 'reduce',
		locale: 'en-US',
		// On the web, webviews come from hosts of their own.
		permissions: ['clipboard-read', 'clipboard-write', 'local-network-access'],
	});
	if (options.language !== undefined) {
		// What a language pack's script sets before the workbench starts.
		await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)};`);
	}
	return new Window(await host.open(context), folder.path, host, async () => {
		await context.close();
		await host.close();
		await folder.remove();
	}).shown();
}

function zoomed({ viewport = { width: 1280, height: 800 }, zoom = 1 }: WindowOptions) {
	return { viewport: { width: viewport.width / zoom, height: viewport.height / zoom }, deviceScaleFactor: zoom };
}

/** Where windows on one folder are opened. */
interface Host {
	open(context: BrowserContext): Promise<Page>;
	close(): Promise<void> | void;
	/** Absent on the web, which keeps its settings in the browser. */
	readonly settingsFile?: string;
}

async function serverHost(options: WindowOptions, folder: string | undefined, settings: Settings): Promise<Host> {
	const server = await borrowServer(options.release ?? newest, settings);
	ours ??= temporaryLink(root);
	const address = windowAddress(server, { folder, extension: options.extension ?? ours });
	return {
		open: async context => {
			if (options.followsLinks === true) {
				await changePage(context, address, withVscodeLinks);
			}
			return openPage(context, address);
		},
		close: () => server.giveBack(),
		settingsFile: server.settingsFile,
	};
}

async function webHost(folder: string, settings: Settings, options: WindowOptions): Promise<Host> {
	const neighbours = options.neighbours === true ? { neighbours: neighboursFolder } : {};
	const server = await startWebServer({ folder, extension: options.extension ?? root, ...neighbours });
	return {
		open: async context => {
			const withSettings = withConfigurationDefaults(settings);
			const change = (page: string): string =>
				withSettings(options.followsLinks === true ? withVscodeLinks(page) : page);
			await changePage(context, `${server.origin}/`, change);
			return openPage(context, server.origin);
		},
		close: () => server.stop(),
	};
}

async function openPage(context: BrowserContext, address: string): Promise<Page> {
	const page = await context.newPage();
	if (process.env['DEBUG'] !== undefined) {
		page.on('console', message => console.error(message.text()));
	}
	await page.goto(address, { waitUntil: 'commit' });
	return page;
}

function copyOf(folder: string | Readonly<Record<string, string>>) {
	return typeof folder === 'string' ? temporaryCopy(resolve(root, folder)) : temporaryFolderWith(folder);
}

/** A window of VS Code, as somebody in front of it sees it. */
export class Window {
	constructor(
		readonly page: Page,
		/** The temporary copy that the window shows. */
		readonly folder: string,
		private readonly host: Host,
		private readonly end: () => Promise<void>,
	) {
		openWindows.add(this);
	}

	/** Where the user's settings are, with other data of the user beside them; not on the web. */
	get settingsFile(): string {
		return this.host.settingsFile ?? '';
	}

	async close(): Promise<void> {
		if (openWindows.delete(this)) {
			await this.page.close();
			await this.end();
		}
	}

	/** A second window on the same folder, for the same person. */
	async openAnother(): Promise<Window> {
		const page = await this.host.open(this.page.context());
		return new Window(page, this.folder, this.host, () => Promise.resolve()).shown();
	}

	/** Waits until the workbench is there, in the colours of its theme. */
	async shown(): Promise<this> {
		await this.page.locator('.monaco-workbench[class*="vscode-theme-"] .statusbar-item').first().waitFor();
		return this;
	}

	async reload(): Promise<void> {
		await this.page.reload({ waitUntil: 'commit' });
		await this.shown();
	}

	/**
	 * What VS Code has written down of what the extension keeps for the workspace, which it does a moment later: a window that
	 * is reloaded before that comes back as it was earlier.
	 */
	async kept(key: string): Promise<unknown> {
		return (JSON.parse((await this.stored(extensionId)) ?? '{}') as Record<string, unknown>)[key];
	}

	/** What VS Code has written down for the workspace under a key of its own. */
	async stored(key: string): Promise<string | undefined> {
		return await this.page.evaluate(readMemento, key);
	}

	/** Runs a command from the palette, by the title it has there: `Roadmap: Toggle Task`. */
	async runCommand(title: string): Promise<void> {
		await this.pick('F1', `>${title}`, title);
	}

	/** Types into the quick input that a key opens, and takes what is wanted of what it offers. */
	private async pick(key: string, typed: string, wanted: string): Promise<void> {
		const widget = this.page.locator('.quick-input-widget');
		await pressUntil(this.page, key, widget);
		await widget.locator('input').first().fill(typed);
		await this.takePick(wanted);
	}

	/** Takes the first entry of the quick input once it has these words. A click might hit another that comes in between. */
	async takePick(wanted: string): Promise<void> {
		await this.page.locator('.quick-input-widget .monaco-list-row.focused').filter({ hasText: wanted }).waitFor();
		await this.page.keyboard.press('Enter');
	}

	/** Shows the roadmap's view, unless it is shown already, and waits for its tree. */
	async openRoadmapView(): Promise<void> {
		const entry = this.page.locator('.activitybar .action-item').filter({
			has: this.page.locator('[class*="activity-workbench-view-extension-roadmap"]'),
		});
		await entry.waitFor();
		if (!(await entry.getAttribute('class'))?.split(' ').includes('checked')) {
			await entry.click();
		}
		await this.page.locator('.sidebar .pane-body').first().waitFor(); // a lone view has no visible header
	}

	/** Opens a file of the folder in an editor, and waits for its tab, its text and the keyboard's focus in it. */
	async openFile(name: string): Promise<void> {
		if (this.host.settingsFile === undefined) {
			await this.openFromExplorer(name); // the search of VS Code for the Web does not know the folder
		} else {
			await this.pick('ControlOrMeta+P', name, basename(name));
		}
		await this.page
			.locator('.tab.active')
			.filter({ hasText: basename(name) })
			.waitFor();
		await this.page.locator('.editor-group-container.active .view-line').first().waitFor();
		await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
	}

	private async openFromExplorer(name: string): Promise<void> {
		await this.runCommand('View: Show Explorer');
		for (const part of name.split('/')) {
			const row = this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${part}"]`).first();
			await (part === basename(name) ? row.dblclick() : row.click());
		}
	}

	/** The lines that the active editor shows, as far as they are in sight. */
	async editorText(): Promise<string> {
		const lines = await this.page.locator('.editor-group-container.active .view-line').evaluateAll(elements =>
			elements
				.map(element => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
				.sort((one, other) => one.top - other.top)
				.map(({ text }) => text.replaceAll('\u00a0', ' ')),
		);
		return lines.join('\n');
	}

	/** Takes a picture, for people to look at, and returns where it lies. */
	async screenshot(name: string): Promise<string> {
		const path = join(root, 'out/screenshots', `${name}.png`);
		await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
		return path;
	}

	/** What a file of the folder holds on the disk. */
	readFile(name: string): string {
		return readFileSync(this.onDisk(name), 'utf8');
	}

	/** When a file of the folder was written last. */
	lastWritten(name: string): number {
		return statSync(this.onDisk(name)).mtimeMs;
	}

	/** Changes a file of the folder behind VS Code's back, as another program would. */
	writeFile(name: string, text: string): void {
		const path = this.onDisk(name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}

	private onDisk(name: string): string {
		if (this.host.settingsFile === undefined) {
			throw new Error('VS Code for the Web has a copy of the folder to itself; look at the editor instead.');
		}
		return join(this.folder, name);
	}
}

/** Runs in the page: VS Code keeps a workspace's state in a database of the browser. */
async function readMemento(key: string): Promise<string | undefined> {
	for (const { name } of await indexedDB.databases()) {
		if (name?.startsWith('vscode-web-state-db-')) {
			const value = await new Promise<string | undefined>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onerror = () => reject(new Error(`${name} cannot be opened`));
				opening.onsuccess = () => {
					const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').get(key);
					reading.onsuccess = () => resolve(reading.result as string | undefined);
					reading.onerror = () => reject(new Error(`${name} cannot be read`));
					opening.result.close();
				};
			});
			if (value !== undefined) {
				return value;
			}
		}
	}
	return undefined;
}
