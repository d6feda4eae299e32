import { l10n, Range, window, type TextDocument } from 'vscode';
import { nextTask, previousTask, progressOf, taskAt, wordsStart, type Roadmap, type Task } from '../core';
import { tellThatThereAreNoTasks } from '../workspace/absence';
import { toggleNodes } from '../workspace/editing';
import type { Roadmaps } from '../workspace/roadmaps';
import type { Place } from './place';

/** Moves the cursor to the next task that is still to do; behind the last one it is the first again. */
export async function goToNext(roadmaps: Roadmaps, { document, offset }: Place): Promise<void> {
	const roadmap = read(roadmaps, document);
	await goTo(roadmaps, document, roadmap, nextTask(roadmap, offset) ?? nextTask(roadmap));
}

/** The same backwards. */
export async function goToPrevious(roadmaps: Roadmaps, { document, offset }: Place): Promise<void> {
	const roadmap = read(roadmaps, document);
	await goTo(roadmaps, document, roadmap, previousTask(roadmap, offset) ?? previousTask(roadmap));
}

/** Ticks the task under the cursor, and says whether it is done now. */
export async function completeTask(roadmaps: Roadmaps, { document, offset }: Place): Promise<boolean> {
	const file = roadmaps.inDocument(document);
	const task = file && offset !== undefined ? taskAt(file.text, file.roadmap, offset) : undefined;
	if (!file || !task) {
		void window.showInformationMessage(l10n.t('There is no task here. Put the cursor on the task that is done.'));
		return false;
	}
	const outcome = await toggleNodes(roadmaps, file, [task], { state: 'done' });
	return outcome !== 'refused';
}

/** The roadmap as it is in the editor now, which may be newer than what is shown. */
function read(roadmaps: Roadmaps, document: TextDocument): Roadmap {
	return roadmaps.parserOf(document.uri).parse(document.getText());
}

async function goTo(
	roadmaps: Roadmaps,
	document: TextDocument,
	roadmap: Roadmap,
	task: Task | undefined,
): Promise<void> {
	if (task) {
		const position = document.positionAt(wordsStart(task));
		await window.showTextDocument(document, { selection: new Range(position, position) });
		return;
	}
	const { total } = progressOf(roadmap);
	if (total === 0) {
		tellThatThereAreNoTasks(roadmaps);
	} else {
		void window.showInformationMessage(l10n.t('Nothing is left to do: {0} of {0} tasks done.', total));
	}
}
