import { indent, move, moveDown, moveUp, outdent, sortFinished } from '../../src/core';
import { options, trying } from './support/restructured';

const sections = '# T\n\n## A\n\n- [ ] a\n\n### I\n\n- [ ] i\n\n## B\n\nwords\n\n## C\n';

describe('move', () => {
	const { keeps, makes, refuses } = trying((text, { nodes, place }) => move(text, nodes, place, options));

	it('moves a task with all that is in it', () => {
		const text = '## A\n\n- [ ] a\n  note\n\n  ```\n    code\n  ```\n  - b\n    1. [x] c\n- [ ] d\n\n## B\n\n- [ ] e\n';
		const a = '- [ ] a\n  note\n\n  ```\n    code\n  ```\n  - b\n    1. [x] c\n';
		makes('a → B', text, `## A\n\n- [ ] d\n\n## B\n\n- [ ] e\n${a}`);
		makes('a → behind d', text, `## A\n\n- [ ] d\n${a}\n## B\n\n- [ ] e\n`);
		makes('a → d', text, `## A\n\n- [ ] d\n${a.replace(/^(?!$)/gm, '  ')}\n## B\n\n- [ ] e\n`);
		makes('e → c', text, `${text.slice(0, text.indexOf('\n\n## B'))}\n\n## B\n`.replace('c\n', 'c\n       1. [ ] e\n'));
		makes('c → before a', text, text.replace('    1. [x] c\n', '').replace('- [ ] a', '- [x] c\n- [ ] a'));
		makes('a → ', '## A\n- [ ] a\n', '- [ ] a\n\n## A\n');
	});

	it('moves images and lines that go on lazily', () => {
		const text = '- [ ] a\n  ![i](x.png)\nlazy\n- [ ] b\n  - [ ] c\n';
		makes('a → behind b', text, '- [ ] b\n  - [ ] c\n- [ ] a\n  ![i](x.png)\nlazy\n');
		makes('a → b', text, '- [ ] b\n  - [ ] c\n  - [ ] a\n    ![i](x.png)\n    lazy\n');
	});

	it('takes over the style of the others', () => {
		const text = '## A\n\n1. [ ] a\n   note\n2. [ ] b\n\n## B\n\n* [ ] c\n\n* [ ] d\n  note\n';
		makes('a → B', text, '## A\n\n1. [ ] b\n\n## B\n\n* [ ] c\n\n* [ ] d\n  note\n\n* [ ] a\n  note\n');
		makes('d → before b', text, '## A\n\n1. [ ] a\n   note\n2. [ ] d\n   note\n3. [ ] b\n\n## B\n\n* [ ] c\n');
		makes('a → d', text, '## A\n\n1. [ ] b\n\n## B\n\n* [ ] c\n\n* [ ] d\n  note\n  * [ ] a\n    note\n');
		makes('b → A', '## A\n\n## B\n\n1) [ ] b\n2) [ ] c\n', '## A\n\n1) [ ] b\n\n## B\n\n1) [ ] c\n');
	});

	it('moves code and tabs along by columns', () => {
		makes('a → b', '1. [ ] b\n\n## A\n\n- [ ] a\n\n      code\n', '1. [ ] b\n   - [ ] a\n\n         code\n\n## A\n');
		makes('a → b', '- [ ] a\n\t- [ ] c\n\n\t\tcode\n- [ ] b\n', '- [ ] b\n\t- [ ] a\n\t\t- [ ] c\n\n\t\t\tcode\n');
	});

	it('moves into quotes and out of them', () => {
		const text = '## A\n> - [ ] a\n>   note\n>\n>   - [ ] c\n\n## B\n- [ ] b\n  note\n\n  para\n';
		makes('a → B', text, '## A\n\n## B\n- [ ] b\n  note\n\n  para\n- [ ] a\n  note\n\n  - [ ] c\n');
		makes(
			'b → A',
			text,
			text.replace('- [ ] b\n  note\n\n  para\n', '').replace('c\n\n', 'c\n> - [ ] b\n>   note\n>\n>   para\n\n'),
		);
	});

	it('moves lines of a quote that go on lazily', () => {
		makes('a → B', '> - [ ] a\nlazy\n\n## B\n\n- [ ] b\n', '## B\n\n- [ ] b\n- [ ] a\n  lazy\n');
	});

	it('moves several nodes as one edit, in document order', () => {
		makes('c, a → B', '## A\n- [ ] a\n- [ ] b\n- [ ] c\n## B\n', '## A\n- [ ] b\n## B\n- [ ] a\n- [ ] c\n');
		makes('a, b, c → behind d', '- [ ] a\n  - [ ] b\n- [ ] c\n- [ ] d\n', '- [ ] d\n- [ ] a\n  - [ ] b\n- [ ] c\n');
		makes('a, C → B', sections, '# T\n\n## A\n\n### I\n\n- [ ] i\n\n## B\n\nwords\n\n- [ ] a\n\n### C\n');
		makes('a, b → A', '## A\n\n- [ ] a\n\n## B\n\n- [ ] b\n- [ ] c\n', '## A\n\n- [ ] a\n- [ ] b\n\n## B\n\n- [ ] c\n');
		makes('b, a → before a', '- [ ] a\n\n## B\n\n- [ ] c\n- [ ] b\n', '- [ ] a\n- [ ] b\n\n## B\n\n- [ ] c\n');
	});

	it('moves sections with those in them, on the level of what they come beside', () => {
		makes('A → C', sections, '# T\n\n## B\n\nwords\n\n## C\n\n### A\n\n- [ ] a\n\n#### I\n\n- [ ] i\n');
		makes('I → behind A', sections, sections.replace('### I', '## I'));
		makes('B → before A', sections, '# T\n\n## B\n\nwords\n\n## A\n\n- [ ] a\n\n### I\n\n- [ ] i\n\n## C\n');
		makes('C → A', sections, sections.replace('\n## C\n', '').replace('- [ ] i\n', '- [ ] i\n\n### C\n'));
		makes('C', sections, sections.replace('## C', '# C'));
		makes(
			'I → behind B',
			sections,
			sections.replace('### I\n\n- [ ] i\n\n', '').replace('## C', '## I\n\n- [ ] i\n\n## C'),
		);
	});

	it('gives headings their levels as they are written', () => {
		makes('A → B', '# A #\n\n## I ##\n\n# B #\n', '# B #\n\n## A ##\n\n### I ###\n');
		makes('A → B', '# A ##\n\n# \\# #  \n\n# B\n', '# \\# #  \n\n# B\n\n## A ##\n');
		makes('A → B', 'A\n===\n\nB\n===\n\nC\n---\n', 'B\n===\n\nC\n---\n\nA\n---\n');
		makes('C → before A', 'A\n===\n\nB\n===\n\nC\n---  \n', 'C\n===  \n\nA\n===\n\nB\n===\n');
		makes('A → C', 'A\nmore\n===\n\nI\n---\n\nB\n===\n\n## C\n', 'B\n===\n\n## C\n\n### A more\n\n#### I\n');
		refuses('A → C', 'A\\\nmore\n===\n\nB\n===\n\n## C\n', 'tooDeep');
		refuses('A → C', '[d]: /u\nA\n===\n\nB\n===\n\n## C\n', 'tooDeep');
	});

	it('goes no deeper than level 6', () => {
		const text = '# A\n## I\n# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6\n';
		makes('A → 4', text, '# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6\n##### A\n###### I\n');
		refuses('A → 5', text, 'tooDeep');
		refuses('A → 6', text, 'tooDeep');
	});

	it('moves sections with the rules between', () => {
		const ruled = '# T\n\n## A\n\na\n\n---\n\n## B\n\nb\n\n---\n\n## C\n\nc\n';
		makes('C → before A', ruled, '# T\n\n## C\n\nc\n\n---\n\n## A\n\na\n\n---\n\n## B\n\nb\n');
		makes('A → behind C', ruled, '# T\n\n## B\n\nb\n\n---\n\n## C\n\nc\n\n---\n\n## A\n\na\n');
		makes('B → A', ruled, '# T\n\n## A\n\na\n\n### B\n\nb\n\n---\n\n## C\n\nc\n');
		makes('C → before B', `${ruled}\n---\n`, '# T\n\n## A\n\na\n\n---\n\n## C\n\nc\n\n---\n\n## B\n\nb\n\n---\n');
	});

	it('keeps what is there already', () => {
		keeps('a → before b', '- [ ] a\n- [ ] b\n');
		keeps('b → ', '- [ ] a\n- [ ] b');
		keeps('a, b → before a', '- [ ] a\n- [ ] b\n');
		keeps('C → T', sections);
		keeps('b → a', '- [ ] a\n\n    - [ ] b\n');
	});

	it('refuses what cannot be', () => {
		refuses('a → a', '- [ ] a\n', 'intoItself');
		refuses('A → i', sections, 'intoItself');
		refuses('A → before I', sections, 'intoItself');
		refuses('B → i', sections, 'sectionInItem');
		refuses('a → behind b', '- - [ ] a\n- [ ] b\n', 'sharesLine');
		refuses('b → before a', '- - [ ] a\n- [ ] b\n', 'sharesLine');
		refuses('a → B', '## A\n- [ ] a\n## B\n```\ncode\n', 'unsafe');
	});

	it('refuses where titles would no longer say the same', () => {
		refuses('a → A', '- [ ] a\n\n  [d]: /u\n\n## A\n\n```\n', 'unsafe');
	});
});

