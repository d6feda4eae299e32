import assert from 'node:assert/strict';
import { createParser } from '../../src/core';
import { inlineText } from '../../src/core/inline';
import { simpleText } from '../../src/core/simpleText';
import { sidesWith } from '../unit/support/arbiter';
import { differenceIn } from '../unit/support/difference';
import { nastyInlines } from '../unit/support/nasty';
import { type Mode, nastyCase } from '../unit/support/nastyCase';
import { Random } from '../unit/support/random';
import { readByRecord } from '../unit/support/record';
import { render } from '../unit/support/render';

const seed = 1;

/** As many as take a moment; `npm run fuzz` tries any number with any seed. */
const cases: readonly (readonly [title: string, mode: Mode, count: number])[] = [
	['reads CommonMark as the parser of record does', 'commonmark', 120],
	['reads tables and footnotes as the parser of record does', 'extensions', 120],
	['reads an edited text as a new parser does', 'edits', 30],
];

describe('differential', function () {
	this.timeout(0);

	it('sides with CommonMark where the parser of record does not', () => {
		for (const text of [
			'---\n- [ ] a',
			'a\n>2. [ ] b',
			'a\n01. [ ] b',
			'a\n+ 0.\n  - [ ] b',
			'\tx\n2.\n=',
			'\tx\n+\n   [x]\n\u00a0\n-',
			'- -\n  [x] a',
			'<a b=/d>\n-',
			'- [ ] a\n<b>',
			'- [x]\n<b>\n  <div',
			'- [ ] a\n  ```\n- b',
			'- [ ] a\n\t```\n>',
			'- [ ] a\n\n      b\n      ',
			'- x`\n      a `\n  - [ ] b',
			'> - [ ] a\n>   > b\n> >',
		]) {
			const ours = createParser().parse(text);
			assert.notEqual(render(ours), render(readByRecord(text)), text);
			assert.ok(sidesWith(ours, text), JSON.stringify(text));
		}
	});

	for (const [title, mode, count] of cases) {
		it(title, () => {
			for (let number = 0; number < count; number++) {
				const texts = nastyCase(mode, seed, number);
				const found = differenceIn(texts);
				assert.equal(found?.ours, found?.expected, JSON.stringify(texts));
			}
		});
	}

	it('reads simple markup as a parser does', () => {
		const random = new Random(seed);
		const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
		for (let number = 0; number < 10_000; number++) {
			const text = nastyInlines(random);
			const simple = simpleText(text);
			const parsed = simple === undefined ? simple : inlineText(text, ['A', '[^A']);
			assert.equal(simple && onOneLine(simple), parsed && onOneLine(parsed), JSON.stringify(text));
		}
	});

	it('reads an edited long text as a new parser does', () => {
		const parser = createParser();
		const lines = Array.from(
			{ length: 400 },
			(_, line) => `${line % 40 === 0 ? '\n# h' : '- [ ] a'} ${String(line)}\n`,
		);
		const text = lines.join('');
		parser.parse(text);
		for (const changed of [
			`x${text}`,
			`${text}x`,
			text,
			text.slice(0, 5000),
			'',
			text,
			text,
			text.slice(9),
			text.replace('200', 'y'),
		]) {
			assert.equal(render(parser.parse(changed)), render(createParser().parse(changed)));
		}
	});
});
