import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/folders';
import { root } from '../host/paths';
import { english, type Strings } from '../l10n/strings';

/** The locale that Windows and VS Code set aside for texts that are not really translated. */
export const pseudoLanguage = 'qps-ploc';

const [opening, closing] = ['«', '»'];
/** `Intl` writes them, in the language that it takes for this one. */
const dates = /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/;
/** A line that VS Code draws as a button, in a welcome. */
const button = /^\[([^\]]*)\]\(([^)]*)\)$/;

/**
 * A text as in a language with longer words: as long again by a third, and in brackets, so that one sees where it was cut and
 * what was put together of several.
 */
export function pseudo(text: string): string {
	return text
		.split('\n')
		.map(line => line.replace(button, (_, label: string, target: string) => `[${stretched(label)}](${target})`))
		.map(line => (button.test(line) ? line : stretched(line)))
		.join('\n');
}

function stretched(line: string): string {
	const words = line.replaceAll(/\]\([^)]*\)/g, '');
	const more = 'ïöüïöü '
		.repeat(words.length)
		.slice(0, Math.ceil(words.length / 3))
		.trim();
	return `${opening}${line} ${more}${closing}`;
}

/** Words outside of all brackets that are none of the roadmap's: those nobody could translate. */
export function untranslated(text: string, roadmap: string): string[] {
	let outside = text;
	for (let before = ''; before !== outside;) {
		before = outside;
		outside = outside.replaceAll(/«[^«»]*»/g, ' '); // one may stand in another
	}
	const words = outside.match(/\p{L}{2,}/gu) ?? [];
	return words.filter(word => !roadmap.includes(word) && !dates.test(word));
}

/** A folder with the extension that is built, speaking that language and no other. */
export function pseudoExtension(): string {
	const folder = join(temporaryFolder('pseudo').path, 'roadmap-progress');
	mkdirSync(join(folder, 'l10n'), { recursive: true });
	// Copies, as VS Code finds out who calls it by where the code really lies.
	for (const name of ['dist', 'media', 'package.json', 'package.nls.json']) {
		cpSync(join(root, name), join(folder, name), { recursive: true });
	}
	write(join(folder, `package.nls.${pseudoLanguage}.json`), english('manifest'));
	write(join(folder, 'l10n', `bundle.l10n.${pseudoLanguage}.json`), english('code'));
	return folder;
}

function write(file: string, strings: Strings): void {
	writeFileSync(
		file,
		JSON.stringify(Object.fromEntries(Object.entries(strings).map(([key, text]) => [key, pseudo(text)]))),
	);
}
