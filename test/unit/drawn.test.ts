import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createParser, progressOf } from '../../src/core';
import { hasCmark } from './support/cmark';

/** Folders of roadmaps: the project's own, and one of yours, which the environment variable ROADMAPS names. */
const folders = ['test/fixtures', ...(process.env['ROADMAPS'] ? [process.env['ROADMAPS']] : [])];

const options = ['tasklist', 'table', 'strikethrough', 'autolink', 'footnotes'].flatMap(name => ['-e', name]);

interface Boxes {
	readonly done: number;
	readonly total: number;
}

/** The checkboxes in what GitHub's renderer makes of a text; HTML in the text is left out of it. */
function drawn(text: string): Boxes {
	const { stdout } = spawnSync('cmark-gfm', options, { input: text, encoding: 'utf8', maxBuffer: 2 ** 28 });
	const boxes = [...stdout.matchAll(/<input type="checkbox"( checked="")?/g)];
	return { done: boxes.filter(([, checked]) => checked).length, total: boxes.length };
}

function counted(text: string): Boxes {
	return progressOf(createParser().parse(text));
}

/** A text with this many boxes, done and in total, to us and to cmark-gfm. */
type Difference = readonly [text: string, ours: string, theirs: string];

/** cmark-gfm looks for boxes in the text of one line, which starts with the marker, and does not ask what it becomes. */
const differences: Readonly<Record<string, readonly Difference[]>> = {
	'finds boxes behind any marker': [
		['> - [ ] a', '0/1', '0/0'],
		['- - [ ] a', '0/1', '0/0'],
		['[^n]\n\n[^n]: - [ ] a', '0/1', '0/0'],
		['\ufeff- [ ] a', '0/1', '0/0'],
	],
	'finds boxes that take more than one line (GFM 5.3: white space, which a line ending is)': [
		['-\n  [ ] a', '0/1', '0/0'],
		['- [ ]\n  a', '0/1', '0/0'],
		['- [d]: x\n  [ ] a', '0/1', '0/0'],
	],
	'takes any white space for an open mark (GFM 5.3)': [['- [\t] a', '0/1', '0/0']],
	'takes no box without anything behind it (GFM 5.3: before any other content)': [
		['- [x] ', '0/0', '1/1'],
		['- [ ]   \n', '0/0', '0/1'],
	],
	'takes no box of what is no paragraph (GFM 5.3: the first block is a paragraph)': [
		['- [ ] a\n  ===', '0/0', '0/1'],
		['- [ ] a | b\n  -|-', '0/0', '0/1'],
	],
	'takes the state from the box, not from other brackets on the line': [['- [ ] a [x]', '0/1', '1/1']],
	'counts boxes in footnotes that nothing refers to, which are left out': [['[^n]: a\n\n    - [ ] b', '0/1', '0/0']],
};

/** What stands where a box could be; the two agree on all of it. */
const samples = [
	'- [ ] a\n- [x] b\n- [X] c\n',
	'1. [x] a\n2) [ ] b\n* [ ] c\n+ [ ] d\n123456789. [ ] e',
	'- [ ] a\n  - [x] b\n    1. [ ] c\n\n      - [ ] d\n   - [ ] e',
	'-   [ ] a\n-\t[ ] b\n  - [ ]\tc\n  - [ ] \n    d',
	'- [x] a\r\n- [ ] b\r- [ ] c',
	'- [ ] # a\n- [ ] - [ ] b\n- [ ] > c\n- [ ] ```\n- [x] d',
	'- [x]a\n- [ ]\u00a0b\n- [] c\n- [  ] d\n- \\[ ] e\n- **[ ]** f\n- g [ ] h\n- [ ]',
	'[ ] a\n\n\\- [ ] b\n\n# [ ] c\n\n    - [ ] d',
	'a\n2. [ ] b\n\na\n- [ ] c\n1. [ ] d',
	'- [x](a) b\n- [x][y] c\n- [x] d\n- [x] [e](f)\n\n[x]: y\n[y]: z',
	'```\n- [ ] a\n```\n\n<!--\n- [ ] b\n-->\n\n<div>\n- [ ] c\n</div>\n\n<div>\n\n- [ ] d\n\n</div>',
	'- a\n\n      - [ ] b\n\n  - [x] c\n\n  <!--\n  - [ ] d\n-->\n- [ ] e',
	'| - [ ] a |\n|-|\n| - [x] b |\n\n- [ ] c ~~d~~ www.e.f',
	'a[^n]\n\n[^n]: b\n\n    - [ ] c\n\n- [x] d',
	'---\na: b\n---\n\n- [ ] c',
];

describe(`what cmark-gfm, GitHub's renderer, draws${hasCmark ? '' : ': skipped, as the program is missing'}`, () => {
	const test = hasCmark ? it : it.skip;

	test('is counted', () => {
		for (const text of samples) assert.deepEqual(counted(text), drawn(text), JSON.stringify(text));
	});

	for (const folder of folders) {
		for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(each =>
			each.endsWith('.md'),
		)) {
			test(`is counted in ${name}`, () => {
				const text = readFileSync(join(folder, name), 'utf8');
				assert.deepEqual(counted(text), drawn(text));
			});
		}
	}

	describe('but the core', () => {
		for (const [title, cases] of Object.entries(differences)) {
			test(title, () => {
				for (const [text, ...expected] of cases) {
					const figures = [counted(text), drawn(text)].map(({ done, total }) => `${done}/${total}`);
					assert.deepEqual(figures, expected, JSON.stringify(text));
				}
			});
		}
	});
});
