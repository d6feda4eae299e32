import assert from 'node:assert/strict';
import {
	applyEdits,
	createParser,
	descendants,
	labelOf,
	listAt,
	taskAt,
	tasksAt,
	toggleAt,
	type ToggleOptions,
} from '../../src/core';
import { unmarked } from './support/marked';

const parser = createParser({ states: 'extended' });

function toggles(marked: string, after: string, options?: ToggleOptions): void {
	const { text, selections } = unmarked(marked);
	const edits = toggleAt(text, parser.parse(text), selections, options);
	assert.equal(applyEdits(text, edits), after, marked);
}

function changesNothing(marked: string): void {
	toggles(marked, unmarked(marked).text);
}

describe('toggleAt a cursor', () => {
	it('ticks the task on whose line it stands, wherever on it', () => {
		toggles('‸- [ ] a', '- [x] a');
		toggles('-‸ [ ] a', '- [x] a');
		toggles('- [‸ ] a', '- [x] a');
		toggles('- [x] a‸', '- [ ] a');
		toggles('- [ ] a   ‸\n- [ ] b', '- [x] a   \n- [ ] b');
		toggles('- [ ] a\n‸- [ ] b', '- [ ] a\n- [x] b');
		toggles('- [ ] a\r\n- [ ] b‸\r\n', '- [ ] a\r\n- [x] b\r\n');
		toggles('- [ ] a\r- [ ] ‸b\r', '- [ ] a\r- [x] b\r');
		toggles('\ufeff‸- [ ] a', '\ufeff- [x] a');
	});

	it('ticks from the indentation before a task and the quote around it', () => {
		toggles('- [ ] a\n‸  - [ ] b', '- [ ] a\n  - [x] b');
		toggles('- [ ] a\n\t‸- [ ] b', '- [ ] a\n\t- [x] b');
		toggles('‸> - [ ] a', '> - [x] a');
		toggles('> > - [ ] a‸', '> > - [x] a');
		toggles('‸   1) [ ] a', '   1) [x] a');
	});

	it('ticks from the continuation lines of a task', () => {
		toggles('- [ ] a\n  mo‸re', '- [x] a\n  more');
		toggles('- [ ] a\n‸lazy\n', '- [x] a\nlazy\n');
		toggles('> - [ ] a\n‸lazy', '> - [x] a\nlazy');
		toggles('- [ ] a\n\n  A second paragraph.‸', '- [x] a\n\n  A second paragraph.');
		toggles('- [ ] a\n  ```\n  - co‸de\n  ```', '- [x] a\n  ```\n  - code\n  ```');
		toggles('- [ ] a\n  - [ ] b\n\n  more of a‸', '- [x] a\n  - [ ] b\n\n  more of a');
		toggles(`- [ ] a\n${'  more\n'.repeat(300)}  ‸more`, `- [x] a\n${'  more\n'.repeat(300)}  more`);
		toggles('-\n  [ ] a‸', '-\n  [x] a');
		toggles('-‸\n  [ ] a', '-\n  [x] a');
		toggles('- [\n  ] a‸', '- [x] a');
	});

	it('ticks the innermost of several tasks and items on a line', () => {
		toggles('‸- - [ ] a', '- - [x] a');
		toggles('‸1. - [ ] a\n   - [ ] b', '1. - [x] a\n   - [ ] b');
		toggles('- [ ] a\n  - [ ] b‸', '- [ ] a\n  - [x] b');
		toggles('‸- [ ] a\n  - [ ] b', '- [x] a\n  - [ ] b');
	});

	it('ticks under several cursors, as the first one asks', () => {
		toggles('- [ ] ‸a\n- [x] ‸b\n- [ ] c', '- [x] a\n- [x] b\n- [ ] c');
		toggles('- [x] ‸a\n- [ ] ‸b', '- [ ] a\n- [ ] b');
		toggles('- ‸[ ] ‸a', '- [x] a');
		toggles('- ‸plain\n- [ ] ‸a', '- plain\n- [x] a');
		toggles('wor‸ds\n- [ ] ‸a', 'words\n- [x] a');
	});

	it('asks the options', () => {
		toggles('- [ ] a\n  - [ ] b‸', '- [x] a\n  - [x] b', { cascade: 'up' });
		toggles('- [x] a‸', '- [x] a', { state: 'done' });
	});

	it('makes a task of a plain list item', () => {
		toggles('- pl‸ain', '- [ ] plain');
		toggles('‸- plain', '- [ ] plain');
		toggles('*   plain‸', '*   [ ] plain');
		toggles('+\tplain‸', '+\t[ ] plain');
		toggles('1. one\n2. t‸wo', '1. one\n2. [ ] two');
		toggles('10) ten‸', '10) [ ] ten');
		toggles('> - quoted‸', '> - [ ] quoted');
		toggles('- > 1. quoted‸', '- > 1. [ ] quoted');
		toggles('- - x‸', '- - [ ] x');
		toggles('- a\r\n- b‸\r\n', '- a\r\n- [ ] b\r\n');
		toggles('\ufeff- plain‸', '\ufeff- [ ] plain');
		toggles('- [link](target)‸', '- [ ] [link](target)');
		toggles('- **bold**‸', '- [ ] **bold**');
	});

	it('makes a task of a plain list item from its continuation lines', () => {
		toggles('- plain\n  mo‸re', '- [ ] plain\n  more');
		toggles('- plain\r\n‸lazy', '- [ ] plain\r\nlazy');
		toggles('- plain\n\n  A second paragraph.‸', '- [ ] plain\n\n  A second paragraph.');
		toggles(`- plain\r\n${'  more\r\n'.repeat(300)}  ‸more`, `- [ ] plain\r\n${'  more\r\n'.repeat(300)}  more`);
		toggles('-\n  pl‸ain', '-\n  [ ] plain');
		toggles('- [d]: /u\n  pl‸ain', '- [d]: /u\n  [ ] plain');
	});

	it('makes a task of a plain item in a task, and of a group', () => {
		toggles('- [ ] a\n  - plain‸', '- [ ] a\n  - [ ] plain');
		toggles('- [ ] a\n  - plain\n    more‸', '- [ ] a\n  - [ ] plain\n    more');
		toggles('- group‸\n  - [ ] a', '- [ ] group\n  - [ ] a');
	});

	it('makes tasks under several cursors', () => {
		toggles('- a‸\n- b\n- c‸', '- [ ] a\n- b\n- [ ] c');
		toggles('- ‸a‸', '- [ ] a');
		toggles('- a‸\n\nwor‸ds', '- [ ] a\n\nwords');
	});

	it('changes nothing where there is neither task nor list item', () => {
		changesNothing('‸');
		changesNothing('words‸');
		changesNothing('# Head‸ing\n\n- [ ] a');
		changesNothing('- [ ] a\n‸\n- [ ] b');
		changesNothing('- [ ] a\n\n‸words');
		changesNothing('- plain\n\n‸words');
		changesNothing('- plain\n\n# Heading‸');
		changesNothing('```\n- [ ] code‸\n```');
		changesNothing('```\n- code‸\n```');
		changesNothing('    - code‸');
		changesNothing('<!--\n- comment‸\n-->');
		changesNothing('---\n- front: matter‸\n---');
	});

	it('changes nothing where an item has no words of its own', () => {
		changesNothing('-‸');
		changesNothing('- ‸');
		changesNothing('- -‸');
		changesNothing('- >‸');
		changesNothing('- [ ]‸');
		changesNothing('- [x]   ‸');
		changesNothing('- # Heading‸');
		changesNothing('- #‸');
		changesNothing('- ```js‸\n  code\n  ```');
		changesNothing('- ~~~‸\n  code');
		changesNothing('- <div>‸\n  html');
		changesNothing('- [d]: /u‸\n\n[d]');
		changesNothing('- a | b‸\n  --|--');
		changesNothing('- \n  no box goes here‸');
	});

	it('changes nothing at a rule, which begins like a list', () => {
		changesNothing('- - -‸');
		changesNothing('* * *‸');
		changesNothing('* * **‸');
		changesNothing('- --  ‸');
		changesNothing('- * * *‸');
	});
});

