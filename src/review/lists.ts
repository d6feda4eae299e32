import { l10n } from 'vscode';
import { labelOf, nextTask, pathAt, tasksIn, wordsStart, type Dated, type Roadmap, type Task } from '../core';
import { shown } from '../util/emoji';
import type { RoadmapHistory } from '../history/histories';
import type { Facts } from './facts';
import type { Finished, Mark, TaskLine, TaskList } from './page/model';
import type { Writer } from './writing';

/** Of each list: more than this is the work of a program, and nobody reads it. */
const longestList = 200;
const longestWords = 300;

/** What was finished, section by section in the order of the first task of each. */
export function finishedList(facts: Facts, write: Writer): Finished {
	const { shown, isPresent, file } = facts;
	const there = new Set(facts.history.ids);
	const sections = new Map<string, TaskLine[]>();
	for (const dated of shown.finished.slice(0, longestList)) {
		const title = sectionTitle(dated.task.section, file.roadmap);
		const tasks = sections.get(title) ?? [];
		sections.set(title, [...tasks, taskLine(dated, there, write)]);
	}
	return {
		label: l10n.t('Finished'),
		sections: [...sections].map(([title, tasks]) => ({ title, tasks })),
		...moreThan(shown.finished.length, write),
		nothing: isPresent ? l10n.t('Nothing yet.') : l10n.t('Nothing.'),
	};
}

/** What was added, reopened and dropped; what there was none of is left out. */
export function otherLists({ shown, history }: Facts, write: Writer): TaskList[] {
	const there = new Set(history.ids);
	const list = (label: string, mark: Mark, all: readonly Dated[]): TaskList => {
		const tasks = all.slice(0, longestList).map(dated => taskLine(dated, there, write));
		return { label, count: write.number(all.length), mark, tasks, ...moreThan(all.length, write) };
	};
	return [
		list(l10n.t('Added'), 'added', shown.added),
		list(l10n.t('Reopened'), 'reopened', shown.reopened),
		list(l10n.t('Dropped'), 'dropped', shown.dropped),
	].filter(({ tasks }) => tasks.length > 0);
}

/**
 * As many of the next tasks as the pace that it takes, or else the present one, comes to on a day, less those that are
 * finished today; and how the minutes that a person has are divided among them.
 */
export function todayList(
	{ file, history, shown, isPresent, today, goal, outlook }: Facts,
	minutes: number,
	write: Writer,
): TaskList | undefined {
	const isOver = outlook.kind === 'finished';
	if (minutes <= 0 || !isPresent || isOver) {
		return undefined;
	}
	const pace = goal?.needed ?? ('pace' in outlook ? outlook.pace : 0);
	const perDay = Math.round(pace / 7);
	const finished = shown.finished.filter(({ day }) => day === today).length;
	const left = Math.max(1, perDay) - finished;
	if (left <= 0) {
		return { label: l10n.t('Enough for today.'), count: '', mark: 'open', tasks: [] };
	}
	const tasks = nextTasks(file.roadmap, Math.min(left, longestList));
	const label =
		perDay === 0
			? l10n.t('{0} min today for the next task', write.number(minutes))
			: left === 1
				? l10n.t('About one task today')
				: l10n.t('About {0} tasks today', write.number(left));
	const each = Math.round(minutes / Math.max(1, perDay));
	return {
		label,
		count: perDay === 0 ? '' : l10n.t('{0} min each', write.number(each)),
		mark: 'open',
		tasks: linesOf(tasks, file.roadmap, history),
		...moreThan(left, write),
	};
}

function nextTasks(roadmap: Roadmap, count: number): Task[] {
	const tasks: Task[] = [];
	let next = nextTask(roadmap);
	while (next && tasks.length < count) {
		tasks.push(next);
		next = nextTask(roadmap, wordsStart(next));
	}
	return tasks;
}

function linesOf(tasks: readonly Task[], roadmap: Roadmap, { ids }: RoadmapHistory): TaskLine[] {
	const all = [...tasksIn(roadmap)];
	return tasks.map(task => {
		const id = ids[all.indexOf(task)];
		const section = pathAt(roadmap, wordsStart(task)).findLast(({ kind }) => kind === 'section');
		return {
			...(id === undefined ? {} : { id }),
			text: words(task.text),
			detail: section ? words(labelOf(section)) : '',
		};
	});
}

function taskLine({ task, day }: Dated, there: ReadonlySet<number>, write: Writer): TaskLine {
	return { ...(there.has(task.id) ? { id: task.id } : {}), text: words(task.text), detail: write.dayOfWeek(day) };
}

function moreThan(count: number, write: Writer): { more?: string } {
	const more = count - longestList;
	return more > 0 ? { more: l10n.t('and {0} more', write.number(more)) } : {};
}

/** The headings above a task, but for the document's title above all of them. */
function sectionTitle(section: readonly string[], { title }: Roadmap): string {
	const below = section.length > 1 && section[0] === title ? section.slice(1) : section;
	return below.map(words).join(' › ');
}

/** Words of a roadmap as they are drawn. */
export function words(text: string): string {
	return shown(text, longestWords);
}
