import { commands, l10n, window, type Disposable, type QuickPickItem, type TextEditor } from 'vscode';
import { hasTasks, listAt, pathAt, turnIntoTasks, type NewTask, type Parser, type Roadmap, type Span } from '../core';
import { commands as ids } from '../contributions';
import { shown } from '../util/emoji';
import { escapeIcons } from '../util/text';
import { proposeEdits } from '../workspace/editing';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import { roadmapEditor } from './roadmapEditor';

const longestTitle = 60;

/** The command that gives plain list items boxes, each shown before anything changes. */
export function registerTurnIntoTasks(roadmaps: Roadmaps): Disposable {
	return commands.registerCommand(ids.turnListIntoTasks, async () => {
		const editor = await roadmapEditor(roadmaps);
		if (editor) {
			await turnIn(roadmaps, editor);
		}
	});
}

async function turnIn(roadmaps: Roadmaps, editor: TextEditor): Promise<void> {
	const { document } = editor;
	const text = document.getText();
	const tasks = await choose(editor, text, roadmaps.parserOf(document.uri));
	if (!tasks) {
		return;
	}
	await proposeEdits(roadmaps, document.uri, now => {
		if (now !== text) {
			return l10n.t('The roadmap has changed meanwhile; nothing was done. Try again.');
		}
		return tasks.length > 0
			? tasks.map(task => ({ edit: task.edit, group: groupOf(task) }))
			: l10n.t('There are no plain list items here to make tasks of.');
	});
}

/**
 * What would become tasks: of what is selected; else of the whole file, where it has no tasks yet; else of what the person
 * chooses around the cursor. `undefined` when they choose nothing.
 */
async function choose(
	{ document, selection, selections }: TextEditor,
	text: string,
	parser: Parser,
): Promise<readonly NewTask[] | undefined> {
	const parse = (now: string): Roadmap => parser.parse(now);
	const turn = (spans: readonly Span[]): readonly NewTask[] => turnIntoTasks(text, parse, spans, setting('states'));
	const selected = selections
		.filter(({ isEmpty }) => !isEmpty)
		.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
	if (selected.length > 0) {
		return turn(selected);
	}
	const all = turn([{ start: 0, end: text.length }]);
	const roadmap = parse(text);
	const scopes = hasTasks(roadmap) ? scopesAround(text, roadmap, document.offsetAt(selection.active), all) : [];
	if (scopes.length < 2) {
		return all;
	}
	const picked = await window.showQuickPick(scopes, { placeHolder: l10n.t('Which list items are to become tasks?') });
	return picked?.tasks;
}

/** A part of the text with plain list items. */
interface Scope extends QuickPickItem {
	readonly tasks: readonly NewTask[];
}

/** The list around an offset, the sections around it, the innermost first, and the text: those that differ. */
function scopesAround(text: string, roadmap: Roadmap, offset: number, all: readonly NewTask[]): Scope[] {
	const sections = pathAt(roadmap, offset).filter(node => node.kind === 'section');
	const list = listAt(text, offset);
	const scopes = [
		...(list ? [scope(l10n.t('This list'), list, all)] : []),
		...sections.reverse().map(({ title, span }) => scope(l10n.t('Section: {0}', words(title)), span, all)),
		scope(l10n.t('The whole file'), { start: 0, end: text.length }, all),
	];
	// What is inside comes first: of scopes with the same items in them the wider words are the clearer ones.
	return scopes.filter(({ tasks }, index) => tasks.length > 0 && tasks.length !== scopes[index + 1]?.tasks.length);
}

function scope(label: string, { start, end }: Span, all: readonly NewTask[]): Scope {
	const tasks = all.filter(({ edit }) => start <= edit.start && edit.start < end);
	const description = tasks.length === 1 ? l10n.t('1 list item') : l10n.t('{0} list items', tasks.length);
	return { label, description, tasks };
}

function words(title: string): string {
	return escapeIcons(shown(title, longestTitle));
}

/** What the preview calls them, which shows them by these when it is asked to. */
function groupOf({ state, saidBy }: NewTask): string {
	if (saidBy === 'strike') {
		return l10n.t('Done (struck through)');
	}
	return {
		open: l10n.t('To do'),
		done: l10n.t('Done (from a sign)'),
		active: l10n.t('In progress (from a sign)'),
	}[state];
}