describe('toggleAt a selection', () => {
	it('ticks all tasks that begin on its lines', () => {
		toggles('- [ ] a\n- [«x] b\n  - [ ] »c\n- [ ] d', '- [ ] a\n- [ ] b\n  - [ ] c\n- [ ] d');
		toggles('- [ ] «a\n- [x] »b\n- [ ] c', '- [x] a\n- [x] b\n- [ ] c');
		toggles('«# A\n- [ ] a\n\nwords\n\n# B\n- [ ] b»', '# A\n- [x] a\n\nwords\n\n# B\n- [x] b');
		toggles('- [ ] «a»', '- [x] a');
		toggles('> «- [ ] a\r\n> - [ ] b»\r\n', '> - [x] a\r\n> - [x] b\r\n');
	});

	it('leaves out the line at whose first column it ends', () => {
		toggles('«- [ ] a\n»- [ ] b', '- [x] a\n- [ ] b');
		toggles('«- [ ] a\r\n»- [ ] b', '- [x] a\r\n- [ ] b');
		toggles('«- a\n»- b', '- [ ] a\n- b');
	});

	it('leaves plain items alone where there are tasks', () => {
		toggles('«- plain\n- [ ] a\n- more»', '- plain\n- [x] a\n- more');
	});

	it('ticks the task in whose continuation lines it stands', () => {
		toggles('- [ ] a\n  «more\n  words»', '- [x] a\n  more\n  words');
		toggles('- [ ] a\n  «more»\n- [ ] b', '- [x] a\n  more\n- [ ] b');
	});

	it('makes tasks of the plain items that begin on its lines', () => {
		toggles('«- a\n- b\n  more\n  - c»\n- d', '- [ ] a\n- [ ] b\n  more\n  - [ ] c\n- d');
		toggles('«1. a\n2. b»', '1. [ ] a\n2. [ ] b');
		toggles('«# A\n- a\n\nwords\n\n* * *\n\n- b\r\n- c»', '# A\n- [ ] a\n\nwords\n\n* * *\n\n- [ ] b\r\n- [ ] c');
		toggles('«- a\n- [ ]\n- # b\n- c»', '- [ ] a\n- [ ]\n- # b\n- [ ] c');
		toggles('«- a\n\n      - code\n- b»', '- [ ] a\n\n      - code\n- [ ] b');
		toggles('«- a\r- b»', '- [ ] a\r- [ ] b');
	});

	it('makes a task of the plain item in whose continuation lines it stands', () => {
		toggles('- a\n  «more\n  words»', '- [ ] a\n  more\n  words');
	});

	it('leaves code alone', () => {
		toggles('«- a\n\n```\n- code\n```\n\n- b»', '- [ ] a\n\n```\n- code\n```\n\n- [ ] b');
		changesNothing('«```\n- code\n- [ ] more\n```»');
	});

	it('goes with cursors and other selections', () => {
		toggles('«- a\n- b»\n- c\n- d‸', '- [ ] a\n- [ ] b\n- c\n- [ ] d');
		toggles('«- [ ] a»\n- [x] b\n- [ ] c‸', '- [x] a\n- [x] b\n- [x] c');
	});
});

