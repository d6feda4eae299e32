/**
 * Makes the VSIX: `npm run package`. The same sources make the same bytes, whenever and in whichever folder, with the same
 * Node.js (another may compress otherwise). So what a zip archive says about the machine is the same for all.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? '.', '..');
const archive = join(root, 'roadmap-progress.vsix');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
const { status } = spawnSync(
	process.execPath,
	[
		vsce,
		'package',
		'--no-dependencies',
		// Links and pictures of the README lead to the release it came with, not to what they have become since.
		`--githubBranch=v${version}`,
		`--out=${archive}`,
	],
	{
		cwd: root,
		stdio: 'inherit',
		env: {
			...process.env,
			// With a date, vsce sorts the files as well. Nobody reads it, so it is none of anybody's: the first that an archive can tell.
			SOURCE_DATE_EPOCH: String(Date.UTC(1980, 0, 1) / 1000),
			// An archive tells local time, and vsce sorts as the language does.
			TZ: 'UTC',
			LC_ALL: 'C',
		},
	},
);
if (status === 0) {
	writeFileSync(archive, withPlainModes(readFileSync(archive)));
}
process.exitCode = status ?? 1;

/**
 * Every file readable by all and writable by its owner, as git keeps them, whatever the system that they were checked out on
 * says. Modes stand in the entries of the archive's central directory (APPNOTE 4.3.12), which its last record counts.
 * @param {Buffer} zip
 */
function withPlainModes(zip) {
	const last = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	let entry = zip.readUInt32LE(last + 16);
	for (let count = zip.readUInt16LE(last + 10); count > 0; count--) {
		zip.writeUInt32LE((0o100644 << 16) >>> 0, entry + 38);
		entry += 46 + [28, 30, 32].reduce((sum, field) => sum + zip.readUInt16LE(entry + field), 0);
	}
	return zip;
}
