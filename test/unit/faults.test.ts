import assert from 'node:assert/strict';
import {
	applyEdits,
	createParser,
	faultsIn,
	type Fault,
	type FaultKind,
	type FixKind,
	type Roadmap,
	type TaskStates,
} from '../../src/core';

function faults(text: string, states: TaskStates = 'extended'): Fault[] {
	return faultsIn(text, createParser({ states }).parse(text));
}

/** Each fault as its kind and what is marked in the text. */
function told(text: string, states?: TaskStates): string[] {
	return faults(text, states).map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
}

/** The text after the fix of this kind, of the first fault of this kind. */
function fixed(text: string, kind: FaultKind, fixKind: FixKind, states?: TaskStates): string | undefined {
	const fix = faults(text, states)
		.find(fault => fault.kind === kind)
		?.fixes.find(each => each.kind === fixKind);
	return fix && applyEdits(text, fix.edits);
}

/** Writes the only near-box of a text. */
function writes(text: string, after: string, states?: TaskStates): void {
	assert.equal(faults(text, states).length, 1, text);
	assert.equal(fixed(text, 'nearBox', 'writeBox', states), after, text);
}

function tellsNothing(text: string, states?: TaskStates): void {
	assert.deepEqual(told(text, states), [], text);
}

describe('faults: near-boxes', () => {
	it('lack the space between the brackets, or have too much', () => {
		writes('- [] a', '- [ ] a');
		writes('- [  ] a', '- [ ] a');
		writes('- [ x ] a', '- [x] a');
		writes('- [X ] a', '- [X] a');
		writes('- [ x] a', '- [x] a');
		writes('- [\u00a0] a', '- [ ] a');
		writes('-  [\t] a', '-  [ ] a');
	});

	it('lack the space behind', () => {
		writes('- [ ]a', '- [ ] a');
		writes('- [x]a', '- [x] a');
		writes('- [x]**a**', '- [x] **a**');
		writes('- [ ]\u00a0a', '- [ ] a');
		writes('- [ ]\u3000 a', '- [ ] a');
	});

	it('lack the space before', () => {
		writes('-[ ] a', '- [ ] a');
		writes('+[x] a', '+ [x] a');
		writes('*[x] a', '* [x] a');
		writes('1.[ ] a', '1. [ ] a');
		writes('2)[x]a', '2) [x] a');
		writes('> -[ ] a', '> - [ ] a');
		writes('  -[ ] a', '  - [ ] a');
		writes('-\u00a0[ ] a', '- [ ] a');
		writes('- \u00a0[ ] a', '- [ ] a');
		writes('\ufeff-[ ] a', '\ufeff- [ ] a');
	});

	it('have brackets or marks of another script', () => {
		writes('- ［ ］ a', '- [ ] a');
		writes('- ［ｘ］ a', '- [x] a');
		writes('- 【x】a', '- [x] a');
		writes('- 【】 a', '- [ ] a');
		writes('- 〔 〕 a', '- [ ] a');
		writes('- 〖x〗 a', '- [x] a');
		writes('- ⟦x⟧ a', '- [x] a');
		writes('- [x］ a', '- [x] a');
		writes('-［\u3000］a', '- [ ] a');
		writes('- [✓] a', '- [x] a');
		writes('- [✔\ufe0f] a', '- [x] a');
		writes('- [✅] a', '- [x] a');
		writes('- [\u0445] a', '- [x] a');
	});

	it('keep the states of the extended reading', () => {
		writes('- [~]a', '- [~] a');
		writes('- [ / ] a', '- [/] a');
		writes('-[-] a', '- [-] a');
		tellsNothing('- [~]a', 'gfm');
		tellsNothing('-[-] a', 'gfm');
	});

	it('stand in lists of any kind', () => {
		writes('1. [] a', '1. [ ] a');
		writes('*\t[] a', '*\t[ ] a');
		writes('> 1) [] a', '> 1) [ ] a');
		writes('- - [] a', '- - [ ] a');
		writes('- > + [] a', '- > + [ ] a');
		writes('- a\n  - [] b', '- a\n  - [ ] b');
		writes('- [] a\r\n- [ ] b\r\n', '- [ ] a\r\n- [ ] b\r\n');
		writes('- [ ] a\r- []\tb\r', '- [ ] a\r- [ ]\tb\r');
		writes('---\na: - [] b\n---\n- [] a', '---\na: - [] b\n---\n- [ ] a');
		writes(`${'word '.repeat(400)}\n\n---\n\n- [] a\n\n---\n`, `${'word '.repeat(400)}\n\n---\n\n- [ ] a\n\n---\n`);
	});

	it('may hold tasks already', () => {
		writes('- [] a\n  - [ ] b', '- [ ] a\n  - [ ] b');
		writes('-[ ] a\n  - [ ] b', '- [ ] a\n  - [ ] b');
		writes('- plain\n  - [] a', '- plain\n  - [ ] a');
		writes('- plain\n  - [ ] a\n  - [] b', '- plain\n  - [ ] a\n  - [ ] b');
	});

	it('may stand on a line that went on in an item', () => {
		writes('- [ ] a\n-[ ] b\n- [ ] c', '- [ ] a\n- [ ] b\n- [ ] c');
		writes('- [ ] `a`, <b>c</b> and [d](e)\n-[ ] f', '- [ ] `a`, <b>c</b> and [d](e)\n- [ ] f');
		writes('Words\n-[ ] a', 'Words\n- [ ] a');
		writes('- a `b\n- c\n-[ ] d', '- a `b\n- c\n- [ ] d');
		writes('# a `b\n-[ ] c', '# a `b\n- [ ] c');
		writes('> a `b\n>\n> -[ ] c', '> a `b\n>\n> - [ ] c');
	});

	it('are told each where there are several, and are all written at once', () => {
		const text = '-[ ] a\n-[x] b\n- []  c\n';
		assert.deepEqual(told(text), ['nearBox -[ ]', 'nearBox -[x]', 'nearBox []']);
		const edits = faults(text).flatMap(({ fixes }) => fixes.flatMap(fix => fix.edits));
		assert.deepEqual(edits, [
			{ start: 1, end: 1, newText: ' ' },
			{ start: 8, end: 8, newText: ' ' },
			{ start: 17, end: 17, newText: ' ' },
		]);
		assert.equal(applyEdits(text, edits), '- [ ] a\n- [x] b\n- [ ]  c\n');
	});

	it('say what box would be written', () => {
		assert.deepEqual(
			faults('- [✓] a\n- [] b').map(({ fixes }) => fixes[0]?.words),
			['[x]', '[ ]'],
		);
	});

	it('are none where a box is one already', () => {
		tellsNothing('- [ ] a\n- [x] b\n- [X]\tc\n1.  [~]  d\n-\n  [ ] e');
		tellsNothing('- [\t] a');
	});

	it('are none in code, HTML, comments and front matter', () => {
		tellsNothing('```\n- [] a\n-[ ] b\n```');
		tellsNothing('    - [] a\n    -[ ] b');
		tellsNothing('- a\n\n      - [] b');
		tellsNothing('<!--\n- [] a\n-[x] b\n-->');
		tellsNothing('<div>\n- [] a\n</div>');
		tellsNothing('---\n- [] a\n---\n');
		tellsNothing('- a `b\n-[ ] c` d');
		tellsNothing('- [ ] a ``b\n-[ ] c`` d');
		tellsNothing('a <b\n-[ ] c>');
		tellsNothing('a <!-- b\n-[ ] c -->');
	});

	it('are none in links and what becomes one', () => {
		tellsNothing('- [x](y)');
		tellsNothing('- [ ](y)');
		tellsNothing('- [x][y]');
		tellsNothing('- [x]: y');
		tellsNothing('- [x]a\n\n[x]: /u');
		tellsNothing('- [ X ] a\n\n[x]: /u');
		tellsNothing('- a [b\n-[ ] c](d)');
		tellsNothing('- a [b](\n-[ ])');
		tellsNothing('- ![x] a');
		tellsNothing('-[x](y)');
		writes('- 【x】a\n\n[x]: /u', '- [x] a\n\n[x]: /u');
	});

	it('are none in words', () => {
		tellsNothing('- []string');
		tellsNothing('- []()');
		tellsNothing('a [] b');
		tellsNothing('- a [] b');
		tellsNothing('[] a');
		tellsNothing('> [] a');
		tellsNothing('- [y] a');
		tellsNothing('- [xx] a');
		tellsNothing('- \\[x\\] a');
		tellsNothing('- `[x]`a');
		tellsNothing('*[x] all of it*');
		tellsNothing('**[x] all of it**');
		tellsNothing('- *[x] a*');
		tellsNothing('- -[x] a');
		tellsNothing('- []');
		tellsNothing('- []   \n- [x]\u00a0');
	});

	it('are none where an item would take something apart or draw something in', () => {
		tellsNothing('-[ ] a\n===');
		tellsNothing('a\n-[ ] b\n---');
		tellsNothing('-[ ] a | b\n-|-');
		tellsNothing('-[ ] a\n\n    - [ ] code');
		tellsNothing('-[ ] a\n\n  # b');
		tellsNothing('a\n2.[ ] b');
		tellsNothing('- a\n      -[ ] b');
		tellsNothing(`a ${'`'.repeat(2001)}\n-[ ] b`);
	});

	it('are none where a box would make another mark of the task that it is in', () => {
		tellsNothing('- [x] \n\t-［x] `f`\n      -\t[x](b)\th*\n');
	});

	it('are none where together they would not all be boxes', () => {
		const text = '  - [  ] a\n  1.[x] b\n\n    > -[✅]  c\n';
		assert.deepEqual(told(text), ['nearBox [  ]', 'nearBox 1.[x]']);
	});

	it('are read again where what follows has changed', () => {
		const parser = createParser();
		const count = (text: string) => faultsIn(text, parser.parse(text)).length;
		const words = `${'word '.repeat(300)}\n`;
		const before = `# A\n\n-[ ] a\n\n${words}\n`;
		for (const [rest, expected] of [
			['  b\n\n', 1],
			['  # b\n\n', 0],
			['# b\n\n', 1],
		] as const) {
			// What is drawn in stands in a segment of its own.
			const text = `# A\n\n${words}\n-[ ] a\n\n${rest}${words}\n# C\n\n${words}`;
			assert.equal(count(text), expected, rest);
		}
		assert.equal(count(before), 1);
	});

	it('are not looked for where there is too much to read', () => {
		const quoted = `> - [ ] ${'word '.repeat(100)}\n`.repeat(500);
		assert.equal(faults(`> - [] a\n${quoted}`).length, 0);
		assert.equal(faults(`  -[ ] a\n\n${`  ${'word '.repeat(300)}\n\n`.repeat(200)}`).length, 0);
		assert.equal(faults(`- [] ${'word '.repeat(300)}\n\n${quoted}`).length, 1);
	});
});

describe('faults: marks that contradict those inside', () => {
	const text = '- [x] a\n  - [ ] b\n  - [x] c\n    - [~] d\n  - [-] e\n- [ ] f\n  - [x] g\n';

	it('are told of both kinds, with how much is to do', () => {
		assert.deepEqual(told(text), ['doneOverOpen [x]', 'doneOverOpen [x]', 'openOverDone [ ]']);
		assert.deepEqual(
			faults(text).map(({ span, toDo }) => [span.start, toDo]),
			[
				[2, 2],
				[22, 1],
				[52, 0],
			],
		);
	});

	it('are put right by making the task open again', () => {
		assert.equal(
			fixed(text, 'doneOverOpen', 'reopen'),
			'- [ ] a\n  - [ ] b\n  - [x] c\n    - [~] d\n  - [-] e\n- [ ] f\n  - [x] g\n',
		);
	});

	it('are put right by ticking what is inside', () => {
		assert.equal(
			fixed(text, 'doneOverOpen', 'tickInside'),
			'- [x] a\n  - [x] b\n  - [x] c\n    - [x] d\n  - [-] e\n- [ ] f\n  - [x] g\n',
		);
	});

	it('are put right by ticking the task', () => {
		assert.equal(
			fixed(text, 'openOverDone', 'tick'),
			'- [x] a\n  - [ ] b\n  - [x] c\n    - [~] d\n  - [-] e\n- [x] f\n  - [x] g\n',
		);
		assert.equal(fixed('- [~] a\n  - [x] b', 'openOverDone', 'tick'), '- [x] a\n  - [x] b');
		assert.equal(fixed('- [\n  ] a\n  - [x] b', 'openOverDone', 'tick'), '- [x] a\n  - [x] b');
	});

	it('look through plain items, quotes and dropped tasks', () => {
		assert.deepEqual(told('- [x] a\n  - plain\n    - [ ] b'), ['doneOverOpen [x]']);
		assert.deepEqual(told('- [ ] a\n  > 1. [x] b'), ['openOverDone [ ]']);
		assert.deepEqual(told('- [x] a\n  - [-] b\n    - [ ] c'), ['doneOverOpen [x]']);
	});

	it('are none where nothing inside counts, or all agrees', () => {
		tellsNothing('- [x] a\n- [ ] b');
		tellsNothing('- [x] a\n  - [-] b');
		tellsNothing('- [ ] a\n  - [-] b');
		tellsNothing('- [-] a\n  - [ ] b\n- [-] c\n  - [x] d');
		tellsNothing('- [ ] a\n  - [ ] b\n  - [x] c');
		tellsNothing('- [x] a\n  - [x] b\n    - [x] c');
		tellsNothing('- [x] a\n  - b');
	});
});

describe('faults: headings that say they are done', () => {
	/** The text with the mark taken off its only such heading. */
	const takesOff = (heading: string, after: string, mark: string) => {
		const below = '\n- [ ] a\n';
		assert.deepEqual(told(heading + below), [`doneHeading ${mark}`], heading);
		assert.equal(fixed(heading + below, 'doneHeading', 'removeMark'), after + below, heading);
	};
	const isLikeOthers = (heading: string) => tellsNothing(`${heading}\n- [ ] a\n`);

	it('have a tick at their end', () => {
		takesOff('## A ✅', '## A', '✅');
		takesOff('## A ✔\ufe0f', '## A', '✔\ufe0f');
		takesOff('## A✓', '## A', '✓');
		takesOff('## A :white_check_mark:', '## A', ':white_check_mark:');
		takesOff('## A ✅ Done', '## A', '✅ Done');
		takesOff('## A ✅ ##', '## A ##', '✅');
		takesOff('# A: B ☑  ', '# A: B  ', '☑');
		takesOff('## Feature complete ✅', '## Feature complete', '✅');
	});

	it('have a word at their end that is set off', () => {
		takesOff('## A (done)', '## A', '(done)');
		takesOff('## A [Completed]', '## A', '[Completed]');
		takesOff('## A （done）', '## A', '（done）');
		takesOff('## A (✅ done)', '## A', '(✅ done)');
		takesOff('## A: done', '## A', 'done');
		takesOff('## A - DONE', '## A', 'DONE');
		takesOff('## A – complete', '## A', 'complete');
		takesOff('## A—completed ✅', '## A', 'completed ✅');
		takesOff('## A **done**', '## A', '**done**');
		takesOff('## A: _Done_', '## A', '_Done_');
		takesOff('## Phase 1 done', '## Phase 1', 'done');
		takesOff('## v2.0 completed', '## v2.0', 'completed');
		takesOff('A (done)\n===', 'A\n===', '(done)');
		takesOff('A\n✅\n---', 'A\n---', '✅');
		takesOff('A\nB: done\r\n---', 'A\nB\r\n---', 'done');
		takesOff('## `A` and [b](c): done', '## `A` and [b](c)', 'done');
	});

	it('may be nothing else: that is not taken off', () => {
		for (const heading of ['## Done', '## ✅', '## **Completed**', '## :heavy_check_mark: Done', '(done)\n---']) {
			const text = `${heading}\n- [ ] a\n`;
			const kinds = faults(text).map(({ fixes }) => fixes.map(({ kind }) => kind));
			assert.deepEqual(kinds, [['tickInside']], heading);
		}
	});

	it('are like others where the word is one of the title', () => {
		isLikeOthers('## Getting things done');
		isLikeOthers('## Definition of Done');
		isLikeOthers('## Feature complete');
		isLikeOthers('## Auto-complete');
		isLikeOthers('## 2 of 5 done');
		isLikeOthers('## 2/5 done');
		isLikeOthers('## 50 % done');
		isLikeOthers('## 12 completed');
		isLikeOthers('## A (not done)');
		isLikeOthers('## Abandoned');
		isLikeOthers('## ✅ A');
	});

	it('are like others where the mark is code, HTML or a link', () => {
		isLikeOthers('## A `(done)`');
		isLikeOthers('## A [b](done)');
		isLikeOthers('## A [(done)](b)');
		isLikeOthers('## A <b>done</b>');
		isLikeOthers('## A <!-- : done -->');
		isLikeOthers('## A \\(done\\)');
		tellsNothing('## A [done]\n- [ ] a\n\n[done]: /u');
		tellsNothing('- # A ✅\n  - [ ] a');
	});

	it('are told where something in them is to do, in sections below too', () => {
		assert.deepEqual(told('# A ✅\n## B\n- [ ] a\n## C\n- [x] b'), ['doneHeading ✅']);
		tellsNothing('# A ✅\n- [x] a\n- [-] b');
		tellsNothing('# A ✅\n# B\n- [ ] a');
		tellsNothing('# A ✅\nNo tasks.');
		assert.equal(faults('# A ✅\n- [ ] a\n## B\n- [~] b\n- [-] c')[0]?.toDo, 2);
	});

	it('are put right by ticking all in the section', () => {
		assert.equal(
			fixed('# A ✅\n- [ ] a\n## B\n- [~] b\n- [-] c\n# D\n- [ ] d', 'doneHeading', 'tickInside'),
			'# A ✅\n- [x] a\n## B\n- [x] b\n- [-] c\n# D\n- [ ] d',
		);
	});

	it('keep a mark that cannot be taken off without changing more', () => {
		const kinds = faults('# `A` **b (done)\n- [ ] a\n').map(({ fixes }) => fixes.map(({ kind }) => kind));
		assert.deepEqual(kinds, [['tickInside', 'removeMark']]);
	});
});

describe('faults', () => {
	it('are told up to a limit for each sort', () => {
		assert.equal(faults('- [] a\n'.repeat(1000)).length, 200);
		assert.equal(faults('- [x] a\n  - [ ] b\n'.repeat(1000)).length, 200);
		assert.equal(faults('# A ✅\n- [ ] b\n'.repeat(1000)).length, 200);
	});

	it('are none in what no parser has made', () => {
		const roadmap: Roadmap = { kind: 'roadmap', children: [] };
		assert.deepEqual(faultsIn('- [] a', roadmap), []);
	});

	it('are the same for a text that is read again', () => {
		const parser = createParser();
		const text = '# A ✅\n- [x] a\n  - [ ] b\n-[ ] c\n';
		assert.deepEqual(faultsIn(text, parser.parse(text)), faultsIn(text, parser.parse(text)));
	});
});
