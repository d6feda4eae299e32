import assert from 'node:assert/strict';
import { burnUpOf } from '../../src/core';
import { past, type PastVersion } from './support/past';

/** The points as `day: done/total`. */
function points(today: number, ...versions: readonly PastVersion[]): string[] {
	return burnUpOf(past(...versions), today).points.map(({ day, done, total }) => `${day}: ${done}/${total}`);
}

describe('the burn-up', () => {
	it('has a point for the first day, for each on which a figure changed, and for today', () => {
		assert.deepEqual(
			points(
				9,
				[1, 'add a', 'add b done', 'add c dropped'],
				[3, 'done a'],
				[3, 'add d'],
				[4, 'begin d', 'reword a'],
				[5, 'drop d'],
			),
			['1: 1/2', '3: 2/3', '5: 2/2', '9: 2/2'],
		);
		assert.deepEqual(points(9), ['9: 0/0']);
		assert.deepEqual(points(9, [9, 'add a'], [9, 'done a']), ['9: 1/1']);
	});

	it('counts tasks on that were removed once they were done', () => {
		const { points, gone } = burnUpOf(
			past([1, 'add a', 'add b'], [2, 'done a'], [3, 'remove a', 'remove b'], [4, 'add c']),
			5,
		);
		assert.deepEqual(points.at(-1), { day: 5, done: 1, total: 2 });
		assert.equal(gone, 1);
	});

	it('puts what is said to be before the first version or after today where it can be', () => {
		assert.deepEqual(points(9, [5, 'add a', 'add b'], [2, 'done a'], [30, 'done b']), ['5: 1/2', '9: 2/2']);
		assert.deepEqual(points(9, [30, 'add a']), ['9: 0/1']);
	});

	it('marks where a section was finished, and where it was again', () => {
		const { milestones } = burnUpOf(
			past(
				[
					1,
					'add a',
					'add b',
					'add c',
					'add d done',
					'move a R/One',
					'move b R/One/Deep',
					'move c R/Two',
					'move d R/Three',
				],
				[2, 'done a'],
				[3, 'done b'],
				[4, 'add e', 'move e R/One'],
				[5, 'remove c'],
				[6, 'done e', 'reword d'],
			),
			9,
		);
		assert.deepEqual(milestones, [{ day: 6, title: 'One' }]);
	});

	it('marks no section where there is only one', () => {
		assert.deepEqual(burnUpOf(past([1, 'add a'], [2, 'done a']), 9).milestones, []);
		assert.deepEqual(
			burnUpOf(past([1, 'add a', 'move a R', 'add b', 'move b R/T'], [2, 'done a', 'done b']), 9).milestones,
			[{ day: 2, title: 'T' }],
		);
	});
});
