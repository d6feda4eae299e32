import {
	Disposable,
	EventEmitter,
	TreeItemCheckboxState,
	TreeItemCollapsibleState,
	type TreeDataProvider,
	type TreeItem,
	type TreeViewOptions,
} from 'vscode';
import type { Element } from '../../../src/tree/model';

type Ticker = (event: { readonly items: readonly (readonly [Element, TreeItemCheckboxState])[] }) => unknown;

/** A row as it was last handed over; what is below it is known only while it is open. */
export interface ShownRow {
	readonly element: Element;
	item: TreeItem;
	rows: readonly ShownRow[] | undefined;
}

/**
 * Stands in for VS Code's side of a tree, for views that no window shows: asks for rows as VS Code does, keeps them until it
 * is told that they have changed, and does what a person does with them.
 */
export class ShownTree {
	readonly #expanded = new EventEmitter<{ readonly element: Element }>();
	readonly #collapsed = new EventEmitter<{ readonly element: Element }>();
	readonly #selected = new EventEmitter<{ readonly selection: readonly Element[] }>();
	readonly #seen = new EventEmitter<{ readonly visible: boolean }>();
	readonly #tickers = new Set<Ticker>();
	readonly onDidExpandElement = this.#expanded.event;
	readonly onDidCollapseElement = this.#collapsed.event;
	readonly onDidChangeSelection = this.#selected.event;
	readonly onDidChangeVisibility = this.#seen.event;
	readonly onDidChangeCheckboxState = (ticker: Ticker): Disposable => {
		this.#tickers.add(ticker);
		return new Disposable(() => this.#tickers.delete(ticker));
	};
	readonly visible = true;
	readonly provider: TreeDataProvider<Element>;
	message: string | undefined;
	selection: readonly Element[] = [];
	rows: readonly ShownRow[] = [];
	/** What is to be asked for anew: rows, or all. */
	#stale = new Set<Element>();
	#isStale = true;
	#byElement = new Map<Element, ShownRow>();

	constructor(readonly options: TreeViewOptions<Element>) {
		this.provider = options.treeDataProvider;
		this.provider.onDidChangeTreeData?.(told => {
			if (told === undefined || told === null) {
				this.#isStale = true;
			} else {
				for (const element of Array.isArray(told) ? told : [told]) {
					this.#stale.add(element);
				}
			}
		});
	}

	/** Has everything shown that was told of. */
	async settle(): Promise<void> {
		while (this.#isStale || this.#stale.size > 0) {
			const stale = [...this.#stale];
			this.#stale = new Set();
			if (this.#isStale) {
				this.#isStale = false;
				this.#byElement = new Map();
				this.rows = await this.#ask(undefined);
			} else {
				for (const element of stale) {
					await this.#askAgain(element);
				}
			}
			this.selection = this.selection.filter(element => this.#byElement.has(element));
		}
	}

	async #ask(element: Element | undefined): Promise<readonly ShownRow[]> {
		const rows: ShownRow[] = [];
		for (const child of (await this.provider.getChildren(element)) ?? []) {
			const row: ShownRow = { element: child, item: await this.provider.getTreeItem(child), rows: undefined };
			this.#byElement.set(child, row);
			row.rows = await this.#below(row);
			rows.push(row);
		}
		return rows;
	}

	async #below({ element, item }: ShownRow): Promise<readonly ShownRow[] | undefined> {
		return item.collapsibleState === TreeItemCollapsibleState.Expanded ? this.#ask(element) : undefined;
	}

	/** Rows that are open stay open, as VS Code does it with those whose id it knows. */
	async #askAgain(element: Element): Promise<void> {
		const row = this.#byElement.get(element);
		if (row) {
			row.item = await this.provider.getTreeItem(element);
			row.rows = await this.#below(row);
		}
	}

	/** All rows that can be seen, from above. */
	get visibleRows(): readonly ShownRow[] {
		const all = (rows: readonly ShownRow[]): ShownRow[] => rows.flatMap(row => [row, ...all(row.rows ?? [])]);
		return all(this.rows);
	}

	/** Clicks on a row's box, and ends when all has come of it that comes: VS Code would not wait for that. */
	async click({ element, item }: ShownRow): Promise<void> {
		const now = isTicked(item) ? TreeItemCheckboxState.Unchecked : TreeItemCheckboxState.Checked;
		await Promise.all([...this.#tickers].map(tick => tick({ items: [[element, now]] })));
	}

	select(elements: readonly Element[]): void {
		this.selection = elements;
		this.#selected.fire({ selection: elements });
	}

	/** Opens or closes a row. */
	async turn(row: ShownRow): Promise<void> {
		const isOpen = row.rows !== undefined;
		(isOpen ? this.#collapsed : this.#expanded).fire({ element: row.element });
		row.rows = isOpen ? undefined : await this.#ask(row.element);
	}

	async reveal(element: Element, { select = true }: { readonly select?: boolean } = {}): Promise<void> {
		await this.settle();
		if (select) {
			this.select([element]);
		}
	}

	dispose(): void {
		for (const each of [this.#expanded, this.#collapsed, this.#selected, this.#seen]) {
			each.dispose();
		}
	}
}

export function isTicked({ checkboxState }: TreeItem): boolean {
	const state = typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
	return state === TreeItemCheckboxState.Checked;
}

export function canBeOpened({ collapsibleState }: TreeItem): boolean {
	return collapsibleState !== undefined && collapsibleState !== TreeItemCollapsibleState.None;
}

export function labelOfItem({ label }: TreeItem): string {
	return typeof label === 'string' ? label : (label?.label ?? '');
}
