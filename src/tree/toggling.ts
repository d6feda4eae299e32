import { commands, TreeItemCheckboxState } from 'vscode';
import { contextKeys } from '../contributions';
import { toggleNodes, type Outcome } from '../workspace/editing';
import type { Roadmaps } from '../workspace/roadmaps';
import type { TreeDataProvider } from './dataProvider';
import type { Element } from './model';
import { nodesPerFile } from './rows';

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

/** Ticks or unticks rows, and says whether anything changed. */
export async function toggleRows(roadmaps: Roadmaps, rows: readonly Element[]): Promise<boolean> {
	const outcomes = await toggleElements(roadmaps, rows);
	return outcomes.includes('applied');
}

/** One edit for each roadmap, however many of its rows are meant. */
async function toggleElements(
	roadmaps: Roadmaps,
	elements: readonly Element[],
	state?: 'open' | 'done',
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const [file, nodes] of nodesPerFile(elements)) {
		outcomes.push(await toggleNodes(roadmaps, file, nodes, state ? { state } : {}));
	}
	if (outcomes.includes('applied')) {
		void commands.executeCommand('setContext', contextKeys.hasTicked, true);
	}
	return outcomes;
}
