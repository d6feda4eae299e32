import {
	EventEmitter,
	type Event,
	type ProviderResult,
	type TreeDataProvider as VsTreeDataProvider,
	type TreeItem,
} from 'vscode';
import { Disposable } from '../util/disposable';
import { namesOf } from '../workspace/names';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import type { Completed } from './completed';
import type { Expansion } from './expansion';
import { toTreeItem } from './item';
import type { Element, TreeModel } from './model';
import { openCommandOf, tooltipOf } from './tooltip';

/** Hands the model's rows to VS Code, and tells it which ones changed. */
export class TreeDataProvider extends Disposable implements VsTreeDataProvider<Element> {
	readonly #onDidChangeTreeData = this.register(new EventEmitter<Element[] | undefined>());
	readonly onDidChangeTreeData: Event<Element[] | undefined> = this.#onDidChangeTreeData.event;

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
		const changed = this.#renew();
		if (changed === 'top') {
			this.refreshAll();
		} else if (changed.length > 0) {
			this.refresh(changed);
		}
	}

	/** Has VS Code show the whole tree anew. */
	refreshAll(): void {
		this.#onDidChangeTreeData.fire(undefined);
	}

	/** Has VS Code show rows anew, as when a click on a box came to nothing. */
	refresh(elements: readonly Element[]): void {
		this.#onDidChangeTreeData.fire([...elements]);
	}

	#renew(): 'top' | readonly Element[] {
		const { files } = this.roadmaps;
		const changed = this.model.update(files, namesOf(files), {
			emptySections: setting('tree.emptySections'),
			hidesCompleted: this.completed.isHidden,
		});
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
