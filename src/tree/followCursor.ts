import { window, type Disposable, type TextEditor, type TreeView } from 'vscode';
import { Delayer } from '../util/delayer';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import type { Element, TreeModel } from './model';
import type { Revealer } from './revealer';

/** Milliseconds within which an editor that was opened at a place gets there: until then its cursor is at the top. */
const opening = 100;

/** Selects the row that the cursor stands in, while the view is visible. */
export function followCursor(
	view: TreeView<Element>,
	model: TreeModel,
	roadmaps: Roadmaps,
	revealer: Revealer,
): Disposable {
	const owned = new DisposableStore();
	const follow = (editor: TextEditor | undefined): void => {
		// Most cursors move in other files: that is asked first.
		const file = editor && view.visible ? roadmaps.get(editor.document.uri) : undefined;
		if (!editor || !file || !setting('tree.followCursor')) {
			return;
		}
		const element = model.elementAt(file, editor.document.offsetAt(editor.selection.active));
		// Several selected rows are somebody's work in progress; the row that is selected already needs no scrolling.
		if (element && view.selection.length < 2 && revealer.selected !== element) {
			void revealer.select(element);
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
