import { Range, window, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import { ownText, type Span } from '../core';
import { DisposableStore } from '../util/disposable';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import { drawInSight, rangeInSight, tasksInSight } from './inSight';

/** Dims or strikes what is done or dropped, in the editors of roadmaps. */
export function registerDoneTasks(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	const dim = owned.add(window.createTextEditorDecorationType({ opacity: '0.6' }));
	const strike = owned.add(window.createTextEditorDecorationType({ opacity: '0.6', textDecoration: 'line-through' }));
	const draw = (editor: TextEditor, file: ReadRoadmap | undefined): void => {
		const style = setting('doneTasks', editor.document.uri);
		const ranges = style === 'none' || !file ? [] : doneRanges(editor, file);
		editor.setDecorations(dim, style === 'dim' ? ranges : []);
		editor.setDecorations(strike, style === 'strike' ? ranges : []);
	};
	owned.add(drawInSight(roadmaps, draw, 'doneTasks'));
	return owned;
}

/** The lines in sight of the tasks that are done or dropped, without their boxes and indentation. */
function doneRanges(editor: TextEditor, file: ReadRoadmap): Range[] {
	const inSight = rangeInSight(editor);
	return tasksInSight(editor, file)
		.filter(({ state }) => state === 'done' || state === 'dropped')
		.flatMap(task => linesOf(editor.document, ownText(file.text, task)))
		.filter(line => inSight?.contains(line));
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
