import type { Disposable, Memento, TreeView } from 'vscode';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { isText, keptUnder } from './kept';
import type { Element, TreeModel } from './model';
import { remember } from './remember';
import type { Revealer } from './revealer';

const storageKey = 'tree.selected';

/** Keeps the selected row over a reload of the window, and with it the place that the tree was scrolled to. */
export function keepSelection(
	view: TreeView<Element>,
	model: TreeModel,
	roadmaps: Roadmaps,
	revealer: Revealer,
	memento: Memento,
): Disposable {
	const owned = new DisposableStore();
	const path = keptUnder(memento, storageKey, isText);
	const restore = async (): Promise<void> => {
		await roadmaps.whenReady;
		const element = path === undefined ? undefined : model.elementOf(path);
		if (element && view.visible && view.selection.length === 0) {
			await revealer.select(element);
		}
	};
	void restore();
	owned.add(view.onDidChangeSelection(({ selection: [first] }) => remember(memento, storageKey, first?.path)));
	return owned;
}
