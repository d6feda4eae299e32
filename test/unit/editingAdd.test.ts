import { addSection, addTasks, insertMarkdown } from '../../src/core';
import { options, trying } from './support/restructured';

describe('addTasks', () => {
	const { makes, refuses } = trying((text, { place, words }) => addTasks(text, place, words, options));

	it('adds behind the last task of a section', () => {
		makes('n', '- [ ] a\n', '- [ ] a\n- [ ] n\n');
		makes('n, m → A', '## A\n\n- [ ] a\n\n## B\n', '## A\n\n- [ ] a\n- [ ] n\n- [ ] m\n\n## B\n');
		makes('n → A', '## A\n- [x] a\n  note\n### B\n', '## A\n- [x] a\n  note\n- [ ] n\n### B\n');
		makes('n', '- a\n- [ ] b\n- c\n', '- a\n- [ ] b\n- [ ] n\n- c\n');
		makes('n → A', '# A\n\n- [ ] a\n\nwords\n\n- b\n', '# A\n\n- [ ] a\n- [ ] n\n\nwords\n\n- b\n');
		makes('n → A', '# A\n\n- a\n- b\n', '# A\n\n- a\n- b\n- [ ] n\n');
	});

	it('leaves one line blank below a heading where words stand between heading and list elsewhere', () => {
		makes('n → B', '## A\nwords\n\n- [ ] a\n\n## B\n', '## A\nwords\n\n- [ ] a\n\n## B\n\n- [ ] n\n');
	});

	it('adds before or behind a node', () => {
		makes('n → before b', '- [ ] a\n- [ ] b\n', '- [ ] a\n- [ ] n\n- [ ] b\n');
		makes('n, m → behind a', '- [ ] a\n- [ ] b\n', '- [ ] a\n- [ ] n\n- [ ] m\n- [ ] b\n');
		makes('n → behind b', '- [ ] a\n  - [ ] b\n- [ ] c\n', '- [ ] a\n  - [ ] b\n  - [ ] n\n- [ ] c\n');
		makes('n → before b', '- - [ ] a\n- [ ] b\n', '- - [ ] a\n- [ ] n\n- [ ] b\n');
		makes('n → behind a', '- - [ ] a\n', '- - [ ] a\n  - [ ] n\n');
		refuses('n → before a', '- - [ ] a\n', 'sharesLine');
	});

	it('adds at the end of what is before the sections, where it is to go beside one', () => {
		makes('n → before A', '- [ ] a\n\n# A\n', '- [ ] a\n- [ ] n\n\n# A\n');
		makes('n → behind A', '# T\n\n## A\n', '# T\n\n- [ ] n\n\n## A\n');
	});

	it('writes bullets as those beside are written', () => {
		for (const bullet of ['-', '*', '+', '-  ', '*\t', '   -', '1)', '007.']) {
			const next = bullet.replace('1', '2').replace('007', '8');
			makes('n', `${bullet} [ ] a\n`, `${bullet} [ ] a\n${next} [ ] n\n`);
		}
		makes('n → a', '- [ ] a\n', '- [ ] a\n  - [ ] n\n');
		makes('n → a', '*   [ ] a\n', '*   [ ] a\n    *   [ ] n\n');
		makes('n → b', '- [ ] a\n    * [ ] c\n- [ ] b\n', '- [ ] a\n    * [ ] c\n- [ ] b\n    * [ ] n\n');
		makes(
			'n → b',
			'- [ ] a\n  1. [ ] c\n  2. [ ] d\n- [ ] b\n',
			'- [ ] a\n  1. [ ] c\n  2. [ ] d\n- [ ] b\n  1. [ ] n\n',
		);
		makes('n → a', '1. [ ] a\n2. [ ] b\n', '1. [ ] a\n   - [ ] n\n2. [ ] b\n');
		makes('n → a', '-     code\n- [ ] a\n', '-     code\n- [ ] a\n  - [ ] n\n');
		makes('n', '-\n- [ ] a\n-\n', '-\n- [ ] a\n- [ ] n\n-\n');
	});

	it('indents by tabs where the others do', () => {
		makes('n → b', '- [ ] a\n\t- [ ] c\n- [ ] b\n', '- [ ] a\n\t- [ ] c\n- [ ] b\n\t- [ ] n\n');
		makes('n → c', '- [ ] a\n\t- [ ] c\n- [ ] b\n', '- [ ] a\n\t- [ ] c\n\t\t- [ ] n\n- [ ] b\n');
		makes('n → a', '- [ ] a\n- [ ] b\n\t- [ ] c\n', '- [ ] a\n\t- [ ] n\n- [ ] b\n\t- [ ] c\n');
	});

	it('indents as Markdown asks where the others have too little or too much', () => {
		makes('n → b', '- [ ] a\n  - [ ] c\n\n10. [ ] b\n', '- [ ] a\n  - [ ] c\n\n10. [ ] b\n    - [ ] n\n');
		makes('n → b', '1. [ ] a\n   - [ ] c\n\n* [ ] b\n', '1. [ ] a\n   - [ ] c\n\n* [ ] b\n   - [ ] n\n');
		makes('n → b', '- - [ ] a\n- [ ] b\n', '- - [ ] a\n- [ ] b\n  - [ ] n\n');
		makes('n → b', '- > - [ ] a\n- [ ] b\n', '- > - [ ] a\n- [ ] b\n  - [ ] n\n');
	});

	it('counts on where a list counts', () => {
		makes('n', '1. [ ] a\n2. [ ] b\n', '1. [ ] a\n2. [ ] b\n3. [ ] n\n');
		makes('n → before a', '1. [ ] a\n2. [ ] b\n', '1. [ ] n\n2. [ ] a\n3. [ ] b\n');
		makes('n, m → behind a', '0) [ ] a\n1) [ ] b\n', '0) [ ] a\n1) [ ] n\n2) [ ] m\n3) [ ] b\n');
		makes('n', '5. [ ] a\n', '5. [ ] a\n6. [ ] n\n');
		makes('n → before b', '1. [ ] a\n\n1) [ ] b\n', '1. [ ] a\n\n1) [ ] n\n2) [ ] b\n');
	});

	it('repeats the number that all of a list have', () => {
		makes('n', '1. [ ] a\n1. [ ] b\n', '1. [ ] a\n1. [ ] b\n1. [ ] n\n');
		makes('n → before a', '0. [ ] a\n0. [ ] b\n', '0. [ ] n\n0. [ ] a\n0. [ ] b\n');
	});

	it('leaves other numbers alone', () => {
		makes('n', '3. [ ] a\n7. [ ] b\n', '3. [ ] a\n7. [ ] b\n8. [ ] n\n');
		makes('n → before b', '3. [ ] a\n7. [ ] b\n', '3. [ ] a\n4. [ ] n\n7. [ ] b\n');
		makes('n → before a', '3. [ ] a\n7. [ ] b\n', '3. [ ] n\n3. [ ] a\n7. [ ] b\n');
	});

	it('moves along what is inside an item whose number gets longer', () => {
		makes(
			'n → before a',
			'8. [ ] a\n   note\n9. [ ] b\n   - [ ] c\n\n     para\n\n   ```\n     code\n   ```\n',
			'8. [ ] n\n9. [ ] a\n   note\n10. [ ] b\n    - [ ] c\n\n      para\n\n    ```\n      code\n    ```\n',
		);
		makes('n → before a', '9. [ ] a\nlazy\n10. [ ] b\n', '9. [ ] n\n10. [ ] a\nlazy\n11. [ ] b\n');
		makes('n → before a', '> 9. [ ] a\n>    b\n', '> 9. [ ] n\n> 10. [ ] a\n>     b\n');
	});

	it('keeps aligned what is aligned behind numbers', () => {
		makes('n', '9.  [ ] a\n    note\n', '9.  [ ] a\n    note\n10. [ ] n\n');
		makes('n → before a', '9.  [ ] a\n    note\n10. [ ] b\n', '9.  [ ] n\n10. [ ] a\n    note\n11. [ ] b\n');
		makes('n', '99.  [ ] a\n', '99.  [ ] a\n100. [ ] n\n');
		makes('n → before a', '9.\t[ ] a\n\tnote\n', '9.\t[ ] n\n10.\t[ ] a\n\tnote\n');
	});

	it('leaves blank lines between tasks where the others have them', () => {
		makes('n', '- [ ] a\n\n- [ ] b\n', '- [ ] a\n\n- [ ] b\n\n- [ ] n\n');
		makes('n, m → before a', '- [ ] a\n\n\n- [ ] b\n', '- [ ] n\n\n\n- [ ] m\n\n\n- [ ] a\n\n\n- [ ] b\n');
		makes('n → behind a', '- [ ] a\n- [ ] b\n\n- [ ] c\n', '- [ ] a\n- [ ] n\n- [ ] b\n\n- [ ] c\n');
		makes('n → a', '- [ ] a\n\n  para\n- [ ] b\n', '- [ ] a\n\n  para\n\n  - [ ] n\n- [ ] b\n');
		makes('n → a', '- [ ] a\r\n  note\r\n', '- [ ] a\r\n  note\r\n  - [ ] n\r\n');
		makes('n → a', '- [ ] a\n  ```\n  b\n  ```\n', '- [ ] a\n  ```\n  b\n  ```\n  - [ ] n\n');
	});

	it('starts a list in an empty section as others start', () => {
		makes('n → B', '## A\n\n- [ ] a\n\n## B\n\n## C\n', '## A\n\n- [ ] a\n\n## B\n\n- [ ] n\n\n## C\n');
		makes('n → B', '## A\n- [ ] a\n## B\n## C\n', '## A\n- [ ] a\n## B\n- [ ] n\n## C\n');
		makes('n → C', '## A\n* [ ] a\n## B\n## C\n', '## A\n* [ ] a\n## B\n## C\n* [ ] n\n');
		makes(
			'n, m → A',
			'## A\n\n## B\n\n3) [ ] b\n\n4) [ ] c\n',
			'## A\n\n1) [ ] n\n\n2) [ ] m\n\n## B\n\n3) [ ] b\n\n4) [ ] c\n',
		);
		makes('n → A', '## A\n\n\n## B\n\n* [ ] b\n', '## A\n\n* [ ] n\n\n\n## B\n\n* [ ] b\n');
		makes('n → C', '* [ ] a\n\n## B\n\n- b\n\n## C\n', '* [ ] a\n\n## B\n\n- b\n\n## C\n\n* [ ] n\n');
		makes('n → A', '## A\n\n> 1. [ ] b\n', '## A\n\n> 1. [ ] b\n> 2. [ ] n\n');
		makes('n → B', '> - [ ] a\n\n## B\n', '> - [ ] a\n\n## B\n\n- [ ] n\n');
		makes('n → B', 'words\n\n* a\n\n## B\n', 'words\n\n* a\n\n## B\n\n* [ ] n\n');
	});

	it('adds behind the words of a section', () => {
		makes('n → A', '## A\nwords\n\n## B\n* [ ] b\n', '## A\nwords\n\n* [ ] n\n\n## B\n* [ ] b\n');
		makes('n → A', '## A\n\n```\ncode\n```\n## B\n', '## A\n\n```\ncode\n```\n\n- [ ] n\n\n## B\n');
		makes('n → A', 'A\n=\n\nB\n=\n', 'A\n=\n\n- [ ] n\n\nB\n=\n');
		makes('n → A', '## A\n\n| a |\n|---|\n| 1 |', '## A\n\n| a |\n|---|\n| 1 |\n\n- [ ] n');
	});

	it('adds before the rule that ends a section', () => {
		makes('n → A', '## A\n\nwords\n\n---\n\n## B\n', '## A\n\nwords\n\n- [ ] n\n\n---\n\n## B\n');
		makes('n → A', '## A\n\n* * *\n\n## B\n', '## A\n\n- [ ] n\n\n* * *\n\n## B\n');
		makes('n → B', '## A\n\n- [ ] a\n\n---\n\n## B\n\n---\n', '## A\n\n- [ ] a\n\n---\n\n## B\n\n- [ ] n\n\n---\n');
	});

	it('starts a roadmap', () => {
		makes('n, m', '', '- [ ] n\n- [ ] m\n');
		makes('n', '\ufeff', '\ufeff- [ ] n\n');
		makes('n', '\n\n', '- [ ] n\n\n\n');
		makes('n', 'words', 'words\n\n- [ ] n');
		makes('n', '# T\n', '- [ ] n\n\n# T\n');
		makes('n → T', '# T', '# T\n\n- [ ] n');
		makes('n', '---\na: b\n---\n', '---\na: b\n---\n\n- [ ] n\n');
		makes('n', '---\na: b\n\n---\n\n# T\n', '---\na: b\n\n---\n\n- [ ] n\n\n# T\n');
	});

	it('keeps line endings, and an end without one', () => {
		makes('n', '- [ ] a', '- [ ] a\n- [ ] n');
		makes('n', '- [ ] a\r\n- [ ] b', '- [ ] a\r\n- [ ] b\r\n- [ ] n');
		makes('n → T', '\ufeff# T\r\n', '\ufeff# T\r\n\r\n- [ ] n\r\n');
		makes('n → a', '- [ ] a\r', '- [ ] a\r  - [ ] n\r');
	});

	it('adds in quotes', () => {
		makes('n → a', '> - [ ] a\n> - [ ] b\n', '> - [ ] a\n>   - [ ] n\n> - [ ] b\n');
		makes('n', '> - [ ] a\n>\n> - [ ] b', '> - [ ] a\n>\n> - [ ] b\n>\n> - [ ] n');
		makes('n → a', '> > 1) [ ] a\n', '> > 1) [ ] a\n> >    - [ ] n\n');
		makes('n → b', '> - [ ] a\n>   - [ ] c\n\n- [ ] b\n', '> - [ ] a\n>   - [ ] c\n\n- [ ] b\n  - [ ] n\n');
	});

	it('takes words as they are, on one line', () => {
		makes('# n', '- [ ] a\n', '- [ ] a\n- [ ] # n\n');
		makes('- [ ] n', '- [ ] a\n', '- [ ] a\n- [ ] - [ ] n\n');
		makes(' **n**\n\tm ', '- [ ] a\n', '- [ ] a\n- [ ] **n** m\n');
		makes(' , n', '- [ ] a\n', '- [ ] a\n- [ ] n\n');
		refuses(' ', '- [ ] a\n', 'noWords');
	});

	it('refuses where Markdown would not take it for a task', () => {
		refuses('n → A', '## A\n\n```\ncode\n', 'unsafe');
		refuses('n → A', '## A\n\n<!--\n', 'unsafe');
	});
});

