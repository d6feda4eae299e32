import assert from 'node:assert/strict';
import {
	createParser,
	descendants,
	finishedIn,
	hasTasks,
	isToDo,
	labelOf,
	nextTask,
	nodesBetween,
	ownText,
	pathAt,
	progressOf,
	sectionsIn,
	tasksIn,
	type Roadmap,
} from '../../src/core';
import { nastyText } from './support/nasty';
import { Random } from './support/random';

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

describe('sectionsIn', () => {
	it('goes through all sections in document order', () => {
		assert.deepEqual([...sectionsIn(parser.parse(nested))].map(labelOf), ['A', 'B', 'C']);
		assert.deepEqual([...sectionsIn(parser.parse('### A\n# B\n### C\n## D\n- [ ] a'))].map(labelOf), [
			'A',
			'B',
			'C',
			'D',
		]);
		assert.deepEqual([...sectionsIn(parser.parse(''))], []);
	});
});

describe('hasTasks', () => {
	const holds = (markdown: string, expected: boolean) =>
		assert.equal(hasTasks(parser.parse(markdown)), expected, markdown);

	it('holds where there is a task of any state', () => {
		holds('# A\n## B\n- a\n  - [-] b', true);
		holds('- [x] a', true);
		holds('# A\n- b', false);
		holds('', false);
	});

	it('holds for what is around a task, not for the task itself', () => {
		const [a, c] = parser.parse('- [ ] a\n  - [ ] b\n- [ ] c').children;
		assert.deepEqual([a && hasTasks(a), c && hasTasks(c)], [true, false]);
	});
});

describe('nodesBetween', () => {
	it('are those that have something of a stretch of text', () => {
		const between = (marked: string) => {
			const start = marked.indexOf('‸');
			const roadmap = parser.parse(marked.replaceAll('‸', ''));
			return [...nodesBetween(roadmap, start, marked.lastIndexOf('‸') - 1)].map(labelOf);
		};
		assert.deepEqual(between('# A\n- [ ] a\n# B\n‸- [ ] b\n  - [ ] c‸\n- [ ] d\n# C'), ['B', 'b', 'c']);
		assert.deepEqual(between('- [ ] a\n  - [ ] ‸b\n- [ ] c‸'), ['a', 'b', 'c']);
		assert.deepEqual(between('‸- [ ] a\n‸- [ ] b'), ['a']);
	});
});

describe('ownText', () => {
	const says = (markdown: string, expected: string) => {
		const [item] = parser.parse(markdown).children;
		assert.ok(item && item.kind !== 'section');
		const { start, end } = ownText(markdown, item);
		assert.equal(markdown.slice(start, end), expected, markdown);
	};

	it('goes from the words to what is inside, or to the end', () => {
		says('- [ ] a\n  more\n  - [ ] b', 'a\n  more\n');
		says('- [ ] a\r  - [ ] b', 'a\r');
		says('- [ ] a\n\n  note\n', 'a\n\n  note');
		says('- a\n  - [ ] b', '- a\n');
		says('- [ ] a', 'a');
		says('- - [ ] a', '');
	});
});

describe('what the reading tells', () => {
	/** The same nodes, with nothing known of them. */
	const copyOf = (roadmap: Roadmap) => JSON.parse(JSON.stringify(roadmap)) as Roadmap;

	it('is what the nodes say', () => {
		const random = new Random(1);
		for (let number = 0; number < 300; number++) {
			const text = random.some(1, 5, () => nastyText(random, 'commonmark')).join('\n\n# h\n\n');
			const roadmap = parser.parse(text);
			const copy = copyOf(roadmap);
			const told = (of: Roadmap) =>
				[of, ...sectionsIn(of)].map(each => [progressOf(each), hasTasks(each), nextTask(each)?.mark]);
			assert.equal(finishedIn(roadmap), finishedIn(copy), JSON.stringify(text));
			assert.deepEqual(told(roadmap), told(copy), JSON.stringify(text));
			assert.equal(nextTask(roadmap, text.length / 2)?.mark, nextTask(copy, text.length / 2)?.mark);
		}
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
