import { escapeMarkdown } from '../util/text';
import type { Mark, Review, TaskLine, TaskList } from './page/model';

/** How a task is marked in a list: only what is done or open has a checkbox that everybody knows. */
const boxes: Record<Mark, string> = { done: '[x] ', open: '[ ] ', added: '[ ] ', reopened: '[ ] ', dropped: '' };

/** A review to be read by others: for a journal, a pull request, a letter. Words of the roadmap stay plain words. */
export function markdownOf({ title, week, progress, pace, forecast, advice, finished, others }: Review): string {
	const blocks = [
		`# ${escapeMarkdown(title)}: ${week.name}`,
		[`**${progress.figure}**`, progress.text, `${pace.label}: ${pace.figure}`, ...pace.lines].join(' · '),
		...(advice === undefined ? [] : [advice]),
		`## ${finished.label}`,
		...(finished.sections.length === 0
			? [finished.nothing]
			: [...finished.sections.flatMap(finishedBlocks), ...(finished.more === undefined ? [] : [finished.more])]),
		...others.flatMap(otherBlocks),
		`## ${forecast.label}`,
		...(forecast.rows.length > 0 ? [forecast.rows.map(({ label, value }) => `- ${label}: ${value}`).join('\n')] : []),
		forecast.text,
	];
	return `${blocks.join('\n\n')}\n`;
}

function finishedBlocks({ title, tasks }: Review['finished']['sections'][number]): string[] {
	return [...(title ? [`### ${escapeMarkdown(title)}`] : []), listOf(tasks, 'done')];
}

function otherBlocks({ label, mark, tasks, more }: TaskList): string[] {
	return [`## ${label}`, listOf(tasks, mark), ...(more === undefined ? [] : [more])];
}

function listOf(tasks: readonly TaskLine[], mark: Mark): string {
	return tasks
		.map(({ text, detail }) => `- ${boxes[mark]}${escapeMarkdown(text)}${detail ? ` · ${detail}` : ''}`)
		.join('\n');
}
