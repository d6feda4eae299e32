import type { Progress, TaskState } from '../core';
import { escapeHtml } from '../util/text';

/** The words that the preview adds, in the person's language. */
export interface Words {
	/** What a click on a box does. */
	readonly toggle: string;
	/** What a task in progress, and a dropped one, are called; others say it with their box. */
	readonly active: string;
	readonly dropped: string;
	/** How far a section is, as in `2 of 5 tasks done`. */
	readonly progress: (progress: Progress) => string;
}

/** Each state as a character, for what shows the HTML without the style, and for what is copied. */
const signs: Readonly<Record<TaskState, string>> = { open: '☐', done: '☑', active: '◪', dropped: '☒' };

const checked: Readonly<Record<TaskState, string>> = { open: 'false', done: 'true', active: 'mixed', dropped: 'mixed' };

/**
 * The box of a task.
 *
 * @param label The task's words.
 * @param link Where a click leads; without one, the box can neither be clicked nor be reached with the keyboard.
 */
export function boxHtml(state: TaskState, label: string, link: string | undefined, words: Words): string {
	const name = state === 'active' || state === 'dropped' ? `${label}, ${words[state]}` : label;
	const attributes = `class="roadmap-box roadmap-${state}" role="checkbox" aria-checked="${checked[state]}" aria-label="${escapeHtml(name)}"`;
	if (link === undefined) {
		return `<span ${attributes} aria-disabled="true">${signs[state]}</span> `;
	}
	// VS Code follows links only where a person clicks, which pressing Space on a link is not, but on a button is.
	const button = `<button type="button" ${attributes} title="${escapeHtml(words.toggle)}">${signs[state]}</button>`;
	return `<a class="roadmap-link" tabindex="-1" href="${escapeHtml(link)}">${button}</a> `;
}

/** How far a section is, behind its heading. */
export function progressHtml(progress: Progress, words: Words): string {
	const { done, total } = progress;
	const isDone = done === total ? ' roadmap-all' : '';
	const bar = `<progress value="${done}" max="${total}" aria-label="${escapeHtml(words.progress(progress))}"></progress>`;
	const figures = `<span class="roadmap-figures" aria-hidden="true">${done}/${total}</span>`;
	return ` <span class="roadmap-progress${isDone}">${bar}${figures}</span>`;
}
