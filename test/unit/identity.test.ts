import assert from 'node:assert/strict';
import { createParser, descendants, keyOf, labelOf, relocate } from '../../src/core';

const parser = createParser({ states: 'extended' });

/** Finds in `after` the node that starts at `‸` in `before`; in `after`, `‸` stands where it should be found, if at all. */
function finds(before: string, after: string): void {
	const from = parser.parse(before.replace('‸', ''));
	const to = createParser({ states: 'extended' }).parse(after.replace('‸', ''));
	const node = [...descendants(from)].find(({ span }) => span.start === before.indexOf('‸'));
	assert.ok(node, before);
	const found = relocate(from, node, to);
	assert.equal(found?.span.start, after.includes('‸') ? after.indexOf('‸') : undefined, `${before}\n=>\n${after}`);
}

describe('keyOf', () => {
	it('tells kinds and words apart, and neither states nor levels', () => {
		const keys = (markdown: string) => [...descendants(parser.parse(markdown))].map(keyOf);
		assert.deepEqual(keys('# a\n- a\n  - [ ] a'), ['section:a', 'group:a', 'task:a']);
		assert.deepEqual(keys('## a\n1. a\n   1. [x] *a*'), ['section:a', 'group:a', 'task:a']);
	});
});

describe('relocate', () => {
	it('finds what stands where it stood', () => {
		finds('‸- [ ] a', '‸- [ ] a');
		finds('# A\n- plain\n  ‸- [ ] a', '# A\n- plain\n  ‸- [ ] a');
		finds('‸# A\n- [ ] a', '‸# A\n- [ ] a');
	});

	it('finds what moved with the lines above', () => {
		finds('# A\n‸- [ ] a', 'More.\n\n# A\n\nWords.\n\n‸- [ ] a');
		finds('- [ ] z\n‸- [ ] a', '‸- [ ] a');
		finds('# A\n# B\n- [ ] x\n‸- [ ] a', '# B\n‸- [ ] a\n- [ ] x\n# A');
	});

	it('finds what was ticked, dressed up or given another bullet', () => {
		finds('‸- [ ] a', '‸- [x] a');
		finds('‸- [ ] a `b`', '‸1. [-] *a* b');
		finds('‸## A', '‸A\n===');
	});

	it('finds what was moved elsewhere', () => {
		finds('# A\n‸- [ ] a\n# B\n- [ ] b', '# A\n# B\n- [ ] b\n  ‸- [ ] a');
		finds('# A\n- plain\n  ‸- [ ] a', '‸- [ ] a\n\n# A');
	});

	it('finds what stands in a renamed section', () => {
		finds('# A\n‸- [ ] a', '# Z\n‸- [ ] a');
		finds('# A\n## B\n- plain\n  ‸- [ ] a', '# A\n## Z\n- words\n  ‸- [ ] a');
	});

	it('finds nothing where it was reworded, removed or no task any more', () => {
		finds('‸- [ ] a', '- [ ] a!');
		finds('‸- [ ] a\n- [ ] b', '- [ ] b');
		finds('‸- [ ] a', '');
		finds('‸- [ ] a', '- a');
		finds('‸# A', '- [ ] A');
	});

	it('tells duplicates apart by their order while there are as many', () => {
		finds('‸- [ ] a\n- [ ] a', '- [ ] z\n‸- [ ] a\n- [ ] a');
		finds('- [ ] a\n‸- [ ] a', '- [ ] z\n- [ ] a\n‸- [ ] a');
		finds('# A\n- [ ] a\n# A\n‸- [ ] a', '# A\n- [ ] a\n# Z\n# A\n‸- [ ] a');
	});

	it('tells duplicates apart by the sections that they stand in', () => {
		finds('# A\n- [ ] a\n# B\n‸- [ ] a', '# B\n‸- [ ] a\n# A\n- [ ] a');
		finds('# A\n- [ ] a\n# B\n‸- [ ] a', '# A\n# B\n‸- [ ] a');
	});

	it('finds none of several duplicates when one came or went', () => {
		finds('‸- [ ] a\n- [ ] a', '- [ ] a');
		finds('- [ ] a\n‸- [ ] a', '- [ ] a');
		finds('‸- [ ] a', '- [ ] a\n- [ ] a');
		finds('# A\n‸- [ ] a\n# B\n- [ ] a', '# A\n# B\n- [ ] a');
		finds('# A\n‸- [ ] a\n# B\n- [ ] a', '# Z\n- [ ] a\n# B\n- [ ] a');
	});

	it('finds what stands only once in a section whose duplicate went', () => {
		finds('# A\n- [ ] x\n# A\n‸- [ ] a', '# A\n‸- [ ] a');
	});

	it('finds nothing for a node of another reading', () => {
		const [stranger] = parser.parse('- [ ] a').children;
		assert.ok(stranger);
		assert.equal(relocate(parser.parse('words'), stranger, parser.parse('- [ ] a')), undefined);
	});

	it('finds every node of a text in the same text', () => {
		const text = '# A\n- [ ] a\n- [ ] a\n  - b\n    - [ ] a\n## A\n- - [ ] a\n- - [ ] a\n# A\n> - [ ] a';
		const [from, to] = [createParser().parse(text), createParser().parse(text)];
		const found = [...descendants(from)].map(node => relocate(from, node, to));
		assert.deepEqual(found, [...descendants(to)], found.map(node => node && labelOf(node)).join());
	});
});
