import {
	CodeAction,
	CodeActionKind,
	CodeActionTriggerKind,
	l10n,
	languages,
	type CodeActionContext,
	type CodeActionProvider,
	type Disposable,
	type Range,
	type TextDocument,
} from 'vscode';
import {
	makePlain,
	pathAt,
	progressOf,
	sortFinished,
	tasksAt,
	toggle,
	turnIntoTasks,
	type Parse,
	type Roadmap,
	type Section,
	type Span,
	type TextEdit,
	type ToggleOptions,
} from '../core';
import { shown } from '../util/emoji';
import { ForRoadmaps } from '../workspace/forRoadmaps';
import { commandFor } from '../workspace/offers';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';

const longestTitle = 40;

const kinds = CodeActionKind.RefactorRewrite.append('roadmap');

/** What can be done with the tasks and list items that the cursor or a selection is on, for who asks for it. */
export function registerCodeActions(roadmaps: Roadmaps): Disposable {
	const provider = new RoadmapActions(roadmaps);
	return new ForRoadmaps(roadmaps, selector =>
		languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds: [kinds] }),
	);
}

/** An action, by what it would change. */
interface Offer {
	readonly title: string;
	/** Below `refactor.rewrite.roadmap`, for who binds a key to it. */
	readonly kind: string;
	readonly edits: readonly TextEdit[];
}

/** A text, and what of it is selected. */
interface Place {
	readonly text: string;
	/** The one of this text: what is found in it is changed in it. */
	readonly roadmap: Roadmap;
	readonly parse: Parse;
	readonly selection: Span;
	readonly options: ToggleOptions;
}

class RoadmapActions implements CodeActionProvider {
	constructor(private readonly roadmaps: Roadmaps) {}

	provideCodeActions(document: TextDocument, range: Range, { triggerKind }: CodeActionContext): CodeAction[] {
		// Not by itself: a light bulb on every task would tell nobody anything.
		const file = triggerKind === CodeActionTriggerKind.Invoke ? this.roadmaps.inDocument(document) : undefined;
		if (!file) {
			return [];
		}
		const parser = this.roadmaps.parserOf(document.uri);
		const offers = offersAt({
			text: file.text,
			roadmap: file.roadmap,
			parse: text => parser.parse(text),
			selection: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
			options: { cascade: setting('cascade', document.uri) },
		});
		return offers.map(offer => toAction(document, offer));
	}
}

function toAction(document: TextDocument, { title, kind, edits }: Offer): CodeAction {
	const action = new CodeAction(title, kinds.append(kind));
	action.command = commandFor(document, title, edits);
	return action;
}

/** Those that change something, and each something else. */
function offersAt(place: Place): Offer[] {
	const offers = [...tickOffers(place), ...sectionOffers(place), ...itemOffers(place), ...sortOffers(place)];
	const known = new Set<string>();
	return offers.filter(({ edits }) => {
		const key = JSON.stringify(edits);
		return edits.length > 0 && !known.has(key) && known.add(key);
	});
}

function tickOffers({ text, roadmap, selection, options }: Place): Offer[] {
	const tasks = tasksAt(text, roadmap, [selection]);
	const open = tasks.filter(({ state }) => state !== 'done');
	const done = tasks.filter(({ state }) => state === 'done');
	return [
		{
			title: open.length === 1 ? l10n.t('Tick task') : l10n.t('Tick {0} tasks', open.length),
			kind: 'tick',
			edits: toggle(text, roadmap, open, { ...options, state: 'done' }),
		},
		{
			title: done.length === 1 ? l10n.t('Reopen task') : l10n.t('Reopen {0} tasks', done.length),
			kind: 'reopen',
			edits: toggle(text, roadmap, done, { ...options, state: 'open' }),
		},
	];
}

/** Of the innermost section with tasks around the cursor. */
function sectionOffers({ text, roadmap, selection, options }: Place): Offer[] {
	const section = sectionAt(roadmap, selection.start);
	if (!section) {
		return [];
	}
	const { done, total } = progressOf(section);
	const title = shown(section.title, longestTitle);
	return [
		done < total
			? {
					title: l10n.t('Tick all in “{0}”', title),
					kind: 'tickSection',
					edits: toggle(text, roadmap, [section], { ...options, state: 'done' }),
				}
			: {
					title: l10n.t('Reopen all in “{0}”', title),
					kind: 'reopenSection',
					edits: toggle(text, roadmap, [section], { ...options, state: 'open' }),
				},
	];
}

function sectionAt(roadmap: Roadmap, offset: number): Section | undefined {
	return pathAt(roadmap, offset)
		.filter(node => node.kind === 'section')
		.reverse()
		.find(section => progressOf(section).total > 0);
}

function itemOffers({ text, roadmap, parse, selection }: Place): Offer[] {
	const states = setting('states');
	const turned = turnIntoTasks(text, parse, [selection], states).map(({ edit }) => edit);
	const plain = makePlain(text, tasksAt(text, roadmap, [selection]), states);
	return [
		{
			title: turned.length === 1 ? l10n.t('Turn into task') : l10n.t('Turn {0} list items into tasks', turned.length),
			kind: 'turnIntoTasks',
			edits: turned,
		},
		{
			title:
				plain.length === 1
					? l10n.t('Turn into plain list item')
					: l10n.t('Turn {0} tasks into plain list items', plain.length),
			kind: 'makePlain',
			edits: plain,
		},
	];
}

/** Of the list that the cursor's task is in. */
function sortOffers({ text, roadmap, selection }: Place): Offer[] {
	const sorted = sortFinished(text, tasksAt(text, roadmap, [selection]), { states: setting('states') });
	const edits = 'refused' in sorted ? [] : sorted.edits;
	return [{ title: l10n.t('Move finished tasks to the end of their list'), kind: 'sortFinished', edits }];
}
