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
import { nextTask, percent, progressOf, sectionsIn, wordsStart, type Section } from '../core';
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
			if (target instanceof LensTarget) {
				await toggleNodes(roadmaps, target.file, [target.section]);
			} else {
				tellThatNothingIsMeant();
			}
		}),
	);
	return owned;
}

/** The section that a lens is of, in the reading that it was drawn from: where it is now is found out with the click. */
class LensTarget {
	constructor(
		readonly file: ReadRoadmap,
		readonly section: Section,
	) {}
}

/** The lenses of every document that is a roadmap; exported for tests. */
export class SectionLenses extends DisposableStore implements CodeLensProvider {
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

	provideCodeLenses(document: TextDocument): CodeLens[] {
		const known = this.roadmaps.get(document.uri);
		if (known?.kind !== 'read' || !setting('codeLens', document.uri)) {
			return [];
		}
		// VS Code may ask before the store has read what was typed; without lenses, lines would jump.
		const text = document.getText();
		const file = { ...known, text, roadmap: this.roadmaps.parserOf(document.uri).parse(text) };
		return [...sectionsIn(file.roadmap)]
			.filter(section => progressOf(section).total > 0)
			.flatMap(section => lensesOf(document, file, section));
	}
}

function without(files: readonly RoadmapFile[], others: readonly RoadmapFile[]): RoadmapFile[] {
	const known = new Set(others);
	return files.filter(file => !known.has(file));
}

function lensesOf(document: TextDocument, file: ReadRoadmap, section: Section): CodeLens[] {
	const start = document.positionAt(section.heading.start);
	return commandsOf(document, file, section).map(command => new CodeLens(new Range(start, start), command));
}

function commandsOf(document: TextDocument, file: ReadRoadmap, section: Section): Command[] {
	const progress = progressOf(section);
	const { done, total } = progress;
	const figures = { title: l10n.t('{0}/{1} · {2}%', done, total, percent(progress)), command: '' };
	const tick = {
		title: done === total ? l10n.t('Reopen all') : l10n.t('Tick all'),
		command: ids.toggleSection,
		arguments: [new LensTarget(file, section)],
	};
	const next = nextTask(section);
	if (!next) {
		return [figures, tick];
	}
	const position = document.positionAt(wordsStart(next));
	const goToNext = {
		title: l10n.t('Next: {0}', escapeIcons(shown(next.text, longestWords))),
		command: 'vscode.open',
		arguments: [document.uri, { selection: new Range(position, position) }],
	};
	return [figures, goToNext, tick];
}
