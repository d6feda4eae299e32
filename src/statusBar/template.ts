import { hasToDo, nextTask, progressOf, type Progress, type Roadmap } from '../core';
import { shown } from '../util/emoji';
import { escapeIcons } from '../util/text';

/** Characters of a name or a task that the status bar has room for. */
const longestWords = 40;

/** What the status bar speaks of: one roadmap, or all of them together. */
export interface Subject {
	readonly name: string;
	readonly progress: Progress;
	readonly next: string | undefined;
}

/** One roadmap as a subject; `name` stands in where it has no title. */
export function subjectOf(roadmap: Roadmap, name: string): Subject {
	return { name: roadmap.title || name, progress: progressOf(roadmap), next: nextTask(roadmap)?.text };
}

/** Several roadmaps as one: their figures added up, and the next task of the first that has one. */
export function sumOf(roadmaps: readonly Roadmap[], name: string): Subject {
	let [done, total] = [0, 0];
	for (const progress of roadmaps.map(roadmap => progressOf(roadmap))) {
		done += progress.done;
		total += progress.total;
	}
	const first = roadmaps.find(hasToDo);
	return { name, progress: { done, total }, next: first && nextTask(first)?.text };
}

/**
 * Fills `${percent}`, `${done}`, `${total}`, `${open}`, `${name}` and `${next}` into a template; what else stands in it stays.
 * Words from the roadmap draw no icons.
 *
 * @param share The percentage as it is written in the person's language.
 */
export function fillTemplate(template: string, { name, progress, next }: Subject, share: string): string {
	const values = new Map([
		['percent', share],
		['done', String(progress.done)],
		['total', String(progress.total)],
		['open', String(progress.total - progress.done)],
		['name', words(name)],
		['next', words(next ?? '')],
	]);
	return template.replaceAll(/\$\{(\w+)\}/g, (placeholder, key: string) => values.get(key) ?? placeholder);
}

function words(text: string): string {
	return escapeIcons(shown(text, longestWords));
}
