import assert from 'node:assert/strict';
import { createParser, nextTask, previousTask, wordsStart } from '../../src/core';

const parser = createParser({ states: 'extended' });

function isNext(markdown: string, expected: string | undefined): void {
	assert.equal(nextTask(parser.parse(markdown))?.text, expected, markdown);
}

describe('nextTask', () => {
	it('is the first task still to do', () => {
		isNext('- [ ] a\n- [ ] b', 'a');
		isNext('- [x] a\n- [ ] b', 'b');
		isNext('# A\n- [x] a\n# B\n- plain\n  - [ ] b', 'b');
	});

	it('is nothing where nothing is to do', () => {
		isNext('', undefined);
		isNext('# Title\n- plain', undefined);
		isNext('- [x] a\n- [-] b', undefined);
	});

	it('is what is inside a task before the task itself', () => {
		isNext('- [ ] a\n  - [x] b\n  - [ ] c\n- [ ] d', 'c');
		isNext('- [ ] a\n  - [ ] b\n    - [ ] c', 'c');
		isNext('- [ ] a\n  - [x] b', 'a');
		isNext('- [ ] a\n  - [-] b', 'a');
	});

	it('may be a task in progress, or one inside a finished task', () => {
		isNext('- [~] a\n- [ ] b', 'a');
		isNext('- [x] a\n  - [ ] b', 'b');
		isNext('- [-] a\n  - [/] b', 'b');
	});
});

/** Goes on from the `¦` in the text, forwards and backwards. */
function areAround(marked: string, before: string | undefined, after: string | undefined): void {
	const offset = marked.indexOf('¦');
	const roadmap = parser.parse(marked.replace('¦', ''));
	assert.equal(previousTask(roadmap, offset)?.text, before, marked);
	assert.equal(nextTask(roadmap, offset)?.text, after, marked);
}

describe('the tasks around a place', () => {
	it('are the nearest ones to do, not the one that the place is at the start of', () => {
		areAround('- [ ] a\n- [ ] ¦b\n- [ ] c', 'a', 'c');
		areAround('- [ ] a\n- [ ] b¦\n- [ ] c', 'b', 'c');
		areAround('- [ ] a\n¦- [ ] b\n- [ ] c', 'a', 'b');
		areAround('- [ ] a\n- [x] b\n\n¦\n# A\n- [x] c\n- [ ] d', 'a', 'd');
	});

	it('may be none', () => {
		areAround('¦- [ ] a', undefined, 'a');
		areAround('- [ ] a¦', 'a', undefined);
		areAround('# A¦', undefined, undefined);
	});

	it('have nothing to do inside them', () => {
		areAround('- [ ] a\n  - [ ] b\n¦- [ ] c\n  - [ ] d', 'b', 'd');
	});
});

describe('previousTask', () => {
	it('is the last one of all without a place', () => {
		assert.equal(previousTask(parser.parse('- [ ] a\n- [ ] b\n- [x] c'))?.text, 'b');
	});
});

describe('wordsStart', () => {
	it('is behind the box', () => {
		for (const [text, offset] of [
			['- [ ] a', 6],
			['- [x]\n  a', 6],
			['# A', 0],
		] as const) {
			const [node] = parser.parse(text).children;
			assert.equal(node && wordsStart(node), offset, text);
		}
	});
});
