import assert from 'node:assert/strict';
import {
	addTasks,
	applyEdits,
	type Change,
	createParser,
	descendants,
	duplicate,
	indent,
	labelOf,
	markdownOf,
	move,
	moveUp,
	remove,
	rename,
	type Refusal,
	sortFinished,
	wordsOf,
} from '../../src/core';
import { nodeOf, options, trying } from './support/restructured';

const parser = createParser({ states: 'extended' });

describe('remove', () => {
	const { makes, refuses } = trying((text, { nodes }) => remove(text, nodes, options));

	it('takes out tasks with all that is in them', () => {
		const text = '- [ ] a\n- [ ] b\n  note\n\n  ```\n  code\n  ```\n  - [ ] c\n- [ ] d\n';
		makes('b', text, '- [ ] a\n- [ ] d\n');
		makes('c', text, text.replace('  - [ ] c\n', ''));
		makes('a, c, d', text, '- [ ] b\n  note\n\n  ```\n  code\n  ```\n');
		makes('c, b', text, '- [ ] a\n- [ ] d\n');
		makes('b', '- [ ] a\n  - [ ] b\n\n  rest\n', '- [ ] a\n\n  rest\n');
		makes('b', '- [ ] a\n* [ ] b\n- [ ] c\n', '- [ ] a\n- [ ] c\n');
		makes('a', '> words\n>\n> - [ ] a\n\nmore\n', '> words\n\nmore\n');
	});

	it('leaves one of the gaps around', () => {
		makes('b', '- [ ] a\n\n- [ ] b\n\n- [ ] c\n', '- [ ] a\n\n- [ ] c\n');
		makes('c', '- [ ] a\n\n- [ ] b\n\n- [ ] c\n', '- [ ] a\n\n- [ ] b\n');
		makes('b', '- [ ] a\n\n  - [ ] b\n\n- [ ] c\n', '- [ ] a\n\n- [ ] c\n');
		makes('b', 'words\n\n\n- [ ] b\n\nmore\n', 'words\n\n\nmore\n');
		makes('b', '> - [ ] a\n>\n> - [ ] b\n>\n> - [ ] c\n', '> - [ ] a\n>\n> - [ ] c\n');
		makes('a, b, c', '## A\n\n- [ ] a\n- [ ] b\n\n- [ ] c\n\n## B\n', '## A\n\n## B\n');
	});

	it('leaves no gap at the start and none at the end', () => {
		makes('a', '- [ ] a\n\n- [ ] b\n', '- [ ] b\n');
		makes('a', '> - [ ] a\n>\n> - [ ] b\n', '> - [ ] b\n');
		makes('A', '\ufeff## A\r\n\r\n\r\n## B\r\n', '\ufeff## B\r\n');
		makes('b', '- [ ] a\n\n- [ ] b', '- [ ] a');
		makes('a', '- [ ] a', '');
		makes('a', '\ufeff- [ ] a\n', '\ufeff');
		makes('a', '---\nt: x\n---\n\n- [ ] a\n\n## B\n', '---\nt: x\n---\n\n## B\n');
	});

	it('numbers anew', () => {
		makes('b', '1. [ ] a\n2. [ ] b\n3. [ ] c\n', '1. [ ] a\n2. [ ] c\n');
		makes('a', '1. [ ] a\n2. [ ] b\n', '1. [ ] b\n');
		makes('a', '1. [ ] a\n1. [ ] b\n', '1. [ ] b\n');
		makes('b', '3. [ ] a\n5. [ ] b\n7. [ ] c\n', '3. [ ] a\n7. [ ] c\n');
		makes('a', '9. [ ] a\n10. [ ] b\n    - [ ] c\n\n    para\n', '9. [ ] b\n   - [ ] c\n\n   para\n');
		makes('a', '8.  [ ] a\n9.  [ ] b\n10. [ ] c\n    note\n', '8.  [ ] b\n9.  [ ] c\n    note\n');
		makes('a', '9. [ ] a\n10.\n11. [ ] c\n', '9.\n10. [ ] c\n');
		makes(
			'a, c',
			'9. [ ] a\n10. [ ] b\n\n    9. [ ] c\n    10. [ ] d\n        note\n',
			'9. [ ] b\n\n   9. [ ] d\n      note\n',
		);
	});

	it('takes out sections with those in them', () => {
		const text = '# T\n\n## A\n\n- [ ] a\n\n### I\n\n## B\n\nwords\n';
		makes('A', text, '# T\n\n## B\n\nwords\n');
		makes('B', text, text.slice(0, text.indexOf('\n## B')));
		makes('A, B', text, '# T\n');
		makes('A', 'words\n## A\nmore\n', 'words\n');
		makes('B', '## A\n- [ ] a\n## B\n\n## C\n', '## A\n- [ ] a\n\n## C\n');
		makes('A', '- [ ] a\n\nA\n===\n\nB\n===\n', '- [ ] a\n\nB\n===\n');
	});

	it('takes out a rule with a section', () => {
		const text = '# T\n\n## A\n\na\n\n---\n\n## B\n\nb\n\n---\n\n## C\n';
		makes('A', text, '# T\n\n## B\n\nb\n\n---\n\n## C\n');
		makes('B', text, '# T\n\n## A\n\na\n\n---\n\n## C\n');
		makes('C', text, '# T\n\n## A\n\na\n\n---\n\n## B\n\nb\n');
		makes('A, B', text, '# T\n\n## C\n');
		makes('B', '## A\n\n## B\n\n---\n\n## C\n', '## A\n\n---\n\n## C\n');
		makes('B', '## A\n\n---\n\n## B\n\n## C\n', '## A\n\n---\n\n## C\n');
		makes('I', '## A\n\n### I\n\n---\n\n## B\n', '## A\n\n---\n\n## B\n');
		makes('C', `${text}\n---\n`, '# T\n\n## A\n\na\n\n---\n\n## B\n\nb\n\n---\n');
	});

	it('refuses where something else would change', () => {
		refuses('a', '- - [ ] a\n', 'sharesLine');
		refuses('D', '# [d]\n\n## D\n\n[d]: /u\n', 'unsafe');
		refuses('D', '- [ ] a[^1]\n\n## D\n\n[^1]: b\n', 'unsafe');
		makes('D', '# d\n\n## D\n\n[d]: /u\n', '# d\n');
	});
});

