import type { TreeView } from 'vscode';
import { Disposable } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import type { TreeDataProvider } from './dataProvider';
import type { Element, TreeModel } from './model';
import type { Revealer } from './revealer';

/**
 * Shows what is edited in the tree at once, and selects and focuses what takes the place of a selected row that vanishes by that.
 * VS Code would lose both, and the arrow keys would start from the top.
 */
export class Succession extends Disposable {
	#selected: readonly Element[] = [];
	/** The rows to go on with, nearest first. */
	#heirs: readonly Element[] = [];
	#running = 0;

	/** The model has to follow the roadmaps before this does. */
	constructor(
		private readonly view: TreeView<Element>,
		private readonly model: TreeModel,
		private readonly provider: TreeDataProvider,
		private readonly revealer: Revealer,
		private readonly roadmaps: Roadmaps,
	) {
		super();
		this.register(roadmaps.onDidChange(() => this.#settle()));
	}

	/** @param edit Says whether it changed anything. */
	async during(edit: () => Promise<boolean>): Promise<void> {
		this.#selected = this.view.selection;
		const [first] = this.#selected;
		this.#heirs = first ? heirsOf(first, this.model) : [];
		this.#running++;
		try {
			if (await edit()) {
				await this.roadmaps.followEdits();
			}
		} finally {
			this.#running--;
			if (this.#running === 0) {
				this.#forget();
			}
		}
	}

	/** What changes while an edit runs is the edit, or something else that then is shown at once as well. */
	#settle(): void {
		if (this.#running > 0) {
			this.provider.refreshWaiting();
		}
		if (this.#selected.length > 0 && !this.#selected.some(row => this.model.holds(row))) {
			const heir = this.#heirs.find(row => this.model.holds(row));
			this.#forget();
			if (heir) {
				void this.revealer.focus(heir);
			}
		}
	}

	#forget(): void {
		this.#selected = [];
		this.#heirs = [];
	}
}

/** The rows behind one, those before it, the one around it; then the same from there. */
function heirsOf(first: Element, model: TreeModel): readonly Element[] {
	let heirs: readonly Element[] = [];
	for (let row: Element | undefined = first; row; row = row.parent) {
		const siblings: readonly Element[] = row.parent ? model.childrenOf(row.parent) : model.top;
		const index = siblings.indexOf(row);
		heirs = heirs.concat(siblings.slice(index + 1), siblings.slice(0, index).reverse(), row.parent ?? []);
	}
	return heirs;
}