describe('moveUp', () => {
	const { makes, refuses } = trying((text, { nodes }) => moveUp(text, nodes, options));

	it('moves a task by one', () => {
		makes('b', '- [ ] a\n- [ ] b\n  note\n- [ ] c\n', '- [ ] b\n  note\n- [ ] a\n- [ ] c\n');
		makes('c', '- [ ] a\n\t- [ ] b\n\t- [ ] c\n', '- [ ] a\n\t- [ ] c\n\t- [ ] b\n');
		makes('b', '1. [ ] a\n2. [ ] b\n', '1. [ ] b\n2. [ ] a\n');
		makes('b', '9. [ ] a\n   note\n10. [ ] b\n    note\n', '9. [ ] b\n   note\n10. [ ] a\n    note\n');
		makes('b', '- [ ] a\n\n- [ ] b', '- [ ] b\n\n- [ ] a');
		makes('b', '- [ ] a\r\n- [ ] b', '- [ ] b\r\n- [ ] a');
		makes('b', '\ufeff- [ ] a\n- [ ] b\n', '\ufeff- [ ] b\n- [ ] a\n');
		makes('b', '---\nc: d\n---\n- [ ] a\n- [ ] b\n', '---\nc: d\n---\n- [ ] b\n- [ ] a\n');
		makes('b', '> - [ ] a\n> - [ ] b\n\nwords\n', '> - [ ] b\n> - [ ] a\n\nwords\n');
	});

	it('passes by what holds no task', () => {
		makes('b', '- [ ] a\n- plain\n- [ ] b\n', '- [ ] b\n- [ ] a\n- plain\n');
		makes('b', '- [ ] a\n\nwords\n\n- [ ] b\n', '- [ ] b\n- [ ] a\n\nwords\n');
		makes('b', '- g\n  - [ ] a\n- [ ] b\n', '- [ ] b\n- g\n  - [ ] a\n');
		refuses('b', '- plain\n- [ ] b\n', 'first');
	});

	it('moves a task to the list above', () => {
		makes('b', '* [ ] a\n\n- [ ] b\n', '* [ ] b\n* [ ] a\n');
		makes('b', '1. [ ] a\n\n- [ ] b\n- [ ] c\n', '1. [ ] b\n2. [ ] a\n\n- [ ] c\n');
	});

	it('moves a section by one', () => {
		makes('B', sections, '# T\n\n## B\n\nwords\n\n## A\n\n- [ ] a\n\n### I\n\n- [ ] i\n\n## C\n');
		makes('B', '## A\n- [ ] a\n## B\n- [ ] b', '## B\n- [ ] b\n## A\n- [ ] a');
		makes('B', '\ufeff## A\r\n\r\n\r\n## B\r\n', '\ufeff## B\r\n\r\n\r\n## A\r\n');
		makes('B', 'words\n\n## A\n\n## B\n', 'words\n\n## B\n\n## A\n');
		makes('C', '# T\n\n### A\n\n## C\n', '# T\n\n### C\n\n### A\n');
	});

	it('moves nodes side by side together, and those that can move', () => {
		makes('b, c', '- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n', '- [ ] b\n- [ ] c\n- [ ] a\n- [ ] d\n');
		makes('b, d', '- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n', '- [ ] b\n- [ ] a\n- [ ] d\n- [ ] c\n');
		makes('a, c', '- [ ] a\n- [ ] b\n- [ ] c\n', '- [ ] a\n- [ ] c\n- [ ] b\n');
		makes('b, B', '- [ ] a\n- [ ] b\n\n## A\n\n## B\n', '- [ ] b\n- [ ] a\n\n## B\n\n## A\n');
	});

	it('refuses the first', () => {
		refuses('a', '- [ ] a\n- [ ] b\n', 'first');
		refuses('a, b', '- [ ] a\n- [ ] b\n', 'first');
		refuses('b', '- [ ] a\n  - [ ] b\n', 'first');
		refuses('A', sections, 'first');
		refuses('b', '- - [ ] a\n  - [ ] b\n', 'sharesLine');
	});
});

