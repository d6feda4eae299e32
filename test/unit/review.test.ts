import assert from 'node:assert/strict';
import { forecastOf, parseDay, type ForecastOptions } from '../../src/core';
import { forecaster } from '../../src/review/facts';
import { firstDayOf, localeOf } from '../../src/review/locale';
import { markdownOf } from '../../src/review/markdown';
import { keptFrom, messageFrom } from '../../src/review/messages';
import type { Chart, Review } from '../../src/review/page/model';
import { labelPlaces, nearest, plotOf, stopsOf } from '../../src/review/page/plot';
import { isoOf, writerFor } from '../../src/review/writing';

function day(text: string): number {
	return parseDay(text) ?? NaN;
}

describe('the locale of a review', () => {
	it("is the system's where its language is the editor's, as that knows the region", () => {
		assert.equal(localeOf('en', 'en-GB'), 'en-GB');
		assert.equal(localeOf('de', 'de-AT'), 'de-AT');
		assert.equal(localeOf('pt-br', 'pt-PT'), 'pt-PT');
	});

	it("is the editor's otherwise, and English where that is none", () => {
		assert.equal(localeOf('ja', 'de-DE'), 'ja');
		assert.equal(localeOf('en', ''), 'en');
		assert.equal(localeOf('no locale', 'de'), 'en');
	});

	it('says on which day weeks start, unless the setting does', () => {
		assert.equal(firstDayOf('auto', 'en-US'), 0);
		assert.equal(firstDayOf('auto', 'de-DE'), 1);
		assert.equal(firstDayOf('auto', 'ar-EG'), 6);
		assert.equal(firstDayOf('monday', 'en-US'), 1);
		assert.equal(firstDayOf('sunday', 'de-DE'), 0);
		assert.equal(firstDayOf('saturday', 'de-DE'), 6);
	});
});

describe('days and numbers in a review', () => {
	it('are written as people of a locale do, whatever the zone', () => {
		const [start, end] = [day('2026-11-16'), day('2026-11-22')];
		const written = (locale: string): string[] => {
			const write = writerFor(locale);
			return [write.day(end), write.dayOfWeek(end), write.number(3.5), write.percent(27), write.month(end)];
		};
		assert.deepEqual(written('en-US'), ['Nov 22, 2026', 'Sun, Nov 22', '3.5', '27%', 'Nov']);
		assert.deepEqual(written('de-DE'), ['22. Nov. 2026', 'So., 22. Nov.', '3,5', '27\u00a0%', 'Nov']);
		assert.deepEqual(written('ja-JP'), ['2026年11月22日', '11月22日(日)', '3.5', '27%', '11月']);
		assert.match(writerFor('en-US').days(start, end), /^Nov 16\s–\s22, 2026$/);
		assert.equal(writerFor('en-US').month(day('2027-01-01')), '2027');
		assert.equal(isoOf(start), '2026-11-16');
	});
});

describe('a message from the page', () => {
	it('is taken for what it is', () => {
		for (const kind of ['ready', 'copy', 'save', 'cancel', 'read', 'week']) {
			assert.deepEqual(messageFrom({ kind, more: 1 }), { kind });
		}
		assert.deepEqual(messageFrom({ kind: 'week', start: 20_000 }), { kind: 'week', start: 20_000 });
		assert.deepEqual(messageFrom({ kind: 'open', task: 3 }), { kind: 'open', task: 3 });
	});

	it('is refused when it is odd', () => {
		const odd = [undefined, null, 'ready', 7, [], {}, { kind: 1 }, { kind: 'other' }, { kind: 'open' }];
		const values = [NaN, Infinity, 1.5, '1', null, {}, 2 ** 60];
		for (const message of [
			...odd,
			...values.map(task => ({ kind: 'open', task })),
			...values.map(start => ({ kind: 'week', start })),
		]) {
			assert.equal(messageFrom(message), undefined, JSON.stringify(message));
		}
	});

	it('leaves behind what a page is restored with', () => {
		assert.deepEqual(keptFrom({ uri: 'file:///a', week: 20_000, table: true }), { uri: 'file:///a', week: 20_000 });
		assert.deepEqual(keptFrom({ uri: 'file:///a', week: 'x' }), { uri: 'file:///a' });
		for (const odd of [undefined, null, 'file:///a', {}, { uri: 1 }]) assert.equal(keptFrom(odd), undefined);
	});
});

const chart: Chart = {
	label: '',
	help: '',
	points: [
		{ day: 100, done: 0, total: 10, text: 'a' },
		{ day: 110, done: 4, total: 10, text: 'b' },
		{ day: 120, done: 6, total: 12, text: 'c' },
	],
	fan: [
		{ day: 120, half: [6, 6], most: [6, 6], text: 'd' },
		{ day: 140, half: [8, 10], most: [7, 12], text: 'e' },
	],
	milestones: [],
	today: { day: 120, text: 'Today' },
	week: [119, 125],
	end: 150,
	ticks: [
		Array.from({ length: 50 }, (_, index) => ({ day: 100 + index, text: '1 Nov' })),
		[
			{ day: 105, text: 'Nov' },
			{ day: 135, text: 'Dec' },
		],
	],
	legend: { done: '', total: '', half: '', most: '', milestone: '' },
};

