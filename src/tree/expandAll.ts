import type { TreeView } from 'vscode';
import type { Expansion } from './expansion';
import type { Element, TreeModel } from './model';
import { reveal } from './show';

/** Opens every row that is not open yet, from the top down. */
export async function expandAll(view: TreeView<Element>, model: TreeModel, expansion: Expansion): Promise<void> {
	let rows = model.top;
	while (rows.length > 0) {
		const parents = rows.filter(row => model.hasChildren(row));
		for (const row of parents.filter(parent => !expansion.isOpen(parent))) {
			await reveal(view, row, { select: false, focus: false, expand: true });
		}
		rows = parents.flatMap(row => model.childrenOf(row));
	}
	// Opening scrolls; back to what the person was looking at.
	const anchor = view.selection[0] ?? model.top[0];
	if (anchor) {
		await reveal(view, anchor, { select: false, focus: false });
	}
}
