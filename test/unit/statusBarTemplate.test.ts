import assert from 'node:assert/strict';
import shortCodes from 'markdown-it-emoji/lib/data/full.mjs';
import { createParser, percent } from '../../src/core';
import { fillTemplate, subjectOf, sumOf, type Subject } from '../../src/statusBar/template';
import { learnEmoji } from '../../src/util/emoji';

function subject(markdown: string, name = 'file'): Subject {
	return subjectOf(createParser({ states: 'extended' }).parse(markdown), name);
}

function fills(template: string, of: Subject, expected: string): void {
	assert.equal(fillTemplate(template, of, `${percent(of.progress)}%`), expected, template);
}

describe('what the status bar speaks of', () => {
	it('is named by its title, or by the name given', () => {
		assert.equal(subject('# *My* Plan').name, 'My Plan');
		assert.equal(subject('- [ ] a', 'docs').name, 'docs');
	});

	it('has the progress and the next task of a roadmap', () => {
		assert.deepEqual(subject('- [x] a\n- [-] b\n- [ ] `c`'), {
			name: 'file',
			progress: { done: 1, total: 2 },
			next: 'c',
		});
		assert.deepEqual(subject('words'), { name: 'file', progress: { done: 0, total: 0 }, next: undefined });
	});

	it('is the sum of several roadmaps, with the next task of the first that has one', () => {
		const roadmaps = ['- [x] a', '- [x] b\n- [ ] c', '- [ ] d'].map(text => createParser().parse(text));
		assert.deepEqual(sumOf(roadmaps, 'all'), { name: 'all', progress: { done: 2, total: 4 }, next: 'c' });
		assert.deepEqual(sumOf([], 'none'), { name: 'none', progress: { done: 0, total: 0 }, next: undefined });
	});
});

describe('the template of the status bar', () => {
	before(() => learnEmoji(shortCodes));

	const of = subject('# Plan\n- [x] a\n- [ ] b\n- [ ] c');

	it('is filled with figures', () => {
		fills('$(checklist) ${percent} · ${done}/${total}', of, '$(checklist) 33% · 1/3');
		fills('${open} of ${total} left, ${open}!', of, '2 of 3 left, 2!');
		fills('${percent} ${open}', subject(''), '0% 0');
	});

	it('is filled with words', () => {
		fills('${name}: ${next}', of, 'Plan: b');
		fills('${name}: ${next}', subject('- [x] a'), 'file: ');
		fills('${next}', subject('- [ ] Launch :rocket: at 10:30:00'), 'Launch 🚀 at 10:30:00');
	});

	it('keeps what it does not know', () => {
		fills('', of, '');
		fills('words', of, 'words');
		fills(
			'${what} ${} ${ done } $done {done} ${constructor} ${__proto__}',
			of,
			'${what} ${} ${ done } $done {done} ${constructor} ${__proto__}',
		);
	});

	it('draws no icons from words of the roadmap, and fills nothing in twice', () => {
		fills('${next}', subject('- [ ] $(bug) ${done}'), '\\$(bug) ${done}');
		fills('${name}', { ...of, name: '$(x)' }, '\\$(x)');
		fills('${name}', { ...of, name: '$&$1$$' }, '$&$1$$');
	});

	it('cuts long words', () => {
		fills('${next}', { ...of, next: 'x'.repeat(40) }, 'x'.repeat(40));
		fills('${next}', { ...of, next: 'x'.repeat(41) }, `${'x'.repeat(39)}…`);
		fills('${name}', { ...of, name: '$(a)'.repeat(100) }, `${'\\$(a)'.repeat(9)}$(a…`);
	});
});
