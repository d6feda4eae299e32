import assert from 'node:assert/strict';
import { completedIn, createParser, labelOf } from '../../src/core';

function completed(markdown: string, ...expected: readonly string[]): void {
	const roadmap = createParser({ states: 'extended' }).parse(markdown);
	assert.deepEqual(completedIn(roadmap).map(labelOf), expected, markdown);
}

describe('completedIn', () => {
	it('is what has nothing left to do', () => {
		completed('- [x] a\n- [ ] b\n- [-] c\n- [~] d', 'a', 'c');
		completed('# A\n- [x] a\n- [-] b\n# B\n- [x] c\n- [ ] d\n# C', 'A', 'c');
		completed('- a\n  - [x] b\n- c\n  - [x] d\n  - [ ] e', 'a', 'd');
	});

	it('is the outermost of it', () => {
		completed('# A\n## B\n- [x] a\n## C\n- [x] b\n# D', 'A');
		completed('- [x] a\n  - [x] b\n- [ ] c', 'a');
	});

	it('is no task with something left to do inside, nor one to do with nothing left inside', () => {
		completed('- [x] a\n  - [x] b\n  - [ ] c', 'b');
		completed('- [ ] a\n  - [x] b\n  - [-] c', 'b', 'c');
	});

	it('is no section around everything, but one of several', () => {
		completed('# A\n- [x] a\n## B\n- [x] b', 'a', 'B');
		completed('words\n\n# A\n- [x] a', 'a');
		completed('# A\n- [x] a\n# Notes', 'A');
		completed('- [x] a\n\n# B\n- [x] b', 'a', 'B');
	});

	it('is nothing where there are no tasks', () => {
		completed('');
		completed('# A\n- plain\n# B');
	});
});
