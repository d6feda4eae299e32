import {
	EventEmitter,
	type Event,
	type ProviderResult,
	type TreeDataProvider as VsTreeDataProvider,
	type TreeItem,
} from 'vscode';
import { Delayer, leftOf } from '../util/delayer';
import { Disposable } from '../util/disposable';
import { namesOf } from '../workspace/names';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import type { Completed } from './completed';
import type { Expansion } from './expansion';
import { toTreeItem } from './item';
import type { Element, TreeModel } from './model';
import { openCommandOf, tooltipOf } from './tooltip';

/**
 * How long the tree rests, in milliseconds: for each row that VS Code draws anew, and at most. It asks for all that is open
 * below a row that changes, and keeps something of each row that it draws for as long as the view is there.
 */
const rest = { perRow: 5, longest: 4000 };

/** Hands the model's rows to VS Code, and tells it which ones changed: at once, but for what changes while the tree rests. */
export class TreeDataProvider extends Disposable implements VsTreeDataProvider<Element> {
	readonly #onDidChangeTreeData = this.register(new EventEmitter<Element[] | undefined>());
	readonly onDidChangeTreeData: Event<Element[] | undefined> = this.#onDidChangeTreeData.event;

	/** The rows to be drawn anew; among them `undefined` for the whole tree. */
	readonly #waiting = new Set<Element | undefined>();
	readonly #rested = this.register(new Delayer(0));
	/** When VS Code was told last, and of how many rows, with all that it draws along. */
	#told = { at: 0, rows: 0 };

	constructor(
		private readonly roadmaps: Roadmaps,
		private readonly model: TreeModel,
		private readonly expansion: Expansion,
		private readonly completed: Completed,
	) {
		super();
		this.register(roadmaps.onDidChange(() => this.update()));
		this.#renew();
	}

	/** Takes over the roadmaps and settings as they are now. */
	update(): void {
		const changed = this.#renew(this.#restLeft() > 0);
		const rows = changed === 'top' ? [undefined] : changed;
		rows.forEach(row => this.#waiting.add(row));
		if (this.#waiting.size > 0) {
			this.#refreshRested();
		} else {
			this.model.told();
		}
	}

	/** Milliseconds for which VS Code is told nothing more. */
	#restLeft(): number {
		const { at, rows } = this.#told;
		return leftOf(Math.min(rest.longest, rest.perRow * rows), at);
	}

	#refreshRested(): void {
		const left = this.#restLeft();
		if (left > 0) {
			this.#rested.trigger(() => this.#refreshRested(), left);
		} else {
			this.refreshWaiting();
		}
	}

	/** Has VS Code show what has changed at once: for those who have edited in the tree. */
	refreshWaiting(): void {
		if (this.#waiting.size > 0) {
			const rows = [...this.#waiting].filter(row => row !== undefined);
			const isAll = rows.length < this.#waiting.size;
			this.#waiting.clear();
			this.model.told();
			this.#told = { at: Date.now(), rows: this.#countWithOpen(isAll ? this.model.top : rows) };
			this.#onDidChangeTreeData.fire(isAll ? undefined : rows);
		}
	}

	/** Waits until VS Code is told of all that has changed. */
	async whenTold(): Promise<void> {
		while (this.#waiting.size > 0 && !this.isDisposed()) {
			await new Promise<void>(told => {
				const listener = this.onDidChangeTreeData(() => {
					listener.dispose();
					told();
				});
			});
		}
	}

	/** Rows and all that is open below them. */
	#countWithOpen(rows: readonly Element[]): number {
		const all = [...rows];
		// Not by recursion: open rows may be nested deeper than the call stack.
		for (const row of all) {
			if (this.expansion.isOpen(row)) {
				this.model.childrenOf(row).forEach(child => all.push(child));
			}
		}
		return all.length;
	}

	/** Has VS Code show the whole tree anew. */
	refreshAll(): void {
		this.#onDidChangeTreeData.fire(undefined);
	}

	/** Has VS Code show rows anew, as when a click on a box came to nothing. */
	refresh(elements: readonly Element[]): void {
		this.#onDidChangeTreeData.fire([...elements]);
	}

	#renew(isToldLater = false): 'top' | readonly Element[] {
		const { files } = this.roadmaps;
		const filter = { emptySections: setting('tree.emptySections'), hidesCompleted: this.completed.isHidden };
		const changed = this.model.update(files, namesOf(files), filter, isToldLater);
		const [first] = files;
		if (first) {
			this.expansion.welcome(this.model, first);
		}
		return changed;
	}

	async getChildren(element?: Element): Promise<Element[]> {
		if (element) {
			return [...this.model.childrenOf(element)];
		}
		await this.roadmaps.whenReady;
		return [...this.model.top];
	}

	getTreeItem(element: Element): TreeItem {
		element.isKnown = true;
		element.isResolved = false;
		const state = this.expansion.isOpen(element) ? 'expanded' : 'collapsed';
		return toTreeItem(element, this.model.hasChildren(element) ? state : 'leaf');
	}

	getParent(element: Element): Element | undefined {
		return element.parent;
	}

	/** VS Code keeps what this finds until the row is refreshed, so the model refreshes resolved rows that move. */
	resolveTreeItem(item: TreeItem, element: Element): ProviderResult<TreeItem> {
		element.isResolved = true;
		item.tooltip = tooltipOf(element.content);
		item.command = openCommandOf(element.content);
		return item;
	}
}
