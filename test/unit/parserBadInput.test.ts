import assert from 'node:assert/strict';
import type { Node } from '../../src/core/model';
import { createParser } from '../../src/core/parser';

const mega = 1_000_000;

function count(text: string): { tasks: number; done: number; sections: number; depth: number } {
	const found = { tasks: 0, done: 0, sections: 0, depth: 0 };
	const work: (readonly [Node, number])[] = createParser()
		.parse(text)
		.children.map(node => [node, 1]);
	for (let next = work.pop(); next; next = work.pop()) {
		const [node, depth] = next;
		found.depth = Math.max(found.depth, depth);
		if (node.kind === 'section') found.sections++;
		if (node.kind === 'task') found.tasks++;
		if (node.kind === 'task' && node.state === 'done') found.done++;
		for (const child of node.children) work.push([child, depth + 1]);
	}
	return found;
}

function counts(text: string, tasks: number, sections = 0): void {
	const found = count(text);
	assert.deepEqual([found.tasks, found.sections], [tasks, sections], JSON.stringify(text.slice(0, 100)));
}

describe('parser, given bad input', function () {
	this.timeout(0);

	it('reads what is empty or holds nothing', () => {
		for (const text of ['', '\n', ' ', '\t', '\r', '\r\n', '\ufeff', '\0', '-', '>', '[', '```', '<!--'])
			counts(text, 0);
		assert.deepEqual(createParser().parse(''), { kind: 'roadmap', children: [] });
		counts('- [ ] a\n- [ ] b', 2);
		counts('# A\n## B\nC\n---', 0, 3);
	});

	it('reads every line ending, the last one missing or not', () => {
		for (const end of ['\n', '\r\n', '\r']) {
			counts(['\ufeff# A', '', '- [ ] a', '  - [x] b', '', '```', '- [ ] c', '```', 'B', '===', ''].join(end), 2, 2);
			counts(['- [ ] a', '-', '  [x] b', '-', '', '  [x] c'].join(end), 2);
		}
	});

	it('counts tabs as up to four columns', () => {
		counts('-\t[ ] a\n\t- [ ] b\n\t\t- [ ] c\n\n\t\t\t\t- [ ] code', 3);
		counts('>\t- [ ] a\n>\t\t- [ ] b\n\t- [ ] code', 2);
		counts('1.\t[ ] a\n\n\t- [ ] b', 2);
		counts(' -\t \t[ ] a', 0);
	});

	it('skips front matter, on the first lines only and only when it is closed', () => {
		counts('---\n- [ ] a\n---\n- [ ] b', 1);
		counts('\ufeff+++ \r\n# a\r\n+++\t\r\n- [ ] b', 1);
		counts('---\n---', 0);
		counts('--- x\n- [ ] a\n---\n', 1);
		counts('---\n- [ ] a\n--- x\n----\n+++', 1);
		counts('---\n', 0);
		counts('\n---\n- [ ] a\n---\n- [ ] b', 2);
	});

	it('reads what is never closed', () => {
		counts('- [ ] a\n```\n- [ ] b\n# c\n', 1);
		counts('- [ ] a\n<!-- \n- [ ] b\n\n# c\n', 1);
		counts('- [ ] a\n  ```\n  - [ ] b\n- [ ] c\n', 2);
		counts('- [ ] a\n  <!--\n  - [ ] b\n\n- [ ] c\n', 2);
		const [node] = createParser().parse('- [ ] a\n  ~~~\n').children;
		assert.equal(node?.span.end, 14);
	});

	it('reads conflict markers', () => {
		counts('<<<<<<< a\n- [ ] a\n=======\n- [x] a\n>>>>>>> b\n', 2);
		counts('# A\n<<<<<<< HEAD\n- [ ] a\n||||||| base\n- [ ] a\n=======\n- [x] a\n>>>>>>> theirs\n- [ ] b\n', 4, 1);
	});

	it('reads what is no text', () => {
		const bytes = Array.from({ length: 65536 }, (_, code) => String.fromCharCode(code)).join('');
		counts(bytes, 0);
		counts(`- [ ] \ud800\0\udfff${bytes}`, 1);
	});

	it('reads any depth', () => {
		// Two columns each: a tab is two levels.
		const indents = (level: number) => '\t'.repeat(level >> 1) + '  '.repeat(level % 2);
		const levels = Array.from({ length: 3000 }, (_, level) => `${indents(level)}- [ ] ${String(level)}`);
		assert.deepEqual(count(levels.join('\n')), { tasks: 3000, done: 0, sections: 0, depth: 3000 });
		assert.equal(count(`${'- '.repeat(20_000)}[x] a`).depth, 20_000);
		assert.equal(count(`${'> '.repeat(100_000)}- [x] a`).done, 1);
		assert.equal(count('- '.repeat(100_000)).tasks, 0);
	});

	it('reads any number of definitions', () => {
		counts(`${'[a]: b\n'.repeat(50_000)}\n- [ ] [a]`, 1);
	});

	it('reads lines of any length', () => {
		counts(`- [ ] ${'a'.repeat(2 * mega)}\n- [ ] b`, 2);
		const [task] = createParser().parse(`- [ ] ${'](*'.repeat(mega)}`).children;
		assert.equal(task?.kind === 'task' && task.text.length, 3 * mega);
		for (const character of [
			'a',
			'[',
			'*',
			'`',
			'<',
			'>',
			' ',
			'\t',
			'_',
			'(',
			'|',
			'-',
			'#',
			'=',
			'~',
			'&',
			'\\',
			'!',
		]) {
			count(character.repeat(mega / 10));
			count(`- [ ] ${character.repeat(mega / 10)}`);
		}
	});
});
