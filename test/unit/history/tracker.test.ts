import assert from 'node:assert/strict';
import {
	createParser,
	createTracker,
	type HistoryEvent,
	replay,
	trackerInSteps,
	type Version,
} from '../../../src/core';
import { unplaced } from '../support/history/replayed';
import { counted } from '../support/steps';

/** Follows versions; what the last one brought, one line for each event, the ids of the tasks in front. */
function told(...versions: readonly string[]): string[] {
	const tracker = createTracker();
	const parser = createParser({ states: 'extended' });
	const history: Version[] = versions.map((text, day) => ({ day, events: tracker.next(parser.parse(text)) }));
	assert.equal(unplaced(history, parser.parse(versions.at(-1) ?? '')), undefined);
	return history.at(-1)?.events.map(line) ?? [];
}

function line(event: HistoryEvent): string {
	const { id, text, section, state } = event.task;
	const task = `${id} ${[...section, text].join(' > ')}`;
	switch (event.kind) {
		case 'added':
			return `${event.isBack ? 'back' : 'added'} ${task} (${state})`;
		case 'removed':
			return `removed ${task} (${state})`;
		case 'reworded':
			return `reworded ${task} <- ${event.before}`;
		case 'moved':
			return `moved ${task} <- ${event.before.join(' > ')}`;
		default:
			return `${event.kind} ${task}`;
	}
}

const becomes = (before: string, after: string, ...expected: readonly string[]): void =>
	assert.deepEqual(told(before, after), expected, `${before}\n=>\n${after}`);

