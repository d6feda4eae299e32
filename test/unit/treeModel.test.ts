import assert from 'node:assert/strict';
import { createParser, finishedIn, labelOf } from '../../src/core';
import { contentsBelow, topContents, type Content, type EmptySections, type Filter } from '../../src/tree/content';
import { TreeModel, type Element } from '../../src/tree/model';
import type { ReadRoadmap, RoadmapFile, UnreadRoadmap } from '../../src/workspace/roadmapFile';
import { nastyText } from './support/nasty';
import { Random } from './support/random';

/** The model only ever asks a URI for its string. */
function uriOf(path: string): ReadRoadmap['uri'] {
	return { toString: () => `file:///${path}` } as ReadRoadmap['uri'];
}

function read(text: string, path = 'ROADMAP.md'): ReadRoadmap {
	return { kind: 'read', uri: uriOf(path), text, roadmap: createParser({ states: 'extended' }).parse(text) };
}

function unread(problem: UnreadRoadmap['problem'], path = 'ROADMAP.md'): UnreadRoadmap {
	return { kind: 'unread', uri: uriOf(path), problem };
}

function wordsOf(content: Content): string {
	switch (content.kind) {
		case 'file':
			return `<${content.name}>`;
		case 'node':
			return labelOf(content.node);
		case 'notice':
			return `(${content.notice})`;
	}
}

/** Everything that is not empty, unless told otherwise. */
function filter(emptySections: EmptySections = 'auto', hidesCompleted = false): Filter {
	return { emptySections, hidesCompleted };
}

/** Rows as words, those below in brackets: `A[a b[c]] B`. */
function outline(contents: readonly Content[], by: Filter): string {
	const row = (content: Content) => {
		const below = outline(contentsBelow(content, by), by);
		return wordsOf(content) + (below && `[${below}]`);
	};
	return contents.map(row).join(' ');
}

function shows(files: readonly RoadmapFile[], expected: string, empty?: EmptySections, hidesCompleted?: boolean): void {
	const names = files.map((_, index) => `f${index + 1}`);
	const by = filter(empty, hidesCompleted);
	const text = files.map(file => (file.kind === 'read' ? file.text : file.problem)).join('\n---\n');
	assert.equal(outline(topContents(files, names, by), by), expected, `${by.emptySections}:\n${text}`);
}