describe('duplicate', () => {
	const { makes, refuses } = trying((text, { nodes }) => duplicate(text, nodes, options));

	it('refuses a copy whose characters would read otherwise, as in a footnote', () => {
		refuses('a', '[^b]:-   [ ]\ta\n    \t#\n', 'unsafe');
	});

	it('puts a copy behind each node', () => {
		makes(
			'a',
			'- [ ] a\n  note\n  - [x] b\n- [ ] c\n',
			'- [ ] a\n  note\n  - [x] b\n- [ ] a\n  note\n  - [x] b\n- [ ] c\n',
		);
		makes('a, b', '- [ ] a\n- [ ] b', '- [ ] a\n- [ ] a\n- [ ] b\n- [ ] b');
		makes('b', '- [ ] a\n\n- [ ] b\n', '- [ ] a\n\n- [ ] b\n\n- [ ] b\n');
		makes('a', '1. [ ] a\n2. [ ] b\n', '1. [ ] a\n2. [ ] a\n3. [ ] b\n');
		makes('a', '- - [ ] a\n    note\n', '- - [ ] a\n    note\n  - [ ] a\n    note\n');
		makes('c, a', '8. [ ] a\n9. [ ] b\n   1. [ ] c\n', '8. [ ] a\n9. [ ] a\n10. [ ] b\n    1. [ ] c\n    2. [ ] c\n');
	});

	it('puts a copy behind each section', () => {
		makes('A, a', '# A\n- [ ] a\n', '# A\n- [ ] a\n\n# A\n- [ ] a\n');
		makes('A', '# T\n\n## A\n\n### I\n\n## B', '# T\n\n## A\n\n### I\n\n## A\n\n### I\n\n## B');
		makes('T', '\ufeffT\r\n===', '\ufeffT\r\n===\r\n\r\nT\r\n===');
		makes('B', '## A\n\n---\n\n## B\n\nb\n', '## A\n\n---\n\n## B\n\nb\n\n---\n\n## B\n\nb\n');
	});
});