describe('createTracker', () => {
	it('adds all of the first version', () => {
		assert.deepEqual(told('# A\n- [ ] a\n  - [x] b\n## B\n- [-] c'), [
			'added 0 A > a (open)',
			'added 1 A > b (done)',
			'added 2 A > B > c (dropped)',
		]);
		assert.deepEqual(told(''), []);
	});

	it('tells what became of states', () => {
		becomes('- [ ] a\n- [~] b', '- [x] a\n- [x] b', 'completed 0 a', 'completed 1 b');
		becomes('- [x] a\n- [x] b\n- [-] c', '- [ ] a\n- [~] b\n- [ ] c', 'reopened 0 a', 'reopened 1 b', 'reopened 2 c');
		becomes('- [ ] a\n- [x] b\n- [~] c', '- [-] a\n- [-] b\n- [-] c', 'dropped 0 a', 'dropped 1 b', 'dropped 2 c');
		becomes('- [-] a', '- [x] a', 'completed 0 a');
		becomes('- [ ] a\n- [~] b', '- [/] a\n- [ ] b', 'begun 0 a', 'paused 1 b');
	});

	it('tells what came and went', () => {
		becomes('- [ ] a\n- [ ] b', '- [ ] a\n- [x] new\n- [ ] b', 'added 2 new (done)');
		becomes('- [x] a\n- [ ] b', '- [ ] b', 'removed 0 a (done)');
		becomes('- [x] Cook\n- [ ] b', '- [ ] b\n- [ ] Sing', 'added 2 Sing (open)', 'removed 0 Cook (done)');
		becomes('- [ ] a', '', 'removed 0 a (open)');
	});

	it('takes words that have a little in common for other tasks', () => {
		becomes(
			'- [ ] Write the CSV export\n- [ ] b',
			'- [ ] b\n- [ ] Read the audit log',
			'added 2 Read the audit log (open)',
			'removed 0 Write the CSV export (open)',
		);
		becomes(
			'# A\n- [ ] tests\n- [ ] x y z\n# B\n- [ ] x',
			'# A\n- [ ] x\n# B\n- [ ] write tests\n- [ ] review with tests',
			'moved 2 A > x <- B',
			'added 3 B > write tests (open)',
			'added 4 B > review with tests (open)',
			'removed 0 A > tests (open)',
			'removed 1 A > x y z (open)',
		);
	});

	it('knows sections of one title by what is around them', () => {
		becomes(
			'# A\n## Basics\n- [ ] a\n- [ ] b\n# B\n## Basics\n- [ ] c\n- [ ] d',
			'# A\n## Basics\n- [x] a\n- [ ] b\n# B2\n## Basics\n- [ ] c\n- [ ] d\n- [ ] e',
			'completed 0 A > Basics > a',
			'moved 2 B2 > Basics > c <- B > Basics',
			'moved 3 B2 > Basics > d <- B > Basics',
			'added 4 B2 > Basics > e (open)',
		);
	});

	it('counts nothing of new Markdown for the same words', () => {
		becomes('# A\n- [ ] a *b* c\n  - [x] d', '# A\n\n* [ ] a\n  b `c`\n\n  1. [X] [d](x.md)\n');
		becomes('# A\n## B\n- [ ] a', 'A\n=\n### B ###\n+ [ ] a');
		becomes('# A\n- [ ] a', '- [ ] a', 'moved 0 a <- A');
	});

	it('counts case, punctuation and numbering as rewording only', () => {
		becomes('- [ ] 1. learn `Go`', '- [ ] 2.1 Learn Go!', 'reworded 0 2.1 Learn Go! <- 1. learn Go');
		becomes('- [ ] 🚀\n- [ ] ??', '- [ ] ??\n- [ ] 🚀');
	});

	it('knows tasks again that were moved', () => {
		becomes('# A\n- [ ] a\n- [ ] b\n# B', '# A\n- [ ] a\n# B\n- [x] b', 'moved 1 B > b <- A', 'completed 1 B > b');
		becomes('- [ ] a\n- [ ] b\n- [ ] c', '- [ ] c\n- [ ] a\n  - [ ] b');
		becomes('- [ ] a\n  - [ ] b', '- [x] ab\n  - [ ] b', 'added 2 ab (done)', 'removed 0 a (open)');
	});

	it('knows tasks again that were reworded', () => {
		becomes(
			'- [ ] Learn Haskell\n- [ ] b',
			'- [x] Learn Haskell (book by Ann Lee)\n- [ ] b',
			'reworded 0 Learn Haskell (book by Ann Lee) <- Learn Haskell',
			'completed 0 Learn Haskell (book by Ann Lee)',
		);
		becomes('- [ ] b\n- [ ] OAuth', '- [ ] b\n- [ ] OAtuh', 'reworded 1 OAtuh <- OAuth');
		becomes(
			'- [ ] 学习中文语法\n- [ ] b',
			'- [ ] 学习中文的语法\n- [ ] b',
			'reworded 0 学习中文的语法 <- 学习中文语法',
		);
		becomes(
			'# A\n- [ ] Write one letter home\n# B\n- [ ] b',
			'# A\n# B\n- [ ] b\n- [ ] Write one letter back home',
			'reworded 0 B > Write one letter back home <- Write one letter home',
			'moved 0 B > Write one letter back home <- A',
		);
	});

	it('spends no time on the spelling of endless words', () => {
		const [one, other] = ['a'.repeat(100_000), `${'a'.repeat(99_999)}b`];
		becomes(`- [ ] ${one}`, `- [ ] ${other}`, `added 1 ${other} (open)`, `removed 0 ${one} (open)`);
	});

	it('does not take a new task for one that was done and cleared away', () => {
		becomes(
			'- [x] Learn Docker\n- [ ] b',
			'- [ ] Learn Kubernetes\n- [ ] b',
			'added 2 Learn Kubernetes (open)',
			'removed 0 Learn Docker (done)',
		);
	});

	it('tells equal tasks apart by their states and neighbours', () => {
		becomes('- [x] Tests\n- [ ] a\n- [ ] Tests', '- [ ] a\n- [ ] Tests', 'removed 0 Tests (done)');
		becomes('- [ ] Tests\n- [ ] a\n- [x] Tests\n- [ ] b', '- [ ] a\n- [ ] Tests\n- [ ] b\n- [x] Tests');
		becomes('- [ ] T\n- [ ] a\n- [ ] T\n- [ ] b', '- [ ] a\n- [x] T\n- [ ] b', 'completed 2 T', 'removed 0 T (open)');
		becomes(
			'- [ ] T\n- [ ] a\n- [ ] T',
			'- [ ] T\n- [ ] T\n- [ ] a\n- [ ] b\n- [ ] T',
			'added 3 T (open)',
			'added 4 b (open)',
		);
	});

	it('matches very many equal tasks in order, by state', () => {
		const list = (states: string) => Array.from(states, state => `- [${state}] T`).join('\n');
		const lines = told(list('x '.repeat(90)), list(`-${' x'.repeat(80)}`));
		assert.equal(lines.length, 20);
		assert.equal(lines[0], 'dropped 160 T');
		assert.ok(lines.slice(1).every(each => each.startsWith('removed')));
	});

	it('keeps equal tasks in sections that are renamed', () => {
		becomes(
			'# A\n- [ ] T\n- [ ] a\n# B\n- [ ] T\n- [ ] b',
			'# X\n- [x] T\n- [ ] b\n# A\n- [ ] T\n- [ ] a',
			'moved 2 X > T <- B',
			'completed 2 X > T',
			'moved 3 X > b <- B',
		);
		becomes(
			'# A\n- [ ] T\n# B\n- [ ] T',
			'# X\n- [ ] T\n# Y\n- [x] T',
			'moved 0 X > T <- A',
			'moved 1 Y > T <- B',
			'completed 1 Y > T',
		);
		becomes(
			'# A\n- [ ] T\n# B\n- [ ] T',
			'# 1. A\n- [ ] T\n# 2. B\n- [x] T',
			'moved 0 1. A > T <- A',
			'moved 1 2. B > T <- B',
			'completed 1 2. B > T',
		);
	});

	it('finds sections by their titles or order where all else is new', () => {
		const [one, other] = ['Cook the rice', 'Cook rice for two'];
		becomes(
			`# A\n- [ ] a\n# B\n- [ ] ${one}`,
			`# A\n- [ ] a\n# C\n- [ ] ${other}`,
			`reworded 1 C > ${other} <- ${one}`,
			`moved 1 C > ${other} <- B`,
		);
		becomes(
			`# B\n- [ ] ${one}\n# A\n- [ ] a`,
			`# Top\n## A\n- [ ] a\n## B\n- [ ] ${other}`,
			'moved 1 Top > A > a <- A',
			`reworded 0 Top > B > ${other} <- ${one}`,
			`moved 0 Top > B > ${other} <- B`,
		);
	});

	it('knows tasks again that are put back', () => {
		assert.deepEqual(told('# A\n- [x] a', '# A', '# A\n- [x] a'), ['back 0 A > a (done)']);
		assert.deepEqual(told('# A\n- [x] T\n- [ ] T', '# A', '# A\n- [ ] T'), ['back 1 A > T (open)']);
		assert.deepEqual(told('# A\n- [x] T\n- [ ] T', '# A', '# A\n- [~] T'), ['back 1 A > T (active)']);
		assert.deepEqual(told('# A\n- [x] T', '# A', '# Top\n## A\n- [x] T'), ['back 0 Top > A > T (done)']);
		assert.deepEqual(told('# A\n- [ ] Read the book', '# A', '# B\n- [ ] read the book'), [
			'back 0 B > read the book (open)',
		]);
	});

	it('does not take a new task for one that was removed elsewhere, as far as words can tell', () => {
		assert.deepEqual(told('# A\n- [x] Write tests', '# A', '# B\n- [ ] Write tests'), [
			'added 1 B > Write tests (open)',
		]);
		const here = '# C\n- [ ] Read the book';
		assert.deepEqual(told(`# A\n- [ ] Read the book\n${here}`, here, `# B\n- [ ] Read the book\n${here}`), [
			'added 2 B > Read the book (open)',
		]);
		assert.deepEqual(told('# A\n- [ ] Read the book\n- [ ] Read the book', '', '# B\n- [ ] Read the book'), [
			'added 2 B > Read the book (open)',
		]);
	});

	it('gives ids in document order', () => {
		const tracker = createTracker();
		const parser = createParser();
		tracker.next(parser.parse('- [ ] a\n- [ ] b'));
		tracker.next(parser.parse('- [ ] new\n- [ ] b\n- [ ] a'));
		assert.deepEqual(tracker.ids, [2, 1, 0]);
	});

	it('goes on from versions before', () => {
		const parser = createParser();
		const first = createTracker();
		const texts = ['# A\n- [ ] T\n- [ ] a\n- [ ] T', '# A\n- [ ] T\n- [ ] T', '# A\n- [ ] T\n- [ ] b\n- [ ] T'];
		const history = texts.map((text, day) => ({ day, events: first.next(parser.parse(text)) }));
		const tracker = createTracker(history, parser.parse(texts.at(-1) ?? ''));
		assert.deepEqual(tracker.ids, [0, 3, 2]);
		assert.deepEqual(tracker.next(parser.parse('# A\n- [x] T\n- [ ] a')).map(line), [
			'completed 0 A > T',
			'back 1 A > a (open)',
			'removed 3 A > b (open)',
			'removed 2 A > T (open)',
		]);
		assert.deepEqual(tracker.ids, [0, 1]);
	});

	it('gives ids to what versions before do not have', () => {
		const tracker = createTracker([], createParser().parse('- [ ] a\n- [ ] b'));
		assert.deepEqual(tracker.ids, [0, 1]);
		assert.deepEqual(createTracker().ids, []);
	});
});

