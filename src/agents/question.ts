import { l10n, MarkdownString } from 'vscode';
import { escapeMarkdown, shorten } from '../util/text';
import type { Question } from './tool';

const mostListed = 20;
const longest = 200;

/** Words as they are, whatever they would mean in Markdown. */
export function plain(text: string): string {
	return escapeMarkdown(shorten(text, longest));
}

/**
 * Asks whether something may be changed in a roadmap.
 *
 * @param where In plain words.
 * @param changes In Markdown, a line each.
 */
export function question(title: string, where: string, changes: readonly string[]): Question {
	const lines = changes.slice(0, mostListed).map(change => `- ${change}`);
	const more = changes.length - lines.length;
	const listed = more > 0 ? [...lines, `- ${l10n.t('and {0} more', more)}`] : lines;
	return { title, message: new MarkdownString([plain(where), '', ...listed].join('\n')) };
}
