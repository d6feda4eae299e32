import type { TreeView } from 'vscode';
import { progressOf } from '../core';
import type { TreeDataProvider } from './dataProvider';
import type { Expansion } from './expansion';
import type { Element, TreeModel } from './model';
import type { Revealer } from './revealer';

/** What of the tree opens and closes rows. */
export interface Tree {
	readonly view: TreeView<Element>;
	readonly model: TreeModel;
	readonly expansion: Expansion;
	readonly provider: TreeDataProvider;
	readonly revealer: Revealer;
}

/** Opens every row. */
export function expandAll(tree: Tree): void {
	openRows(tree, () => true);
}

/** Opens every row with something left to do inside, and closes all others. */
export function expandOpen(tree: Tree): void {
	openRows(tree, ({ content: { file, ...content } }) => {
		if (file.kind !== 'read') {
			return false;
		}
		const { done, total } = progressOf('node' in content ? content.node : file.roadmap);
		return done < total;
	});
}

/** All at once: to reveal rows one by one scrolls about, and takes long where there are many. */
function openRows({ view, model, expansion, provider, revealer }: Tree, isWanted: (row: Element) => boolean): void {
	const changed = { open: new Set<Element>(), closed: new Set<Element>() };
	const rows = [...model.top];
	for (let row = rows.pop(); row; row = rows.pop()) {
		if (!model.hasChildren(row)) {
			continue;
		}
		const isOpen = isWanted(row);
		if (isOpen !== expansion.isOpen(row)) {
			changed[isOpen ? 'open' : 'closed'].add(row);
			row.renew();
		}
		// What is in a row that stays closed is not made for this.
		const inside = isOpen ? model.childrenOf(row) : (row.children ?? []);
		inside.forEach(child => rows.push(child));
	}
	const [selected] = view.selection;
	expansion.set(changed.open, true);
	expansion.set(changed.closed, false);
	provider.refreshAll();
	if (selected && (changed.open.has(selected) || changed.closed.has(selected))) {
		void revealer.select(selected);
	}
}
