import { EventEmitter, l10n, window, workspace, type Disposable, type FileDecoration, type Uri } from 'vscode';
import { percent, progressOf, type Progress } from '../core';
import { DisposableStore } from '../util/disposable';
import type { RoadmapFile } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting, settingId } from '../workspace/settings';

/** Badges with the percentage on roadmaps, in the explorer and wherever VS Code decorates files. */
export function registerExplorer(roadmaps: Roadmaps): Disposable {
	return new Badges(roadmaps);
}

class Badges extends DisposableStore {
	readonly #onDidChange = this.register(new EventEmitter<Uri[]>());
	/** What each file's badge says now, by the file's address; VS Code asks again for those only that say something else. */
	#said = new Map<string, { readonly uri: Uri; readonly words: string }>();

	constructor(private readonly roadmaps: Roadmaps) {
		super();
		this.register(
			window.registerFileDecorationProvider({
				onDidChangeFileDecorations: this.#onDidChange.event,
				provideFileDecoration: uri => badgeOf(roadmaps.get(uri)),
			}),
		);
		this.register(roadmaps.onDidChange(() => this.#update()));
		this.register(
			workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(settingId('explorerBadge'))) {
					this.#update();
				}
			}),
		);
		this.#update();
	}

	#update(): void {
		const before = this.#said;
		this.#said = new Map(
			this.roadmaps.files.map(file => [file.uri.toString(), { uri: file.uri, words: badgeOf(file)?.tooltip ?? '' }]),
		);
		const changed = [...this.#said].filter(([key, { words }]) => (before.get(key)?.words ?? '') !== words);
		const gone = [...before].filter(([key]) => !this.#said.has(key));
		const uris = [...changed, ...gone].map(([, { uri }]) => uri);
		if (uris.length > 0) {
			this.#onDidChange.fire(uris);
		}
	}
}

/** None for what has no tasks, or where the person wants none. */
function badgeOf(file: RoadmapFile | undefined): FileDecoration | undefined {
	const progress = file?.kind === 'read' ? progressOf(file.roadmap) : undefined;
	if (!file || !progress?.total || !setting('explorerBadge', file.uri)) {
		return undefined;
	}
	const { done, total } = progress;
	return { badge: badgeText(progress), tooltip: l10n.t('{0} of {1} tasks done', done, total) };
}

/** VS Code takes two characters at most: the percentage has no sign, and all of it is a tick. */
function badgeText(progress: Progress): string {
	const figure = percent(progress);
	return figure === 100 ? '✓' : String(figure);
}
