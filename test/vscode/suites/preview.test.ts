import * as assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { commands, Uri, window, type TextDocument, type UriHandler } from 'vscode';
import { extensionId } from '../../../src/contributions';
import { Preview } from '../../../src/preview';
import type { MarkdownIt as Renders } from '../../../src/preview/token';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, markdownIsThere, open, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { setRoadmap } from '../support/settings';
import { openStore, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

/** What VS Code makes of a document for extensions that ask, which is without links. */
async function rendered(document: TextDocument): Promise<string> {
	return await commands.executeCommand<string>('markdown.api.render', document);
}

/** The boxes in it, as characters. */
function boxesIn(html: string): string[] {
	return [...html.matchAll(/role="checkbox".*?>(.)</g)].map(([, sign = '']) => sign);
}

/** A preview that VS Code asks as it asks the extension's own. */
class Previewed {
	private constructor(
		readonly document: TextDocument,
		private readonly preview: Preview,
		private readonly handler: UriHandler,
	) {}

	static async of(text: string, scheme = 'vscode'): Promise<Previewed> {
		const { document } = await editorWith(text);
		const roadmaps = await openStore();
		await untilRead(roadmaps, document.uri, document.getText());
		// An extension may have one handler only, and the one that is installed has it.
		const { registerUriHandler } = window;
		const handlers: UriHandler[] = [];
		const keep = (handler: UriHandler) => {
			handlers.push(handler);
			return { dispose: () => undefined };
		};
		Object.assign(window, { registerUriHandler: keep });
		try {
			const preview = new Preview(roadmaps, scheme);
			previews.push(preview);
			const [handler] = handlers;
			assert.ok(handler);
			return new Previewed(document, preview, handler);
		} finally {
			Object.assign(window, { registerUriHandler });
		}
	}

	/** As the preview itself is rendered. */
	get html(): string {
		const md = new MarkdownIt({ html: true });
		this.preview.extendMarkdownIt(md as unknown as Renders);
		const env = { currentDocument: this.document.uri, resourceProvider: {} };
		return md.renderer.render(md.parse(this.document.getText(), {}), md.options, env);
	}

	get links(): string[] {
		return [...this.html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link.replaceAll('&#38;', '&'));
	}

	async follow(link: string | undefined): Promise<string[]> {
		assert.ok(link !== undefined);
		return toldDuring(async () => this.handler.handleUri(Uri.parse(link)));
	}
}

const previews: Preview[] = [];
const isStrange = 'This link is not from a preview of a roadmap in this window; nothing was ticked.';
const hasChanged = 'The text has changed; nothing was ticked. Click the box again.';

describe('the Markdown preview', () => {
	before(diskIsWatched);
	before(async function () {
		this.timeout(60_000);
		await markdownIsThere();
	});
	afterEach(async () => {
		previews.splice(0).forEach(preview => preview.dispose());
		await cleanUp();
	});

	it('draws boxes and bars in a roadmap', async () => {
		const { document } = await editorWith('---\na: b\n---\n\n# A\n\n- [ ] one\n- [x] two\n  1. [~] three\n');
		const html = await until(async () => {
			const now = await rendered(document);
			return now.includes('three') && boxesIn(now).length === 3 ? now : undefined;
		});
		assert.deepEqual(boxesIn(html), ['☐', '☑', '◪']);
		assert.match(html, /<progress value="1" max="3" aria-label="1 of 3 tasks done">/);
		assert.match(html, /<h1[^>]* id="a"/, 'links to the heading lead there as before');
		assert.doesNotMatch(html, /<a |<button/);
	});

	it('leaves other files as they were', async () => {
		// Where letter case does not count, VS Code takes a name for another that it has seen.
		const other = await open(await write(at(freshFolder(), 'other.md'), '# A\n\n- [ ] one\n'));
		const html = await rendered(other.document);
		assert.match(html, /\[ \] one/);
		assert.doesNotMatch(html, /roadmap-/);
		const text = await commands.executeCommand<string>('markdown.api.render', '# A\n\n- [ ] one\n');
		assert.doesNotMatch(text, /roadmap-/);
	});

	it('goes by the settings', async () => {
		const { document } = await editorWith('- [ ] one\n- [~] two\n');
		const drawn = (expected: string) => until(async () => boxesIn(await rendered(document)).join('') === expected);
		await drawn('☐◪');
		await setRoadmap('states', 'gfm');
		await drawn('☐');
		await setRoadmap('preview', false);
		await drawn('');
		await setRoadmap('preview', true);
		await drawn('☐');
		await setRoadmap('files', ['**/PLAN.md']);
		await drawn('');
	});

	it('has boxes that tick, with one undo', async () => {
		const previewed = await Previewed.of('# A\r\n- [ ] one\r\n- [X] two\r\n');
		const { document, links } = previewed;
		assert.equal(links.length, 2);
		for (const link of links) assert.ok(link.startsWith(`vscode://${extensionId}/toggle?`), link);
		assert.deepEqual(await previewed.follow(links[0]), []);
		assert.equal(document.getText(), '# A\r\n- [x] one\r\n- [X] two\r\n');
		assert.deepEqual(await previewed.follow(links[1]), []);
		assert.equal(document.getText(), '# A\r\n- [x] one\r\n- [ ] two\r\n');
		await commands.executeCommand('undo');
		await until(() => document.getText() === '# A\r\n- [x] one\r\n- [X] two\r\n');
		assert.deepEqual(boxesIn(previewed.html), ['☑', '☑']);
	});

	it('ticks once with a double click', async () => {
		const previewed = await Previewed.of('- [ ] one\n');
		const [link] = previewed.links;
		assert.deepEqual([...(await previewed.follow(link)), ...(await previewed.follow(link))], []);
		assert.equal(previewed.document.getText(), '- [x] one\n');
	});

	it('takes along what roadmap.cascade says', async () => {
		await setRoadmap('cascade', 'down');
		const previewed = await Previewed.of('- [ ] one\n  - [ ] two\n');
		await previewed.follow(previewed.links[0]);
		assert.equal(previewed.document.getText(), '- [x] one\n  - [x] two\n');
	});

	it('ticks nothing where the text is not as it was shown', async () => {
		for (const changed of ['- [ ] other\n', 'x\n- [ ] one\n', '- [~] one\n', '- [a] one\n', '```\n- [ ] one\n', '']) {
			const previewed = await Previewed.of('- [ ] one\n');
			const [link] = previewed.links;
			await editorWith(changed);
			assert.deepEqual(await previewed.follow(link), [hasChanged], changed);
			assert.equal(previewed.document.getText(), changed);
			await cleanUp();
		}
	});

	it('ticks nothing for links from elsewhere', async () => {
		const previewed = await Previewed.of('- [ ] one\n');
		const { document, links } = previewed;
		const [link = ''] = links;
		for (const strange of [
			link.replace(/key=\w+/, `key=${'0'.repeat(32)}`),
			link.replace(/key=\w+&/, ''),
			link.replace(/file=\w+/, 'file=0'),
			link.replace(/file=\w+/, `file=${encodeURIComponent(sample.toString())}`),
			link.replace('/toggle?', '/?'),
			link.replace(/mark=\d+/, 'mark=1e3'),
			link.replace(/\?.*/, ''),
			`${link}&x`,
			`${link}%0a`,
		]) {
			assert.deepEqual(await previewed.follow(strange), [isStrange], strange);
		}
		assert.deepEqual(await previewed.follow(link.replace(/mark=\d+/, 'mark=999999999')), [hasChanged]);
		assert.deepEqual(await previewed.follow(link.replace('state=open', 'state=constructor')), [hasChanged]);
		assert.equal(document.getText(), '- [ ] one\n');
	});

	it('has boxes that are no links where VS Code would not follow them, or another window made them', async () => {
		const unfollowed = await Previewed.of('- [ ] one\n', '');
		assert.deepEqual(unfollowed.links, []);
		assert.match(unfollowed.html, /aria-disabled="true"/);
		const one = await Previewed.of('- [ ] one\n');
		const another = await Previewed.of('- [ ] one\n');
		assert.deepEqual(await another.follow(one.links[0]), [isStrange]);
	});
});