describe('addSection', () => {
	const { makes, refuses } = trying((text, { place, words: [title = ''] }) => addSection(text, place, title, options));
	const text = '# T\n\n## A\n\n- [ ] a\n\n### I\n\n## B\n\nwords\n';

	it('adds behind the last section on its level', () => {
		makes('N → T', text, `${text}\n## N\n`);
		makes('N → A', text, text.replace('### I\n', '### I\n\n### N\n'));
		makes('N → I', text, text.replace('### I\n', '### I\n\n#### N\n'));
		makes('N → B', text, `${text}\n### N\n`);
		makes('N', text, `${text}\n# N\n`);
		makes('N → T', '# T\n\n### A\n\n## B\n', '# T\n\n### A\n\n## B\n\n### N\n');
	});

	it('adds before or behind a section', () => {
		makes('N → before A', text, text.replace('## A', '## N\n\n## A'));
		makes('N → behind A', text, text.replace('## B', '## N\n\n## B'));
		makes('N → before B', text, text.replace('## B', '## N\n\n## B'));
		makes('N → behind B', text, `${text}\n## N\n`);
		makes('N → behind A', '# T\n\n### A\n\n## B\n', '# T\n\n### A\n\n### N\n\n## B\n');
		makes('N → before B', '# T\n\n### A\n\n## B\n', '# T\n\n### A\n\n## N\n\n## B\n');
	});

	it('adds at the end where it is to go beside a task', () => {
		makes('N → before a', '# T\n- [ ] a\n', '# T\n- [ ] a\n\n## N\n');
		refuses('N → a', '- [ ] a\n', 'sectionInItem');
	});

	it('starts a roadmap', () => {
		makes('N', '', '## N\n');
		makes('N', '\ufeff', '\ufeff## N\n');
		makes('N', 'words', 'words\n\n## N');
		makes('N', '- [ ] a\n', '- [ ] a\n\n## N\n');
		makes('N', '---\na: b\n---\n', '---\na: b\n---\n\n## N\n');
		makes('N → T', '# T', '# T\n\n## N');
		makes('N', '# T\n', '# T\n\n# N\n');
	});

	it('leaves as much between sections as the others do', () => {
		makes('N → T', '# T\n## A\n- [ ] a\n## B\n', '# T\n## A\n- [ ] a\n## B\n## N\n');
		makes('N → before A', '# T\n## A\n- [ ] a\n', '# T\n## N\n## A\n- [ ] a\n');
		makes('N → behind A', '# T\r\n\r\n\r\n## A\r\n\r\n\r\n## B', '# T\r\n\r\n\r\n## A\r\n\r\n\r\n## N\r\n\r\n\r\n## B');
		makes('N → A', '# T\n## A\nwords\n# U\n', '# T\n## A\nwords\n### N\n# U\n');
	});

	it('puts the rules between that are between the others', () => {
		const ruled = '# T\n\n## A\n\na\n\n---\n\n## B\n\nb\n';
		makes('N → T', ruled, `${ruled}\n---\n\n## N\n`);
		makes('N → before A', ruled, ruled.replace('## A', '## N\n\n---\n\n## A'));
		makes('N → before B', ruled, ruled.replace('## B', '## N\n\n---\n\n## B'));
		makes('N → A', ruled, ruled.replace('a\n', 'a\n\n### N\n'));
		makes('N → T', '# T\n\nwords\n\n---\n\n## A\n', '# T\n\nwords\n\n---\n\n## A\n\n## N\n');
	});

	it('underlines headings where the others are', () => {
		makes('New → T', 'T\n===\n\nA\n---\n', 'T\n===\n\nA\n---\n\nNew\n---\n');
		makes('New', 'T\n===\n', 'T\n===\n\nNew\n===\n');
		makes('New → T', 'T\n===\n', 'T\n===\n\nNew\n---\n');
		makes('New → A', 'A\n---\n', 'A\n---\n\n### New\n');
		makes('1. New', 'T\n===\n', 'T\n===\n\n# 1. New\n');
	});

	it('refuses what cannot be a title', () => {
		refuses(' ', '', 'noWords');
		refuses('N #', '', 'unsafe');
		refuses('N → X', '###### X\n', 'tooDeep');
		refuses('N', '```\ncode', 'unsafe');
	});
});

