import assert from 'node:assert/strict';
import { applyEdits, createParser, descendants, labelOf, toggle, type Node, type ToggleOptions } from '../../src/core';

const parser = createParser({ states: 'extended' });

/** Toggles the nodes of these words, separated by `, `, and compares whole texts. */
function toggles(before: string, words: string, after: string, options?: ToggleOptions): void {
	const roadmap = parser.parse(before);
	const nodes = words === '' ? [] : words.split(', ').map(word => nodeOf([...descendants(roadmap)], word));
	const edits = toggle(before, roadmap, nodes, options);
	assert.equal(applyEdits(before, edits), after, `${before}\n[${words}] ${JSON.stringify(options)}`);
	assert.deepEqual(
		edits,
		[...edits].sort((a, b) => a.start - b.start),
		'in document order',
	);
}

function nodeOf(nodes: readonly Node[], word: string): Node {
	const node = nodes.find(candidate => labelOf(candidate) === word);
	assert.ok(node, word);
	return node;
}

describe('toggle', () => {
	it('changes one character', () => {
		const text = '- [ ] a\n- [x] b\n';
		const [a, b] = parser.parse(text).children;
		assert.ok(a && b);
		assert.deepEqual(toggle(text, parser.parse(text), [a]), [{ start: 3, end: 4, newText: 'x' }]);
		assert.deepEqual(toggle(text, parser.parse(text), [b]), [{ start: 11, end: 12, newText: ' ' }]);
	});

	it('ticks what is to do and unticks what is done', () => {
		toggles('- [ ] a', 'a', '- [x] a');
		toggles('- [x] a', 'a', '- [ ] a');
		toggles('- [X] a', 'a', '- [ ] a');
		toggles('- [~] a', 'a', '- [x] a');
		toggles('- [/] a', 'a', '- [x] a');
		toggles('- [-] a', 'a', '- [x] a');
	});

	it('sets tasks active or dropped, and nothing with them', () => {
		toggles('- [ ] a\n- [x] b', 'a, b', '- [~] a\n- [~] b', { state: 'active' });
		toggles('- [/] a\n- [~] b', 'a, b', '- [/] a\n- [~] b', { state: 'active' });
		toggles('- [ ] a\n  - [ ] b\n    - [ ] c', 'b', '- [ ] a\n  - [-] b\n    - [ ] c', {
			state: 'dropped',
			cascade: 'both',
		});
	});

	it('leaves the rest of the text alone', () => {
		toggles('- [ ] a\r\n- [X] b  \r\n', 'a', '- [x] a\r\n- [X] b  \r\n');
		toggles('- [ ] a\r- [ ] b\r', 'b', '- [ ] a\r- [x] b\r');
		toggles('-\t[ ]\ta\t', 'a', '-\t[x]\ta\t');
		toggles('\ufeff- [ ] a', 'a', '\ufeff- [x] a');
		toggles('1. [ ] a\n10) [ ] b', 'b', '1. [ ] a\n10) [x] b');
		toggles('> * [ ] a\n> > + [ ] b', 'b', '> * [ ] a\n> > + [x] b');
		toggles('- plain\n  - [ ] a [ ] [x](y)', 'a [ ] x', '- plain\n  - [x] a [ ] [x](y)');
		toggles('- - 1) [ ] a', 'a', '- - 1) [x] a');
		toggles('-\n  [ ] a', 'a', '-\n  [x] a');
	});

	it('replaces a mark that is a tab or the end of a line', () => {
		toggles('- [\t] a', 'a', '- [x] a');
		toggles('- [\n] a', 'a', '- [x] a');
		toggles('- [\r\n] a', 'a', '- [x] a');
	});

	it('ticks all tasks in a section or group', () => {
		toggles('# A\n- [ ] a\n## B\n- [x] b\n# C\n- [ ] c', 'A', '# A\n- [x] a\n## B\n- [x] b\n# C\n- [ ] c');
		toggles('- plain\n  - [ ] a\n    - [ ] b\n- [ ] c', 'plain', '- plain\n  - [x] a\n    - [x] b\n- [ ] c');
		toggles('# A\n- [~] a\n- [x] b', 'A', '# A\n- [x] a\n- [x] b');
	});

	it('unticks all tasks in a section or group that is done', () => {
		toggles('# A\n- [x] a\n## B\n- [X] b', 'A', '# A\n- [ ] a\n## B\n- [ ] b');
		toggles('- plain\n  - [x] a', 'plain', '- plain\n  - [ ] a');
	});

	it('leaves dropped tasks dropped unless they are named themselves', () => {
		toggles('# A\n- [-] a\n- [ ] b', 'A', '# A\n- [-] a\n- [x] b');
		toggles('# A\n- [-] a\n- [x] b', 'A', '# A\n- [-] a\n- [ ] b');
		toggles('# A\n- [-] a\n- [ ] b', 'A, a', '# A\n- [x] a\n- [x] b');
		toggles('- [-] a\n- [-] b', 'a', '- [ ] a\n- [-] b', { state: 'open' });
		toggles('# A\n- [-] a', 'A', '# A\n- [-] a');
	});

	it('does with all what the first one asks for', () => {
		toggles('- [ ] a\n- [x] b', 'a, b', '- [x] a\n- [x] b');
		toggles('- [ ] a\n- [x] b', 'b, a', '- [ ] a\n- [ ] b');
		toggles('# A\n- [ ] a\n- [x] b\n# C\n- [x] c', 'C, A', '# A\n- [ ] a\n- [ ] b\n# C\n- [ ] c');
		toggles('# A\n- [ ] a\n- [x] b\n# C\n- [x] c', 'A, C', '# A\n- [x] a\n- [x] b\n# C\n- [x] c');
		toggles('- [-] a\n- [x] b', 'a, b', '- [x] a\n- [x] b');
	});

	it('asks the first one that holds any task', () => {
		toggles('# A\n# B\n- [ ] b', 'A, b', '# A\n# B\n- [x] b');
		toggles('# A\n- [-] a\n# B\n- [ ] b', 'A, B', '# A\n- [-] a\n# B\n- [x] b');
	});

	it('edits a task once, however often it is meant', () => {
		toggles('# A\n- [ ] a\n  - [ ] b', 'b, A, a, b', '# A\n- [x] a\n  - [x] b');
		toggles('- [ ] a\n  - [ ] b', 'b, a, b', '- [x] a\n  - [x] b', { cascade: 'both' });
	});

	it('sets the state that is given', () => {
		toggles('- [ ] a\n- [x] b', 'a, b', '- [x] a\n- [x] b', { state: 'done' });
		toggles('- [ ] a\n- [x] b\n- [~] c', 'a, b, c', '- [ ] a\n- [ ] b\n- [ ] c', { state: 'open' });
		toggles('# A\n- [x] a\n- [ ] b', 'A', '# A\n- [ ] a\n- [ ] b', { state: 'open' });
	});

	it('does nothing where there is nothing to do', () => {
		toggles('- [ ] a', '', '- [ ] a');
		toggles('# A\n# B\n- [ ] b', 'A', '# A\n# B\n- [ ] b');
		toggles('- [X] a', 'a', '- [X] a', { state: 'done' });
		toggles('- [\t] a', 'a', '- [\t] a', { state: 'open' });
	});
});

