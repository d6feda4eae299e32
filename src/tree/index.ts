import { commands, window, workspace, type Disposable, type Memento, type TreeView } from 'vscode';
import { commands as ids, views } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { settingId } from '../workspace/settings';
import { Completed } from './completed';
import { TreeDataProvider } from './dataProvider';
import { registerDroppedTasks } from './droppedTasks';
import { DragAndDrop } from './dragAndDrop';
import { TreeEditing } from './editing';
import { registerEditing } from './editingCommands';
import { Expansion } from './expansion';
import { expandAll, expandOpen } from './expanding';
import { followCursor } from './followCursor';
import { registerHiding } from './hiding';
import { TreeModel, type Element } from './model';
import { Revealer } from './revealer';
import { rowsMeant } from './rows';
import { keepSelection } from './selection';
import { Succession } from './succession';
import { toggleClicked, toggleRows } from './toggling';

/** The tree of all roadmaps: rows, boxes, and what follows the cursor. */
export function registerTree(roadmaps: Roadmaps, memento: Memento): Disposable {
	const owned = new DisposableStore();
	const model = new TreeModel();
	const expansion = new Expansion(memento);
	const completed = new Completed(memento);
	const provider = owned.add(new TreeDataProvider(roadmaps, model, expansion, completed));
	const view: TreeView<Element> = owned.add(
		window.createTreeView(views.tree, {
			treeDataProvider: provider,
			dragAndDropController: new DragAndDrop(() => editing),
			showCollapseAll: true,
			canSelectMany: true,
			manageCheckboxStateManually: true,
		}),
	);
	const revealer = new Revealer(view, model, provider);
	const editing: TreeEditing = new TreeEditing(roadmaps, model, row => revealer.focus(row));
	const succession = owned.add(new Succession(view, model, provider, revealer, roadmaps));
	owned.add(registerEditing(editing, view, succession));
	owned.add(registerDroppedTasks());
	owned.add(view.onDidExpandElement(({ element }) => expansion.set([element], true)));
	owned.add(view.onDidCollapseElement(({ element }) => expansion.set([element], false)));
	owned.add(
		view.onDidChangeCheckboxState(({ items }) =>
			succession.during(() => toggleClicked(roadmaps, provider, view.selection, items)),
		),
	);
	owned.add(
		commands.registerCommand(ids.toggleSelected, async (clicked: unknown, selected: unknown) => {
			const rows = await rowsMeant(view, clicked, selected);
			if (rows) {
				await succession.during(() => toggleRows(roadmaps, rows));
			}
		}),
	);
	owned.add(
		commands.registerCommand(ids.makeTasks, async (clicked: unknown) => {
			const [row] = (await rowsMeant(view, clicked, undefined)) ?? [];
			if (row) {
				await window.showTextDocument(row.content.file.uri);
				await commands.executeCommand(ids.turnListIntoTasks);
			}
		}),
	);
	owned.add(registerHiding(view, model, roadmaps, provider, completed));
	const tree = { view, model, expansion, provider, revealer };
	owned.add(commands.registerCommand(ids.expandAll, () => expandAll(tree)));
	owned.add(commands.registerCommand(ids.expandOpen, () => expandOpen(tree)));
	owned.add(
		workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration(settingId('tree.emptySections'))) {
				provider.update();
			}
		}),
	);
	owned.add(keepSelection(view, model, roadmaps, revealer, memento));
	owned.add(followCursor(view, model, roadmaps, revealer));
	return owned;
}