describe('rename', () => {
	const { keeps, makes, refuses } = trying((text, { nodes: [node] }) => {
		assert.ok(node);
		return rename(text, node, words, options);
	});
	let words = '';
	const renames = (to: string, before: string, after: string, from = 'a') => {
		words = to;
		makes(from, before, after);
	};
	const refusesTo = (to: string, text: string, reason: Refusal['refused'] = 'unsafe') => {
		words = to;
		refuses('a', text, reason);
	};

	it('changes the words of a node, and nothing else', () => {
		renames('n', '- [ ] a\n', '- [ ] n\n');
		renames('n *m*', '1. [x]  **a**  \n', '1. [x]  n *m*  \n');
		renames('n', '> - a\n>   b\n>   - [ ] c\n', '> - n\n>   - [ ] c\n');
		renames('n', '- [ ] a\n  b\nc\n\n  para\n  - [ ] d\n', '- [ ] n\n\n  para\n  - [ ] d\n');
		renames('n', '\ufeff- [ ] a\r\n  b', '\ufeff- [ ] n');
		renames('# n', '- [ ] a\n', '- [ ] # n\n');
		renames('n', 'a\n\n1.\n   - [ ] b\n', 'a\n\n1. n\n   - [ ] b\n', '');
		renames('a', '- [ ] `a`\n', '- [ ] a\n');
		words = ' a ';
		keeps('a', '- [ ] a\n');
	});

	it('changes the title of a section', () => {
		renames('n', '## a ##\n', '## n ##\n');
		renames('n', 'a\nb\n===\n', 'n\n===\n');
		renames('n\nm', '# a\n', '# n m\n');
		renames('n', '#\n', '# n\n', '');
		renames('n', '## ##\n', '## n ##\n', '');
		renames('n', '\u3000\n-', 'n\n-', '');
		renames('n', '# a\n\n[a]: /u\n', '# n\n\n[a]: /u\n');
	});

	it('refuses words that would be something else', () => {
		refusesTo(' ', '- [ ] a\n', 'noWords');
		refusesTo('n #', '# a\n');
		refusesTo('# n', 'a\n===\n');
		refusesTo('- n', '- a\n  - [ ] b\n');
		refusesTo('[ ] n', '- a\n  - [ ] b\n');
		refusesTo('```', '- a\n  - [ ] b\n');
	});

	it('has the words it changes from `wordsOf`', () => {
		const says = (text: string, expected: string) =>
			assert.equal(wordsOf(text, nodeOf(parser.parse(text), 'a'), options), expected);
		says('- [ ] **a**\n', '**a**');
		says('- [ ] a\n  b\n\n  para\n', 'a b');
		says('## [a](x) ##\n', '[a](x)');
		assert.equal(wordsOf('- [ ] a\n', nodeOf(parser.parse('words\n\n- [ ] a\n'), 'a')), undefined);
	});
});

