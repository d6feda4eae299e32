import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const pictures = readdirSync(join(root, 'media/walkthrough')).map(name => `media/walkthrough/${name}`);

/** What somebody may have asked their system for less of. */
const motion = /\banimation\b|\btransition\b|@keyframes\b|\bscroll-behavior\b|<animate|<set\b|\.animate\(/;
const unlessUnwanted = /@media \(prefers-reduced-motion: no-preference\) \{\n(\t.*\n|\n)*\}/g;
/** These alone move nothing. */
const keyframes = /@keyframes [\w-]+ \{\n(\t.*\n|\n)*\}/g;

describe('What is drawn', () => {
	for (const name of ['src/review/page/review.css', 'media/preview.css', ...pictures]) {
		it(`moves only where nobody minds: ${name}`, () => {
			const style = readFileSync(join(root, name), 'utf8');
			assert.doesNotMatch(style.replaceAll(unlessUnwanted, '').replaceAll(keyframes, ''), motion);
		});
	}
});
