import assert from 'node:assert/strict';
import { forecastOf, targetOf, type Forecast } from '../../src/core';

const today = 20_000;

function dates(forecast: Forecast): Extract<Forecast, { kind: 'dates' }> {
	assert.ok(forecast.kind === 'dates', forecast.kind);
	return forecast;
}

describe('the forecast', () => {
	const steady = { finished: [2, 2, 2, 2], done: 10, total: 20, today };

	it('is certain where every week is like the others', () => {
		const forecast = dates(forecastOf({ ...steady, target: today + 35 }));
		assert.deepEqual([forecast.pace, forecast.likely, forecast.safe, forecast.chance], [2, today + 35, today + 35, 1]);
		assert.deepEqual(forecast.fan.at(0), { day: today, half: [10, 10], most: [10, 10] });
		assert.deepEqual(forecast.fan.at(2), { day: today + 14, half: [14, 14], most: [14, 14] });
		assert.equal(forecast.fan.length, 6);
	});

	it('ends within the week in which nothing is left', () => {
		assert.equal(dates(forecastOf({ ...steady, finished: [7, 7, 7], total: 19 })).likely, today + 9);
	});

	it('knows the odds: two weeks of three finish what is left', () => {
		const options = { finished: [0, 2, 2, 0, 2, 2], done: 0, total: 2, today };
		const forecast = dates(forecastOf({ ...options, target: today + 7 }));
		assert.deepEqual([forecast.likely, forecast.safe], [today + 7, today + 14]);
		assert.ok(Math.abs((forecast.chance ?? 0) - 2 / 3) < 0.02, String(forecast.chance));
		assert.equal(dates(forecastOf({ ...options, target: today - 1 })).chance, 0);
		assert.deepEqual(forecast.fan[1], { day: today + 7, half: [0, 2], most: [0, 2] });
	});

	it('is the same again, and another with another seed', () => {
		const varied = { finished: [1, 5, 0, 3, 2, 8, 1], done: 100, total: 600, today, runs: 1000 };
		assert.deepEqual(forecastOf(varied), forecastOf(varied));
		assert.notDeepEqual(dates(forecastOf(varied)).fan, dates(forecastOf({ ...varied, seed: 2 })).fan);
	});

	it('looks half a year back', () => {
		const finished = [...Array<number>(30).fill(50), ...Array<number>(26).fill(2)];
		assert.equal(dates(forecastOf({ ...steady, finished })).pace, 2);
	});

	it('has nothing to tell where all is done, or where there is nothing to do', () => {
		assert.deepEqual(forecastOf({ ...steady, done: 20 }), { kind: 'finished' });
		assert.deepEqual(forecastOf({ ...steady, done: 0, total: 0 }), { kind: 'finished' });
	});

	it('says when it knows too little', () => {
		assert.deepEqual(forecastOf({ ...steady, finished: [9, 0, 9, 0] }), { kind: 'tooLittle', activeWeeks: 2 });
		assert.deepEqual(forecastOf({ ...steady, finished: [] }), { kind: 'tooLittle', activeWeeks: 0 });
	});

	it('sees no end beyond ten years', () => {
		const slow = { finished: [1, 1, 1], done: 0, total: 521, today };
		assert.deepEqual(forecastOf(slow), { kind: 'noEnd', pace: 1 });
		assert.deepEqual(forecastOf({ ...slow, target: today + 70 }), { kind: 'noEnd', pace: 1, chance: 0 });
		const slower = {
			finished: [3, 0, 0, 1, 0, 0, 1, 0, 0],
			done: 0,
			total: 400,
			today,
			target: today + 3639,
			runs: 100,
		};
		const forecast = forecastOf(slower);
		assert.equal(forecast.kind, 'noEnd');
		assert.deepEqual(forecast, { kind: 'noEnd', pace: 5 / 9, chance: 0 });
	});
});

describe('the target', () => {
	const forecast = (chance: number, pace: number): Forecast => ({ kind: 'noEnd', pace, chance });

	it('tells how many tasks a week it takes, and whether the pace does', () => {
		const target = (chance: number, pace: number) => targetOf(today + 13, today, 8, forecast(chance, pace));
		assert.deepEqual(target(0.49, 3), { day: today + 13, needed: 4, advice: 'faster' });
		assert.equal(target(0.5, 4).advice, 'onTrack');
		assert.equal(target(0.94, 9).advice, 'onTrack');
		assert.equal(target(0.95, 4.9).advice, 'onTrack');
		assert.equal(target(0.95, 5).advice, 'easeOff');
	});

	it('takes today for a day on which something can be done', () => {
		assert.equal(targetOf(today, today, 2, forecast(0, 1)).needed, 14);
	});

	it('is reached, passed, or too far off to tell', () => {
		assert.deepEqual(targetOf(today - 1, today, 0, { kind: 'finished' }), { day: today - 1, advice: 'reached' });
		assert.deepEqual(targetOf(today - 1, today, 1, forecast(0, 1)), { day: today - 1, advice: 'passed' });
		assert.equal(targetOf(today + 6, today, 1, { kind: 'tooLittle', activeWeeks: 1 }).advice, 'unknown');
	});
});
