/** The licences of what the bundles have of others, as their authors ask for them to go along. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folders of the packages that these files are of.
 *
 * @param {Iterable<string>} files Paths with slashes, as esbuild's metafiles have them.
 */
export function packagesOf(files) {
	const folders = [...files].flatMap(file => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
	return [...new Set(folders)].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Wherever the packages are installed. @param {string} folder */
function nameOf(folder) {
	return folder.replace(/^.*?\bnode_modules\//, '');
}

/**
 * One text of all licences, each with the packages that it is of. Fails for a package that has none, as it must not be shipped.
 *
 * @param {string} root
 * @param {readonly string[]} folders Of packages, from there.
 */
export function noticesFor(root, folders) {
	/** @type {Map<string, string[]>} */
	const packages = new Map();
	for (const folder of folders) {
		const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
		const file = readdirSync(join(root, folder)).find(each => /^(licen[sc]e|copying)(\.\w+)?$/i.test(each));
		if (!file || typeof license !== 'string') {
			throw new Error(`${folder} has no licence`);
		}
		const text = readFileSync(join(root, folder, file), 'utf8')
			.replaceAll('\r\n', '\n')
			.trim();
		packages.set(text, [...(packages.get(text) ?? []), `${name} ${version} (${license})`]);
	}
	const parts = [...packages].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
	return ['Roadmap Progress contains parts of these packages.\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}
