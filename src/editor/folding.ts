import { commands, extensions, l10n, window, type Disposable, type FoldingRange, type TextDocument } from 'vscode';
import { completedIn, type Node } from '../core';
import { commands as ids } from '../contributions';
import type { Roadmaps } from '../workspace/roadmaps';
import { roadmapEditor } from './roadmapEditor';

const markdownExtension = 'vscode.markdown-language-features';

/** The command that folds what is completed in the editor of a roadmap. */
export function registerFolding(roadmaps: Roadmaps): Disposable {
	return commands.registerCommand(ids.foldCompleted, async () => {
		const editor = await roadmapEditor(roadmaps);
		if (editor) {
			await foldCompleted(roadmaps, editor.document);
		}
	});
}

async function foldCompleted(roadmaps: Roadmaps, document: TextDocument): Promise<void> {
	// Most ranges are those of the built-in Markdown extension, which may not have been started yet.
	await extensions.getExtension(markdownExtension)?.activate();
	// Of a line where no range starts, VS Code would fold the one around it.
	const ranges = await commands.executeCommand<FoldingRange[] | undefined>(
		'vscode.executeFoldingRangeProvider',
		document.uri,
	);
	const file = roadmaps.inDocument(document);
	const completed = file ? linesOf(document, completedIn(file.roadmap)) : [];
	const selectionLines = thatCanBeFolded(completed, ranges ?? []);
	if (selectionLines.length > 0) {
		await commands.executeCommand('editor.fold', { selectionLines, levels: 1 });
	} else {
		const reason =
			completed.length > 0
				? l10n.t('VS Code offers no folding for what is completed here.')
				: l10n.t('There is nothing to fold: nothing of several lines is completed.');
		void window.showInformationMessage(reason);
	}
}

/** The first and the last line of each of these that has several. */
function linesOf(document: TextDocument, nodes: readonly Node[]): (readonly [number, number])[] {
	return nodes
		.map(({ span }) => [document.positionAt(span.start).line, document.positionAt(span.end - 1).line] as const)
		.filter(([start, end]) => start < end);
}

/** The first lines of those that VS Code has a range for, and not one that goes on behind them. */
function thatCanBeFolded(lines: readonly (readonly [number, number])[], ranges: readonly FoldingRange[]): number[] {
	const ends = new Map(ranges.map(({ start, end }) => [start, end]));
	const foldable = lines.filter(([start, end]) => (ends.get(start) ?? Infinity) <= end);
	return [...new Set(foldable.map(([start]) => start))];
}
