import assert from 'node:assert/strict';
import {
	applyEdits,
	createParser,
	makePlain,
	sectionsIn,
	tasksIn,
	turnIntoTasks,
	type NewTask,
	type Roadmap,
	type TaskStates,
} from '../../src/core';
import { thoseThatHold } from '../../src/core/itemEdits';
import { contentsOf } from '../../src/core/items';
import { unmarked } from './support/marked';
import { nastyText } from './support/nasty';
import { Random } from './support/random';

/** What is proposed of a text, in whole or where it is marked. */
function proposed(marked: string, states: TaskStates = 'extended'): { text: string; tasks: readonly NewTask[] } {
	const { text, selections } = unmarked(marked);
	const parser = createParser({ states });
	const all = [{ start: 0, end: text.length }];
	const tasks = turnIntoTasks(text, now => parser.parse(now), selections.length > 0 ? selections : all, states);
	return { text, tasks };
}

function turns(marked: string, after: string, states?: TaskStates): void {
	const { text, tasks } = proposed(marked, states);
	const edits = tasks.map(({ edit }) => edit);
	assert.equal(applyEdits(text, edits), after, marked);
}

/** Turns a list item of these words into one of those, which is a task in a state for a reason. */
function reads(words: string, after: string, state: NewTask['state'], saidBy?: NewTask['saidBy'], states?: TaskStates) {
	const { text, tasks } = proposed(`# A\n\n- ${words}\n  - inner`, states);
	const [task, inner] = tasks;
	assert.ok(task && inner, words);
	assert.equal(applyEdits(text, [task.edit]), `# A\n\n- ${after}\n  - inner`);
	assert.deepEqual([task.state, task.saidBy], [state, saidBy], words);
	assert.deepEqual([inner.state, inner.saidBy], ['open', undefined]);
}

function saysNothing(words: string): void {
	reads(words, `[ ] ${words}`, 'open');
}

describe('turnIntoTasks', () => {
	it('gives plain list items a box, wherever they are', () => {
		turns('# A\n\n- a\n* b\n+ c\n\n1. d\n2) e\n', '# A\n\n- [ ] a\n* [ ] b\n+ [ ] c\n\n1. [ ] d\n2) [ ] e\n');
		turns('- a\n  - b\n\n    1. c', '- [ ] a\n  - [ ] b\n\n    1. [ ] c');
		turns('> - a\n> - > 1. b', '> - [ ] a\n> - > 1. [ ] b');
		turns('- - a\n  - b', '- - [ ] a\n  - [ ] b');
		turns('- a\r\n\r\n- b\r\n', '- [ ] a\r\n\r\n- [ ] b\r\n');
		turns('-\n  a', '-\n  [ ] a');
		turns('- a\n  more\nlazy', '- [ ] a\n  more\nlazy');
		turns('\ufeff*\ta', '\ufeff*\t[ ] a');
		turns('- [link](target)\n- <https://a.b>\n- **b**', '- [ ] [link](target)\n- [ ] <https://a.b>\n- [ ] **b**');
	});

	it('leaves tasks as they are', () => {
		turns('- [ ] a\n- [x] b\n- c\n- [~] d', '- [ ] a\n- [x] b\n- [ ] c\n- [~] d');
		turns('- [~] d', '- [ ] [~] d', 'gfm');
	});

	it('leaves everything else alone', () => {
		for (const text of [
			'',
			'words\n2. not a list',
			'```\n- a\n```',
			'    - a',
			'<!--\n- a\n-->',
			'<ul>\n- a\n</ul>',
			'---\n- a\n---\n',
			'- | - \n  --|--',
			'a | b\n--|--\nc | d',
			'* * *\n- - -',
			'-\n- ',
			'- # a',
			'- > a',
			'- ```\n  a\n  ```',
			'- <div>\n  a\n  </div>',
			'- [a]: /b\n\n[a]',
			'- \n  no box goes here',
			'- [ ]\n- [x]\n- [ x ]',
			'- ✅',
		]) {
			turns(text, text);
		}
	});

	it('goes by what is selected', () => {
		turns('- a\n- «b\n- c»\n- d', '- a\n- [ ] b\n- [ ] c\n- d');
		turns('- a\n- ‸b\n- c', '- a\n- [ ] b\n- c');
		turns('- a‸\n- b\n- ‸c', '- [ ] a\n- b\n- [ ] c');
		turns('«# A\n- a\n»# B\n- b', '# A\n- [ ] a\n# B\n- b');
		turns('- [ ] a‸\n  - b', '- [ ] a\n  - b');
	});

	it('proposes an edit for each item, in document order', () => {
		const { tasks } = proposed('- a ✅\n- b\n- ✅ c');
		assert.deepEqual(tasks, [
			{ ...tasks[0], edit: { start: 2, end: 5, newText: '[x] a' }, state: 'done', saidBy: 'sign' },
			{ ...tasks[1], edit: { start: 8, end: 8, newText: '[ ] ' }, state: 'open', saidBy: undefined },
			{ ...tasks[2], edit: { start: 12, end: 14, newText: '[x] ' }, state: 'done', saidBy: 'sign' },
		]);
	});
});

