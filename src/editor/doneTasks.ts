import { Range, window, workspace, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import { nodesBetween, ownText, type Span } from '../core';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting, settingId } from '../workspace/settings';

/** Lines drawn beyond what is in sight, so that scrolling by a little shows nothing undrawn. */
const margin = 50;

/** Dims or strikes what is done or dropped, in the editors of roadmaps. */
export function registerDoneTasks(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	const dim = owned.add(window.createTextEditorDecorationType({ opacity: '0.6' }));
	const strike = owned.add(window.createTextEditorDecorationType({ opacity: '0.6', textDecoration: 'line-through' }));
	const drawn = new WeakSet<TextEditor>();
	const draw = (editor: TextEditor): void => {
		const isRoadmap = roadmaps.get(editor.document.uri)?.kind === 'read';
		// Scrolling elsewhere costs nothing; only what was a roadmap has something to be taken away.
		if (!isRoadmap && !drawn.delete(editor)) {
			return;
		}
		if (isRoadmap) {
			drawn.add(editor);
		}
		const style = setting('doneTasks', editor.document.uri);
		const ranges = style === 'none' ? [] : doneRanges(roadmaps, editor);
		editor.setDecorations(dim, style === 'dim' ? ranges : []);
		editor.setDecorations(strike, style === 'strike' ? ranges : []);
	};
	const drawAll = (): void => window.visibleTextEditors.forEach(draw);
	owned.add(roadmaps.onDidChange(drawAll));
	owned.add(window.onDidChangeVisibleTextEditors(drawAll));
	owned.add(window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => draw(textEditor)));
	owned.add(
		workspace.onDidChangeConfiguration(event => event.affectsConfiguration(settingId('doneTasks')) && drawAll()),
	);
	drawAll();
	return owned;
}

/** The lines in sight of the tasks that are done or dropped, without their boxes and indentation. */
function doneRanges(roadmaps: Roadmaps, { document, visibleRanges }: TextEditor): Range[] {
	const file = roadmaps.get(document.uri);
	const [first, last] = [visibleRanges[0], visibleRanges.at(-1)];
	if (file?.kind !== 'read' || !first || !last) {
		return [];
	}
	const inSight = new Range(Math.max(0, first.start.line - margin), 0, last.end.line + margin, 0);
	const from = document.offsetAt(inSight.start);
	const to = document.offsetAt(inSight.end);
	return [...nodesBetween(file.roadmap, from, to)]
		.filter(node => node.kind === 'task')
		.filter(({ state }) => state === 'done' || state === 'dropped')
		.flatMap(task => linesOf(document, ownText(file.text, task)))
		.filter(line => inSight.contains(line));
}

/** Each line of a stretch of text, without the white space around. */
function linesOf(document: TextDocument, { start, end }: Span): Range[] {
	const [from, to] = [document.positionAt(start), document.positionAt(end)];
	const lines: Range[] = [];
	for (let line = from.line; line <= to.line; line++) {
		const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
		const begin = line === from.line ? from.character : firstNonWhitespaceCharacterIndex;
		const finish = line === to.line ? to.character : text.trimEnd().length;
		if (begin < finish) {
			lines.push(new Range(line, begin, line, finish));
		}
	}
	return lines;
}
