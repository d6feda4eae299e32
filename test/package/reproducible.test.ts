import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(__dirname, '..', '..');

/** What comes about by itself, and so is not copied. */
const made = new Set(['.git', '.vscode-test', 'coverage', 'dist', 'node_modules', 'out', 'roadmap-progress.vsix']);

describe('packaging', function () {
	this.timeout(120_000);

	const folder = join(mkdtempSync(join(realpathSync.native(tmpdir()), 'roadmap-package-')), 'another folder');

	before(() => {
		cpSync(root, folder, { recursive: true, filter: path => path === root || !made.has(basename(path)) });
		symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	});

	after(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

	it('makes the same bytes in another folder, zone and language, of files with other dates and modes, without git', () => {
		for (const name of ['LICENSE', 'README.md', 'package.json', 'media/icon.png', 'l10n/bundle.l10n.de.json']) {
			utimesSync(join(folder, name), 1e9, 1e9);
			chmodSync(join(folder, name), 0o600);
		}
		const { status, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/package.mjs')], {
			encoding: 'utf8',
			env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'cs_CZ.UTF-8' },
		});
		assert.equal(status, 0, stderr);
		const [one, other] = [root, folder].map(where => readFileSync(join(where, 'roadmap-progress.vsix')));
		assert.ok(one && other && one.equals(other));
	});
});
