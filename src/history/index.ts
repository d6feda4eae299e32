import type { LogOutputChannel, Uri } from 'vscode';
import { Delayer } from '../util/delayer';
import { Disposable } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { createHistories, type Histories } from './histories';

/** Milliseconds without a change after which roadmaps are recorded: nobody is typing then. */
const quiet = 5000;

/** The histories of roadmaps, which are loaded with the first change that there is to record, or when first asked for. */
export class HistoriesLater extends Disposable {
	readonly #changes = this.register(new Delayer(quiet));
	#histories: Histories | undefined;

	/** @param storage A folder of the extension's own; `undefined` in a window without a folder. */
	constructor(
		private readonly roadmaps: Roadmaps,
		private readonly storage: Uri | undefined,
		private readonly log: LogOutputChannel,
	) {
		super();
		this.register(roadmaps.onDidChange(() => this.#changes.restart(() => void this.get().record())));
	}

	get(): Histories {
		return (this.#histories ??= this.register(createHistories(this.roadmaps, this.storage, this.log)));
	}
}
