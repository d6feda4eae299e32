import type { TreeView } from 'vscode';
import type { Element } from './model';

type Options = Parameters<TreeView<Element>['reveal']>[1];

/** Scrolls to a row, and ends when it is there. A row that goes meanwhile, as the roadmap changes, is nothing to show. */
export async function reveal(view: TreeView<Element>, element: Element, options: Options): Promise<void> {
	try {
		await view.reveal(element, options);
	} catch {
		// The one reason that VS Code rejects for: the tree was refreshed, and the row is gone.
	}
}

/** Selects a row and scrolls to it, leaving the focus where it is. */
export function show(view: TreeView<Element>, element: Element): void {
	void reveal(view, element, { select: true, focus: false });
}