describe('moveDown', () => {
	const { makes, refuses } = trying((text, { nodes }) => moveDown(text, nodes, options));

	it('moves a task by one', () => {
		makes('a', '- [ ] a\n  note\n- [ ] b\n', '- [ ] b\n- [ ] a\n  note\n');
		makes('a', '- [ ] a\n\n- [ ] b', '- [ ] b\n\n- [ ] a');
		makes('a', '- [ ] a\n- plain\n- [ ] b\n', '- plain\n- [ ] b\n- [ ] a\n');
		makes('a', '- [ ] a\n\nwords\n\n- [ ] b\n', 'words\n\n- [ ] b\n- [ ] a\n');
		makes('a', '1. [ ] a\n2. [ ] b\n   - [ ] c\n', '1. [ ] b\n   - [ ] c\n2. [ ] a\n');
	});

	it('moves a section by one', () => {
		makes('A', sections, '# T\n\n## B\n\nwords\n\n## A\n\n- [ ] a\n\n### I\n\n- [ ] i\n\n## C\n');
		makes('B', sections, sections.replace('## B\n\nwords\n\n## C\n', '## C\n\n## B\n\nwords\n'));
	});

	it('moves nodes side by side together', () => {
		makes('a, b', '- [ ] a\n- [ ] b\n- [ ] c\n', '- [ ] c\n- [ ] a\n- [ ] b\n');
		makes('a, c', '- [ ] a\n- [ ] b\n- [ ] c\n', '- [ ] b\n- [ ] a\n- [ ] c\n');
	});

	it('refuses the last', () => {
		refuses('b', '- [ ] a\n- [ ] b\n- plain\n', 'last');
		refuses('C', sections, 'last');
		refuses('I', sections, 'last');
	});
});

