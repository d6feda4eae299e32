import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { temporaryFolder } from '../host/folders';
import { Repository } from '../host/repository';
import { canary, hostileWords } from '../unit/support/hostile';
import { reviewedFolder } from './reviewed';
import { ReviewedView } from './reviewedView';
import { eventually, RoadmapView } from './roadmapView';

const words = Object.entries(hostileWords).filter(([name]) => name !== 'surrogates');
const task = ([name, text]: readonly [string, string]): string => `- [ ] ${name}: ${text}\n`;
const roadmap = `# title: ${hostileWords['handler'] ?? ''}\n\n## heading: ${hostileWords['icons'] ?? ''}\n\n${words.map(task).join('')}`;

/** What a window has asked the network for since, by host. */
class Requests {
	#urls: string[] = [];

	constructor(page: Page) {
		page.context().on('request', request => this.#urls.push(request.url()));
		// The browser tells of those that a policy has kept it from making, too.
		page.context().on('requestfailed', request => {
			if (request.failure()?.errorText === 'csp') {
				this.#urls = this.#urls.filter(url => url !== request.url());
			}
		});
		page.context().on('page', other => this.#urls.push(`a window of its own: ${other.url()}`));
		page.on('dialog', dialog => {
			this.#urls.push(`a dialog: ${dialog.type()} ${dialog.message()}`);
			return dialog.dismiss(); // the page waits for it
		});
	}

	async none(): Promise<void> {
		await eventually(
			'no requests',
			() => this.strange,
			urls => urls.length === 0,
		);
	}

	/** Those that went elsewhere than to VS Code's own server, also by its worker for webviews, and what is in the page already. */
	get strange(): string[] {
		const known =
			/^(?:https?|wss?):\/\/(?:(?:[\w-]+\.)?localhost|127\.0\.0\.1|[\w+-]+\.vscode-resource\.vscode-cdn\.net)[:/]/;
		return this.#urls.filter(url => !known.test(url) && !/^(?:data|blob):/.test(url));
	}
}

/** A frame's page, for what is done to it from inside. */
async function frameOf(review: FrameLocator): Promise<Frame> {
	const body = await review.locator('html').elementHandle();
	const frame = await body.ownerFrame();
	assert.ok(frame);
	return frame;
}

describe('Hostile words', () => {
	it('are words in every place, and the network is asked for nothing', async () => {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': roadmap } });
		const requests = new Requests(view.page);
		await view.window.reload();
		await view.row('script:').waitFor();
		const hostile = view.rows.filter({ hasText: 'icons: ' });
		await hostile.waitFor();
		assert.equal(await view.page.locator('.sidebar .label-name :is(.codicon, a, img, b)').count(), 0);
		const heights = await view.rows.evaluateAll(rows => rows.map(row => row.getBoundingClientRect().height));
		assert.deepEqual([...new Set(heights)], [22]);
		for (const name of [
			'script',
			'image',
			'escapedImage',
			'backslashes',
			'referenceImage',
			'commandLink',
			'vscodeLink',
		]) {
			const hover = await view.hover(view.row(`${name}:`), 'ROADMAP.md, line');
			assert.deepEqual(await strangeIn(hover), [], name);
		}
		await view.window.screenshot('hostile-tree');
		const status = await view.hover(view.status('0%'), 'Go to it');
		assert.deepEqual(
			(await strangeIn(status)).map(link => link.replace(/\?.*/, '')),
			['command:roadmap.goToNextTask', 'command:roadmap.weeklyReview'],
		);
		await view.page.keyboard.press('Escape');
		await view.window.runCommand('Roadmap: Toggle Task');
		await view.pickEntry('script').first().waitFor();
		const icons = await view.page
			.locator('.quick-input-list .monaco-list-row')
			.evaluateAll(rows =>
				rows.map(row => row.querySelectorAll('.label-name .codicon, .label-description .codicon').length),
			);
		assert.ok(icons.length > 5 && icons.every(count => count === 1), icons.join());
		await view.window.screenshot('hostile-pick');
		await view.page.keyboard.press('Escape');
		await view.window.openFile('ROADMAP.md');
		await view.page.locator('.codelens-decoration').first().waitFor();
		assert.equal(await view.page.locator('.codelens-decoration .codicon').count(), 0);
		await view.window.screenshot('hostile-editor');
		await requests.none();
		const size = await view.page.evaluate(
			'[document.documentElement.scrollWidth, document.documentElement.scrollHeight]',
		);
		assert.deepEqual(size, [1280, 800]);
	});

	it('are words in a review, and in its Markdown', async () => {
		const folder = reviewedFolder();
		const repository = Repository.at(folder);
		repository.commit({ 'ROADMAP.md': roadmap }, { at: new Date(Date.now() - 86_400_000).toISOString() });
		repository.write({ 'ROADMAP.md': roadmap.replaceAll('[ ]', '[x]') });
		const review = await ReviewedView.open({ folder, viewport: { width: 1280, height: 1300 } });
		const requests = new Requests(review.view.page);
		await review.page.locator('.words').filter({ hasText: 'script: ' }).first().waitFor();
		const elements = await review.page.locator('#page *').evaluateAll(all => all.map(({ localName }) => localName));
		assert.deepEqual(
			[...new Set(elements)].filter(name =>
				['script', 'img', 'iframe', 'style', 'a', 'form', 'object', 'b'].includes(name),
			),
			[],
		);
		const [wide, room] = await review.page
			.locator('html')
			.evaluate(html => [html.scrollWidth, html.clientWidth] as const);
		assert.ok(wide <= room, `${wide} is wider than ${room}`);
		const zalgo = review.page.locator('.tasks li').filter({ hasText: 'zalgo: ' });
		await zalgo.scrollIntoViewIfNeeded();
		const { height = 0 } = (await zalgo.boundingBox()) ?? {};
		assert.ok(height < 60, `${height} high`);
		await review.view.window.screenshot('hostile-review');
		await review.page.getByRole('button', { name: 'Copy as Markdown' }).click();
		await review.says('Copied');
		const copied = await review.view.page.evaluate<string>('navigator.clipboard.readText()');
		assert.ok(copied.includes('- [x] script\\: '));
		assert.doesNotMatch(copied, /(?<!\\)[<!`]|(?<!^- |\\)\[|[\0-\x09\x0b-\x1f\u202a-\u202e]/m);
		await requests.none();
	});

	it('would do nothing in a review even if they got in', async () => {
		const review = await ReviewedView.open();
		const requests = new Requests(review.view.page);
		const frame = await frameOf(review.page);
		// What compiles this file names its functions by a helper, which the page has not.
		await frame.evaluate('globalThis.__name = (named) => named');
		const refused = await frame.evaluate(breakIn, canary);
		assert.deepEqual([...refused].sort(), [
			'base',
			'eval',
			'fetch',
			'frame',
			'handler',
			'image',
			'inline script',
			'script',
			'socket',
			'style',
			'style sheet',
			'worker',
		]);
		await review.tile('Progress').waitFor();
		await requests.none();
		const complaints: string[] = [];
		review.view.page.on('console', message => complaints.push(message.text()));
		// It ends with the page: it is not sent, but the frame is left with the browser's own words for that.
		await frame.evaluate(sendForm, canary).catch(() => undefined);
		await eventually(
			'a form that is not sent',
			() => complaints,
			said => said.some(text => text.includes("form-action 'none'")),
		);
		await requests.none();
	});

	it('are drawn in the preview as VS Code itself draws them', async () => {
		const inPreview = words.filter(([, text]) => !/!\[|@import|<https/.test(text) && text.length < 1000);
		const text = `# Sea\n\n${inPreview.map(task).join('')}`;
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text }, followsLinks: true });
		const requests = new Requests(view.page);
		await view.window.openFile('ROADMAP.md');
		await view.window.runCommand('Markdown: Open Locked Preview to the Side');
		const preview = view.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
		await preview.locator('.roadmap-box').first().waitFor();
		const boxes = preview.locator('.roadmap-box');
		assert.equal(await boxes.count(), inPreview.length);
		assert.equal(await preview.locator('.roadmap-box *').count(), 0);
		const attributes = await boxes.evaluateAll(all => all.flatMap(box => box.getAttributeNames()));
		assert.deepEqual([...new Set(attributes)].sort(), ['aria-checked', 'aria-label', 'class', 'role', 'title', 'type']);
		await view.window.screenshot('hostile-preview');
		await requests.none();
	});
});

describe('A folder that is not trusted', () => {
	it('has no git run in it, which would run what the folder names', async () => {
		const trap = join(temporaryFolder('trap').path, 'sprung');
		const folder = reviewedFolder();
		Repository.at(folder).git('config', 'core.fsmonitor', `touch '${trap}'; false`);
		const review = await ReviewedView.open({ folder, trusted: false });
		await review.says('Commits are read once you trust this folder');
		await review.page.getByRole('button', { name: 'Copy as Markdown' }).click();
		await review.says('Copied');
		assert.ok(!existsSync(trap), 'git was run');
		await review.view.close();
		const trusted = await ReviewedView.open({ folder });
		await trusted.says('From the commits of this file since');
		await eventually(
			'a trap that works',
			() => existsSync(trap),
			isSprung => isSprung,
		);
	});
});

/** Where the links of something lead, and what it has besides words. */
async function strangeIn(hover: Locator): Promise<string[]> {
	return hover
		.locator('a, img, script, iframe, .codicon, .rendered-markdown :is(style, svg, object)')
		.evaluateAll(all =>
			all.flatMap(element => {
				const target = element.getAttribute('data-href') ?? element.getAttribute('href') ?? '';
				return element.localName === 'a' && (target === '' || /^https?:/.test(target))
					? []
					: [target || element.localName];
			}),
		);
}

/** Runs in the page: tries all that its policy has to refuse, and gives what was. */
async function breakIn(host: string): Promise<string[]> {
	const refused = new Set<string>();
	const at = (path: string): string => `https://${host}/${path}`;
	const violations: string[] = [];
	document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
		violations.push(`${effectiveDirective} ${blockedURI}`),
	);
	const add = (name: string, attributes: Record<string, string>, text = ''): HTMLElement => {
		const element = document.createElement(name);
		Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
		element.textContent = text;
		document.body.append(element);
		return element;
	};
	const page = window as unknown as Record<string, unknown>;
	const told = async (what: string, directive: string): Promise<void> => {
		for (let wait = 0; wait < 200; wait++) {
			if (violations.some(violation => violation.startsWith(directive))) {
				refused.add(what);
				violations.length = 0;
				return;
			}
			await new Promise(later => setTimeout(later, 10));
		}
	};
	add('script', {}, 'window.pwned = true');
	await told('inline script', 'script-src');
	add('script', { src: at('script.js') });
	await told('script', 'script-src');
	document.body.insertAdjacentHTML('beforeend', '<p onclick="window.pwned = true">x</p>');
	(document.body.lastElementChild as HTMLElement).click();
	await told('handler', 'script-src');
	add('img', { src: at('image.png') });
	await told('image', 'img-src');
	add('iframe', { src: at('frame') });
	await told('frame', 'frame-src');
	add('link', { rel: 'stylesheet', href: at('style.css') });
	await told('style sheet', 'style-src');
	add('style', {}, `@import url(${at('import.css')});`);
	await told('style', 'style-src');
	add('base', { href: at('') });
	await told('base', 'base-uri');
	await fetch(at('fetch')).catch(() => undefined);
	await told('fetch', 'connect-src');
	try {
		new WebSocket(`wss://${host}/socket`).close();
	} catch {
		// refused at once
	}
	await told('socket', 'connect-src');
	try {
		new Worker(URL.createObjectURL(new Blob([`fetch('${at('worker')}')`], { type: 'text/javascript' })));
	} catch {
		// refused at once
	}
	await told('worker', 'worker-src');
	// Later, as what an inspector evaluates may evaluate.
	await new Promise<void>(later => {
		setTimeout(() => {
			try {
				// eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
				new Function('window.pwned = true')();
			} catch {
				refused.add('eval');
			}
			later();
		});
	});
	if (page['pwned'] !== undefined) {
		throw new Error('Something was run');
	}
	return [...refused];
}

/** Runs in the page. */
function sendForm(host: string): void {
	const form = document.createElement('form');
	form.action = `https://${host}/form`;
	form.method = 'post';
	document.body.append(form);
	form.submit();
}
