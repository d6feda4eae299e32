import { l10n, Range, TabInputText, ViewColumn, window, type Uri } from 'vscode';
import { relocate, tasksIn, wordsStart, type Node } from '../core';
import { openDocument } from '../workspace/opening';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';

/**
 * Puts the cursor on a task, in an editor beside the review.
 *
 * @param file The roadmap as the review shows it; the task is found again in what is there now.
 * @param index Of the task, in the order of the document.
 */
export async function openTask(roadmaps: Roadmaps, file: ReadRoadmap, index: number): Promise<void> {
	await roadmaps.followEdits();
	const now = roadmaps.get(file.uri);
	const task = index < 0 ? undefined : [...tasksIn(file.roadmap)][index];
	const found = task && now?.kind === 'read' ? foundAgain(file, task, now) : undefined;
	if (!found) {
		void window.showInformationMessage(l10n.t('This task is no longer in the roadmap.'));
		return;
	}
	const document = await openDocument(file.uri);
	if (!document) {
		return;
	}
	const position = document.positionAt(wordsStart(found));
	await window.showTextDocument(document, {
		selection: new Range(position, position),
		viewColumn: columnFor(file.uri),
	});
}

function foundAgain(file: ReadRoadmap, task: Node, now: ReadRoadmap): Node | undefined {
	return now.roadmap === file.roadmap ? task : relocate(file.roadmap, task, now.roadmap);
}

/** Where the file is in sight, else where it is open behind other tabs than the review, else beside the review. */
function columnFor(uri: Uri): ViewColumn {
	const key = uri.toString();
	const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === key)?.viewColumn;
	const others = window.tabGroups.all.filter(group => group !== window.tabGroups.activeTabGroup);
	const open = others.find(({ tabs }) =>
		tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === key),
	);
	return visible ?? open?.viewColumn ?? ViewColumn.Beside;
}