describe('the chart', () => {
	it('has room for all of it', () => {
		const plot = plotOf(chart, 524, 238);
		assert.equal(plot.x(100), plot.left);
		assert.equal(plot.x(150), plot.right);
		assert.equal(plot.y(0), plot.bottom);
		assert.equal(plot.y(12), plot.top);
		assert.ok(plot.done.startsWith(`M${plot.left},${plot.bottom}L`), plot.done);
		assert.equal(plot.counts[0]?.count, 0);
	});

	it('has the finest marks that do not touch', () => {
		assert.deepEqual(
			plotOf(chart, 524, 238).days.map(({ text }) => text),
			['Nov', 'Dec'],
		);
		assert.equal(plotOf(chart, 4000, 238).days.length, 50);
		assert.deepEqual(plotOf(chart, 40, 238).days, []);
	});

	for (const [xs, places] of [
		[[100], 'right'],
		[[180], 'left'],
		[[100, 110], 'left, right'],
		[[60, 140], 'right, right'],
		[[30, 180], 'right, left'],
		[[120, 180], 'left, left'],
		[[170, 180], 'left, left below'],
		[[30, 40], 'right, right below'],
		[[40, 30], 'right, right below'],
		[[110, 100], 'right, left'],
	] as const) {
		it(`has no label cut off, nor over another: lines at ${xs.join(' and ')}`, () => {
			const plot = { ...plotOf(chart, 200, 200), left: 20, right: 192 };
			const labels = xs.map(x => ({ x, text: 'Today' }));
			const said = labelPlaces(plot, labels).map(
				({ isLeft, row }) => `${isLeft ? 'left' : 'right'}${row > 0 ? ' below' : ''}`,
			);
			assert.equal(said.join(', '), places);
		});
	}

	it('can be drawn with next to nothing in it', () => {
		const [first] = chart.points;
		for (const points of [[], first ? [first] : []]) {
			const plot = plotOf({ ...chart, points, fan: [], end: 100 }, 300, 200);
			assert.ok(![plot.done, plot.total, plot.half, plot.ahead].some(path => path.includes('NaN')));
		}
	});

	it('has a cursor that stops at every point, and at the forecast behind them', () => {
		const stops = stopsOf(chart);
		assert.deepEqual(
			stops.map(({ text }) => text),
			['a', 'b', 'c', 'e'],
		);
		assert.deepEqual(
			[0, 104, 106, 131, 999].map(at => nearest(stops, at)),
			[0, 0, 1, 3, 3],
		);
	});
});

describe('the forecast of a review', () => {
	it('is made again only when something else is given', () => {
		const forecast = forecaster();
		const options: ForecastOptions = { finished: [1, 2, 3], done: 6, total: 20, today: 100 };
		const first = forecast(options);
		assert.deepEqual(first, forecastOf(options));
		assert.equal(forecast({ ...options }), first);
		assert.notEqual(forecast({ ...options, total: 21 }), first);
	});
});

const review: Review = {
	kind: 'review',
	locale: 'en',
	uri: 'file:///ROADMAP.md',
	title: '*Sea*',
	week: { start: 0, name: 'Nov 16 – 22, 2026', isPresent: true },
	notes: ['From the commits.'],
	progress: { label: 'Progress', percent: 50, figure: '50%', text: '2 of 4 tasks done' },
	pace: { label: 'Finished this week', figure: '1', lines: ['3 in the week before'] },
	forecast: {
		label: 'Forecast: done by',
		rows: [{ label: '50%', value: 'Dec 1, 2026' }],
		text: 'At a pace of 2 a week',
	},
	finished: { label: 'Finished', sections: [], nothing: 'Nothing yet.' },
	others: [],
	labels: { weeks: '', before: '', after: '', present: '', copy: '', save: '' },
};

describe('a review as Markdown', () => {
	it('has the week, the figures and the forecast', () => {
		assert.equal(
			markdownOf({ ...review, advice: 'On track.' }),
			[
				'# \\*Sea\\*: Nov 16 – 22, 2026',
				'**50%** · 2 of 4 tasks done · Finished this week: 1 · 3 in the week before',
				'On track.',
				'## Finished',
				'Nothing yet.',
				'## Forecast: done by',
				'- 50%: Dec 1, 2026',
				'At a pace of 2 a week\n',
			].join('\n\n'),
		);
	});

	it('has all tasks, by section, as plain words', () => {
		const line = { text: '[Swim](x) <b> `a`', detail: 'Mon 16 Nov' };
		const markdown = markdownOf({
			...review,
			finished: {
				label: 'Finished',
				sections: [
					{ title: 'Water #1', tasks: [line] },
					{ title: '', tasks: [line] },
				],
				nothing: '',
				more: 'and 9 more',
			},
			others: [
				{ label: 'Added', count: '1', mark: 'added', tasks: [{ text: 'Dive', detail: '' }] },
				{ label: 'Dropped', count: '1', mark: 'dropped', tasks: [line], more: 'and 2 more' },
			],
		});
		const plain = '\\[Swim\\]\\(x\\) \\<b\\> \\`a\\` · Mon 16 Nov';
		assert.ok(
			markdown.includes(
				[
					'## Finished',
					'### Water \\#1',
					`- [x] ${plain}`,
					`- [x] ${plain}`,
					'and 9 more',
					'## Added',
					'- [ ] Dive',
					'## Dropped',
					`- ${plain}`,
					'and 2 more',
				].join('\n\n'),
			),
			markdown,
		);
	});
});