describe('indent', () => {
	const { makes, refuses } = trying((text, { nodes }) => indent(text, nodes, options));

	it('moves a task into the item above', () => {
		makes('b', '- [ ] a\n- [ ] b\n- [ ] c\n', '- [ ] a\n  - [ ] b\n- [ ] c\n');
		makes('b, c', '- [ ] a\n- [ ] b\n- [ ] c', '- [ ] a\n  - [ ] b\n  - [ ] c');
		makes('b, d', '- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n', '- [ ] a\n  - [ ] b\n- [ ] c\n  - [ ] d\n');
		makes('b', '- plain\n- [ ] b\n', '- plain\n  - [ ] b\n');
		makes(
			'b',
			'- [ ] a\n  - [ ] c\n    - [ ] d\n- [ ] b\n  - [ ] e\n',
			'- [ ] a\n  - [ ] c\n    - [ ] d\n  - [ ] b\n    - [ ] e\n',
		);
		makes('b', '- [ ] a\n  - [ ] c\n\n  words\n- [ ] b\n', '- [ ] a\n  - [ ] c\n  - [ ] b\n\n  words\n');
		makes('b', '> - [ ] a\n> - [ ] b\n', '> - [ ] a\n>   - [ ] b\n');
	});

	it('indents as the others are indented', () => {
		makes('b', '- [ ] a\n    - [ ] c\n- [ ] b\n  note\n', '- [ ] a\n    - [ ] c\n    - [ ] b\n      note\n');
		makes('b', '- [ ] a\n\t- [ ] c\n- [ ] b\n\tnote\n', '- [ ] a\n\t- [ ] c\n\t- [ ] b\n\t\tnote\n');
	});

	it('numbers anew', () => {
		makes('b', '1. [ ] a\n2. [ ] b\n   note\n3. [ ] c\n', '1. [ ] a\n   - [ ] b\n     note\n2. [ ] c\n');
		makes('b', '10. [ ] a\n11. [ ] b\n    - [ ] c\n12. [ ] d\n', '10. [ ] a\n    - [ ] b\n      - [ ] c\n11. [ ] d\n');
		makes('b', '9. [ ] a\n10. [ ] b\n11. [ ] c\n    note\n', '9. [ ] a\n   - [ ] b\n10. [ ] c\n    note\n');
	});

	it('keeps blank lines tidy', () => {
		makes('b', '- [ ] a\n\n- [ ] b\n\n- [ ] c\n', '- [ ] a\n  - [ ] b\n\n- [ ] c\n');
		makes('b', '- [ ] a\n\n  para\n\n- [ ] b\n', '- [ ] a\n\n  para\n\n  - [ ] b\n');
	});

	it('moves a section into the one above, with those in it', () => {
		makes('B', '# T\n## A\n- [ ] a\n## B\n- [ ] b\n### C\n', '# T\n## A\n- [ ] a\n### B\n- [ ] b\n#### C\n');
		makes('B', 'A\n===\n\nB\n===\n', 'A\n===\n\nB\n---\n');
		makes('B', 'A\n---\n\nB\n---\n', 'A\n---\n\n### B\n');
		makes('B', '## A\n#### C\n## B\n', '## A\n#### C\n#### B\n');
		refuses('B', '##### A\n##### B\n###### C\n', 'tooDeep');
	});

	it('refuses where there is nothing above to move into', () => {
		refuses('a', '- [ ] a\n- [ ] b\n', 'nothingAbove');
		refuses('b', '- [ ] a\n\nwords\n\n- [ ] b\n', 'nothingAbove');
		refuses('b', '* [ ] a\n- [ ] b\n', 'nothingAbove');
		refuses('A', '# T\n\n- [ ] a\n\n## A\n', 'nothingAbove');
		refuses('a', '- - [ ] a\n', 'nothingAbove');
	});
});

