import { commands, type TreeView } from 'vscode';
import { focusedRow } from '../contributions';
import type { Node } from '../core';
import { tellThatNothingIsMeant } from '../workspace/addresses';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import { Element } from './model';

/**
 * The rows that a command is about: that of a context menu and what is selected with it; without any, the selection.
 * `undefined` where the arguments are something else, which the person is told.
 */
export async function rowsMeant(
	view: TreeView<Element>,
	clicked: unknown,
	selected: unknown,
): Promise<readonly Element[] | undefined> {
	if (clicked === focusedRow && view.selection.length < 2) {
		await selectFocused();
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

/** Selects the row that the keyboard's focus is on, which extensions are not told of. */
async function selectFocused(): Promise<void> {
	try {
		await commands.executeCommand('list.selectAndPreserveFocus');
	} catch {
		// VS Code fails in it while the tree is being drawn anew. The selection is what it was, and the focus on it.
	}
}

function isElement(value: unknown): value is Element {
	return value instanceof Element;
}

/** The nodes of rows, each once, roadmap by roadmap, in the order of the rows. */
export function nodesPerFile(rows: readonly Element[]): Map<ReadRoadmap, readonly Node[]> {
	const nodes = new Map<ReadRoadmap, Set<Node>>();
	for (const { content } of rows) {
		if (content.kind === 'node') {
			nodes.set(content.file, (nodes.get(content.file) ?? new Set()).add(content.node));
		}
	}
	return new Map([...nodes].map(([file, chosen]) => [file, [...chosen]]));
}
