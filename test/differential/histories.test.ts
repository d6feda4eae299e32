import assert from 'node:assert/strict';
import { createTracker } from '../../src/core';
import { historyDifference } from '../unit/support/history/replayed';
import { rightnessOf, shareOf } from '../unit/support/history/rightness';
import { syntheticHistory } from '../unit/support/history/synthetic';
import { nastyCase } from '../unit/support/nastyCase';

const seed = 7;

describe('random histories', () => {
	it('give when replayed what each version has', () => {
		for (let number = 0; number < 40; number++) {
			const difference = historyDifference(nastyCase('history', seed, number));
			assert.equal(difference, undefined, `seed ${seed}, ${number}: ${JSON.stringify(difference, undefined, 1)}`);
		}
	});

	it('are told as they happened', () => {
		const wrong: string[] = [];
		const histories = [3, 31].map(each => syntheticHistory(each, 40));
		const { all, work } = rightnessOf(histories, createTracker, (_before, _text, missed, told) => {
			wrong.push(JSON.stringify({ missed, told }, undefined, 1));
		});
		assert.ok(shareOf(all) >= 0.99 && shareOf(work) >= 0.99, `${JSON.stringify({ all, work })}\n${wrong.join('\n')}`);
	});
});
