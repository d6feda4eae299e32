import type { Disposable, DocumentFilter } from 'vscode';
import { Disposable as Owner } from '../util/disposable';
import type { Roadmaps } from './roadmaps';

/**
 * Keeps something registered for the documents of all roadmaps and no others, as they come and go. VS Code shows people
 * that a file has providers of some kinds, so these are not for every file that might be a roadmap.
 */
export class ForRoadmaps extends Owner {
	#paths: readonly string[] = [];
	#registered: Disposable | undefined;

	constructor(
		private readonly roadmaps: Roadmaps,
		private readonly provide: (selector: readonly DocumentFilter[]) => Disposable,
	) {
		super();
		this.register(roadmaps.onDidChange(() => this.#update()));
		this.#update();
	}

	#update(): void {
		// VS Code takes a pattern that is a document's very path for a match, whatever else it would be.
		const paths = this.roadmaps.files.map(({ uri }) => uri.fsPath);
		if (paths.join('\n') === this.#paths.join('\n')) {
			return;
		}
		this.#paths = paths;
		this.#registered?.dispose();
		this.#registered = paths.length > 0 ? this.provide(paths.map(pattern => ({ pattern }))) : undefined;
	}

	override dispose(): void {
		super.dispose();
		this.#registered?.dispose();
	}
}
