import { workspace, type Disposable, type DocumentSelector } from 'vscode';
import { Disposable as Owner } from '../util/disposable';
import type { Roadmaps } from './roadmaps';

/**
 * Keeps something registered for each open document that is a roadmap and for no others, as they come and go. VS Code shows
 * people that a file has providers of some kinds, so these are not for every file that might be a roadmap.
 */
export class ForRoadmaps extends Owner {
	readonly #registered = new Map<string, Disposable>();

	constructor(
		private readonly roadmaps: Roadmaps,
		private readonly provide: (selector: DocumentSelector) => Disposable,
	) {
		super();
		this.register(roadmaps.onDidChange(() => this.#update()));
		this.register(workspace.onDidOpenTextDocument(() => this.#update()));
		this.register(workspace.onDidCloseTextDocument(() => this.#update()));
		this.#update();
	}

	override dispose(): void {
		super.dispose();
		this.#keep(new Set());
	}

	#update(): void {
		const open = workspace.textDocuments.filter(({ isClosed, uri }) => !isClosed && this.roadmaps.get(uri));
		const paths = new Set(open.map(({ uri }) => uri.fsPath));
		this.#keep(paths);
		for (const path of paths) {
			if (!this.#registered.has(path)) {
				this.#registered.set(path, this.provide({ pattern: asGlob(path) }));
			}
		}
	}

	#keep(paths: ReadonlySet<string>): void {
		for (const [path, registered] of this.#registered) {
			if (!paths.has(path)) {
				registered.dispose();
				this.#registered.delete(path);
			}
		}
	}
}

/**
 * A pattern for a path. What has a meaning in patterns stands for any one character: a name with many a `*` takes VS Code
 * for ever to compare with others.
 */
function asGlob(path: string): string {
	return path.replaceAll(/[*?{}[\]]/g, '?');
}
