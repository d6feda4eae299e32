import { l10n } from 'vscode';
import { daysInWeek, weekOf, type Day } from '../core';
import { pointAt, type Facts } from './facts';
import { words } from './lists';
import type { Chart, ChartMark, Table } from './page/model';
import { dateOf, type Writer } from './writing';

/** Marks of an axis beyond which another unit is used. */
const mostMarks = 80;

/** Titles of sections that were finished on a day; who finishes more sees how many. */
const mostTitles = 5;

/** Days ahead that a chart has room for in any case, and times the days behind that it has room for at most. */
const ahead = { least: 26 * daysInWeek, most: 2 };

/** `undefined` where the history begins today: there is nothing to draw yet. */
export function chartOf(facts: Facts, write: Writer): Chart | undefined {
	const { burnUp, outlook, today, target, shown, firstDayOfWeek } = facts;
	const start = burnUp.points[0]?.day ?? today;
	if (start >= today) {
		return undefined;
	}
	const end = lastDay(facts, start);
	const fan = outlook.kind === 'dates' ? outlook.fan.filter(({ day }) => day <= end) : [];
	const milestones = milestonesOf(facts, write);
	return {
		label: l10n.t('Tasks done and in total, day by day'),
		help: l10n.t('The arrow keys move from day to day, Home and End to the first and the last.'),
		points: burnUp.points.map(({ day, done, total }) => ({
			day,
			done,
			total,
			text: [
				l10n.t('{0}: {1} of {2} tasks done', write.day(day), write.number(done), write.number(total)),
				...milestones.filter(milestone => milestone.day === day).map(({ text }) => text),
			].join(' · '),
		})),
		fan: fan.map(({ day, half, most }) => ({
			day,
			half,
			most,
			text: l10n.t(
				'{0}: {1} to {2} tasks done ({3}), {4} to {5} ({6})',
				write.day(day),
				write.number(half[0]),
				write.number(half[1]),
				write.percent(50),
				write.number(most[0]),
				write.number(most[1]),
				write.percent(85),
			),
		})),
		milestones,
		today: { day: today, text: l10n.t('Today') },
		...(target === undefined ? {} : { target: { day: target, text: l10n.t('Target') } }),
		week: [shown.start, shown.end],
		end,
		ticks: ticksOf(start, end, write, firstDayOfWeek),
		legend: {
			done: l10n.t('Done'),
			total: l10n.t('In total'),
			half: l10n.t('Forecast, {0}', write.percent(50)),
			most: l10n.t('Forecast, {0}', write.percent(85)),
			milestone: l10n.t('Section finished'),
		},
	};
}

/** So that the forecast and the target are in sight, unless they are so far off that nothing else would be. */
function lastDay({ outlook, today, target = 0 }: Facts, start: Day): Day {
	const wanted = Math.max(today, target, outlook.kind === 'dates' ? outlook.safe : 0);
	const margin = Math.ceil((wanted - start) / 30);
	return Math.min(wanted + margin, today + Math.max(ahead.least, ahead.most * (today - start)));
}

/** One mark for all sections that were finished on a day. */
function milestonesOf({ burnUp }: Facts, write: Writer): Chart['milestones'] {
	const titles = new Map<Day, string[]>();
	for (const { day, title } of burnUp.milestones) {
		const finished = titles.get(day) ?? [];
		finished.push(title);
		titles.set(day, finished);
	}
	return [...titles].map(([day, finished]) => ({
		day,
		done: pointAt(burnUp.points, day).done,
		text: l10n.t('Section finished: {0}', titlesOf(finished, write)),
	}));
}

function titlesOf(finished: readonly string[], write: Writer): string {
	const more = finished.length - mostTitles;
	return [
		...finished.slice(0, mostTitles).map(words),
		...(more > 0 ? [l10n.t('and {0} more', write.number(more))] : []),
	].join(', ');
}

/** Weeks, months, quarters and years. */
function ticksOf(start: Day, end: Day, write: Writer, firstDayOfWeek: Facts['firstDayOfWeek']): ChartMark[][] {
	const days = Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index);
	const weeks = days.filter(day => weekOf(day, firstDayOfWeek) === day);
	const months = days.filter(day => dateOf(day).getUTCDate() === 1);
	const monthly = (every: number): Day[] => months.filter(day => dateOf(day).getUTCMonth() % every === 0);
	const marks = (days: readonly Day[], text: (day: Day) => string): ChartMark[] =>
		days.map(day => ({ day, text: text(day) }));
	return [
		marks(weeks, write.shortDay),
		marks(months, write.month),
		marks(monthly(3), write.month),
		marks(monthly(12), write.year),
	].filter(level => level.length <= mostMarks);
}

/** The figures of every week, the latest first. */
export function tableOf({ weeks, burnUp, today }: Facts, write: Writer): Table {
	const rows = weeks.map(({ start, end, finished, added, reopened, dropped }) => {
		const { done, total } = pointAt(burnUp.points, Math.min(end, today));
		const figures = [finished.length, added.length, reopened.length, dropped.length, done, total];
		return [write.days(start, end), ...figures.map(write.number)];
	});
	return {
		label: l10n.t('Show as table'),
		caption: l10n.t('Tasks by week, the latest first; done and in total at its end'),
		head: [
			l10n.t('Week'),
			l10n.t('Finished'),
			l10n.t('Added'),
			l10n.t('Reopened'),
			l10n.t('Dropped'),
			l10n.t('Done'),
			l10n.t('In total'),
		],
		rows: rows.reverse(),
	};
}
