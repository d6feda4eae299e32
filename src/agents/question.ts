import { l10n, MarkdownString } from 'vscode';
import { escapeMarkdown, tame } from '../util/text';
import type { Question } from './tool';

const mostListed = 20;
const longest = 200;

/** Words as they are, whatever they would mean in Markdown. */
export function plain(text: string): string {
	return escapeMarkdown(tame(text, longest));
}

/**
 * Asks whether something may be changed in a roadmap.
 *
 * @param where In plain words.
 * @param changes In Markdown, a line each.
 */
export function question(title: string, where: string, changes: readonly string[]): Question {
	const shown = changes.slice(0, mostListed);
	const more = changes.length - shown.length;
	const listed = [...shown, ...(more > 0 ? [l10n.t('and {0} more', more)] : [])].map(line => `• ${line}`);
	// No list: outside of a chat VS Code asks in plain text, and leaves escapes in the items of a list as they are.
	return { title, message: new MarkdownString([plain(where), listed.join('  \n')].join('\n\n')) };
}
