import { TreeItemCheckboxState, type Memento, type TreeItem } from 'vscode';
import { Completed } from '../../../src/tree/completed';
import { TreeDataProvider } from '../../../src/tree/dataProvider';
import { Expansion } from '../../../src/tree/expansion';
import { TreeModel, type Element } from '../../../src/tree/model';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { MemoryMemento } from './memento';

/** The provider of the tree, asked as VS Code asks it. */
export class Tree {
	readonly model = new TreeModel();
	readonly expansion: Expansion;
	readonly completed: Completed;
	readonly provider: TreeDataProvider;

	constructor(roadmaps: Roadmaps, memento: Memento = new MemoryMemento()) {
		this.expansion = new Expansion(memento);
		this.completed = new Completed(memento);
		this.provider = new TreeDataProvider(roadmaps, this.model, this.expansion, this.completed);
	}

	/** The row that these labels lead to. */
	async row(...labels: readonly string[]): Promise<Element> {
		return this.rowBelow(undefined, ...labels);
	}

	/** The row that these labels lead to from another. */
	async rowBelow(row: Element | undefined, ...labels: readonly string[]): Promise<Element> {
		let found = row;
		for (const label of labels) {
			const rows = await this.provider.getChildren(found);
			found = rows.find(row => this.item(row).label === label);
			if (!found) {
				throw new Error(`No ${label} among ${rows.map(row => describe(this.item(row))).join(', ')}`);
			}
		}
		if (!found) {
			throw new Error('Name a row.');
		}
		return found;
	}

	item(row: Element): TreeItem {
		return this.provider.getTreeItem(row);
	}

	/** The row's item with what is found out only when somebody hovers or clicks. */
	async resolved(row: Element): Promise<TreeItem> {
		const item = this.item(row);
		return (await this.provider.resolveTreeItem(item, row)) ?? item;
	}

	/** All rows as an indented list: box, label, description. */
	async outline(row?: Element, indent = ''): Promise<string[]> {
		const lines: string[] = [];
		for (const child of await this.provider.getChildren(row)) {
			lines.push(indent + describe(this.item(child)), ...(await this.outline(child, `${indent}  `)));
		}
		return lines;
	}
}

function describe({ label, description, checkboxState }: TreeItem): string {
	const state = typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
	const box = state === undefined ? [] : [state === TreeItemCheckboxState.Checked ? '[x]' : '[ ]'];
	return [...box, label, description].filter(part => typeof part === 'string').join(' ');
}
