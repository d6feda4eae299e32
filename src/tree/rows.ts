import { commands, l10n, window, type TreeView } from 'vscode';
import { focusedRow } from '../contributions';
import type { Node } from '../core';
import { tellThatNothingIsMeant } from '../workspace/addresses';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import { Element } from './model';

/** How often VS Code is asked to select a row, and the milliseconds between: before a person has gone on to another one. */
const attempts = 4;
const pause = 50;

/**
 * The rows that a command is about: that of a context menu and what is selected with it; without any, the selection.
 * `undefined`, which the person is told, where the arguments are something else, and where VS Code does not say which row has
 * the focus.
 */
export async function rowsMeant(
	view: TreeView<Element>,
	clicked: unknown,
	selected: unknown,
): Promise<readonly Element[] | undefined> {
	if (clicked === focusedRow && view.selection.length < 2 && !(await selectsFocused())) {
		void window.showWarningMessage(
			l10n.t('The tree was just being drawn anew; nothing was done. Press the key again.'),
		);
		return undefined;
	}
	// VS Code passes `null` for a title's button where no row has the focus.
	if (clicked === undefined || clicked === null || clicked === focusedRow) {
		return view.selection;
	}
	if (!isElement(clicked)) {
		tellThatNothingIsMeant();
		return undefined;
	}
	const several = Array.isArray(selected) ? selected.filter(isElement) : [];
	return several.length > 0 ? several : [clicked];
}

/** Selects the row that the keyboard's focus is on, which extensions are not told of, and says whether it could. */
async function selectsFocused(): Promise<boolean> {
	for (let attempt = 0; attempt < attempts; attempt++) {
		try {
			await commands.executeCommand('list.selectAndPreserveFocus');
			return true;
		} catch {
			// VS Code fails in it while the tree is being drawn anew. What is selected may be another row than the focus is on.
			await new Promise<void>(later => void setTimeout(later, pause));
		}
	}
	return false;
}

function isElement(value: unknown): value is Element {
	return value instanceof Element;
}

/** The nodes that rows show, each once, roadmap by roadmap, in the order of the rows. */
export function nodesPerFile(rows: readonly Element[]): Map<ReadRoadmap, readonly Node[]> {
	const nodes = new Map<ReadRoadmap, Set<Node>>();
	for (const { meant } of rows) {
		if (meant.kind === 'node') {
			nodes.set(meant.file, (nodes.get(meant.file) ?? new Set()).add(meant.node));
		}
	}
	return new Map([...nodes].map(([file, chosen]) => [file, [...chosen]]));
}
