import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(__dirname, '..', '..');

interface Package {
	readonly version: string;
}

describe('the licences', () => {
	it('are there of all that is in the bundles', async () => {
		// All of it in one, as the desktop's bundle loads the rest of itself from the web's.
		const { metafile } = await build({
			entryPoints: ['src/extension.ts', 'src/review/page/main.tsx'],
			tsconfig: 'src/review/page/tsconfig.json',
			bundle: true,
			write: false,
			metafile: true,
			outdir: 'out',
			external: ['vscode'],
			conditions: ['worker'],
		});
		const names = Object.keys(metafile.inputs).flatMap(
			path => /\bnode_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
		);
		assert.ok(names.includes('preact') && names.includes('d3-shape') && names.includes('micromark'));
		const notices = readFileSync(join(root, 'dist/ThirdPartyNotices.txt'), 'utf8');
		for (const name of new Set([...names, 'markdown-it-emoji'])) {
			const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as Package;
			const listed = notices.split('-'.repeat(80)).find(part => part.includes(`\n${name} ${version} (`));
			assert.match(listed ?? '', /Permission (is hereby granted|to use, copy)[^]+(WARRANT)/, name);
		}
	});

	it('are of kinds that go with ours', () => {
		const notices = readFileSync(join(root, 'dist/ThirdPartyNotices.txt'), 'utf8');
		const kinds = [...notices.matchAll(/^[@\w/.-]+ \d[\w.-]* \((.*)\)$/gm)].map(([, kind]) => kind);
		assert.deepEqual([...new Set(kinds)].sort(), ['ISC', 'MIT']);
	});
});
