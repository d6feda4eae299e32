/**
 * Says what a release brings: `node scripts/notes.mjs v1.2.3` prints the section of CHANGELOG.md about it. Refuses a tag that is
 * not the version of package.json, and a release of which the changelog does not say when and what.
 */
import { readFileSync } from 'node:fs';

const [tag = ''] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
// `## 1.2.3 - 2027-01-31`, and all until the next heading like it.
const [, head = '', notes = ''] =
	readFileSync('CHANGELOG.md', 'utf8')
		.split(/^## /m)
		.map(section => /^(.*)\n([^]*)$/.exec(section) ?? [])
		.find(([, head = '']) => head.split(' ')[0] === version) ?? [];

if (tag !== `v${version}`) {
	refuse(`The tag is ${tag || 'missing'}, package.json says ${version}: it has to be v${version}.`);
} else if (!/ - \d{4}-\d\d-\d\d$/.test(head)) {
	refuse(`CHANGELOG.md has no section "## ${version} - year-month-day".`);
} else if (notes.trim() === '') {
	refuse(`CHANGELOG.md says nothing about ${version}.`);
} else {
	console.log(notes.trim());
}

/** @param {string} why */
function refuse(why) {
	console.error(why);
	process.exitCode = 1;
}
