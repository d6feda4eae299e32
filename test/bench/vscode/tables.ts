import { middle, milliseconds, printTable } from '../measure';
import type { Past } from './repository';
import type { Answer } from './request';

const sizes = ['60 tasks', '18,000'];

export function printActivation(releases: readonly string[], answers: readonly Answer[]): void {
	const head = releases.flatMap(release => [`${release}: ours`, 'built-in Markdown', 'ours, of that']);
	const row = (what: string): string[] => [
		what,
		...answers.flatMap(answer => {
			const [ours = NaN, markdown = NaN] = ['ours', 'markdown'].map(name => middle(answer[`${name}: ${what}`] ?? []));
			return [milliseconds(ours), milliseconds(markdown), `${Math.round((100 * ours) / markdown)} %`];
		}),
	];
	printTable(['activation', ...head], [row('activate()'), row('code loaded'), row('called')]);
}

/** What each change takes: answers for each release, and in it for each size. */
export function printChanges(releases: readonly string[], answers: readonly Answer[]): void {
	const rows: [string, string, 'median' | 'longest'][] = [
		['work from a typed mark to the status bar', 'mark: to status bar', 'median'],
		['all work for a typed mark, with the tree', 'mark: work', 'median'],
		['all work for a typed letter', 'letter: work', 'median'],
		['… at once, at the longest', 'letter: longest work', 'longest'],
		['all work for a letter in another file', 'elsewhere: work', 'median'],
		['extension host blocked by a letter', 'letter: block', 'median'],
		['… at the longest', 'letter: block', 'longest'],
		['… in another file', 'elsewhere: block', 'median'],
		['… at the longest', 'elsewhere: block', 'longest'],
		['from a tick in the tree to the text', 'tick: to text', 'median'],
	];
	const cell = (values: number[] = [], which: string): string =>
		milliseconds(which === 'median' ? middle(values) : Math.max(...values));
	printTable(
		['', ...columns(releases)],
		rows.map(([title, name, which]) => [title, ...answers.map(answer => cell(answer[name], which))]),
	);
}

export function printOpening(releases: readonly string[], opening: readonly number[]): void {
	printTable(['', ...columns(releases)], [['from opening the view to its rows', ...opening.map(milliseconds)]]);
}

/** Answers for each release, and in it for each number of commits. */
export function printHistories(releases: readonly string[], pasts: readonly Past[], answers: readonly Answer[]): void {
	const rows = [
		['the first time', 'first'],
		['… extension host blocked at the longest', 'block'],
		['again, in another window', 'again'],
		['again, in the same one', 'the same'],
	] as const;
	const columns = releases.flatMap(release =>
		pasts.map(({ commits, aDay }) => `${release}: ${commits} commits, ${aDay} a day`),
	);
	printTable(
		['history from git', ...columns],
		rows.map(([title, name]) => [title, ...answers.map(answer => milliseconds(middle(answer[name] ?? [])))]),
	);
}

function columns(releases: readonly string[]): string[] {
	return releases.flatMap(release => sizes.map(size => `${release}: ${size}`));
}