describe('insertMarkdown', () => {
	/** Into the section A, or a place. */
	const inserts = (markdown: string, before: string, after: string, place = 'A') =>
		trying((text, asked) => insertMarkdown(text, asked.place, markdown, options)).makes(`→ ${place}`, before, after);
	const text = '## A\n\n- [ ] a\n';

	it('puts in items with all that is in them, in the style of the others', () => {
		inserts('* [x] n\n  * m\n', text, `${text}- [x] n\n  * m\n`);
		inserts('1. [ ] n\n2. [ ] m\n   note\n', text, `${text}- [ ] n\n- [ ] m\n  note\n`);
		inserts(
			'- [ ] n\n\n  ```\n  code\n  ```\n',
			'> ## x\n\n## A\n> * [ ] a\n',
			'> ## x\n\n## A\n> * [ ] a\n> * [ ] n\n>\n>   ```\n>   code\n>   ```\n',
		);
		inserts('> - [ ] n\n>   note\n', text, `${text}- [ ] n\n  note\n`);
		inserts('- [ ] n\r\n  m\r\n', text, `${text}- [ ] n\n  m\n`);
		inserts('- [ ] n', '- [ ] a\n', '- [ ] a\n  - [ ] n\n', 'a');
		inserts('- [-] n', text, `${text}- [-] n\n`);
	});

	it('makes tasks of plain items', () => {
		inserts('- n\n- m\n  note\n', text, `${text}- [ ] n\n- [ ] m\n  note\n`);
		inserts('* n\n\n  m\n1. o', text, `${text}- [ ] n\n\n  m\n- [ ] o\n`);
		inserts('-\n- # x\n- - y\n1.', text, `${text}- # x\n- - y\n`);
	});

	it('makes a task of each other line', () => {
		inserts('n', text, `${text}- [ ] n\n`);
		inserts('n\n\n  m\n', text, `${text}- [ ] n\n- [ ] m\n`);
		inserts('• n\n◦ m\n> o\n[x] p\n[ ] q', text, `${text}- [ ] n\n- [ ] m\n- [ ] o\n- [x] p\n- [ ] q\n`);
		inserts('n:\n\n- m\n\n---\n\no\n***\n', text, `${text}- [ ] n:\n- [ ] m\n- [ ] o\n`);
	});

	it('puts in sections, on the level of the others', () => {
		inserts('# N\n\n- n\n\n## M\n', `${text}\n### I\n`, `${text}\n### I\n\n### N\n\n- n\n\n#### M\n`);
		inserts('n\n\n## N\n\n---\n\n## M\n', text, `${text}- [ ] n\n\n### N\n\n### M\n`);
		inserts('- n\n# N', '- [ ] a\n\n# A\n', '- [ ] a\n- [ ] n\n\n# A\n\n# N\n', '');
	});

	it('leaves out front matter, a byte order mark and indentation of all lines', () => {
		inserts('\ufeff---\na: b\n---\n- [ ] n\n', text, `${text}- [ ] n\n`);
		inserts('    - [ ] n\n    - [x] m\n', text, `${text}- [ ] n\n- [x] m\n`);
		inserts('\n\t- [ ] n\n\n\t\t- [x] m\n', text, `${text}- [ ] n\n\n\t- [x] m\n`);
		inserts('  \t- [ ] n\n    - [x] m\n', text, `${text}- [ ] n\n- [x] m\n`);
	});

	it('refuses what has no words, and sections in items', () => {
		const { refuses } = trying((before, { place, words: [markdown = ''] }) =>
			insertMarkdown(before, place, markdown, options),
		);
		refuses(' \n', text, 'noWords');
		refuses('---', text, 'noWords');
		refuses('- [ ] n\n# N → a', text, 'sectionInItem');
	});
});
