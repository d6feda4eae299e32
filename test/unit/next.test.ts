import assert from 'node:assert/strict';
import { createParser, nextTask } from '../../src/core';

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