describe('a tracker that is made step by step', () => {
	const text = Array.from({ length: 1000 }, (_, index) => `- [ ] Task ${index}\n`).join('');
	const now = text.replace('[ ]', '[x]');

	it('tells the same as one that is made at once, and takes steps that do not grow with the roadmap', () => {
		const parser = createParser();
		const [last, next] = [parser.parse(text), parser.parse(now)];
		const before = [{ day: 0, events: createTracker().next(last) }];
		const { count, value: tracker } = counted(trackerInSteps(before, last));
		const { count: countNext, value: events } = counted(tracker.nextInSteps(next));
		const other = createTracker(before, last);
		assert.deepEqual(events, other.next(next));
		assert.deepEqual(tracker.ids, other.ids);
		assert.ok(count > 10 && countNext > 10, `${count} and ${countNext} steps for 1000 tasks each`);
	});

	it('begins anew without a version before', () => {
		const roadmap = createParser().parse(text);
		assert.deepEqual(counted(trackerInSteps([])).value.next(roadmap), createTracker().next(roadmap));
	});
});

describe('replay', () => {
	it('gives the tasks of the last version', () => {
		const tracker = createTracker();
		const parser = createParser();
		const texts = ['# A\n- [ ] a\n- [ ] b', '# A\n- [x] a, and more\n# B\n- [ ] c'];
		const history = texts.map((text, day) => ({ day, events: tracker.next(parser.parse(text)) }));
		assert.deepEqual(replay(history), [
			{ id: 0, text: 'a, and more', section: ['A'], state: 'done' },
			{ id: 2, text: 'c', section: ['B'], state: 'open' },
		]);
		assert.deepEqual(replay([]), []);
	});
});
