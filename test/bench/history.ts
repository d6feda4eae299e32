import { createParser, createTracker, type Roadmap, tasksIn } from '../../src/core';
import { type Figures, type Rightness, rightnessOf, shareOf, trackerByText } from '../unit/support/history/rightness';
import { syntheticHistory } from '../unit/support/history/synthetic';
import { medians, milliseconds, printTable } from './measure';
import { roadmap } from './texts';

/** Others than those that the matching was tuned with. */
const seeds = [21, 22, 23, 24, 25, 26, 27, 28, 29, 30];
const commits = 300;

/** How many events are told as they happened, of histories that are made up, so that it is known what became of whom. */
export function matching(): void {
	const histories = seeds.map(seed => [...syntheticHistory(seed, commits)]);
	const figures = [rightnessOf(histories, () => createTracker()), rightnessOf(histories, trackerByText)];
	const row = (name: string, cell: (figures: Figures) => string) => [name, ...figures.map(cell)];
	printTable(
		['what became of tasks', 'Roadmap Progress', 'the same text is the same task'],
		[
			row('events right, of those that were or were told', ({ all }) => share(all)),
			row('… without moved and reworded', ({ work }) => share(work)),
			row('commits with all events right', ({ whole, commits: all }) => `${percent(whole / all)} of ${String(all)}`),
		],
	);
}

function share(figures: Rightness): string {
	return `${percent(shareOf(figures))} of ${String(figures.right + figures.missed + figures.wrong)}`;
}

function percent(part: number): string {
	return `${(100 * part).toFixed(2)} %`;
}

/** How long it takes to tell what a commit brought. */
export function following(): void {
	const edits: Readonly<Record<string, (text: string) => string>> = {
		'one tick': text => text.replace('- [ ] ', '- [x] '),
		'one task reworded, another moved': text => changed(text),
		'all reworded': text => text.replaceAll(/^(\s*- \[.\] .*)$/gm, '$1 (more)'),
	};
	const columns = [20_000, 1_100_000].map(size => {
		const before = read(roadmap(size));
		return Object.values(edits).map(edit => {
			const after = read(edit(before.text));
			return medians(
				() => {
					const tracker = createTracker();
					tracker.next(before.roadmap);
					return tracker;
				},
				[tracker => tracker.next(after.roadmap)],
				1,
			)[0];
		});
	});
	printTable(
		['telling what a commit brought', '300 tasks', '18,000 tasks'],
		Object.keys(edits).map((name, row) => [name, ...columns.map(column => milliseconds(column[row] ?? NaN))]),
	);
}

/** With all its nodes made. */
function read(text: string): { readonly text: string; readonly roadmap: Roadmap } {
	const made = createParser().parse(text);
	Array.from(tasksIn(made));
	return { text, roadmap: made };
}

/** The first line of a task moved to the end, and words added to the last. */
function changed(text: string): string {
	const line = /^- \[.\] .*\n/m.exec(text)?.[0] ?? '';
	return `${text.replace(line, '').trimEnd()} and more\n${line}`;
}
