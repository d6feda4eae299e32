import {
	CodeLens,
	commands,
	EventEmitter,
	l10n,
	languages,
	Range,
	workspace,
	type CodeLensProvider,
	type Command,
	type Disposable,
	type Event,
	type TextDocument,
} from 'vscode';
import { hasToDo, nextTask, percent, progressOf, sectionsIn, wordsStart, type Section } from '../core';
import { commands as ids } from '../contributions';
import { shown } from '../util/emoji';
import { DisposableStore } from '../util/disposable';
import { escapeIcons } from '../util/text';
import { tellThatNothingIsMeant } from '../workspace/addresses';
import { toggleNodes } from '../workspace/editing';
import type { ReadRoadmap, RoadmapFile } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting, settingId } from '../workspace/settings';

const longestWords = 60;

/** Above each section with tasks: how far it is, what is next in it, and ticking all of it. */
export function registerCodeLens(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	const lenses = owned.add(new SectionLenses(roadmaps));
	// Not by language: a roadmap is what the settings call one.
	owned.add(languages.registerCodeLensProvider({ pattern: '**/*' }, lenses));
	owned.add(
		commands.registerCommand(ids.toggleSection, async (target: unknown) => {
			if (target instanceof SectionLens) {
				await toggleNodes(roadmaps, target.file, [target.section]);
			} else {
				tellThatNothingIsMeant();
			}
		}),
	);
	return owned;
}

/**
 * A lens of a section, in the reading that it was made from: where that section is now is found out with the click. What
 * it says is found out when it comes in sight.
 */
class SectionLens extends CodeLens {
	constructor(
		readonly document: TextDocument,
		readonly file: ReadRoadmap,
		readonly section: Section,
		readonly says: 'progress' | 'next' | 'tick',
	) {
		const start = document.positionAt(section.heading.start);
		super(new Range(start, start));
	}
}

/** The lenses of every document that is a roadmap; exported for tests. */
export class SectionLenses extends DisposableStore implements CodeLensProvider<SectionLens> {
	readonly #onDidChange = this.register(new EventEmitter<void>());
	readonly onDidChangeCodeLenses: Event<void> = this.#onDidChange.event;
	#files: readonly RoadmapFile[];

	constructor(private readonly roadmaps: Roadmaps) {
		super();
		this.#files = roadmaps.files;
		this.register(roadmaps.onDidChange(() => this.#update()));
		this.register(
			workspace.onDidChangeConfiguration(
				event => event.affectsConfiguration(settingId('codeLens')) && this.#onDidChange.fire(),
			),
		);
	}

	/** Has the lenses drawn anew where a roadmap in an editor changed; the editors know nothing of the others. */
	#update(): void {
		const { files } = this.roadmaps;
		const changed = [...without(files, this.#files), ...without(this.#files, files)].map(({ uri }) => uri.toString());
		this.#files = files;
		if (workspace.textDocuments.some(({ uri }) => changed.includes(uri.toString()))) {
			this.#onDidChange.fire();
		}
	}

	provideCodeLenses(document: TextDocument): SectionLens[] {
		// VS Code may ask before the store has read what was typed; without lenses, lines would jump.
		const file = this.roadmaps.inDocument(document);
		if (!file || !setting('codeLens', document.uri)) {
			return [];
		}
		return [...sectionsIn(file.roadmap)]
			.filter(section => progressOf(section).total > 0)
			.flatMap(section => lensesOf(document, file, section));
	}

	/** Asked of the lenses in sight only: a long text has thousands. */
	resolveCodeLens(lens: SectionLens): SectionLens {
		lens.command = commandOf(lens);
		return lens;
	}
}

function without(files: readonly RoadmapFile[], others: readonly RoadmapFile[]): RoadmapFile[] {
	const known = new Set(others);
	return files.filter(file => !known.has(file));
}

function lensesOf(document: TextDocument, file: ReadRoadmap, section: Section): SectionLens[] {
	const all = hasToDo(section) ? (['progress', 'next', 'tick'] as const) : (['progress', 'tick'] as const);
	return all.map(says => new SectionLens(document, file, section, says));
}

function commandOf(lens: SectionLens): Command {
	const progress = progressOf(lens.section);
	const { done, total } = progress;
	switch (lens.says) {
		case 'progress':
			return { title: l10n.t('{0}/{1} · {2}%', done, total, percent(progress)), command: '' };
		case 'next':
			return goToNext(lens);
		case 'tick':
			return {
				title: done === total ? l10n.t('Reopen all') : l10n.t('Tick all'),
				command: ids.toggleSection,
				arguments: [lens],
			};
	}
}

function goToNext({ document, section }: SectionLens): Command {
	const next = nextTask(section);
	const position = document.positionAt(next ? wordsStart(next) : section.heading.start);
	return {
		title: l10n.t('Next: {0}', escapeIcons(shown(next?.text ?? '', longestWords))),
		command: 'vscode.open',
		arguments: [document.uri, { selection: new Range(position, position) }],
	};
}