describe('the rows of the tree', () => {
	it('are nested as in the document', () => {
		shows([read('# A\n- [ ] a\n  - [ ] b\n## B\n- plain\n  - [x] c\n# C\n- [ ] d')], 'A[a[b] B[plain[c]]] C[d]');
		shows([read('- [ ] a\n\n# A\n- [ ] b')], 'a A[b]');
	});

	it('leave out a lone top section, which is the title', () => {
		shows([read('# Title\n## A\n- [ ] a\n## B\n- [ ] b')], 'A[a] B[b]');
		shows([read('## Title\n- [ ] a')], 'a');
		shows([read('# Title\n## A\n### B\n- [ ] b')], 'A[B[b]]');
		shows([read('# Title\n- [ ] a\n# Appendix\nwords')], 'a');
		shows([read('# A\n- [ ] a\n# B\n- [ ] b')], 'A[a] B[b]');
		shows([read('- [ ] a\n# A\n- [ ] b')], 'a A[b]');
		shows([read('# Title\n## A\n- [ ] a')], 'A[a]', 'show');
	});

	it('leave out sections without tasks', () => {
		const file = read('# T\n## A\n- [ ] a\n### A1\n## B\n### B1\n- plain\n## C\n### C1\n- [ ] c');
		shows([file], 'A[a] C[C1[c]]');
		shows([file], 'A[a] C[C1[c]]', 'hide');
		shows([file], 'A[a A1] B[B1] C[C1[c]]', 'show');
	});

	it('are the outline of headings where there are no tasks at all', () => {
		const file = read('# T\n## A\n### A1\n## B\n- plain');
		shows([file], '(noTasks) A[A1] B');
		shows([file], '(noTasks) A[A1] B', 'show');
		shows([file], '(noTasks)', 'hide');
		shows([read('# T')], '(noTasks)');
		shows([read('# A\n# B')], '(noTasks) A B');
	});

	it('say so where there is nothing', () => {
		shows([], '');
		shows([read('')], '(empty)');
		shows([read('words\n\n- plain')], '(empty)');
		shows([read('')], '(empty)', 'hide');
	});

	it('count dropped tasks as tasks', () => {
		shows([read('# A\n- [-] a\n# B')], 'a');
	});

	const hides = (text: string, expected: string, empty?: EmptySections) => shows([read(text)], expected, empty, true);

	it('leave out what is completed, where that is asked for', () => {
		hides('- [x] a\n- [ ] b\n- [-] c\n- [~] d', 'b d');
		hides('- [x] a\n  - [x] b\n  - [-] c\n- [ ] d\n  - [x] e', 'd');
		hides('- plain\n  - [x] a\n- plain\n  - [x] b\n  - [ ] c', 'plain[c]');
		hides('# A\n- [x] a\n# B\n- [ ] b\n## C\n- [x] c\n## D\n- [-] d', 'B[b]');
		hides('# A\n- [x] a\n# B\n- [x] b', '');
		hides('- [-] a', '');
	});

	it('keep what is completed with something to do inside', () => {
		hides('- [x] a\n  - [ ] b\n  - [x] c', 'a[b]');
		hides('# A\n- [-] a\n  - [x] b\n    - [~] c\n# B\n- [x] d', 'A[a[b[c]]]');
	});

	it('take no section for the title because the others are completed', () => {
		hides('# A\n- [ ] a\n# B\n- [x] b', 'A[a]');
		hides('# Title\n## A\n- [ ] a\n## B\n- [x] b', 'A[a]');
	});

	it('hide nothing for being completed where there is no task', () => {
		hides('# T\n## A\n- [x] a\n## B\n## C\n- [ ] c', 'B C[c]', 'show');
		hides('# T\n## A\n- [x] a\n### A1\n## B', 'B', 'show');
		hides('# T\n## A\n## B', '(noTasks) A B');
		hides('', '(empty)');
	});

	it('leave out roadmaps that are completed, of several', () => {
		shows([read('- [x] a'), read('- [ ] b\n- [x] c'), read('words')], '<f2>[b] <f3>[(empty)]', 'auto', true);
		shows([read('- [x] a'), unread('binary')], '<f2>', 'auto', true);
	});

	it('begin with one for each of several roadmaps', () => {
		shows([read('# T\n## A\n- [ ] a'), read('- [ ] b')], '<f1>[A[a]] <f2>[b]');
		shows([read('# T\n## A\n- [ ] a'), read('# T\n## A')], '<f1>[A[a]] <f2>[(noTasks) A]');
		shows([read('# T\n## A\n- [ ] a'), read('# T\n## A')], '<f1>[A[a]] <f2>[(noTasks)]', 'hide');
	});

	it('have one for a roadmap that cannot be read', () => {
		shows([unread('binary')], '<f1>');
		shows([unread('tooLarge'), read('- [ ] a')], '<f1> <f2>[a]');
	});
});

/** A tree that shows roadmaps one after the other. */
class Tree {
	readonly model = new TreeModel();

	constructor(
		private readonly names: readonly string[] = ['f1', 'f2'],
		private readonly empty: EmptySections = 'auto',
	) {}

	show(...files: readonly RoadmapFile[]): string {
		return this.changes(this.model.update(files, this.names, filter(this.empty)));
	}

	changes(changed: 'top' | readonly Element[]): string {
		return changed === 'top' ? 'top' : changed.map(({ content }) => wordsOf(content)).join(' ');
	}

	/** The row of these words, of several that are open the first or the one asked for. */
	row(words: string, occurrence = 0): Element {
		const found = this.rows().filter(({ content }) => wordsOf(content) === words)[occurrence];
		assert.ok(found, words);
		return found;
	}

	/** All rows, opened. */
	rows(from: readonly Element[] = this.model.top): Element[] {
		return from.flatMap(row => [row, ...this.rows(this.model.childrenOf(row))]);
	}

