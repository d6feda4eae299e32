import { window, type Disposable, type TextEditor, type TreeView } from 'vscode';
import { Delayer } from '../util/delayer';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import type { Element, TreeModel } from './model';
import { reveal } from './show';

/** Milliseconds within which an editor that was opened at a place gets there: until then its cursor is at the top. */
const opening = 100;

/** Selects the row that the cursor stands in, while the view is visible. */
export function followCursor(view: TreeView<Element>, model: TreeModel, roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	/** The row on its way to be selected: VS Code tells a moment later what is. */
	let asked: Element | undefined;
	const select = async (element: Element): Promise<void> => {
		asked = element;
		await reveal(view, element, { select: true, focus: false });
		if (asked === element) {
			asked = undefined;
		}
	};
	const follow = (editor: TextEditor | undefined): void => {
		// Most cursors move in other files: that is asked first.
		const file = editor && view.visible ? roadmaps.get(editor.document.uri) : undefined;
		if (!editor || !file || !setting('tree.followCursor')) {
			return;
		}
		const element = model.elementAt(file, editor.document.offsetAt(editor.selection.active));
		// Several selected rows are somebody's work in progress; the row that is selected already needs no scrolling.
		if (element && view.selection.length < 2 && (asked ?? view.selection[0]) !== element) {
			void select(element);
		}
	};
	owned.add(
		// Without a kind the selection was moved by an edit, not by a person.
		window.onDidChangeTextEditorSelection(({ kind, textEditor }) => kind && follow(textEditor)),
	);
	const opened = owned.add(new Delayer(opening));
	owned.add(window.onDidChangeActiveTextEditor(() => opened.trigger(() => follow(window.activeTextEditor))));
	owned.add(view.onDidChangeVisibility(() => follow(window.activeTextEditor)));
	return owned;
}
