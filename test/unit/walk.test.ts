import assert from 'node:assert/strict';
import { createParser, descendants, isToDo, labelOf, pathAt, tasksIn } from '../../src/core';

const parser = createParser({ states: 'extended' });

const nested = '# A\n\n- plain\n  - [ ] a\n    - [x] b\n\n## B\n\n- [ ] c\n\n# C\n';

describe('descendants', () => {
	it('go through all nodes in document order', () => {
		assert.deepEqual([...descendants(parser.parse(nested))].map(labelOf), ['A', 'plain', 'a', 'b', 'B', 'c', 'C']);
	});

	it('leave out the node itself', () => {
		const [section] = parser.parse(nested).children;
		assert.ok(section);
		assert.deepEqual([...descendants(section)].map(labelOf), ['plain', 'a', 'b', 'B', 'c']);
	});
});

describe('tasksIn', () => {
	it('goes through all tasks in document order', () => {
		assert.deepEqual([...tasksIn(parser.parse(nested))].map(labelOf), ['a', 'b', 'c']);
	});
});

describe('pathAt', () => {
	/** `‸` stands where the path leads. */
	const leads = (marked: string, expected: string) => {
		const path = pathAt(parser.parse(marked.replace('‸', '')), marked.indexOf('‸'));
		assert.equal(path.map(labelOf).join(' > '), expected, marked);
	};

	it('leads through sections, groups and tasks', () => {
		leads('# A\n\n- plain\n  - [ ] a\n    - [x] b‸\n\n## B\n', 'A > plain > a > b');
		leads('# A\n\n- plain\n  - [ ] a‸\n    - [x] b\n', 'A > plain > a');
		leads('# A\n\n- pl‸ain\n  - [ ] a\n', 'A > plain');
		leads('# A\n## B\n### C\n# D\nwords‸', 'D');
	});

	it('leads to a section from its heading to the next', () => {
		leads('‸# A\n# B', 'A');
		leads('# A‸\n# B', 'A');
		leads('# A\n‸# B', 'B');
		leads('# A\n# B\n\n\n‸', 'B');
		leads('# A\n# B\n\n- [ ] a\n\nwords‸', 'B');
	});

	it('leads to an item from its bullet to its last character, a cursor behind it included', () => {
		leads('‸- [ ] a', 'a');
		leads('- [ ] a‸', 'a');
		leads('- [ ] a‸\n- [ ] b', 'a');
		leads('- [ ] a\n‸- [ ] b', 'b');
		leads('- [ ] a\n  more‸', 'a more');
	});

	it('leads nowhere outside all nodes', () => {
		leads('‸', '');
		leads('‸words\n\n# A', '');
		leads('- [ ] a\n\n‸words', '');
		leads('‸  - [ ] a', '');
	});
});

describe('isToDo', () => {
	it('holds for open and active tasks', () => {
		const tasks = [...tasksIn(parser.parse('- [ ] a\n- [x] b\n- [~] c\n- [/] d\n- [-] e'))];
		assert.deepEqual(tasks.filter(isToDo).map(labelOf), ['a', 'c', 'd']);
	});
});
