import assert from 'node:assert/strict';
import { applyEdits, createParser, makePlain, tasksIn, type TaskStates } from '../../src/core';

function makes(text: string, after: string, states: TaskStates = 'extended'): void {
	const roadmap = createParser({ states }).parse(text);
	const edits = makePlain(text, [...tasksIn(roadmap)], states);
	assert.equal(applyEdits(text, edits), after, text);
}

describe('makePlain', () => {
	it('takes the boxes away, and nothing else', () => {
		makes('- [ ] a\n- [x] b\n  more\n', '- a\n- b\n  more\n');
		makes('1. [X] a\n   * [ ] b', '1. a\n   * b');
		makes('> - [ ] a\r\n> - [ ] > b', '> - a\r\n> - [ ] > b');
		makes('- [~] a\n- [-] b\n- [/] c', '- a\n- b\n- c');
		makes('- [~] a\n- [ ] b', '- [~] a\n- b', 'gfm');
	});

	it('takes the white space behind them along, which could make code of words', () => {
		makes('- [ ]    a', '- a');
		makes('*\t[ ]\ta', '*\ta');
		makes('-\n  [ ] a', '-\n  a');
		makes('- [ ]\n  a\n  b', '- a\n  b');
		makes('- [\n  ] a', '- a');
		makes('> - [ ]\n> a', '> - a');
	});

	it('makes only those plain that are named', () => {
		const text = '- [ ] a\n- [ ] b\n- [ ] c';
		const tasks = [...tasksIn(createParser().parse(text))].filter(task => task.text !== 'b');
		assert.equal(applyEdits(text, makePlain(text, tasks, 'gfm')), '- a\n- [ ] b\n- c');
		assert.deepEqual(makePlain(text, [], 'gfm'), []);
	});

	it('leaves tasks whose words would be something else without a box', () => {
		for (const words of [
			'# a',
			'- a',
			'1. a',
			'> a',
			'***',
			'- -',
			'```',
			'<div>',
			'[d]: /u',
			'[d]: /u\n  more',
			'[ ] a',
			'[x] a',
			'a | b\n  --|--',
		]) {
			const text = `- [ ] ${words}`;
			makes(`- [ ] z\n${text}\n- [x] y`, `- z\n${text}\n- y`);
		}
	});
});
