import * as assert from 'node:assert/strict';
import { forecastOf } from '../../../src/core';
import type { Review } from '../../../src/review/page/model';
import { reviewView, type ViewOptions } from '../../../src/review/view';
import { day, viewOptions } from '../support/reviewed';

/** Tasks of which so many are done, in a section each five. */
function roadmap(done: number, total: number): string {
	const lines = Array.from({ length: total }, (_, index) => {
		const heading = index % 5 === 0 ? `\n## Part ${index / 5 + 1}\n\n` : '';
		return `${heading}- [${index < done ? 'x' : ' '}] Task ${index + 1}`;
	});
	return `# Plan\n${lines.join('\n')}\n`;
}

/** Two tasks a week, from Monday 5 October to Thursday 26 November 2026. */
const steady = {
	'2026-10-05': roadmap(0, 20),
	'2026-10-08': roadmap(2, 20),
	'2026-10-14': roadmap(4, 20),
	'2026-10-21': roadmap(6, 20),
	'2026-10-28': roadmap(8, 20),
	'2026-11-04': roadmap(10, 20),
	'2026-11-17': roadmap(12, 20),
	'2026-11-24': roadmap(13, 20),
	'2026-11-26': `${roadmap(15, 20)}- [ ] One more\n`,
};
const today = '2026-11-26';

function view(more: Partial<ViewOptions> = {}, texts: Readonly<Record<string, string>> = steady): Review {
	return reviewView({ ...viewOptions(texts, today), ...more });
}

/** Spaces of other kinds, as `Intl` writes them, as plain ones. */
function plain(text: string): string {
	return text.replaceAll(/\s/g, ' ');
}