describe('outdent', () => {
	const { makes, refuses } = trying((text, { nodes }) => outdent(text, nodes, options));

	it('moves a task behind the item around it', () => {
		makes('b', '- [ ] a\n  - [ ] b\n- [ ] c\n', '- [ ] a\n- [ ] b\n- [ ] c\n');
		makes('b', '- [ ] a\n  - [ ] b\n  - [ ] d\n- [ ] c\n', '- [ ] a\n  - [ ] d\n- [ ] b\n- [ ] c\n');
		makes('b, d', '- [ ] a\n  - [ ] b\n  - [ ] d', '- [ ] a\n- [ ] b\n- [ ] d');
		makes('b, d', '- [ ] a\n  - [ ] b\n- [ ] c\n  - [ ] d\n', '- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n');
		makes('b', '- [ ] a\n  - [ ] b\n\n  rest\n', '- [ ] a\n\n  rest\n- [ ] b\n');
		makes('b', '- [ ] a\n\t- [ ] b\n\t\tnote\n\t\t- [ ] c\n', '- [ ] a\n- [ ] b\n\tnote\n\t- [ ] c\n');
		makes('b', '- - [ ] a\n  - [ ] b\n- plain\n', '- - [ ] a\n- [ ] b\n- plain\n');
	});

	it('numbers anew, and what else goes in and out of what moves', () => {
		makes('b', '9. [ ] a\n   - [ ] b\n10. [ ] c\n', '9. [ ] a\n10. [ ] b\n11. [ ] c\n');
		makes('b', '- [ ] a\n  1. [ ] b\n  2. [ ] c\n- [ ] d\n', '- [ ] a\n  1. [ ] c\n- [ ] b\n- [ ] d\n');
		makes(
			'm, n',
			'8. [ ] a\n   1. [ ] m\n9. [ ] b\n   note\n   1. [ ] n\n   2. [ ] o\n      - [ ] p\n',
			'8. [ ] a\n9. [ ] m\n10. [ ] b\n    note\n    1. [ ] o\n       - [ ] p\n11. [ ] n\n',
		);
		makes(
			'm, p',
			'8. [ ] a\n   1. [ ] m\n9. [ ] b\n   1. [ ] n\n      1. [ ] p\n',
			'8. [ ] a\n9. [ ] m\n10. [ ] b\n    1. [ ] n\n    2. [ ] p\n',
		);
	});

	it('keeps blank lines tidy', () => {
		makes('b', '- [ ] a\n\n  - [ ] b\n\n- [ ] c\n', '- [ ] a\n\n- [ ] b\n\n- [ ] c\n');
		makes('b', '- [ ] a\n\n  - [ ] b', '- [ ] a\n- [ ] b');
	});

	it('moves a section behind the one around it, with those in it', () => {
		makes('C', '## A\n#### C\n##### D\n## B\n', '## A\n## C\n### D\n## B\n');
		makes('C', '# T\n## A\n### C\n- [ ] c\n### D\n## B\n', '# T\n## A\n### D\n## C\n- [ ] c\n## B\n');
		makes('C, D', '# T\n## A\n### C\n- [ ] c\n### D\n## B\n', '# T\n## A\n## C\n- [ ] c\n## D\n## B\n');
		makes('A', '# T\n\nU\n===\n\nA\n---\n', '# T\n\nU\n===\n\nA\n===\n');
	});

	it('refuses what is in nothing of its kind', () => {
		refuses('a', '# T\n- [ ] a\n', 'outermost');
		refuses('T', '# T\n## A\n', 'outermost');
		refuses('b', '- - [ ] b\n', 'sharesLine');
	});
});