describe('toggleAt', () => {
	it('reaches every task of a text from each place of its own line', () => {
		const text = '# A\n- [ ] a\n  more\n  - plain\n    - [x] b\n\n    1. [ ] c\n> * [ ] d\n\n- - [X] e\n  - [ ] f';
		for (const node of descendants(parser.parse(text))) {
			const mark = node.kind === 'task' ? node.mark : undefined;
			const line = text.lastIndexOf('\n', mark);
			for (let offset = line + 1; mark !== undefined && offset <= text.indexOf('\n', mark); offset++) {
				const edits = toggleAt(text, parser.parse(text), [{ start: offset, end: offset }]);
				assert.deepEqual(
					edits.map(({ start }) => start),
					[mark],
					`${labelOf(node)} at ${offset}`,
				);
			}
		}
	});
});

describe('taskAt', () => {
	const finds = (marked: string, expected: string | undefined) => {
		const text = marked.replace('‸', '');
		assert.equal(taskAt(text, parser.parse(text), marked.indexOf('‸'))?.text, expected, marked);
	};

	it('is the task in whose own text an offset stands', () => {
		finds('- [ ] a\n  - [ ] b‸', 'b');
		finds('- [ ] a\n  mo‸re\n  - [ ] b', 'a more');
		finds('# A‸\n- [ ] a', undefined);
		finds('- a‸', undefined);
	});
});

describe('tasksAt', () => {
	const finds = (marked: string, ...expected: readonly string[]) => {
		const { text, selections } = unmarked(marked);
		const tasks = tasksAt(text, parser.parse(text), selections);
		assert.deepEqual(tasks.map(labelOf), expected, marked);
	};

	it('are those under cursors and selections, each once and in order', () => {
		finds('- [ ] a\n- [x] ‸b', 'b');
		finds('- [ ] «a\n- [x] b»\n- [ ] c', 'a', 'b');
		finds('- [ ] ‸a‸\n- [x] b\n- [ ] ‸c', 'a', 'c');
		finds('- a‸\n- [ ] b');
		finds('   «   - a\n»', ...[]);
	});
});

describe('listAt', () => {
	const finds = (marked: string, expected: string | undefined) => {
		const { text, selections } = unmarked(marked);
		const list = listAt(text, selections[0]?.start ?? 0);
		assert.equal(list && text.slice(list.start, list.end), expected, marked);
	};

	it('is the outermost list, from its first to its last item', () => {
		finds('- a\n  - b‸\n\n- c\n\nwords\n\n- d', '- a\n  - b\n\n- c');
		finds('- a\n\nwords\n\n‸- d\n  more\n* e\n', '- d\n  more\n* e');
		finds('‸  1. a\n  2. [ ] b\n# H\n- c', '1. a\n  2. [ ] b');
		finds('> - a\n>\n> - b‸\n\n# H', '- a\n>\n> - b');
		finds('- a\n‸\n- b', '- a\n\n- b');
	});

	it('is none outside of lists', () => {
		finds('‸', undefined);
		finds('wor‸ds\n\n- a', undefined);
		finds('- a\n\nwor‸ds', undefined);
		finds('- a\n\nwor‸ds\n\n- b', undefined);
		finds('```\n- a‸\n```', undefined);
	});
});
