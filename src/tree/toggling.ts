import { TreeItemCheckboxState } from 'vscode';
import type { Node } from '../core';
import { toggleNodes, type Outcome } from '../workspace/editing';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import type { TreeDataProvider } from './dataProvider';
import { Element } from './model';

/** A click on a box ticks its row; on one of several selected rows, all of them. Says whether anything changed. */
export async function toggleClicked(
	roadmaps: Roadmaps,
	provider: TreeDataProvider,
	selection: readonly Element[],
	items: readonly (readonly [Element, TreeItemCheckboxState])[],
): Promise<boolean> {
	const clicked = items.map(([element]) => element);
	const meant = clicked.some(element => selection.includes(element)) ? [...clicked, ...selection] : clicked;
	const state = items[0]?.[1] === TreeItemCheckboxState.Checked ? 'done' : 'open';
	const outcomes = await toggleElements(roadmaps, meant, state);
	if (outcomes.some(outcome => outcome !== 'applied')) {
		// VS Code has drawn the boxes as clicked already, and no change of the text will draw them anew.
		provider.refresh(clicked);
	}
	return outcomes.includes('applied');
}

/**
 * The command on rows: on the row of a context menu and what is selected with it, or on the selection. Says whether anything
 * changed.
 */
export async function toggleSelected(
	roadmaps: Roadmaps,
	selection: readonly Element[],
	clicked: unknown,
	selected: unknown,
): Promise<boolean> {
	const [first] = [clicked].filter(isElement);
	const several = Array.isArray(selected) ? selected.filter(isElement) : [];
	const outcomes = await toggleElements(roadmaps, several.length > 0 ? several : first ? [first] : selection);
	return outcomes.includes('applied');
}

function isElement(value: unknown): value is Element {
	return value instanceof Element;
}

/** One edit for each roadmap, however many of its rows are meant. */
async function toggleElements(
	roadmaps: Roadmaps,
	elements: readonly Element[],
	state?: 'open' | 'done',
): Promise<Outcome[]> {
	const perFile = new Map<ReadRoadmap, Set<Node>>();
	for (const { content } of elements) {
		if (content.kind === 'node') {
			perFile.set(content.file, (perFile.get(content.file) ?? new Set()).add(content.node));
		}
	}
	const outcomes: Outcome[] = [];
	for (const [file, nodes] of perFile) {
		outcomes.push(await toggleNodes(roadmaps, file, [...nodes], state ? { state } : {}));
	}
	return outcomes;
}
