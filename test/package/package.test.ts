import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../l10n/strings';

/** What `npm run package` made. */
const archive = readFileSync(join(__dirname, '..', '..', 'roadmap-progress.vsix'));

/** The names in a zip archive, from the entries of its central directory (APPNOTE 4.3.12), which its last record counts. */
function namesIn(zip: Buffer): string[] {
	const last = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	let entry = zip.readUInt32LE(last + 16);
	return Array.from({ length: zip.readUInt16LE(last + 10) }, () => {
		const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map(field => zip.readUInt16LE(entry + field));
		const start = entry + 46;
		entry = start + name + extra + comment;
		return zip.toString('utf8', start, start + name);
	});
}

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
		assert.deepEqual(namesIn(archive).sort(), expected.sort());
	});

	it('is no larger than 250 kB', () => {
		assert.ok(archive.length <= 250_000, `${archive.length} bytes`);
	});
});

/** What each may require, and how large it may be: what starts with VS Code is to be quick to load. */
const bundles = [
	{ path: 'dist/extension.js', requires: ['./web/extension.js', 'vscode'], most: 160_000 },
	{ path: 'dist/web/extension.js', requires: ['vscode'], most: 280_000 },
	{ path: 'dist/review.js', requires: [], most: 60_000 },
];

describe('the bundles', () => {
	for (const { path, requires, most } of bundles) {
		const code = readFileSync(join(__dirname, '..', '..', path), 'utf8');

		it(`take nothing else from where they run: ${path}`, () => {
			const required = [...code.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name);
			assert.deepEqual([...new Set(required)].sort(), requires);
		});

		it(`are no larger than ${most / 1000} kB: ${path}`, () => {
			const size = Buffer.byteLength(code);
			assert.ok(size <= most, `${size} bytes`);
		});
	}
});
