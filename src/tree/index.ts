import { commands, window, workspace, type Disposable, type Memento } from 'vscode';
import { commands as ids, views } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { settingId } from '../workspace/settings';
import { Completed } from './completed';
import { TreeDataProvider } from './dataProvider';
import { registerDroppedTasks } from './droppedTasks';
import { Expansion } from './expansion';
import { expandAll, expandOpen } from './expanding';
import { followCursor } from './followCursor';
import { registerHiding } from './hiding';
import { TreeModel } from './model';
import { keepSelection } from './selection';
import { Succession } from './succession';
import { toggleClicked, toggleSelected } from './toggling';

/** The tree of all roadmaps: rows, boxes, and what follows the cursor. */
export function registerTree(roadmaps: Roadmaps, memento: Memento): Disposable {
	const owned = new DisposableStore();
	const model = new TreeModel();
	const expansion = new Expansion(memento);
	const completed = new Completed(memento);
	const provider = owned.add(new TreeDataProvider(roadmaps, model, expansion, completed));
	const view = owned.add(
		window.createTreeView(views.tree, {
			treeDataProvider: provider,
			showCollapseAll: true,
			canSelectMany: true,
			manageCheckboxStateManually: true,
		}),
	);
	owned.add(registerDroppedTasks());
	owned.add(view.onDidExpandElement(({ element }) => expansion.set([element], true)));
	owned.add(view.onDidCollapseElement(({ element }) => expansion.set([element], false)));
	const succession = owned.add(new Succession(view, model, roadmaps));
	owned.add(
		view.onDidChangeCheckboxState(({ items }) =>
			succession.during(() => toggleClicked(roadmaps, provider, view.selection, items)),
		),
	);
	owned.add(
		commands.registerCommand(ids.toggleSelected, (clicked: unknown, selected: unknown) =>
			succession.during(() => toggleSelected(roadmaps, view.selection, clicked, selected)),
		),
	);
	owned.add(registerHiding(view, model, roadmaps, provider, completed));
	const tree = { view, model, expansion, provider };
	owned.add(commands.registerCommand(ids.expandAll, () => expandAll(tree)));
	owned.add(commands.registerCommand(ids.expandOpen, () => expandOpen(tree)));
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
