import assert from 'node:assert/strict';
import type { Node, TaskStates } from '../../src/core/model';
import { copyOf, createParser } from '../../src/core/parser';
import { roadmap } from '../bench/texts';

const signs = { open: ' ', done: 'x', active: '~', dropped: '-' } as const;

/** The model in short: `#` title, `[x]` task, `*` group, children in parentheses. */
function short(nodes: readonly Node[]): string {
	return nodes.map(shortNode).join(', ');
}

function shortNode(node: Node): string {
	const inside = node.children.length > 0 ? ` (${short(node.children)})` : '';
	if (node.kind === 'section') return '#'.repeat(node.level) + node.title + inside;
	return (node.kind === 'task' ? `[${signs[node.state]}]` : '*') + node.text + inside;
}

function reads(text: string, expected: string, states?: TaskStates): void {
	const { children } = createParser(states && { states }).parse(text);
	assert.equal(short(children), expected, JSON.stringify(text));
}

describe('parser', () => {
	it('nests sections by level, tasks by list', () => {
		reads('# A\n- [ ] a\n## B\n- [x] b\n# C\n- [ ] c', '#A ([ ]a, ##B ([x]b)), #C ([ ]c)');
		reads('### A\n# B\n## C', '###A, #B (##C)');
		reads('- [ ] a\n  - [x] b\n    1. [X] c\n- [ ] d', '[ ]a ([x]b ([x]c)), [ ]d');
		reads('- a\n  - [ ] b\n- c\n  - d', '*a ([ ]b)');
		reads('- a\n\n  > 1. [ ] b', '*a ([ ]b)');
		reads('- [^n]: - [ ] b', '* ([ ]b)');
	});

	it('reads the rest of a long text again where something changed in it', () => {
		const text = (mark: string): string =>
			`${'# A\n\nwords\n'.repeat(3000)}- [${mark}] a\n\n${'# B\n\nwords\n'.repeat(3000)}`;
		const parser = createParser();
		parser.parse(text(' '));
		assert.deepEqual(parser.parse(text('x')), createParser().parse(text('x')));
	});

	it('reads a long text ahead in many steps, whatever is read in between', () => {
		const long = roadmap(500_000);
		const parser = createParser();
		let steps = 0;
		for (const reading = parser.readAhead(long); !reading.next().done; steps++) {
			assert.equal(short(parser.parse(`- [ ] ${steps}`).children), `[ ]${steps}`);
		}
		assert.ok(steps > 5, String(steps));
		assert.deepEqual(parser.parse(long), createParser().parse(long));
		assert.equal(parser.readAhead(long).next().done, true);
	});

	it('copies a roadmap without the nodes that were looked at', () => {
		const text = '# A\n\n- [ ] a\n';
		const first = createParser().parse(text);
		const copy = copyOf(first, text);
		assert.deepEqual(copy, first);
		assert.notEqual(copy.children[0], first.children[0]);
		const made = { ...first };
		assert.equal(copyOf(made, text), made);
	});

	it('finds every kind of task', () => {
		for (const marker of ['-', '*', '+', '1.', '7)', '123456789.', '> -', '>\t1)', '   -', '[^n]: -']) {
			reads(`${marker} [ ] a`, '[ ]a');
			reads(`${marker} [x] a`, '[x]a');
		}
		reads('- [X] a', '[x]a');
		reads('-\n  [x] a', '[x]a');
		reads('- [ ]\n  a', '[ ]a');
		reads('- [ ] \n  a', '[ ]a');
		reads('- [\n  ] a', '[ ]a');
		reads('- [\n] \n  a', '[ ]a');
		reads('- [\t] a', '[ ]a');
		reads('- [ ]\ta', '[ ]a');
		reads('- [d]: x\n  [ ] a', '[ ]a');
	});

	it('takes nothing else for a task', () => {
		for (const text of [
			'[ ] a',
			'\\[ ] a',
			'- \\[x\\] a',
			'- [x](url)',
			'- [x]',
			'- [x] ',
			'- [x]\u00a0a',
			'- [x]a',
			'- [y] a',
		]) {
			reads(text, '');
		}
		for (const text of [
			'- [] a',
			'- [  ] a',
			'- a [x] b',
			'- \n\n  [x] a',
			'-\n   [x] a',
			'- \n  [x] a',
			'-\n[x] a',
			'- # [ ] a',
		]) {
			reads(text, '');
		}
		for (const text of [
			'- [\t] a'.replace('- ', '-  '),
			'- [\n  ]',
			'- [\n   ] a',
			'- [\n ] a',
			'- [\n  b] a',
			'- [',
			'- [x',
			'1234567890. [ ] a',
			'-[ ] a',
		]) {
			reads(text, '');
		}
		for (const text of [
			'- [ ] a\n  ===',
			'- [ ] a | b\n  - | -'.replace('- | -', ':-|-'),
			'- > a\n  [ ] a',
			'a\n2. [ ] b',
		]) {
			reads(text, '');
		}
	});

	it('reads the extended marks only when asked to', () => {
		const text = '- [~] a\n- [/] b\n- [-] c\n- [x] d\n- [ ] e\n- [?] f';
		reads(text, '[x]d, [ ]e');
		reads(text, '[~]a, [~]b, [-]c, [x]d, [ ]e', 'extended');
		reads('- [-]', '', 'extended');
	});

	it('finds headings at document level only', () => {
		reads(
			'# A #\n## B ## \n###\tC\n#### D #d\n##### \\#\n###### F',
			'#A (##B (###C (####D #d (#####\\# (######F)))))'.replace('\\#', '#'),
		);
		reads('#\n# #\n####### g\n#h\n    # i', '#, #');
		reads('A\nb\n===\nC\n---  ', '#A b (##C)');
		reads('> # A\n\n- # B\n\n  C\n  ===', '');
		reads('[d]: x\nA\n===', '#A');
		reads('[d]: x\n===', '');
		reads('[d]: x\n=\n===', '#=');
		reads('> A\n===\n\n- B\n---', '');
	});

	it('skips code, HTML and comments', () => {
		for (const [open, close] of [
			['```', '```'],
			['~~~~ js', '~~~~~  '],
			['<!--', 'x -->'],
			['<?', '?>'],
			['<!A', 'x>'],
			['<![CDATA[', ']]>'],
			['<pre', '</PRE>'],
			['<script>', '</style>'],
			['<div>', ''],
			['</ul', ''],
			['<b>', ''],
			['<a href="x" b=c d>', ''],
			['</a >', ''],
		] as const) {
			reads(`${open}\n- [ ] a\n# h\n${close}\n- [ ] b`, '[ ]b');
			reads(`${open}\n- [ ] a\n# h`, '');
			reads(`- [ ] c\n\n  ${open}\n  - [ ] a\n- [ ] b`, '[ ]c, [ ]b');
		}
		reads('<!-- a -->\n- [ ] b', '[ ]b');
		reads('    - [ ] a\n\n- [ ] b\n\n      - [ ] c', '[ ]b');
		reads('``` a`b\n- [ ] b', '[ ]b');
		reads('``\n- [ ] b', '[ ]b');
		reads('```\n``\n~~~\n    ```\n- [ ] a\n``` x\n- [ ] b', '');
		reads('a\n<b>\n- [ ] b', '[ ]b');
		reads('<b x\n- [ ] b', '[ ]b');
	});

	it('knows what interrupts a paragraph', () => {
		reads('a\n- [ ] b', '[ ]b');
		reads('a\n1. [ ] b', '[ ]b');
		reads('a\n001) [ ] b', '[ ]b');
		reads('a\n10. [ ] b', '');
		reads('a\n-\n  [ ] b', '##a');
		reads('a\n*\n  [ ] b', '');
		reads('1. [ ] a\n2. [ ] b', '[ ]a, [ ]b');
		reads('- [ ] a\n2. [ ] b', '[ ]a, [ ]b');
		reads('> a\n- [ ] b', '[ ]b');
		reads('- [ ] a\nb\n    c', '[ ]a b c');
		reads('- [ ] a\n***\n- [ ] b\n- - -\n- [ ] c\n_ _ _\n', '[ ]a, [ ]b, [ ]c');
		reads('* * * [ ] a', '* (* ([ ]a))');
		reads('[^n]:\n\n    - [ ] a\n\n  - [ ] b', '[ ]a, [ ]b');
		reads('a\n[^n]: - [ ] a', '[ ]a');
		reads('[^]: - [ ] a\n\n[^a b]: - [ ] c\n\n[^a[]: - [ ] c\n\n[^a', '');
		reads('[^\\]]: - [ ] a\n[^a\\b]: - [ ] b\n\n[^x] - [ ] c', '[ ]a, [ ]b');
	});

	it('reads tables', () => {
		reads('- [ ] a | b\n  -|-\n  c\n\n  - [ ] d', '* ([ ]d)');
		reads('a | b\n-|-\n- [ ] c', '[ ]c');
		reads('a | b\n-|-\n2. [ ] c', '[ ]c');
		reads('a | b\n-|-\n    c\n2. [ ] c', '[ ]c');
		reads('- [ ] x\n  a|b\n  :-:|-\n', '[ ]x');
		reads('- [ ] x\n  a\n  :-|-\n', '[ ]x a :-|-');
		reads('- [ ] x\n  |a|b\\|c\\\\|\n  | - | -: | - |\n', '[ ]x |a|b|c\\| | - | -: | - |');
		reads('- [ ] x\n      a|b\n  -|-\n', '[ ]x a|b -|-');
		reads('- [ ] x\n  a|b\n  - -\n', '[ ]x a|b ( )'.replace(' ( )', ''));
		reads('- [ ] x\n  a|b\n  -|-|\n  -|x\n', '[ ]x');
	});

	it('strips Markdown from texts', () => {
		reads(
			'- [ ] *a* __b__ ~~c~~ `d  e` [f](g "h") ![i](j) <k> <b>l</b> &amp; &#35; &#x41; \\*',
			'[ ]a b c d e f i l & # A *',
		);
		reads('- [ ] <http://a.b> http://a_b_.c www.d.e f@g.h <i@j.k>', '[ ]http://a.b http://a_b_.c www.d.e f@g.h i@j.k');
		reads('- [ ] a  \n  b\\\n  c\n  `d\n  e`', '[ ]a b c d e');
		reads('- [ ] :tada: a\u00a0 b &nosuch; \0', '[ ]:tada: a b &nosuch; \ufffd');
		reads('# `a` *b*', '#a b');
		reads('- <b></b>a<b>\n  - [ ] c', '*a ([ ]c)');
	});

	it('finds definitions wherever they are', () => {
		reads('# [a]\n\n[A]: x', '#a');
		reads(
			'- [ ] [t][a b] [t][c] ![i][c] x[^n] y[^m] z![^n]\n\n> [a\tb]: <x y> (t)\n\n[^N]: n',
			'[ ]t [t][c] ![i][c] x y[^m] z!',
		);
		reads('# [^a b] x[^c]\n\n[^a b]: x\n[^c]: y', '#^a b x');
		reads('- [ ] [a]\n- [ ] [a][]\n- [ ] \\[a]\n\n[a]: x', '[ ]a, [ ]a, [ ][a]');
	});

	it('reads definitions as CommonMark does', () => {
		const defines = (definition: string, yes = true) => {
			reads(`# [t][a]\n\n${definition}`, yes ? '#t' : '#[t][a]');
		};
		for (const text of [
			'[a]: x',
			'[a]:x',
			'[a]:\n  x',
			'[a]: <>',
			'[a]: x "t"',
			'[a]: \0',
			'[a]: x\n "t"',
			"[a]: x 't\nu' ",
			'[a]: (x(y))',
			'[a]: \\( (t\\))',
		]) {
			defines(text);
		}
		for (const text of [
			'[a]: <x\\>>',
			'[a]: x\n"t" u',
			'[a]: x\n"t',
			'[b]: x\n[a]: y\nz',
			'[a]: x\\',
			'[a]: \\\\',
			'[b\\]]: x\n[a]: y',
			'[b\\c]: x\n[a]: y',
		]) {
			defines(text);
		}
		for (const text of [
			'[a]:',
			'[a] : x',
			'[a]: x y',
			'[a]: <x',
			'[a]: <x<>',
			'[a]: <x\n>',
			'[a]: (x',
			'[a]: x)',
			'[a]: <x>y',
			'b\n[a]: x',
			'[a]: x "t" u',
		]) {
			defines(text, false);
		}
		for (const text of [
			'[[a]: x',
			'[]: x\n[a]: x',
			'[ \n ]: x\n[a]: y',
			`[${'b'.repeat(1000)}]: x\n[a]: y`,
			'[a',
			'[a]: \x7f',
			'[a]: x\n[b]: (',
		]) {
			defines(text, text.endsWith('('));
		}
	});

	it('gives offsets into the text', () => {
		const text = '\ufeff# A\r\n\r\n> - [ ] a\r> - [x] b\n>\n';
		const [section] = createParser().parse(text).children;
		assert.ok(section?.kind === 'section');
		assert.equal(text.slice(section.heading.start, section.heading.end), '# A');
		assert.deepEqual(section.span, { start: 1, end: text.length });
		const [a, b] = section.children;
		assert.ok(a?.kind === 'task' && b?.kind === 'task');
		assert.deepEqual([text[a.mark], text[b.mark]], [' ', 'x']);
		assert.equal(text.slice(a.span.start, a.span.end), '- [ ] a');
		assert.equal(text.slice(b.span.start, b.span.end), '- [x] b');
	});

	it('has a title where there is a level-1 heading', () => {
		assert.equal(createParser().parse('## A\n# *B*\n# C').title, 'B');
		assert.ok(!('title' in createParser().parse('## A')));
	});

	it('is plain data, also where texts are parsed late', () => {
		const heading = { start: 0, end: 5 };
		const expected = {
			kind: 'roadmap',
			title: 'a',
			children: [{ kind: 'section', title: 'a', level: 1, heading, span: heading, children: [] }],
		};
		assert.deepEqual(createParser().parse('# *a*'), expected);
		assert.deepEqual(JSON.parse(JSON.stringify(createParser().parse('# *a*'))), expected);
	});
});
