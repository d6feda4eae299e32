/**
 * Lists what is not translated yet and what is left over: `npm run l10n`. With `--write` it takes out what is left over and
 * puts in what is missing, with nothing said yet, in the order of the English texts.
 */
import { english, languages, translated, write, type Kind } from './strings';

const kinds: readonly Kind[] = ['manifest', 'code'];
let faults = 0;

for (const kind of kinds) {
	const source = english(kind);
	for (const language of languages) {
		const strings = translated(kind, language);
		const missing = Object.keys(source).filter(key => !strings[key]);
		const leftOver = Object.keys(strings).filter(key => !(key in source));
		console.log(`${language}, ${kind}: ${missing.length} missing, ${leftOver.length} left over`);
		for (const key of missing)
			console.log(`  + ${key}${source[key] === key ? '' : `: ${JSON.stringify(source[key])}`}`);
		for (const key of leftOver) console.log(`  - ${key}`);
		faults += missing.length + leftOver.length;
		if (process.argv.includes('--write')) {
			write(kind, language, Object.fromEntries(Object.keys(source).map(key => [key, strings[key] ?? ''])));
		}
	}
}
process.exitCode = faults > 0 ? 1 : 0;
