import type { TreeView } from 'vscode';
import type { Element, TreeModel } from './model';

/** Opens every row, from the top down. */
export async function expandAll(view: TreeView<Element>, model: TreeModel): Promise<void> {
	let rows = model.top;
	while (rows.length > 0) {
		const parents = rows.filter(row => model.hasChildren(row));
		for (const row of parents) {
			await view.reveal(row, { select: false, focus: false, expand: true });
		}
		rows = parents.flatMap(row => model.childrenOf(row));
	}
	const [first] = model.top;
	if (first) {
		await view.reveal(first, { select: false, focus: false });
	}
}
