import type { TreeView } from 'vscode';
import type { TreeDataProvider } from './dataProvider';
import type { Element, TreeModel } from './model';

/** How often a row is looked for, each time once the tree has been drawn anew; more edits than that at a time take it along. */
const attempts = 5;

/**
 * Selects rows and scrolls to them. VS Code refuses to where it is told of an edit meanwhile, though the row is still there:
 * then it is asked again, as nobody must lose the place.
 */
export class Revealer {
	/** The row that the focus is on its way to. */
	#focusing: Element | undefined;
	/** The row that is on its way to be selected: VS Code tells a moment later what is. */
	#asked: Element | undefined;

	constructor(
		private readonly view: TreeView<Element>,
		private readonly model: TreeModel,
		private readonly provider: Pick<TreeDataProvider, 'refreshWaiting' | 'whenTold'>,
	) {}

	/** The row that is selected first, or is about to be. */
	get selected(): Element | undefined {
		return this.#asked ?? this.view.selection[0];
	}

	/** Selects and focuses a row, and ends when it is there, or gone from the tree. */
	async focus(row: Element): Promise<void> {
		this.#focusing = row;
		await this.#reveal(row, true);
		if (this.#focusing === row) {
			this.#focusing = undefined;
		}
	}

	/**
	 * Selects a row, leaving the focus where it is. Not while the focus is on its way: that is what somebody has just edited,
	 * and the cursor, say, still where it was before.
	 */
	async select(row: Element): Promise<void> {
		if (!this.#focusing) {
			await this.#reveal(row, false);
		}
	}

	async #reveal(row: Element, focus: boolean): Promise<void> {
		this.#asked = row;
		const isWanted = (): boolean => (focus ? this.#focusing === row : this.#asked === row) && this.model.holds(row);
		for (let attempt = 0; attempt < attempts && isWanted(); attempt++) {
			try {
				// VS Code has to know the row. What somebody has edited in the tree is shown at once.
				if (focus) {
					this.provider.refreshWaiting();
				} else if (!row.isKnown) {
					const [before] = this.view.selection;
					await this.provider.whenTold();
					const [selected] = this.view.selection;
					const isOtherWanted = selected && selected !== before;
					// VS Code would bring the view back that the person has left.
					if (isOtherWanted || !this.view.visible) {
						break;
					}
				}
				if (isWanted()) {
					await this.view.reveal(row, { select: true, focus });
				}
				break;
			} catch {
				// The one reason that VS Code rejects for: the tree was refreshed.
			}
		}
		if (this.#asked === row) {
			this.#asked = undefined;
		}
	}
}