	words(): string {
		return this.rows()
			.map(({ content }) => wordsOf(content))
			.join(' ');
	}
}

describe('the model of the tree', () => {
	it('has no rows before it shows something', () => {
		assert.deepEqual(new TreeModel().top, []);
	});

	it('knows what stands above and below a row', () => {
		const tree = new Tree();
		tree.show(read('# A\n- [ ] a\n  - [ ] b\n# B\n- [ ] c'));
		assert.equal(tree.row('b').parent, tree.row('a'));
		assert.equal(tree.row('a').parent, tree.row('A'));
		assert.equal(tree.row('A').parent, undefined);
		assert.deepEqual(
			tree.rows().map(row => tree.model.hasChildren(row)),
			[true, true, false, true, false],
		);
		assert.equal(tree.model.childrenOf(tree.row('A')), tree.model.childrenOf(tree.row('A')));
	});

	it('knows whether a row has others below it before they are asked for', () => {
		const { model } = new Tree();
		model.update([read('# A\n- [ ] a\n# B\n- [ ] b')], [], filter());
		assert.deepEqual(
			model.top.map(row => model.hasChildren(row)),
			[true, true],
		);
		assert.deepEqual(
			model.top.map(({ children }) => children),
			[undefined, undefined],
		);
	});

	it('gives no two rows the same id', () => {
		const tree = new Tree();
		tree.show(read('# A\n- [ ] a\n- [ ] a\n# A\n- [ ] a'));
		const other = new Tree();
		other.show(read('- [ ] a'));
		const ids = [...tree.rows(), ...other.rows()].map(({ id }) => id);
		assert.equal(new Set(ids).size, 6);
	});
});

describe('the model of the tree without what is completed', () => {
	const hidden = filter('auto', true);

	it('knows whether a row has others below it before they are asked for', () => {
		const { model } = new Tree();
		const has = (text: string, by = hidden) => {
			model.update([read(text)], [], by);
			return model.top.map(row => model.hasChildren(row));
		};
		assert.deepEqual(has('- [ ] a\n  - [x] b\n- [x] c\n  - [ ] d'), [false, true]);
		assert.deepEqual(has('# A\n- [ ] a\n# B\n- [ ] b'), [true, true]);
		assert.deepEqual(has('# A\n- [ ] a\n# B\n## C', filter('show', true)), [true, true]);
	});

	it('makes nothing of what is in a closed section, and counts it all the same', () => {
		const { model } = new Tree();
		const file = read(`# A\n${'- [x] a\n'.repeat(1000)}- [ ] b\n# B\n- [x] c\n# C\n- [ ] d`);
		model.update([file], [], hidden);
		assert.equal(model.top.length, 2);
		assert.deepEqual(
			model.top.map(row => [model.hasChildren(row), row.children]),
			[
				[true, undefined],
				[true, undefined],
			],
		);
		assert.equal(finishedIn(file.roadmap), 1001);
	});

	it('counts as hidden what is not shown', () => {
		const random = new Random(1);
		for (let number = 0; number < 300; number++) {
			const file = read(random.some(1, 5, () => nastyText(random, 'commonmark')).join('\n\n# h\n\n'));
			const tasks = (by: Filter) => {
				const tree = new Tree();
				tree.model.update([file, read('')], [], by);
				return tree.rows().filter(({ content }) => content.kind === 'node' && content.node.kind === 'task').length;
			};
			assert.equal(tasks(filter()) - tasks(hidden), finishedIn(file.roadmap), JSON.stringify(file.text));
		}
	});

	it('reports what changes when completed rows are hidden, and shown again', () => {
		const { model } = new Tree();
		const files = [read('# A\n- [ ] a\n  - [x] b\n- [ ] c\n# B\n- [x] d\n- [ ] e')];
		model.update(files, [], filter());
		const [a] = model.top.map(row => model.childrenOf(row));
		assert.ok(a);
		assert.deepEqual(model.update(files, [], hidden), [model.top[1], a[0]], 'a cannot be opened any more');
		assert.deepEqual(model.update(files, [], hidden), []);
		assert.deepEqual(model.update(files, [], filter()), [model.top[1], a[0]]);
		assert.equal(model.update([read('# A\n- [x] a\n# B\n- [ ] b')], [], hidden), 'top');
	});

	it('keeps the rows of equal words apart', () => {
		const { model } = new Tree();
		const [one, other] = [read('- [ ] a\n- [ ] a\n- [ ] a'), read('- [x] a\n- [ ] a\n- [ ] a')];
		model.update([one], [], hidden);
		const [, second, third] = model.top;
		const paths = [second?.path, third?.path];
		model.update([other], [], hidden);
		assert.deepEqual(model.top, [second, third]);
		assert.deepEqual(
			model.top.map(({ path }) => path),
			paths,
		);
		model.update([one], [], hidden);
		assert.deepEqual(model.top.slice(1), [second, third]);
	});

	it('finds the row around one that is hidden', () => {
		const { model } = new Tree();
		const file = read('# A\n- [ ] a\n  - [x] b\n# B\n- [x] c');
		model.update([file], [], hidden);
		const at = (words: string) => {
			const content = model.elementAt(file, file.text.indexOf(words))?.content;
			return content && wordsOf(content);
		};
		assert.deepEqual([at('b'), at('a'), at('c')], ['a', 'a', undefined]);
		model.update([file, read('', 'b.md')], ['f1'], hidden);
		assert.deepEqual([at('b'), at('c')], ['a', '<f1>']);
	});

	it('knows which rows are gone', () => {
		const { model } = new Tree();
		model.update([read('# A\n- [ ] a\n- [ ] b\n# B\n- [ ] c')], [], hidden);
		const [a, b] = model.top.flatMap(row => model.childrenOf(row));
		const [, section] = model.top;
		const [c] = section ? model.childrenOf(section) : [];
		assert.ok(a && b && c && section);
		model.update([read('# A\n- [ ] a\n- [x] b\n# B\n- [x] c')], [], hidden);
		assert.deepEqual(
			[a, b, c, section].map(row => model.holds(row)),
			[true, false, false, false],
		);
	});
});