describe('turnIntoTasks, of an item with a sign', () => {
	it('takes a clear one in front for done', () => {
		for (const sign of [
			'✅',
			'✔',
			'✔️',
			'✓',
			'☑',
			'☑️',
			':white_check_mark:',
			':heavy_check_mark:',
			'(x)',
			'( X )',
			'(✓)',
		]) {
			reads(`${sign} Learn`, '[x] Learn', 'done', 'sign');
		}
		for (const sign of ['(done)', '(Done)', '**(done)**', '_(completed)_', '[done]', '[DONE]', '(complete)']) {
			reads(`${sign} Learn`, '[x] Learn', 'done', 'sign');
		}
		for (const sign of ['[ x]', '[x ]', '[ X ]', '[✓]', '[✅]', '[☑️]', '[\u00a0x]']) {
			reads(`${sign} Learn`, '[x] Learn', 'done', 'sign');
		}
		reads('[x]Learn', '[x] Learn', 'done', 'sign');
		reads('[x]\u00a0Learn', '[x] Learn', 'done', 'sign');
		reads('✅Learn', '[x] Learn', 'done', 'sign');
		reads('✅  **Learn** to', '[x] **Learn** to', 'done', 'sign');
		reads('✅ # Learn', '[x] # Learn', 'done', 'sign');
		reads('✅ Learn\n  to swim', '[x] Learn\n  to swim', 'done', 'sign');
	});

	it('takes a clear one behind for done', () => {
		for (const sign of ['✅', '✔️', '☑', ':white_check_mark:', '(done)', '*(Done)*', '[done]', '(completed)']) {
			reads(`Learn ${sign}`, '[x] Learn', 'done', 'sign');
		}
		reads('Learn✅', '[x] Learn', 'done', 'sign');
		reads('**Learn**  ✅  ', '[x] **Learn**  ', 'done', 'sign');
		reads('Learn\n  to swim ✅', '[x] Learn\n  to swim', 'done', 'sign');
		reads('2024 ✅', '[x] 2024', 'done', 'sign');
	});

	it('takes words struck through for done, and leaves no strike for when it is opened again', () => {
		reads('~~Learn~~', '[x] Learn', 'done', 'strike');
		reads('~~Learn to\n  swim~~', '[x] Learn to\n  swim', 'done', 'strike');
		reads('~~L~~', '[x] L', 'done', 'strike');
		reads('✅ ~~Learn~~', '[x] Learn', 'done', 'sign');
		reads('~~Learn~~ (done)', '[x] Learn', 'done', 'sign');
		for (const words of ['~~a~~ b', 'a ~~b~~', '~~a~~ and ~~b~~', '~a~', '~~a', '~~ a~~', '~~a ~~', '~~a\\~~']) {
			saysNothing(words);
		}
	});

	it('takes an empty box for open', () => {
		for (const sign of ['🔲', '☐', '⬜', '⬜️', ':white_large_square:', '[]', '[  ]', '[\u00a0]', '( )']) {
			reads(`${sign} Learn`, '[ ] Learn', 'open', 'sign');
		}
		reads('Learn ☐', '[ ] Learn', 'open', 'sign');
		reads('[]Learn', '[ ] Learn', 'open', 'sign');
		reads('☐ ~~Learn~~', '[ ] ~~Learn~~', 'open', 'sign');
	});

	it('takes one of work for active where there is a mark for that, and lets it stand', () => {
		for (const words of [
			'🚧 Learn',
			'Learn ⏳',
			'🔄 Learn',
			':construction: Learn',
			'Learn (WIP)',
			'_(in progress)_ Learn',
		]) {
			reads(words, `[~] ${words}`, 'active', 'sign');
			reads(words, `[ ] ${words}`, 'open', undefined, 'gfm');
		}
	});

	it('overlooks what is not clear', () => {
		for (const words of [
			'Learn ✅ to swim',
			'Windows ✅ Mac ❌',
			'Windows ❌, Mac ✅',
			'✅ one ✅',
			'✅ one 🚧',
			'✅ 🟢 one',
			'❌ Learn',
			'Learn ❌',
			'🟢 Learn',
			'f(x)',
			'(x)y',
			'() => void',
			'[x](y)',
			'[](y)',
			'[x][y]',
			'[done](y)',
			'Not (done) yet',
			'(undone)',
			'Learn\n  ✅',
			'✅\n  Learn',
			'Learn\n  -- ✅',
		]) {
			saysNothing(words);
		}
	});

	it('proposes nothing where nothing would be left', () => {
		for (const words of ['✅', '[x ]', '(done)', '[]', '🚧', '☐']) turns(`- ${words}`, `- ${words}`);
	});
});

