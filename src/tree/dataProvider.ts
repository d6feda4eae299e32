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
 * How long nothing may change until rows are drawn anew, in milliseconds: for each of them, at most, and for how long they wait at
 * most while changes go on. What needs less than the least is drawn at once. VS Code asks for all that is open below a row that
 * changes, and keeps something of each row that it draws for as long as the view is there.
 */
const pause = { perRow: 0.3, least: 10, most: 2000, longestWait: 10_000 };

/** How long the tree rests after that, in milliseconds: on a busy machine there are pauses between any two keys. */
const rest = { pauses: 16, longest: 4000 };

/** Hands the model's rows to VS Code, and tells it which ones changed: few at once, many when changes pause. */
export class TreeDataProvider extends Disposable implements VsTreeDataProvider<Element> {
	readonly #onDidChangeTreeData = this.register(new EventEmitter<Element[] | undefined>());
	readonly onDidChangeTreeData: Event<Element[] | undefined> = this.#onDidChangeTreeData.event;

	/** The rows to be drawn anew; among them `undefined` for the whole tree. */
	readonly #waiting = new Set<Element | undefined>();
	readonly #pauses = this.register(new Delayer(0));
	/** Since when rows are waiting, and for how long nothing may change before they are drawn. */
	#wait = { since: 0, pause: 0 };
	/** Since when the tree rests, and for how long. */
	#rest = { since: 0, milliseconds: 0 };

	constructor(
		private readonly roadmaps: Roadmaps,
		private readonly model: TreeModel,
		private readonly expansion: Expansion,
		private readonly completed: Completed,
	) {
		super();
		this.register(roadmaps.onDidChange(() => this.#follow()));
		this.#renew();
	}

	/** Shows the roadmaps as the settings are now, at once. */
	update(): void {
		this.#follow();
		this.refreshWaiting();
	}

	#follow(): void {
		const changed = this.#renew();
		const rows = changed === 'top' ? [undefined] : changed;
		const before = this.#waiting.size;
		rows.forEach(row => this.#waiting.add(row));
		if (this.#waiting.size > before) {
			const since = before === 0 ? Date.now() : this.#wait.since;
			this.#wait = { since, pause: this.#pauseForWaiting() };
		}
		if (this.#waiting.size > 0) {
			this.#refreshAfterPause();
		} else {
			this.model.told();
		}
	}

	#refreshAfterPause(): void {
		const waiting = Math.min(this.#wait.pause, leftOf(pause.longestWait, this.#wait.since));
		const left = Math.max(waiting, leftOf(this.#rest.milliseconds, this.#rest.since));
		if (left < pause.least) {
			this.refreshWaiting();
		} else {
			this.#pauses.restart(() => this.refreshWaiting(), left);
		}
	}

	/** Has VS Code show what has changed at once: for those who have edited in the tree. */
	refreshWaiting(): void {
		this.#pauses.dispose();
		if (this.#waiting.size > 0) {
			const rows = this.#waitingRows();
			this.#waiting.clear();
			this.model.told();
			this.#rest = { since: Date.now(), milliseconds: Math.min(rest.longest, rest.pauses * this.#wait.pause) };
			this.#onDidChangeTreeData.fire(rows);
		}
	}

	/** All of them; `undefined` where the whole tree is to be drawn. */
	#waitingRows(): Element[] | undefined {
		const rows = [...this.#waiting].filter(row => row !== undefined);
		return rows.length < this.#waiting.size ? undefined : rows;
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

	/** By the rows that are waiting and all that is open below them, as far as it matters. */
	#pauseForWaiting(): number {
		const most = pause.most / pause.perRow;
		const all = [...(this.#waitingRows() ?? this.model.top)];
		// Not by recursion: open rows may be nested deeper than the call stack.
		for (const row of all) {
			if (all.length >= most) {
				return pause.most;
			}
			if (this.expansion.isOpen(row)) {
				this.model.childrenOf(row).forEach(child => all.push(child));
			}
		}
		return pause.perRow * all.length;
	}

	/** Has VS Code show the whole tree anew. */
	refreshAll(): void {
		this.#waiting.add(undefined);
		this.refreshWaiting();
	}

	/** Has VS Code show rows anew, as when a click on a box came to nothing. */
	refresh(elements: readonly Element[]): void {
		elements.forEach(element => this.#waiting.add(element));
		this.refreshWaiting();
	}

	#renew(): 'top' | readonly Element[] {
		const { files } = this.roadmaps;
		const filter = { emptySections: setting('tree.emptySections'), hidesCompleted: this.completed.isHidden };
		const changed = this.model.update(files, namesOf(files), filter);
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
		element.before = undefined;
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