/** Shows one text, opens all its rows, shows the other text, and compares what is reported. */
function reports(before: string, after: string, expected: string): void {
	const tree = new Tree();
	tree.show(read(before));
	tree.rows();
	assert.equal(tree.show(read(after)), expected, `${before}\n=>\n${after}`);
}

describe('an update of the tree', () => {
	const two = '# A\n- [ ] a\n  - [ ] b\n# B\n- [ ] c\n';

	it('reports nothing where nothing looks different', () => {
		reports(two, two, '');
		reports(two, `More words.\n\n${two}`, '');
		reports(two, two.replace('# A', '# *A*\n\nNotes.'), '');
		reports('', '', '');
		reports('# A', '# A\n\nwords', '');
	});

	it('reports the topmost rows that look different', () => {
		reports(two, two.replace('[ ] c', '[x] c'), 'B');
		reports(two, two.replace('[ ] b', '[x] b'), 'A');
		reports(two, two.replaceAll('[ ]', '[x]'), 'A B');
		reports('- [ ] a\n- [ ] b', '- [ ] a\n- [x] b', 'b');
		reports('- [x] a\n- [ ] b', '- [x] a\n- [~] b', 'b');
		reports('- [ ] a\n- [ ] b', '- [ ] a\n- [ ] c', 'c');
		reports('# A\n- [ ] a\n- [ ] b\n# B\n- [ ] c', '# A\n- [~] a\n- [ ] b\n# B\n- [ ] c', 'a');
	});

	it('reports the task that was the next to do, and the one that now is', () => {
		reports('- [ ] a\n- [ ] b\n- [ ] c', '- [x] a\n- [ ] b\n- [ ] c', 'a b');
		reports('# A\n- [ ] a\n# B\n- [ ] b\n# C\n- [ ] c', '# A\n- [x] a\n# B\n- [ ] b\n# C\n- [ ] c', 'A b');
	});

	it('reports rows below which others come, go or change places', () => {
		reports('# A\n- [ ] a\n# B\n- [ ] c', '# A\n- [ ] a\n- [-] b\n# B\n- [ ] c', 'A');
		reports('# A\n- [ ] a\n- [-] b\n# B\n- [ ] c', '# A\n- [ ] a\n# B\n- [ ] c', 'A');
		reports('# A\n- [ ] a\n- [ ] b\n# B\n- [ ] c', '# A\n- [ ] b\n- [ ] a\n# B\n- [ ] c', 'A');
	});

	it('reports the tree itself where its top rows come, go or change places', () => {
		reports('- [ ] a', '- [ ] a\n- [ ] b', 'top');
		reports('- [ ] a\n- [ ] b', '- [ ] b', 'top');
		reports('- [ ] a\n- [ ] b', '- [ ] b\n- [ ] a', 'top');
		reports('# A\n# B', '# A\n- [ ] a\n# B', 'top');
		reports('- [ ] a', '', 'top');
	});

	it('reports a row that can be opened for the first time, though nobody looked below it', () => {
		const tree = new Tree();
		tree.show(read('- [ ] a\n- [ ] b'));
		assert.equal(tree.show(read('- [ ] a\n  - [-] c\n- [ ] b')), 'a');
		assert.equal(tree.show(read('- [ ] a\n- [ ] b')), 'a');
	});

	it('reports another setting for empty sections', () => {
		const { model } = new Tree();
		const file = read('# A\n- [ ] a\n## A1\n# B\n- [ ] b');
		model.update([file], [], filter());
		model.top.forEach(row => model.childrenOf(row));
		const changed = model.update([file], [], filter('show'));
		assert.deepEqual(changed, [model.top[0]]);
		assert.equal(model.update([read('# A\n# B')], [], filter('hide')), 'top');
	});

	it('reports a roadmap that came, went, was renamed or can be read again', () => {
		const [a, b] = [read('- [ ] a', 'a.md'), read('- [ ] b', 'b.md')];
		const tree = new Tree();
		tree.show(a);
		assert.equal(tree.show(a, b), 'top');
		assert.equal(tree.show(a, b), '');
		assert.equal(tree.show(a, read('- [x] b', 'b.md')), '<f2>');
		assert.equal(tree.show(a, unread('binary', 'b.md')), '<f2>');
		assert.equal(tree.show(a, unread('tooLarge', 'b.md')), '<f2>');
		assert.equal(tree.show(a, unread('tooLarge', 'b.md')), '');
		assert.equal(tree.show(a, b), '<f2>');
		assert.equal(tree.changes(tree.model.update([a, b], ['f1', 'new'], filter())), '<new>');
		assert.equal(tree.changes(tree.model.update([a, b], [], filter())), '<> <>');
		assert.equal(tree.show(b), 'top');
		assert.equal(tree.words(), 'b');
	});

	it('reports resolved rows whose place or source changed, as VS Code keeps their hover and click', () => {
		const tree = new Tree();
		tree.show(read('# A\n- [ ] a\n- [ ] b\n# B\n- [ ] c'));
		tree.rows();
		for (const words of ['a', 'c']) tree.row(words).isResolved = true;
		assert.equal(tree.show(read('# A\n- [ ] a\n- [ ] b\n# B\n- [ ] c\n')), '', 'nothing moved');
		assert.equal(tree.show(read('# A\n- [ ] a\n- [ ] b\n\n# B\n- [ ] c')), 'c', 'c moved');
		assert.equal(tree.show(read('# A\n- [ ] *a*\n- [ ] b\n# B\n- [ ] c')), 'a c', 'a is dressed up, c moved');
		tree.row('a').isResolved = false;
		assert.equal(tree.show(read('# A\n\n- [ ] a\n- [ ] b\n# B\n- [ ] c')), 'c', 'a is not resolved any more');
	});

	it('reports no resolved file or notice that looks the same', () => {
		const tree = new Tree();
		tree.show(read('words'), unread('binary', 'b.md'));
		tree.rows().forEach(row => (row.isResolved = true));
		assert.equal(tree.show(read('more words'), unread('binary', 'b.md')), '');
	});
});

