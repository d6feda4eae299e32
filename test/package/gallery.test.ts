import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import markdownIt from 'markdown-it';
import manifest from '../../package.json';
import { filesOf } from './archive';

const root = join(__dirname, '..', '..');
const files = filesOf(readFileSync(join(root, 'roadmap-progress.vsix')));
const repository = 'https://github.com/roadmap-progress/roadmap-progress';

/** What VS Code's own list of them has (`EXTENSION_CATEGORIES`), as far as we would choose from it. */
const categories = ['AI', 'Chat', 'Education', 'Linters', 'Other', 'Visualization'];

/** The text of a file of the package. */
function packaged(name: string): string {
	const file = files.get(name);
	assert.ok(file, name);
	return file.toString('utf8');
}

/** A value of the manifest that the galleries read. */
function property(name: string): string | undefined {
	return new RegExp(`<Property Id="[\\w.]*\\.${name}" Value="([^"]*)"`).exec(packaged('extension.vsixmanifest'))?.[1];
}

/** The targets of links and pictures, and what links within the page can lead to. */
function inMarkdown(text: string): { links: string[]; pictures: string[]; anchors: string[] } {
	const tokens = markdownIt({ html: true }).parse(text, {});
	const all = tokens.flatMap(token => [token, ...(token.children ?? [])]);
	const attributes = (type: string, name: string): string[] =>
		all.filter(token => token.type === type).map(token => String(token.attrGet(name)));
	const headings = tokens.filter((_, index) => tokens[index - 1]?.type === 'heading_open');
	return {
		links: attributes('link_open', 'href'),
		pictures: attributes('image', 'src'),
		// As GitHub makes them: in small letters, without punctuation, with hyphens for spaces.
		anchors: headings.map(
			({ content }) =>
				`#${content
					.toLowerCase()
					.replace(/[^\p{L}\p{N} _-]/gu, '')
					.replaceAll(' ', '-')}`,
		),
	};
}

describe('the galleries', () => {
	it('get an icon of 256 pixels', () => {
		const icon = files.get(`extension/${manifest.icon}`);
		assert.ok(icon);
		assert.equal(icon.toString('latin1', 1, 4), 'PNG');
		assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
	});

	it('get a banner, links, and a price of nothing', () => {
		assert.match(property('Branding.Color') ?? '', /^#[0-9a-f]{6}$/);
		assert.equal(property('Branding.Theme'), 'dark');
		assert.equal(property('Links.Source'), `${repository}.git`);
		assert.equal(property('Links.Learn'), `${repository}#readme`);
		assert.equal(property('Links.Support'), `${repository}/issues`);
		assert.equal(property('CustomerQnALink'), `${repository}/issues`);
		assert.equal(property('Content.Pricing'), 'Free');
	});

	it('get categories that they know, and no more tags than they take', () => {
		assert.deepEqual(
			manifest.categories.filter(category => !categories.includes(category)),
			[],
		);
		const tags = /<Tags>([^<]*)</.exec(packaged('extension.vsixmanifest'))?.[1]?.split(',') ?? [];
		assert.ok(tags.length > 0 && tags.length <= 30, `${tags.length} tags`);
		assert.equal(new Set(tags).size, tags.length);
	});

	it('get nothing that Open VSX refuses', () => {
		// Its `ExtensionValidator`: names, a version, a licence, lengths, addresses and characters.
		for (const name of [manifest.publisher, manifest.name]) assert.match(name, /^[\w$+~-]{1,255}$/);
		assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
		assert.equal(manifest.license, 'MIT');
		assert.match(packaged('extension/LICENSE.txt'), /^MIT License/);
		for (const text of [...manifest.keywords, ...manifest.categories]) assert.match(text, /^[^\p{C}]{1,255}$/u);
		for (const key of ['displayName', 'description'] as const) {
			assert.match(
				(JSON.parse(packaged('extension/package.nls.json')) as Record<string, string>)[key] ?? '',
				/^[^\p{C}]{1,255}$/u,
			);
		}
		for (const address of [manifest.homepage, manifest.repository.url, manifest.bugs.url, manifest.qna]) {
			assert.equal(new URL(address).protocol, 'https:');
		}
		assert.ok(!('enabledApiProposals' in manifest), 'proposed API');
	});

	it('get no dependency that would have to be installed', () => {
		for (const field of ['dependencies', 'extensionDependencies', 'extensionPack'])
			assert.ok(!(field in manifest), field);
	});

	it('lead the reporter of VS Code to our issues', () => {
		// It takes addresses like this one only, and `bugs` only as an object.
		assert.match(manifest.bugs.url, /^https?:\/\/github\.com\/([^/]*)\/([^/]*)\/?(\/issues)?$/);
	});
});

describe('the pages in the galleries', () => {
	const page = packaged('extension/readme.md');
	const readme = readFileSync(join(root, 'README.md'), 'utf8');
	const at = `v${manifest.version}`;

	it('have pictures and links that lead somewhere from anywhere', () => {
		const { links, pictures, anchors } = inMarkdown(page);
		assert.ok(pictures.length > 0);
		for (const picture of pictures) assert.match(picture, /^https:\/\/\S+\.png$/);
		for (const link of links) assert.ok(link.startsWith('https://') || anchors.includes(link), link);
	});

	it('are as in the repository, but for the addresses of what is in there', () => {
		for (const [name, text] of [
			['readme.md', readme],
			['changelog.md', readFileSync(join(root, 'CHANGELOG.md'), 'utf8')],
		] as const) {
			const back = packaged(`extension/${name}`).replaceAll(
				/\]\(https:\/\/github\.com\/[^/]+\/[^/]+\/(raw|blob)\/v[^/]+\//g,
				'](',
			);
			assert.equal(back, text);
		}
	});

	it('lead to the release that they came with', () => {
		const { links, pictures } = inMarkdown(page);
		for (const picture of pictures) assert.ok(picture.startsWith(`${repository}/raw/${at}/`), picture);
		const own = links.filter(link => link.startsWith(`${repository}/`) && /\/(blob|raw|tree)\//.test(link));
		for (const link of own) assert.ok(link.startsWith(`${repository}/blob/${at}/`), link);
	});

	it('have no HTML, which galleries show or not as they like', () => {
		assert.ok(
			!markdownIt({ html: true })
				.parse(page, {})
				.some(({ type }) => type.startsWith('html')),
		);
	});
});

describe('the pages in the repository', () => {
	for (const name of ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']) {
		it(`name files and headings that are there: ${name}`, () => {
			const { links, pictures, anchors } = inMarkdown(readFileSync(join(root, name), 'utf8'));
			for (const target of [...links, ...pictures].filter(target => !/^https?:/.test(target))) {
				const isThere = target.startsWith('#')
					? anchors.includes(target)
					: existsSync(join(root, target.replace(/#.*/, '')));
				assert.ok(isThere, target);
			}
		});
	}
});
