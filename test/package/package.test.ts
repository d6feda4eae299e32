import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../l10n/strings';
import { filesOf } from './archive';

const root = join(__dirname, '..', '..');

/** What `npm run package` made. */
const archive = readFileSync(join(root, 'roadmap-progress.vsix'));
const files = filesOf(archive);

describe('the package', () => {
	it('holds what is needed, and nothing else', () => {
		const expected = [
			'[Content_Types].xml',
			'extension.vsixmanifest',
			'extension/LICENSE.txt',
			'extension/changelog.md',
			'extension/dist/ThirdPartyNotices.txt',
			'extension/dist/emoji.json',
			'extension/dist/extension.js',
			'extension/dist/review.css',
			'extension/dist/review.js',
			'extension/dist/web/extension.js',
			...languages.map(language => `extension/l10n/bundle.l10n.${language}.json`),
			'extension/media/icon.png',
			'extension/media/preview.css',
			'extension/media/rings.woff',
			'extension/media/roadmap.svg',
			'extension/media/walkthrough/agents.svg',
			'extension/media/walkthrough/create.svg',
			'extension/media/walkthrough/next.svg',
			'extension/media/walkthrough/review.svg',
			'extension/media/walkthrough/tick.svg',
			'extension/package.json',
			...languages.map(language => `extension/package.nls.${language}.json`),
			'extension/package.nls.json',
			'extension/readme.md',
		];
		assert.deepEqual([...files.keys()].sort(), expected.sort());
	});

	it('is no larger than 320 kB', () => {
		assert.ok(archive.length <= 320_000, `${archive.length} bytes`);
	});
});

/** What each may require, and how large it may be: what starts with VS Code is to be quick to load. */
const bundles = [
	{ path: 'dist/extension.js', requires: ['./web/extension.js', 'vscode'], most: 160_000 },
	{ path: 'dist/web/extension.js', requires: ['vscode'], most: 321_000 },
	{ path: 'dist/review.js', requires: [], most: 60_000 },
];

describe('the bundles', () => {
	for (const { path, requires, most } of bundles) {
		const code = readFileSync(join(root, path), 'utf8');

		it(`take nothing else from where they run: ${path}`, () => {
			const required = [...code.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name);
			assert.deepEqual([...new Set(required)].sort(), requires);
		});

		it(`do not say where they were built: ${path}`, () => {
			assert.ok(!code.includes(root) && !code.includes(root.replaceAll('\\', '/')));
		});

		it(`are no larger than ${most / 1000} kB: ${path}`, () => {
			const size = Buffer.byteLength(code);
			assert.ok(size <= most, `${size} bytes`);
		});
	}
});