describe('thoseThatHold', () => {
	const text = '- a\n- b';
	const items = contentsOf(text, 'gfm').items;
	const edited = (newText: string) =>
		items.map(item => {
			const { start } = item.words;
			return { item, edit: { start, end: start, newText: start === 2 ? newText : '[ ] ' }, state: 'open' as const };
		});

	it('leaves out edits that do not make of an item what they should', () => {
		const texts = thoseThatHold(text, edited('[x] '), 'gfm').map(({ edit }) => edit.start);
		assert.deepEqual(texts, [6]);
	});

	it('has none hold where they change something else', () => {
		assert.deepEqual(thoseThatHold(text, edited('[ ] # b\n\n- [ ] '), 'gfm'), []);
		assert.deepEqual(thoseThatHold(text, edited('[ ] c\n- '), 'gfm'), []);
	});

	it('has none hold where none are left', () => {
		assert.deepEqual(thoseThatHold(text, [], 'gfm'), []);
	});
});

describe('making tasks of plain items, and plain items of tasks, in any text', function () {
	this.timeout(0);

	const seed = 1;
	const signs = [
		'✅ foo',
		'foo ✅',
		'~~foo~~',
		'(done) foo',
		'🚧 foo',
		'[] foo',
		'foo\n✅',
		'--- ✅',
		'1. ✅',
		'~~a\n- b~~',
	];
	const grammars = ['commonmark', 'extensions', 'mixed'] as const;

	/** What is to stay: headings and tasks, and these without those that are new. */
	const kept = (roadmap: Roadmap, without: ReadonlySet<number> = new Set()): unknown => [
		[...sectionsIn(roadmap)].map(({ level, title }) => [level, title]),
		[...tasksIn(roadmap)].filter(({ mark }) => !without.has(mark)).map(({ state, text }) => [state, text]),
	];

	for (const grammar of grammars) {
		it(`changes these and nothing else: ${grammar}`, () => {
			for (let number = 0; number < 120; number++) {
				const random = new Random(seed, number);
				const text = nastyText(random, grammar).replaceAll('foo', () => random.pick(signs));
				const states = random.pick(['gfm', 'extended'] as const);
				const { tasks } = proposed(text, states);
				// People may leave out what they like.
				for (const chosen of [tasks, tasks.filter(() => random.chance(0.5))]) check(text, states, chosen);
			}
		});
	}

	function check(text: string, states: TaskStates, chosen: readonly NewTask[]): void {
		const parser = createParser({ states });
		const told = `${JSON.stringify(text)} (${states}, ${chosen.length} chosen)`;
		const edits = chosen.map(({ edit }) => edit);
		const before = kept(parser.parse(text));
		const after = applyEdits(text, edits);
		const marks = newMarks(chosen);
		const tasks = [...tasksIn(parser.parse(after))];
		const made = tasks.filter(({ mark }) => marks.has(mark));
		assert.deepEqual(made.map(({ state }) => state), chosen.map(({ state }) => state), told); // prettier-ignore
		assert.deepEqual(kept(parser.parse(after), marks), before, told);

		const plain = makePlain(after, made, states);
		const again = applyEdits(after, plain);
		const isUndone = plain.length === made.length && chosen.every(({ saidBy }) => saidBy === undefined);
		if (isUndone) assert.equal(again, text, told);
		if (plain.length === made.length) assert.deepEqual(kept(parser.parse(again)), before, told);

		const all = [...tasksIn(parser.parse(text))];
		const without = makePlain(text, all, states);
		const rest = all.filter(({ mark }) => without.every(({ start }) => start !== mark - 1));
		const left = [...tasksIn(parser.parse(applyEdits(text, without)))];
		assert.deepEqual(left.map(({ text: words }) => words), rest.map(({ text: words }) => words), told); // prettier-ignore
	}

	/** Where the marks of new tasks are, once all are made. */
	function newMarks(chosen: readonly NewTask[]): ReadonlySet<number> {
		let shift = 0;
		const marks = chosen.map(({ edit: { start, end, newText } }) => {
			const mark = start + shift + 1;
			shift += newText.length - (end - start);
			return mark;
		});
		return new Set(marks);
	}
});
