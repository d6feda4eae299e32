import { EventEmitter, l10n, window, workspace, type Disposable, type FileDecoration, type Uri } from 'vscode';
import { percent, progressOf, type Progress } from '../core';
import { DisposableStore } from '../util/disposable';
import type { RoadmapFile } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting, settingId } from '../workspace/settings';

/**
 * So many files at most are told of by their addresses. VS Code asks for each of those, in sight or not, and leaves some out
 * of more than 250 (`ExtHostDecorations`).
 */
const mostTold = 100;

/** Badges with the percentage on roadmaps, in the explorer and wherever VS Code decorates files. */
export function registerExplorer(roadmaps: Roadmaps): Disposable {
	return new Badges(roadmaps);
}

class Badges extends DisposableStore {
	readonly #onDidChange = this.register(new EventEmitter<Uri[] | undefined>());
	/** What each badge says that VS Code has asked for, by its file's address: it asks for those in sight. */
	readonly #said = new Map<string, string>();
	#files: readonly RoadmapFile[] = [];

	constructor(private readonly roadmaps: Roadmaps) {
		super();
		this.register(
			window.registerFileDecorationProvider({
				onDidChangeFileDecorations: this.#onDidChange.event,
				provideFileDecoration: uri => this.#say(uri),
			}),
		);
		this.register(roadmaps.onDidChange(() => this.#update()));
		this.register(
			workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(settingId('explorerBadge'))) {
					this.#tell(this.#files.filter(file => this.#saysOther(file)));
				}
			}),
		);
		this.#update();
	}

	#say(uri: Uri): FileDecoration | undefined {
		const file = this.roadmaps.get(uri);
		const badge = badgeOf(file);
		if (file) {
			this.#said.set(uri.toString(), wordsOf(badge));
		}
		return badge;
	}

	/** VS Code asks again for those only that say something else, and those that it may have asked for too soon. */
	#update(): void {
		const [before, now] = [this.#files, this.roadmaps.files];
		this.#files = now;
		const changed = without(now, before);
		const were = new Set(without(before, now).map(({ uri }) => uri.toString()));
		const isTold = (file: RoadmapFile): boolean => (were.delete(file.uri.toString()) ? this.#saysOther(file) : true);
		const told = changed.filter(isTold);
		const gone = before.filter(({ uri }) => were.has(uri.toString()));
		gone.forEach(({ uri }) => this.#said.delete(uri.toString()));
		this.#tell([...told, ...gone]);
	}

	#saysOther(file: RoadmapFile): boolean {
		const said = this.#said.get(file.uri.toString());
		return said !== undefined && said !== wordsOf(badgeOf(file));
	}

	#tell(files: readonly RoadmapFile[]): void {
		if (files.length > mostTold) {
			// It forgets all badges, and asks for those in sight.
			this.#said.clear();
			this.#onDidChange.fire(undefined);
		} else if (files.length > 0) {
			this.#onDidChange.fire(files.map(({ uri }) => uri));
		}
	}
}

function without(files: readonly RoadmapFile[], others: readonly RoadmapFile[]): RoadmapFile[] {
	const known = new Set(others);
	return files.filter(file => !known.has(file));
}

function wordsOf(badge: FileDecoration | undefined): string {
	return badge?.tooltip ?? '';
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
