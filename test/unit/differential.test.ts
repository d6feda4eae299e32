import assert from 'node:assert/strict';
import { inlineText } from '../../src/core/inline';
import { KeptText } from '../../src/core/keptText';
import type { Roadmap } from '../../src/core/model';
import { createParser } from '../../src/core/parser';
import { simpleText } from '../../src/core/simpleText';
import { roadmapOf } from '../../src/core/tree';
import { sidesWith } from './support/arbiter';
import { edited, nastyInlines, nastyText } from './support/nasty';
import { Random } from './support/random';
import { readByRecord } from './support/record';
import { render } from './support/render';

const seed = Number(process.env['FUZZ_SEED'] ?? 1);
const count = Number(process.env['FUZZ_COUNT'] ?? 600);

/** Of definitions: `a`, and the footnote `a`. */
const labels = ['A', '[^A'];

/** Both readings of a text where they differ and the arbiter does not side with ours; undefined where all is well. */
function difference(text: string): readonly [ours: string, record: string] | undefined {
	const model = createParser().parse(text);
	const ours = comparable(model, text);
	const record = comparable(readByRecord(text), text);
	return ours === record || sidesWith(model, text) ? undefined : [ours, record];
}

/** In footnotes, the record lets list items end inside the next ones: there, ends are not compared. */
function comparable(roadmap: Roadmap, text: string): string {
	const rendered = render(roadmap);
	return text.includes('[^') ? rendered.replace(/^( *\w+(?: \d+)? \d+)-\d+/gm, '$1') : rendered;
}

function failure(number: number, text: string): string {
	return `FUZZ_SEED=${String(seed)}, text ${String(number)}: ${JSON.stringify(text)}`;
}

describe('differential', function () {
	this.timeout(0);

	it('sides with CommonMark where the parser of record does not', () => {
		for (const text of [
			'---\n- [ ] a',
			'a\n>2. [ ] b',
			'a\n+ 0.\n  - [ ] b',
			'\tx\n2.\n=',
			'<a b=/d>\n-',
			'- [ ] a\n<b>',
			'- [x]\n<b>\n  <div',
			'- [ ] a\n  ```\n- b',
			'- [ ] a\n\t```\n>',
		]) {
			const ours = createParser().parse(text);
			assert.notEqual(render(ours), render(readByRecord(text)), text);
			assert.ok(sidesWith(ours, text), JSON.stringify(text));
		}
	});

	for (const extensions of [false, true]) {
		it(`reads ${extensions ? 'tables and footnotes' : 'CommonMark'} as the parser of record does`, () => {
			const random = new Random(seed);
			for (let number = 0; number < count; number++) {
				const text = nastyText(random, { extensions });
				const found = difference(text);
				if (found) assert.equal(...found, failure(number, text));
			}
		});
	}

	it('reads simple markup as a parser does', () => {
		const random = new Random(seed);
		const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
		for (let number = 0; number < 20 * count; number++) {
			const text = nastyInlines(random);
			const simple = simpleText(text);
			if (simple !== undefined)
				assert.equal(onOneLine(simple), onOneLine(inlineText(text, labels)), failure(number, text));
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

	it('reads an edited text as a new parser does', () => {
		const random = new Random(seed);
		for (let number = 0; number < count; number++) {
			// With segments as short as can be, which many texts as short as these have one of otherwise.
			const kept = new KeptText('gfm', 1);
			let text = random.some(1, 4, () => nastyText(random, { extensions: true })).join('');
			for (let edit = 0; edit < 10; edit++) {
				assert.equal(
					render(roadmapOf(text, kept.update(text))),
					render(createParser().parse(text)),
					failure(number, text),
				);
				text = edited(random, text);
			}
		}
	});
});
