import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', 'scripts', 'notes.mjs');

describe('the notes of a release', () => {
	const folder = mkdtempSync(join(tmpdir(), 'roadmap-notes-'));
	after(() => rmSync(folder, { recursive: true, force: true }));

	/** What the script says about a tag, with version 1.2.0 in package.json. */
	function notes(tag: string, changelog: string) {
		writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.0" }');
		writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
		const { status, stdout, stderr } = spawnSync(process.execPath, [script, tag], { cwd: folder, encoding: 'utf8' });
		return { status, said: (stdout + stderr).trim() };
	}

	const older = '## 1.1.0 - 2026-12-01\n\n- Older.\n';

	it('are what the changelog says of it', () => {
		const changelog = `# Changelog\n\n## Unreleased\n\n- Soon.\n\n## 1.2.0 - 2027-01-31\n\n- One.\n- Two.\n\n### More\n\n${older}`;
		assert.deepEqual(notes('v1.2.0', changelog), { status: 0, said: '- One.\n- Two.\n\n### More' });
	});

	it('are refused for another version', () => {
		const { status, said } = notes('v1.3.0', `## 1.3.0 - 2027-01-31\n\n- One.\n`);
		assert.equal(status, 1);
		assert.match(said, /^The tag is v1\.3\.0, package\.json says 1\.2\.0/);
	});

	for (const [what, changelog] of [
		['does not name it', older],
		['has no day for it', `## 1.2.0\n\n- One.\n\n${older}`],
		['names only one that starts like it', `## 1.2.0-rc - 2027-01-31\n\n- One.\n`],
		['says nothing about it', `## 1.2.0 - 2027-01-31\n\n${older}`],
	] as const) {
		it(`are refused where the changelog ${what}`, () => {
			const { status, said } = notes('v1.2.0', changelog);
			assert.equal(status, 1);
			assert.match(said, /^CHANGELOG\.md (has no section|says nothing)/);
		});
	}
});
