import type { TreeView } from 'vscode';
import type { Element } from './model';

/** Selects a row and scrolls to it, leaving the focus where it is. */
export function show(view: TreeView<Element>, element: Element): void {
	// Rejected where the tree was refreshed meanwhile and the row is gone: then there is nothing to show.
	void view.reveal(element, { select: true, focus: false }).then(undefined, () => undefined);
}
