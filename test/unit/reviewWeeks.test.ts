import assert from 'node:assert/strict';
import { dayAt, parseDay, targetDateIn, weekOf, weeksOf, type Day, type Week } from '../../src/core';
import { past, type PastVersion } from './support/past';

/** Monday, 2 November 2026. */
const monday = day('2026-11-02');

function day(text: string): Day {
	const parsed = parseDay(text);
	assert.ok(parsed !== undefined, text);
	return parsed;
}

describe('days', () => {
	it('are the same all over the world, and each has one week', () => {
		assert.equal(parseDay('1970-01-01'), 0);
		assert.equal(weekOf(monday, 1), monday);
		assert.equal(weekOf(monday + 6, 1), monday);
		assert.equal(weekOf(monday, 0), monday - 1);
		assert.equal(weekOf(monday, 6), monday - 2);
		assert.equal(weekOf(-1, 1), -3);
	});

	it('are those of whoever lives them', () => {
		const sunday = Date.parse('2026-11-08T16:30:00Z');
		assert.equal(dayAt(sunday, 0), monday + 6);
		assert.equal(dayAt(sunday, 9 * 60), monday + 7);
		assert.equal(dayAt(sunday, -17 * 60), monday + 5);
	});

	for (const text of ['2027-02-30', '2027-13-01', '2027-1-1', '1 March 2027', '', '2027-03-01T00:00:00Z']) {
		it(`are none: ${text || 'no text'}`, () => assert.equal(parseDay(text), undefined));
	}
});

describe('the target date', () => {
	const march = { day: day('2027-03-01') };
	const texts: [text: string, found: ReturnType<typeof targetDateIn>][] = [
		['---\ntarget: 2027-03-01\n---\n# A\n', march],
		['\uFEFF---\r\ntitle: A\r\ntarget:   "2027-03-01"  # soon\r\n---\r\n', march],
		["---\ntarget: '2027-03-01'\n---\n", march],
		['+++\ntarget = 2027-03-01\n+++\n', march],
		['---\ntarget: spring\n---\n', { invalid: 'spring' }],
		['---\ntarget: 2027-02-30\n---\n', { invalid: '2027-02-30' }],
		['---\ntarget:\ntargets: 2027-03-01\n---\n', undefined],
		['---\nplan:\n  target: 2027-03-01\n---\n', undefined],
		['target: 2027-03-01\n', undefined],
		['---\ntarget: 2027-03-01\n', undefined],
	];
	for (const [text, found] of texts) {
		it(JSON.stringify(text), () => assert.deepEqual(targetDateIn(text), found));
	}
});

describe('weeks', () => {
	const options = { firstDayOfWeek: 1, today: monday + 9 } as const;

	/** What each week came to, in one line. */
	function lines(...versions: readonly PastVersion[]): string[] {
		return weeksOf(past(...versions), options).map(line);
	}

	function line(week: Week): string {
		const outcomes = (['finished', 'added', 'reopened', 'dropped'] as const).flatMap(name =>
			week[name].map(({ task, day: on }) => `${name} ${task.text} on ${on - monday}`),
		);
		const { done, total } = week.progress;
		return [...outcomes, `${week.activeDays} days`, `${done}/${total}`].join(', ');
	}

	it('go from the first version to today, also where nothing was done', () => {
		const weeks = weeksOf(past([monday - 9, 'add a']), options);
		assert.deepEqual(
			weeks.map(({ start, end }) => [start - monday, end - monday]),
			[
				[-14, -8],
				[-7, -1],
				[0, 6],
				[7, 13],
			],
		);
		assert.deepEqual(weeksOf([], options).map(line), ['0 days, 0/0']);
	});

	it('count nothing of what was there at first', () => {
		assert.deepEqual(lines([monday, 'add a', 'add b done']), ['0 days, 1/2', '0 days, 1/2']);
	});

	it('tell what was finished, added, reopened and dropped', () => {
		assert.deepEqual(
			lines(
				[monday, 'add a', 'add b done', 'add c', 'add d'],
				[monday + 1, 'done a', 'add e'],
				[monday + 3, 'open b', 'drop c', 'remove d'],
				[monday + 8, 'done e', 'open c'],
			),
			[
				'finished a on 1, added e on 1, reopened b on 3, dropped c on 3, dropped d on 3, 2 days, 1/3',
				'finished e on 8, reopened c on 8, 1 days, 2/4',
			],
		);
	});

	it('take tasks for finished that were added as done, or removed once done', () => {
		assert.deepEqual(
			lines(
				[monday, 'add a', 'add b done'],
				[monday + 1, 'add c done', 'done a'],
				[monday + 2, 'remove a', 'remove b'],
			),
			['finished c on 1, finished a on 2, 2 days, 1/1', '0 days, 1/1'],
		);
	});

	it('go by how a week ended, whatever happened in between', () => {
		assert.deepEqual(
			lines(
				[monday, 'add a', 'add b done', 'add f dropped'],
				[monday + 1, 'done a', 'open b', 'add c', 'add d', 'add g dropped', 'open f'],
				[monday + 2, 'open a', 'done b', 'remove c', 'done d', 'drop f'],
			),
			['finished d on 2, 2 days, 2/3', '0 days, 2/3'],
		);
	});

	it('finish a task once, also when it comes back', () => {
		assert.deepEqual(
			lines(
				[monday, 'add a', 'add b', 'add c dropped'],
				[monday + 1, 'done a'],
				[monday + 2, 'remove a', 'remove b', 'remove c'],
				[monday + 7, 'back b', 'add a done', 'add c dropped'],
			),
			['finished a on 2, dropped b on 2, 2 days, 0/0', 'added b on 7, 1 days, 1/2'],
		);
	});

	it('take moving and rewording for no work', () => {
		assert.deepEqual(
			lines([monday, 'add a'], [monday + 1, 'move a T', 'reword a'], [monday + 2, 'begin a', 'pause a']),
			['1 days, 0/1', '0 days, 0/1'],
		);
	});

	it('give each event its own day, but none before what happened to its task earlier', () => {
		assert.deepEqual(
			lines(
				[monday, 'add a', 'add b'],
				[monday + 8, 'add c'],
				[monday + 2, 'done a', 'done c'],
				[monday + 20, 'done b'],
			),
			['finished a on 2, 1 days, 1/2', 'finished c on 8, finished b on 20, 2 days, 3/3'],
		);
	});

	it('begin before the first version where a later one is older', () => {
		assert.deepEqual(lines([monday + 7, 'add a'], [monday, 'add b', 'done a']), [
			'added b on 0, 1 days, 0/2',
			'finished a on 7, 1 days, 1/2',
		]);
	});
});