describe('sortFinished', () => {
	const { keeps, makes } = trying((text, { nodes }) => sortFinished(text, nodes, options));

	it('moves what is finished to the end of its list', () => {
		makes('a', '- [x] a\n- [ ] b\n- [-] c\n- [~] d\n- [x] e\n', '- [ ] b\n- [~] d\n- [x] a\n- [-] c\n- [x] e\n');
		makes('b', '- [x] a\n\n- [ ] b\n\n- [x] c', '- [ ] b\n\n- [x] a\n\n- [x] c');
		makes('a', '1. [x] a\n   note\n2. [ ] b\n', '1. [ ] b\n2. [x] a\n   note\n');
		makes('a', '- [x] a\n  - [ ] c\n- [x] b\n- [ ] d\n', '- [x] a\n  - [ ] c\n- [ ] d\n- [x] b\n');
		makes('g', '- g\n  - [x] a\n- plain\n- [ ] b\n', '- plain\n- [ ] b\n- g\n  - [x] a\n');
	});

	it('sorts the lists of all nodes, each once', () => {
		makes('a, c', '- [x] a\n- [ ] b\n\nwords\n\n- [x] c\n- [ ] d\n', '- [ ] b\n- [x] a\n\nwords\n\n- [ ] d\n- [x] c\n');
		makes('a, b', '- [x] a\n- [ ] b\n', '- [ ] b\n- [x] a\n');
	});

	it('keeps what is in order, what is in no list, and what is in others', () => {
		keeps('a', '- [ ] a\n- [x] b\n');
		keeps('T', '# T\n- [x] a\n- [ ] b\n');
		keeps('a', '- [x] a\n\n* [ ] b\n');
		keeps('b', '- [ ] b\n  - [x] a\n  - [ ] c\n');
	});
});