/** Whether the row of `words` is the same, by its identity, after the edit; there it may have other words. */
function keeps(words: string, before: string, after: string, wordsAfter = words): void {
	const tree = new Tree();
	tree.show(read(before));
	const row = tree.row(words);
	tree.show(read(after));
	assert.equal(tree.row(wordsAfter), row, `${words}: ${before}\n=>\n${after}`);
}

function loses(words: string, before: string, after: string, wordsAfter = words): void {
	assert.throws(
		() => keeps(words, before, after, wordsAfter),
		assert.AssertionError,
		`${words}: ${before}\n=>\n${after}`,
	);
}

describe('a row of the tree', () => {
	it('outlives edits above it, ticks and other dress', () => {
		keeps('b', '# A\n- [ ] b', 'Words.\n\n# A\n- [ ] a\n- [ ] b');
		keeps('b', '# A\n- [ ] b', '# A\n- [x] b');
		keeps('b', '# A\n- [ ] b', '## A\n1. [-] **b**');
		keeps('A', '# A\n- [ ] b\n# B\n- [ ] c', '# B\n- [ ] c\n# A\n- [ ] b');
	});

	it('outlives the rewording of itself, and of what is around it', () => {
		keeps('a', '- [ ] a\n- [ ] b', '- [ ] z\n- [ ] b', 'z');
		keeps('A', '# A\n- [ ] a\n# B\n- [ ] b', '# Z\n- [ ] a\n# B\n- [ ] b', 'Z');
		keeps('a', '# A\n- [ ] a\n# B\n- [ ] b', '# Z\n- [ ] a\n# B\n- [ ] b');
	});

	it('does not outlive a rewording that leaves doubt', () => {
		loses('a', '- [ ] a\n- [ ] b', '- [ ] y\n- [ ] z', 'y');
		loses('a', '- [ ] a', '- [ ] y\n- [ ] z', 'y');
		loses('a', '- [ ] a\n- [ ] b', '- [ ] z', 'z');
		loses('(empty)', '', '- [ ] a', 'a');
	});

	it('goes by its order among duplicates', () => {
		const tree = new Tree();
		tree.show(read('- [ ] a\n- [ ] a\n- [ ] b'));
		const [first, second] = tree.rows();
		tree.show(read('- [ ] z\n- [ ] a\n- [x] a\n- [ ] b'));
		assert.deepEqual([tree.row('a'), tree.row('a', 1)], [first, second]);
		assert.equal(tree.show(read('- [ ] a\n- [ ] b')), 'top');
		assert.equal(tree.row('a'), first);
	});

	it('shows its content as it is now', () => {
		const tree = new Tree();
		tree.show(read('# A\n- [ ] a\n# B\n- [ ] b'));
		const row = tree.row('b');
		const after = read('\n\n# A\n- [ ] a\n# B\n- [x] b');
		tree.show(after);
		assert.ok(row.content.kind === 'node' && row.content.node.kind === 'task');
		assert.equal(row.content.node.state, 'done');
		assert.equal(row.content.file, after);
	});

	it('keeps the rows below it in step, however deep', () => {
		const tree = new Tree();
		const before = '# A\n- [ ] a\n  - [ ] b\n    - [ ] c\n# B\n- [ ] d';
		tree.show(read(before));
		const rows = tree.rows();
		tree.show(read(before.replace('[ ] c', '[x] c')));
		assert.deepEqual(tree.rows(), rows);
		assert.equal(tree.words(), 'A a b c B d');
	});

	it('may be nested 3,000 levels deep, and open', () => {
		const tree = new Tree();
		const text = (mark: string) =>
			Array.from(
				{ length: 3000 },
				(_, level) => `${'\t'.repeat(level >> 1)}${'  '.repeat(level % 2)}- [${mark}] a`,
			).join('\n');
		const file = read(text(' '));
		tree.show(file);
		assert.ok(tree.model.elementAt(file, file.text.length));
		assert.equal(tree.show(read(text('x'))), 'a');
	});
});

