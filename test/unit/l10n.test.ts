import assert from 'node:assert/strict';
import { english, languages, translated, type Kind, type Language } from '../l10n/strings';

const kinds: readonly Kind[] = ['code', 'manifest'];
const pairs = languages.flatMap(language => kinds.map(kind => ({ language, kind })));

/** Every text with what becomes of it. */
function each(kind: Kind, language: Language): { key: string; from: string; to: string }[] {
	const strings = translated(kind, language);
	return Object.entries(english(kind)).map(([key, from]) => ({ key, from, to: strings[key] ?? '' }));
}

function all(pattern: RegExp, text: string): string[] {
	return [...text.matchAll(pattern)].map(([found]) => found).sort();
}

/** What must be the same in every language: placeholders, links' targets, icons, marks, code; but for a task's words in it. */
function untouched(text: string): string[] {
	const placeholders = new Set(all(/(?<!\$)\{\d+\}/g, text));
	const others = all(/\]\([^)]*\)|\$\(\w+\)|`[^`]*`|\[[ x~/-]\]|\d{4}-\d\d-\d\d|\n/g, text);
	return [...placeholders, ...others.map(found => found.replace(/(- \[ \] )[^`]*/, '$1'))];
}

/** How a text ends, which tells a sentence from a label. */
function ending(text: string): string {
	return (/[.。…?？]\)?$/.exec(text)?.[0] ?? '').replace('。', '.').replace('？', '?');
}

describe('the texts in English', () => {
	for (const kind of kinds) {
		const texts = Object.values(english(kind));

		it(`use no tricks for plurals, and do not shout: ${kind}`, () => {
			assert.deepEqual(
				texts.filter(text => /\(e?s\)|!(?!\[)/.test(text)),
				[],
			);
		});

		it(`have no space around them: ${kind}`, () => {
			assert.deepEqual(
				texts.filter(text => text !== text.trim()),
				[],
			);
		});
	}
});

describe('the texts in other languages', () => {
	for (const { language, kind } of pairs) {
		const name = `${language}, ${kind}`;
		const texts = each(kind, language);

		it(`are all there, and none is left over: ${name}`, () => {
			assert.deepEqual(
				texts.filter(({ to }) => to === '').map(({ key }) => key),
				[],
				'npm run l10n tells what is missing',
			);
			const source = english(kind);
			assert.deepEqual(
				Object.keys(translated(kind, language)).filter(key => !(key in source)),
				[],
			);
		});

		it(`keep placeholders, links, icons and code: ${name}`, () => {
			for (const { from, to } of texts) assert.deepEqual(untouched(to), untouched(from), to);
		});

		it(`have no space around them, and none twice: ${name}`, () => {
			assert.deepEqual(
				texts.filter(({ to }) => to !== to.trim() || /[^\S\n]{2}/.test(to)).map(({ to }) => to),
				[],
			);
		});

		it(`end as the English ones do: ${name}`, () => {
			for (const { from, to } of texts) assert.equal(ending(to), ending(from), to);
		});
	}

	for (const language of languages) {
		it(`call commands what the palette calls them: ${language}`, () => {
			const [manifest, titles] = [english('manifest'), translated('manifest', language)];
			const command = (strings: typeof manifest, key: string): string =>
				`${strings['category'] ?? ''}: ${strings[key] ?? ''}`;
			for (const { from, to } of kinds.flatMap(kind => each(kind, language))) {
				for (const key of Object.keys(manifest).filter(key => from.includes(command(manifest, key)))) {
					assert.ok(to.includes(command(titles, key)), `${to} should name ${command(titles, key)}`);
				}
			}
		});
	}
});
