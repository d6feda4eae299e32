import { Range, window, workspace, type Disposable, type TextEditor } from 'vscode';
import { nodesBetween, type Node, type Task } from '../core';
import type { Settings } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { settingId } from '../workspace/settings';

/** Lines drawn beyond what is in sight, so that scrolling by a little shows nothing undrawn. */
const margin = 50;

/**
 * Has the editors of roadmaps drawn in, as far as they are in sight, whenever there may be something else to draw.
 *
 * @param draw Draws anew. Without a roadmap, because an editor's text is none any more, it takes away what it has drawn.
 * @param keys Settings that it goes by.
 */
export function drawInSight(
	roadmaps: Roadmaps,
	draw: (editor: TextEditor, file: ReadRoadmap | undefined) => void,
	...keys: readonly (keyof Settings)[]
): Disposable {
	const owned = new DisposableStore();
	const drawn = new WeakSet<TextEditor>();
	const drawIn = (editor: TextEditor): void => {
		const file = roadmaps.get(editor.document.uri);
		if (file?.kind === 'read') {
			drawn.add(editor);
			draw(editor, file);
		} else if (drawn.delete(editor)) {
			// Scrolling elsewhere costs nothing; only what was a roadmap has something to be taken away.
			draw(editor, undefined);
		}
	};
	const drawAll = (): void => window.visibleTextEditors.forEach(drawIn);
	owned.add(roadmaps.onDidChange(drawAll));
	owned.add(window.onDidChangeVisibleTextEditors(drawAll));
	owned.add(window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => drawIn(textEditor)));
	owned.add(
		workspace.onDidChangeConfiguration(
			event => keys.some(key => event.affectsConfiguration(settingId(key))) && drawAll(),
		),
	);
	drawAll();
	return owned;
}

/** The lines to draw in; `undefined` where none are in sight. */
export function rangeInSight({ visibleRanges }: TextEditor): Range | undefined {
	const [first, last] = [visibleRanges[0], visibleRanges.at(-1)];
	return first && last && new Range(Math.max(0, first.start.line - margin), 0, last.end.line + margin, 0);
}

/** The tasks that have a line to draw in. */
export function tasksInSight(editor: TextEditor, { roadmap }: ReadRoadmap): Task[] {
	const { document } = editor;
	const range = rangeInSight(editor);
	return range
		? [...nodesBetween(roadmap, document.offsetAt(range.start), document.offsetAt(range.end))].filter(isTask)
		: [];
}

function isTask(node: Node): node is Task {
	return node.kind === 'task';
}