describe('elementAt', () => {
	/** `‸` stands where the row is looked for. */
	const finds = (marked: string, expected: string | undefined, empty: EmptySections = 'auto') => {
		const tree = new Tree(['f1'], empty);
		const file = read(marked.replace('‸', ''));
		tree.show(file);
		const row = tree.model.elementAt(file, marked.indexOf('‸'));
		assert.equal(row && wordsOf(row.content), expected, marked);
	};

	it('finds the innermost row that holds an offset', () => {
		finds('# A\n- [ ] a\n  - [ ] b‸\n# B\n- [ ] c', 'b');
		finds('# A\n- [ ] a‸\n  - [ ] b\n# B\n- [ ] c', 'a');
		finds('# A‸\n- [ ] a\n# B\n- [ ] c', 'A');
	});

	it('finds the row around one that is not shown', () => {
		finds('# A\n- [ ] a\n## Empty\nwor‸ds\n# B\n- [ ] c', 'A');
		finds('# A\n- [ ] a\n## Empty\nwor‸ds\n# B\n- [ ] c', 'Empty', 'show');
		finds('# Title\n## A\n- [ ] a‸\n## B\n- [ ] b', 'a');
	});

	it('finds nothing where no row is around', () => {
		finds('wor‸ds\n\n- [ ] a', undefined);
		finds('# Ti‸tle\n## A\n- [ ] a', undefined);
		finds('‸', undefined);
	});

	it('finds rows of the roadmap that is asked for', () => {
		const [a, b] = [read('- [ ] a', 'a.md'), read('# T\n\n- [ ] b', 'b.md')];
		const tree = new Tree();
		tree.show(a, b);
		assert.equal(tree.model.elementAt(b, b.text.length), tree.row('b'));
		assert.equal(tree.model.elementAt(a, 0), tree.row('a'));
		assert.equal(tree.model.elementAt(b, 0), tree.row('<f2>'));
		assert.equal(tree.model.elementAt(read('- [ ] a', 'c.md'), 0), undefined);
		assert.equal(tree.model.elementAt(unread('binary', 'a.md'), 0), undefined);
	});
});

