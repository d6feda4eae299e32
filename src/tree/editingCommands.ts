import { commands, type Disposable, type TreeView } from 'vscode';
import { commands as ids } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { TreeEditing } from './editing';
import type { Element } from './model';
import { rowsMeant } from './rows';
import type { Succession } from './succession';

/** The commands that change roadmaps from their rows: those of a context menu, or those selected. */
export function registerEditing(editing: TreeEditing, view: TreeView<Element>, succession: Succession): Disposable {
	const owned = new DisposableStore();
	const register = (id: string, run: (rows: readonly Element[]) => Promise<unknown>): void => {
		owned.add(
			commands.registerCommand(id, async (clicked: unknown, selected: unknown) => {
				const rows = await rowsMeant(view, clicked, selected);
				return rows && run(rows);
			}),
		);
	};
	register(ids.addTask, rows => editing.addTask(rows));
	register(ids.addTaskInside, rows => editing.addTaskInside(rows));
	register(ids.addSection, rows => editing.addSection(rows));
	register(ids.rename, rows => editing.rename(rows));
	register(ids.remove, rows => succession.during(() => editing.remove(rows)));
	register(ids.duplicate, editing.duplicate);
	register(ids.moveUp, editing.moveUp);
	register(ids.moveDown, editing.moveDown);
	register(ids.indent, editing.indent);
	register(ids.outdent, editing.outdent);
	register(ids.sortFinished, editing.sortFinished);
	register(ids.copyMarkdown, rows => editing.copy(rows));
	register(ids.pasteMarkdown, rows => editing.paste(rows));
	register(ids.undo, rows => editing.undo(rows, 'undo'));
	register(ids.redo, rows => editing.undo(rows, 'redo'));
	return owned;
}