describe('what a review shows', () => {
	it('is how far, how fast, and until when', () => {
		const { title, week, progress, pace, forecast, labels, notes } = view();
		assert.equal(title, 'Plan');
		assert.deepEqual(
			{ ...week, name: plain(week.name) },
			{ start: day('2026-11-23'), name: 'Nov 23 – 29, 2026', isPresent: true, before: day('2026-11-16') },
		);
		assert.deepEqual(progress, { label: 'Progress', percent: 71, figure: '71%', text: '15 of 21 tasks done' });
		assert.deepEqual(pace, {
			label: 'Finished this week',
			figure: '3',
			lines: ['2 in the week before', '1.5 on average of the four before', 'Active days: 2'],
		});
		assert.deepEqual(
			forecast.rows.map(({ label }) => label),
			['50%', '85%'],
		);
		assert.equal(forecast.text, 'At a pace of 1.7 a week');
		assert.equal(labels.present, 'This week');
		assert.deepEqual(notes, ['From the commits of this file since Oct 5, 2026, and from what is not committed yet.']);
	});

	it('is what was finished, by section, and added, each with the day and the way to its place', () => {
		const { finished, others } = view();
		const titles = finished.sections.map(({ title, tasks }) => [title, ...tasks.map(({ text }) => text)]);
		assert.deepEqual(titles, [['Part 3', 'Task 13', 'Task 14', 'Task 15']]);
		assert.deepEqual(
			finished.sections[0]?.tasks.map(({ id, detail }) => [id, detail]),
			[
				[12, 'Tue, Nov 24'],
				[13, 'Thu, Nov 26'],
				[14, 'Thu, Nov 26'],
			],
		);
		assert.deepEqual(
			others.map(({ label, count, tasks }) => [label, count, ...tasks.map(({ text }) => text)]),
			[['Added', '1', 'One more']],
		);
	});

	it('has no way to what is no longer in the file', () => {
		const texts = {
			'2026-11-02': '- [ ] Swim\n- [ ] Dive\n- [ ] Sail\n',
			'2026-11-24': '- [x] Swim\n- [ ] Dive\n- [ ] Sail\n',
			'2026-11-25': '- [ ] Sail\n',
		};
		const { finished, others, title, notes, chart } = view({}, texts);
		assert.equal(title, 'ROADMAP.md');
		assert.deepEqual(finished.sections, [{ title: '', tasks: [{ text: 'Swim', detail: 'Wed, Nov 25' }] }]);
		assert.deepEqual(
			others.map(({ label, tasks }) => [label, tasks]),
			[['Dropped', [{ text: 'Dive', detail: 'Wed, Nov 25' }]]],
		);
		assert.deepEqual(chart?.points.at(-1)?.text, 'Nov 26, 2026: 1 of 2 tasks done');
		assert.equal(notes.at(-1), 'The chart counts finished tasks that are no longer in the file, too: 1');
	});

	it('is of any week, with the forecast as it was then', () => {
		const { week, progress, pace, forecast, advice, today, finished, chart } = view({
			week: day('2026-10-30'),
			target: day('2027-01-01'),
			dailyMinutes: 30,
		});
		assert.deepEqual(
			[week.start, week.before, week.after, week.isPresent],
			[day('2026-10-26'), day('2026-10-19'), day('2026-11-02'), false],
		);
		assert.equal(progress.text, '8 of 20 tasks done');
		assert.deepEqual([pace.label, pace.figure], ['Finished that week', '2']);
		assert.equal(forecast.label, 'Forecast of Nov 1, 2026: done by');
		assert.deepEqual([advice, today], [undefined, undefined]);
		assert.equal(finished.sections[0]?.tasks[0]?.text, 'Task 7');
		assert.equal(chart?.fan[0]?.day, day('2026-11-01'));
		assert.equal(chart.points.at(-1)?.done, 15);
	});

	it('is of the present week where there is no such week', () => {
		for (const week of [0, day('2027-05-01'), -5]) assert.ok(view({ week }).week.isPresent);
	});

	it('says so where nothing was finished', () => {
		const { finished, others } = view({}, { '2026-11-02': roadmap(1, 3) });
		assert.deepEqual(finished.sections, []);
		assert.equal(finished.nothing, 'Nothing yet.');
		assert.deepEqual(others, []);
	});

	it('says so where it is too early, or where there is no end in sight, or all is done', () => {
		const early = view({}, { '2026-11-02': roadmap(0, 9), '2026-11-24': roadmap(2, 9) });
		assert.deepEqual(early.forecast.rows, []);
		assert.match(early.forecast.text, /^Too early to tell\..* so far: 0\.$/);
		const done = view({}, { ...steady, [today]: roadmap(20, 20) });
		assert.equal(done.forecast.text, 'Everything is done.');
		const never = view({ forecast: () => ({ kind: 'noEnd', pace: 0.02 }) });
		assert.equal(never.forecast.text, 'No end in sight at a pace of 0 a week');
		const empty = view({}, { [today]: '# Plan\n' });
		assert.equal(empty.forecast.text, 'There are no tasks yet.');
		assert.equal(empty.progress.text, 'no tasks yet');
		assert.equal(empty.chart, undefined);
	});

	it('says where the history comes from, and what is not in it', () => {
		let withoutGit: ViewOptions['withoutGit'];
		const notes = (more: Partial<ViewOptions['history']>, since = '2026-10-05'): readonly string[] => {
			const options = viewOptions(steady, today);
			const history = { ...options.history, since: day(since), ...more };
			return reviewView({ ...options, history, withoutGit }).notes;
		};
		assert.match(notes({ source: 'kept' })[0] ?? '', /^From what Roadmap Progress itself has noted since Oct 5, 2026/);
		assert.match(notes({ isShallow: true })[1] ?? '', /shallow clone/);
		assert.match(notes({ source: 'kept' }, today)[0] ?? '', /begins today/);
		withoutGit = 'untrusted';
		assert.match(notes({ source: 'kept' })[0] ?? '', /Commits are read once you trust this folder\.$/);
		withoutGit = 'virtual';
		assert.match(notes({ source: 'kept' })[0] ?? '', /Commits are read only where the folder is on a disk\.$/);
		assert.match(view({ invalidTarget: '2027-02-30' }).notes[0] ?? '', /^The target “2027-02-30” is no day\./);
	});

	it('says in one sentence what a target takes', () => {
		const advice = (target: string): string => view({ target: day(target) }).advice ?? '';
		assert.match(advice('2026-11-30'), /^For Nov 30, 2026 you need a pace of 8.4 a week, .* 1.7: a little faster\.$/);
		assert.match(advice('2027-12-31'), /: there is room to ease off\.$/);
		assert.match(
			advice('2026-12-24'),
			/^For Dec 24, 2026 you need a pace of 1.4 a week, and have been doing 1.7: on track\.$/,
		);
		assert.match(advice('2026-11-01'), /^The target, Nov 1, 2026, is over\./);
		assert.equal(
			view({ target: day('2027-01-01') }, { ...steady, [today]: roadmap(20, 20) }).advice,
			'Everything is done; the target was Jan 1, 2027.',
		);
		assert.equal(
			view({ target: day('2026-12-02') }, { '2026-11-20': roadmap(0, 3) }).advice,
			'For Dec 2, 2026 you need a pace of 3 a week.',
		);
		assert.equal(view().advice, undefined);
	});

	it('lists what the minutes of a day suffice for', () => {
		const texts = { ...steady, [today]: roadmap(13, 20) };
		const todays = (more: Partial<ViewOptions>): unknown => {
			const list = view(more, texts).today;
			return list && [list.label, list.count, ...list.tasks.map(({ text, detail }) => `${text} (${detail})`)];
		};
		assert.equal(todays({}), undefined);
		assert.deepEqual(todays({ dailyMinutes: 30 }), ['30 min today for the next task', '', 'Task 14 (Part 3)']);
		assert.deepEqual(todays({ dailyMinutes: 60, target: day('2026-11-29') }), [
			'About 2 tasks today',
			'30 min each',
			'Task 14 (Part 3)',
			'Task 15 (Part 3)',
		]);
		const enough = view({ dailyMinutes: 30 }).today;
		assert.deepEqual([enough?.label, enough?.tasks], ['Enough for today.', []]);
	});

	it('has a chart with every day on which something changed, and a table of every week', () => {
		const { chart, table } = view({ target: day('2026-12-24') });
		assert.equal(chart?.points.length, 9);
		assert.equal(
			chart.points.find(({ day: on }) => on === day('2026-10-28'))?.text,
			'Oct 28, 2026: 8 of 20 tasks done',
		);
		assert.deepEqual(
			chart.milestones.map(({ day: on, text, done }) => [on, text, done]),
			[
				[day('2026-10-21'), 'Section finished: Part 1', 6],
				[day('2026-11-04'), 'Section finished: Part 2', 10],
				[day('2026-11-26'), 'Section finished: Part 3', 15],
			],
		);
		assert.deepEqual(chart.target, { day: day('2026-12-24'), text: 'Target' });
		assert.ok(chart.end >= day('2026-12-24') && chart.end < day('2027-06-01'));
		assert.ok(chart.fan.every(({ day: on }) => on <= chart.end));
		assert.match(chart.fan[1]?.text ?? '', /^Dec 3, 2026: \d+ to \d+ tasks done \(50%\), \d+ to \d+ \(85%\)$/);
		const rows = table?.rows.map(([week = '', ...figures]) => [plain(week), ...figures].join(' | '));
		assert.equal(rows?.[0], 'Nov 23 – 29, 2026 | 3 | 1 | 0 | 0 | 15 | 21');
		assert.equal(rows[2], 'Nov 9 – 15, 2026 | 0 | 0 | 0 | 0 | 10 | 20');
		assert.equal(rows.length, 8);
	});

	it('keeps long lists short', () => {
		const added = Array.from({ length: 250 }, (_, index) => `- [ ] New ${index}`).join('\n');
		const { others } = view({}, { '2026-11-02': '- [ ] Old\n', [today]: `- [ ] Old\n${added}\n` });
		assert.deepEqual([others[0]?.count, others[0]?.tasks.length, others[0]?.more], ['250', 200, 'and 50 more']);
	});

	it('is the same for the same', () => {
		assert.deepEqual(view({ forecast: forecastOf }), view());
	});
});