describe('elementOf', () => {
	const several = () => {
		const tree = new Tree();
		tree.show(read('# A\n- [ ] a\n  - [ ] b\n- [ ] a\n  - [ ] c\n# AB\n- [ ] a', 'a.md'), read('- [ ] a', 'b.md'));
		return tree;
	};

	it('finds every row by its path, in a tree of the same roadmaps', () => {
		const paths = several()
			.rows()
			.map(({ path }) => path);
		assert.equal(new Set(paths).size, paths.length, 'duplicates have paths of their own');
		const { model } = several();
		assert.deepEqual(
			paths.map(path => model.elementOf(path)?.path),
			paths,
		);
	});

	it('finds nothing for a path that leads nowhere', () => {
		const tree = several();
		const { path } = tree.row('b');
		assert.equal(tree.model.elementOf(''), undefined);
		assert.equal(tree.model.elementOf(`${path}/task:c`), undefined);
		assert.equal(tree.model.elementOf(`${path}c`), undefined);
		tree.show(read('# A\n- [ ] a', 'a.md'), read('- [ ] a', 'b.md'));
		assert.equal(tree.model.elementOf(path), undefined);
	});
});

describe('what a row means while VS Code shows what it was', () => {
	const model = new TreeModel();
	function show(text: string): void {
		model.update([read(text)], [''], filter());
	}
	function meantBy({ meant }: Element): string {
		return meant.kind === 'node' && meant.file === model.top[0]?.content.file ? labelOf(meant.node) : 'gone';
	}

	it('is what people see, in the roadmap as it is now', () => {
		show('- [ ] a\n- [ ] b\n- [ ] b\n');
		const rows = model.top;
		rows.forEach(row => (row.isKnown = true));
		show('New\n\n- [ ] a\n- [ ] b\n');
		assert.deepEqual(rows.map(meantBy), ['a', 'gone', 'gone']); // which of the two it was nobody can tell
		model.told();
		assert.deepEqual(model.top.map(meantBy), ['a', 'b']);
	});
});
