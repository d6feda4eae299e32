import assert from 'node:assert/strict';
import { createParser, finishedIn, hasToDo, percent, progressOf, type Count } from '../../src/core';

const parser = createParser({ states: 'extended' });

function counts(markdown: string, expected: string, count?: Count): void {
	const { done, total } = progressOf(parser.parse(markdown), count);
	assert.equal(`${done}/${total}`, expected, markdown);
}

describe('progressOf', () => {
	it('counts nothing where there is no task', () => {
		counts('', '0/0');
		counts('# Title\n\nWords.\n\n- plain', '0/0');
		counts('# Title', '0/0', 'leaves');
	});

	it('counts every checkbox once, parents too', () => {
		counts('- [ ] a', '0/1');
		counts('- [x] a\n- [X] b\n- [ ] c', '2/3');
		counts('- [x] a\n  - [ ] b\n    - [x] c', '2/3');
		counts('# A\n- [x] a\n## B\n- [ ] b\n# C\n- plain\n  - [x] c', '2/3');
	});

	it('counts active tasks as not done and dropped ones not at all', () => {
		counts('- [~] a\n- [/] b\n- [x] c', '1/3');
		counts('- [-] a\n- [x] b', '1/1');
		counts('- [-] a\n  - [x] b\n  - [ ] c', '1/2');
		counts('- [-] a', '0/0');
	});

	it('counts only tasks that hold no counted task when asked for leaves', () => {
		counts('- [x] a\n  - [ ] b\n  - [x] c', '1/2', 'leaves');
		counts('- [x] a\n  - plain\n    - [ ] b', '0/1', 'leaves');
		counts('- [x] a\n  - [-] b', '1/1', 'leaves');
		counts('- [ ] a\n  - [ ] b\n    - [x] c', '1/1', 'leaves');
	});

	it('counts what is inside a node, not the node itself', () => {
		const [task] = parser.parse('- [ ] a\n  - [x] b').children;
		assert.ok(task);
		assert.deepEqual(progressOf(task), { done: 1, total: 1 });
		assert.deepEqual(progressOf(task, 'leaves'), { done: 1, total: 1 });
	});

	it('answers the same when asked again', () => {
		const roadmap = parser.parse('# A\n- [x] a\n  - [ ] b');
		for (let time = 0; time < 2; time++) {
			assert.deepEqual(progressOf(roadmap), { done: 1, total: 2 });
			assert.deepEqual(progressOf(roadmap, 'leaves'), { done: 0, total: 1 });
		}
	});
});

describe('hasToDo', () => {
	const has = (markdown: string, expected: boolean) => {
		const [node] = parser.parse(markdown).children;
		assert.ok(node);
		assert.equal(hasToDo(node), expected, markdown);
	};

	it('is so for tasks that are open or in progress', () => {
		has('- [ ] a', true);
		has('- [~] a', true);
		has('- [x] a', false);
		has('- [-] a', false);
	});

	it('is so for what has such tasks inside, however deep', () => {
		has('- [x] a\n  - [x] b\n    - [ ] c', true);
		has('- [-] a\n  - [~] b', true);
		has('- a\n  - [ ] b', true);
		has('- a\n  - [x] b\n  - [-] c', false);
		has('# A\n## B\n- [ ] b', true);
		has('# A\n- [-] a', false);
		has('# A', false);
	});

	it('is so for roadmaps', () => {
		assert.equal(hasToDo(parser.parse('# A\n- [ ] a')), true);
		assert.equal(hasToDo(parser.parse('# A\n- [x] a')), false);
	});
});

describe('finishedIn', () => {
	const finds = (markdown: string, expected: number) =>
		assert.equal(finishedIn(parser.parse(markdown)), expected, markdown);

	it('counts tasks that are done or dropped', () => {
		finds('', 0);
		finds('# A\n\n- plain', 0);
		finds('- [x] a\n- [-] b\n- [ ] c\n- [~] d', 2);
		finds('# A\n- [x] a\n## B\n- [ ] b\n- plain\n  - [x] c\n# C\n- [x] d', 3);
	});

	it('leaves out those with something left to do inside', () => {
		finds('- [x] a\n  - [ ] b', 0);
		finds('- [x] a\n  - [x] b\n  - [ ] c\n- [x] d', 2);
		finds('- [x] a\n  - [x] b\n    - [~] c\n      - [x] d\n  - [x] e', 2);
		finds('- [x] a\n  - plain\n    - [ ] b\n- [x] c\n  - [x] d', 2);
		finds('- [ ] a\n  - [x] b\n    - [-] c', 2);
		finds('- [x] a\n  - [ ] b\n\n# A\n\n- [x] c', 1);
	});
});

describe('percent', () => {
	const is = (done: number, total: number, expected: number) =>
		assert.equal(percent({ done, total }), expected, `${done} of ${total}`);

	it('is 0 only when nothing is done', () => {
		is(0, 0, 0);
		is(0, 5, 0);
		is(1, 1000, 1);
	});

	it('is 100 only when all is done', () => {
		is(1, 1, 100);
		is(999, 1000, 99);
		is(1000, 1000, 100);
	});

	it('is rounded in between', () => {
		is(1, 60, 2);
		is(2, 60, 3);
		is(1, 3, 33);
		is(2, 3, 67);
		is(1, 2, 50);
		is(1, 200, 1);
	});
});