describe('markdownOf', () => {
	const says = (asked: string, text: string, expected: string) => {
		const roadmap = parser.parse(text);
		const nodes = asked.split(', ').map(word => nodeOf(roadmap, word));
		assert.equal(markdownOf(text, nodes, options), expected);
	};

	it('gives nodes as they would stand in a file of their own', () => {
		says('a', '- [ ] a\n  - [x] b\n- [ ] c', '- [ ] a\n  - [x] b\n');
		says('b', '- [ ] a\n\t- [ ] b\n\t\tnote\n', '- [ ] b\n\tnote\n');
		says('a', '> - [ ] a\n>\n>   note\n', '- [ ] a\n\n  note\n');
		says('a', '- - [ ] a\n    note\n', '- [ ] a\n  note\n');
		says('b', '9. [ ] a\r\n10. [ ] b\r\n    note', '10. [ ] b\n    note\n');
		says('A', '# T\n\n## A #\n\nwords\n\n---\n\n## B\n', '## A #\n\nwords\n');
	});

	it('gives several in document order, without those in others', () => {
		says('c, b, a', '- [ ] a\n  - [ ] b\n\n- [ ] c', '- [ ] a\n  - [ ] b\n- [ ] c\n');
		says('B, a, A', '- [ ] a\n\n## A\n## B\n', '- [ ] a\n\n## A\n\n## B\n');
		assert.equal(markdownOf('', [nodeOf(parser.parse('- [ ] a'), 'a')]), '');
	});
});

describe('an edit of the structure', () => {
	const text = '# T\n\n- [ ] a\n- [ ] b\n- [~] c\n';
	const made = (change: Change | Refusal): Change => {
		assert.ok(!('refused' in change));
		return change;
	};

	it('tells where what it moved or added starts', () => {
		const startsOf = (change: Change | Refusal, before = text) => {
			const { edits, starts } = made(change);
			const now = parser.parse(applyEdits(before, edits));
			return starts
				.map(start => [...descendants(now)].find(({ span }) => span.start === start))
				.map(node => node && labelOf(node));
		};
		const roadmap = parser.parse(text);
		const [a, b, c] = ['a', 'b', 'c'].map(word => nodeOf(roadmap, word));
		assert.ok(a && b && c);
		assert.deepEqual(startsOf(move(text, [b, a], { parent: c }, options)), ['a', 'b']);
		assert.deepEqual(startsOf(move(text, [a], { parent: nodeOf(roadmap, 'T'), before: b }, options)), ['a']);
		assert.deepEqual(startsOf(duplicate(text, [a, c], options)), ['a', 'c']);
		assert.deepEqual(startsOf(addTasks(text, { parent: roadmap }, ['n', 'm'], options)), ['n', 'm']);
		assert.deepEqual(startsOf(rename(text, c, 'n', options)), ['n']);
		assert.deepEqual(startsOf(rename(text, c, 'c', options)), []);
		assert.deepEqual(startsOf(remove(text, [a], options)), []);
		assert.deepEqual(startsOf(sortFinished(text, [a], options)), []);
	});

	it('changes no more than it must', () => {
		const ordered = '1. [ ] a\n2. [ ] b\n3. [ ] c\n';
		const b = nodeOf(parser.parse(ordered), 'b');
		assert.deepEqual(made(remove(ordered, [b])).edits, [{ start: 9, end: 19, newText: '2' }]);
		assert.deepEqual(made(indent(ordered, [b])).edits, [
			{ start: 9, end: 11, newText: '   -' },
			{ start: 18, end: 19, newText: '2' },
		]);
	});

	it('reads tasks as GitHub does unless told otherwise', () => {
		const b = nodeOf(createParser().parse(text), 'b');
		assert.deepEqual(moveUp(text, [b]), moveUp(text, [b], options));
		const plain = nodeOf(parser.parse('- [ ] a\n- [~] b\n'), 'b');
		assert.deepEqual(moveUp('- [~] a\n- [~] b\n', [plain]), { refused: 'first' });
	});

	it('refuses nodes that are none of the text', () => {
		const other = parser.parse(`${text}words\n- [ ] d\n`);
		const d = nodeOf(other, 'd');
		const gone = { refused: 'gone' };
		const a = nodeOf(other, 'a');
		assert.deepEqual(remove(text, [a, d], options), gone);
		assert.deepEqual(rename(text, d, 'n', options), gone);
		assert.deepEqual(move(text, [a], { parent: d }, options), gone);
		assert.deepEqual(addTasks(text, { parent: other, before: d }, ['n'], options), gone);
		assert.deepEqual(addTasks(text, { parent: other, behind: d }, ['n'], options), gone);
	});
});