describe('toggle with cascade', () => {
	const family = '- [ ] a\n  - [ ] b\n  - plain\n    - [ ] c\n';

	it('off: changes neither what is inside a task nor what is around it', () => {
		toggles(family, 'a', '- [x] a\n  - [ ] b\n  - plain\n    - [ ] c\n');
		toggles('- [ ] a\n  - [ ] b', 'b', '- [ ] a\n  - [x] b', { cascade: 'off' });
		toggles('- [x] a\n  - [x] b', 'b', '- [x] a\n  - [ ] b', { cascade: 'off' });
	});

	it('down: takes along what is inside, but for what is dropped', () => {
		toggles(family, 'a', '- [x] a\n  - [x] b\n  - plain\n    - [x] c\n', { cascade: 'down' });
		toggles('- [x] a\n  - [x] b\n    - [ ] c', 'a', '- [ ] a\n  - [ ] b\n    - [ ] c', { cascade: 'down' });
		toggles('- [ ] a\n  - [-] b\n    - [~] c', 'a', '- [x] a\n  - [-] b\n    - [x] c', { cascade: 'down' });
		toggles('- [ ] a\n  - [ ] b', 'b', '- [ ] a\n  - [x] b', { cascade: 'down' });
		toggles('- [-] a\n  - [ ] b', 'a', '- [x] a\n  - [x] b', { cascade: 'down' });
		toggles('- [ ] a\n  - [-] b', 'a, b', '- [x] a\n  - [x] b', { cascade: 'down' });
		toggles('- [x] a\n  - [ ] b', 'a', '- [x] a\n  - [x] b', { cascade: 'down', state: 'done' });
	});

	it('up: ticks the tasks around once everything inside them is done', () => {
		toggles('- [ ] a\n  - [ ] b', 'b', '- [x] a\n  - [x] b', { cascade: 'up' });
		toggles('- [ ] a\n  - [x] b\n  - [ ] c', 'c', '- [x] a\n  - [x] b\n  - [x] c', { cascade: 'up' });
		toggles('- [ ] a\n  - [ ] b\n  - [ ] c', 'c', '- [ ] a\n  - [ ] b\n  - [x] c', { cascade: 'up' });
		toggles('- [ ] a\n  - [ ] b\n  - [ ] c', 'b, c', '- [x] a\n  - [x] b\n  - [x] c', { cascade: 'up' });
		toggles('- [ ] a\n  - [ ] b\n    - [ ] c', 'c', '- [x] a\n  - [x] b\n    - [x] c', { cascade: 'up' });
		toggles('- [ ] a\n  - plain\n    - > 1. [ ] b', 'b', '- [x] a\n  - plain\n    - > 1. [x] b', { cascade: 'up' });
		toggles('# A\n- [ ] a\n  - [ ] b', 'A', '# A\n- [x] a\n  - [x] b', { cascade: 'up' });
	});

	it('up: unticks the tasks around when something inside them is open again', () => {
		toggles('- [x] a\n  - [x] b', 'b', '- [ ] a\n  - [ ] b', { cascade: 'up' });
		toggles('- [X] a\n  - [x] b\n    - [x] c\n  - [x] d', 'c', '- [ ] a\n  - [ ] b\n    - [ ] c\n  - [x] d', {
			cascade: 'up',
		});
	});

	it('up: leaves active parents active until all in them is done', () => {
		toggles('- [~] a\n  - [ ] b\n  - [ ] c', 'b', '- [~] a\n  - [x] b\n  - [ ] c', { cascade: 'up' });
		toggles('- [~] a\n  - [x] b\n  - [ ] c', 'c', '- [x] a\n  - [x] b\n  - [x] c', { cascade: 'up' });
		toggles('- [/] a\n  - [x] b', 'b', '- [/] a\n  - [ ] b', { cascade: 'up' });
		toggles('- [ ] a\n  - [~] b\n  - [ ] c', 'c', '- [ ] a\n  - [~] b\n  - [x] c', { cascade: 'up' });
	});

	it('up: leaves dropped parents dropped and looks through them', () => {
		toggles('- [-] a\n  - [ ] b', 'b', '- [-] a\n  - [x] b', { cascade: 'up' });
		toggles('- [ ] a\n  - [-] b\n    - [ ] c', 'c', '- [x] a\n  - [-] b\n    - [x] c', { cascade: 'up' });
		toggles('- [x] a\n  - [-] b\n    - [x] c', 'c', '- [ ] a\n  - [-] b\n    - [ ] c', { cascade: 'up' });
		toggles('- [ ] a\n  - [-] b\n    - [ ] c\n  - [ ] d', 'd', '- [ ] a\n  - [-] b\n    - [ ] c\n  - [x] d', {
			cascade: 'up',
		});
	});

	it('up: counts a dropped task that is ticked', () => {
		toggles('- [ ] a\n  - [x] b\n  - [-] c', 'c', '- [x] a\n  - [x] b\n  - [x] c', { cascade: 'up' });
		toggles('- [x] a\n  - [x] b\n  - [-] c', 'c', '- [ ] a\n  - [x] b\n  - [ ] c', { cascade: 'up', state: 'open' });
		toggles('- [ ] a\n  - [-] b\n  - [x] c\n  - [ ] d', 'd', '- [x] a\n  - [-] b\n  - [x] c\n  - [x] d', {
			cascade: 'up',
		});
	});

	it('up: counts what is deeper inside too', () => {
		toggles('- [ ] a\n  - [ ] b\n    - [ ] c', 'b', '- [ ] a\n  - [x] b\n    - [ ] c', { cascade: 'up' });
		toggles('- [x] a\n  - [ ] b\n    - [x] c', 'c', '- [ ] a\n  - [ ] b\n    - [ ] c', { cascade: 'up' });
		toggles('- [ ] a\n  - [x] b\n    - [ ] c', 'c', '- [x] a\n  - [x] b\n    - [x] c', { cascade: 'up' });
	});

	it('up: leaves alone what is around tasks that do not change', () => {
		toggles('- [ ] a\n  - [x] b\n- [ ] c', 'c, b', '- [ ] a\n  - [x] b\n- [x] c', { cascade: 'up' });
		toggles('- [ ] a\n  - [x] b', 'b', '- [ ] a\n  - [x] b', { cascade: 'up', state: 'done' });
		toggles('- [x] a\n  - [ ] b\n- [x] c\n  - [x] d', 'd', '- [x] a\n  - [ ] b\n- [ ] c\n  - [ ] d', { cascade: 'up' });
	});

	it('up: does with the chosen tasks what was asked for', () => {
		toggles('- [ ] a\n  - [ ] b\n  - [ ] c', 'a, b', '- [x] a\n  - [x] b\n  - [ ] c', { cascade: 'up' });
		toggles('- [ ] a\n  - [x] b', 'b, a', '- [ ] a\n  - [ ] b', { cascade: 'up' });
		toggles('- [ ] z\n  - [ ] a\n    - [ ] b\n    - [ ] c', 'a, b', '- [ ] z\n  - [x] a\n    - [x] b\n    - [ ] c', {
			cascade: 'up',
		});
	});

	it('both: takes along what is inside and around', () => {
		const before = '- [ ] a\n  - [ ] b\n    - [ ] c\n    - [-] d\n  - [x] e\n';
		toggles(before, 'b', '- [x] a\n  - [x] b\n    - [x] c\n    - [-] d\n  - [x] e\n', { cascade: 'both' });
		toggles('- [x] a\n  - [x] b\n    - [x] c', 'b', '- [ ] a\n  - [ ] b\n    - [ ] c', { cascade: 'both' });
		toggles('- [ ] a\n  - [ ] b\n    - [ ] c\n  - [ ] d', 'b', '- [ ] a\n  - [x] b\n    - [x] c\n  - [ ] d', {
			cascade: 'both',
		});
	});
});
