import { commands, window, workspace, type Disposable, type Memento, type TreeView } from 'vscode';
import { commands as ids, views } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { settingId } from '../workspace/settings';
import { TreeDataProvider } from './dataProvider';
import { registerDroppedTasks } from './droppedTasks';
import { DragAndDrop } from './dragAndDrop';
import { TreeEditing } from './editing';
import { registerEditing } from './editingCommands';
import { Expansion } from './expansion';
import { expandAll } from './expandAll';
import { followCursor } from './followCursor';
import { TreeModel, type Element } from './model';
import { keepSelection } from './selection';
import { reveal } from './show';
import { toggleClicked, toggleSelected } from './toggling';

/** The tree of all roadmaps: rows, boxes, and what follows the cursor. */
export function registerTree(roadmaps: Roadmaps, memento: Memento): Disposable {
	const owned = new DisposableStore();
	const model = new TreeModel();
	const expansion = new Expansion(memento);
	const provider = owned.add(new TreeDataProvider(roadmaps, model, expansion));
	const view: TreeView<Element> = owned.add(
		window.createTreeView(views.tree, {
			treeDataProvider: provider,
			dragAndDropController: new DragAndDrop(() => editing),
			showCollapseAll: true,
			canSelectMany: true,
			manageCheckboxStateManually: true,
		}),
	);
	const editing: TreeEditing = new TreeEditing(roadmaps, model, row =>
		reveal(view, row, { select: true, focus: true }),
	);
	owned.add(registerEditing(editing, view));
	owned.add(registerDroppedTasks());
	owned.add(view.onDidExpandElement(({ element }) => expansion.set(element, true)));
	owned.add(view.onDidCollapseElement(({ element }) => expansion.set(element, false)));
	owned.add(view.onDidChangeCheckboxState(event => toggleClicked(roadmaps, provider, view.selection, event.items)));
	owned.add(
		commands.registerCommand(ids.toggleSelected, (clicked: unknown, selected: unknown) =>
			toggleSelected(roadmaps, view, clicked, selected),
		),
	);
	owned.add(commands.registerCommand(ids.expandAll, () => expandAll(view, model, expansion)));
	owned.add(
		workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration(settingId('tree.emptySections'))) {
				provider.update();
			}
		}),
	);
	owned.add(keepSelection(view, model, roadmaps, memento));
	owned.add(followCursor(view, model, roadmaps));
	return owned;
}
