import * as assert from 'node:assert/strict';
import { commands, TreeItemCollapsibleState, window, workspace } from 'vscode';
import { expandAll, expandOpen, type Tree as Parts } from '../../../src/tree/expanding';
import type { Element } from '../../../src/tree/model';
import { Revealer } from '../../../src/tree/revealer';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, open, sample, write } from '../support/files';
import { focusFirst } from '../support/focusFirst';
import { MemoryMemento } from '../support/memento';
import { setRoadmap } from '../support/settings';
import { openStore, untilRead } from '../support/store';
import { Tree } from '../support/tree';
import { until } from '../support/until';

const text = `# Sea

## Water

- [x] Swim
- [x] Dive
  - [ ] Sink
- [-] Drown
- [ ] Float
  - [x] Breathe

## Wind

- [x] Sail
  - [x] Tack
`;

describe('what the title of the tree offers', () => {
	const ends: { dispose(): unknown }[] = [];

	before(diskIsWatched);
	afterEach(async () => {
		ends.splice(0).forEach(end => void end.dispose());
		await cleanUp();
	});

	async function treeOf(content: string, memento = new MemoryMemento()): Promise<Tree> {
		await write(sample, content);
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample, content);
		const tree = new Tree(roadmaps, memento);
		ends.push(tree.provider);
		return tree;
	}

	/** What the commands work on, with a view that nobody sees. */
	function partsOf({ model, expansion, provider }: Tree): Parts {
		const view = window.createTreeView('roadmap.tree.another', { treeDataProvider: provider });
		ends.push(view);
		return { view, model, expansion, provider, revealer: new Revealer(view, model, provider) };
	}

	function hide(tree: Tree, isHidden: boolean): void {
		tree.completed.hide(isHidden);
		tree.provider.update();
	}

	it('hides what is completed, and shows it again', async () => {
		const tree = await treeOf(text);
		const all = await tree.outline();
		assert.equal(all.length, 10);
		hide(tree, true);
		assert.deepEqual(await tree.outline(), [
			'[ ] Water 3/5',
			'  [x] Dive 0/1',
			'    [ ] Sink ← next',
			'  [ ] Float 1/1',
		]);
		assert.equal(tree.item(await tree.row('Water', 'Float')).collapsibleState, TreeItemCollapsibleState.None);
		hide(tree, false);
		assert.deepEqual(await tree.outline(), all);
	});

	it('hides it beside sections without tasks', async () => {
		const tree = await treeOf(`${text}\n## Empty\n`);
		await setRoadmap('tree.emptySections', 'show');
		hide(tree, true);
		assert.deepEqual(
			(await tree.provider.getChildren()).map(row => tree.item(row).label),
			['Water', 'Empty'],
		);
	});

	it('hides roadmaps that are completed, of several', async () => {
		const folder = freshFolder();
		await write(at(folder, 'a/ROADMAP.md'), '- [x] a\n');
		await write(at(folder, 'b/ROADMAP.md'), '# Words\n');
		const tree = await treeOf(text);
		hide(tree, true);
		assert.deepEqual(
			(await tree.provider.getChildren()).map(row => tree.item(row).label),
			[workspace.workspaceFolders?.[0]?.name, `${folder}/b`],
		);
	});

	it('keeps for the workspace that it is hidden', async () => {
		const memento = new MemoryMemento();
		hide(await treeOf(text, memento), true);
		assert.equal((await (await treeOf(text, memento)).outline()).length, 4);
	});

	it('tells VS Code of no more than what is hidden', async () => {
		const tree = await treeOf('## A\n\n- [ ] a\n  - [x] b\n\n## B\n\n- [ ] c\n');
		await tree.outline();
		const told: unknown[] = [];
		tree.provider.onDidChangeTreeData(rows => told.push(rows));
		hide(tree, true);
		assert.deepEqual(told, [[await tree.row('A', 'a')]]);
		hide(tree, true);
		assert.equal(told.length, 1);
	});

	/** The rows that are open, in their order. */
	async function openRows(tree: Tree, row?: Element): Promise<string[]> {
		const rows = await tree.provider.getChildren(row);
		const lists = rows.map(async child => {
			const { collapsibleState, label } = tree.item(child);
			const isOpen = collapsibleState === TreeItemCollapsibleState.Expanded;
			return isOpen ? [label as string, ...(await openRows(tree, child))] : openRows(tree, child);
		});
		return (await Promise.all(lists)).flat();
	}

	it('opens rows with something to do inside, and closes all others', async () => {
		const tree = await treeOf(text);
		const parts = partsOf(tree);
		tree.expansion.set([await tree.row('Wind'), await tree.row('Water', 'Float')], true);
		tree.expansion.set([await tree.row('Water')], false);
		const rows = [await tree.row('Water'), await tree.row('Water', 'Dive'), await tree.row('Water', 'Swim')];
		const ids = rows.map(({ id }) => id);
		const told: unknown[] = [];
		tree.provider.onDidChangeTreeData(changed => told.push(changed));
		expandOpen(parts);
		assert.deepEqual(await openRows(tree), ['Water', 'Dive']);
		assert.deepEqual(
			rows.map(({ id }, index) => id === ids[index]),
			[false, true, true],
			'VS Code opens and closes only what it takes for new',
		);
		assert.deepEqual(told, [undefined]);
	});

	it('opens all rows', async () => {
		const memento = new MemoryMemento();
		const tree = await treeOf(text, memento);
		expandAll(partsOf(tree));
		const all = ['Water', 'Dive', 'Float', 'Wind', 'Sail'];
		assert.deepEqual(await openRows(tree), all);
		assert.deepEqual(await openRows(await treeOf(text, memento)), all, 'over a reload too');
	});

	it('opens all rows of several roadmaps, and none of those that cannot be read', async () => {
		const folder = freshFolder();
		await write(at(folder, 'a/ROADMAP.md'), '- [x] a\n  - [x] b\n');
		await write(at(folder, 'b/ROADMAP.md'), new Uint8Array([1, 0, 2, 0, 0, 0, 7]));
		const tree = await treeOf('- [ ] c\n  - [ ] d\n');
		const parts = partsOf(tree);
		const name = String(workspace.workspaceFolders?.[0]?.name);
		expandAll(parts);
		assert.deepEqual(await openRows(tree), [name, 'c', `${folder}/a`, 'a']);
		expandOpen(parts);
		assert.deepEqual(await openRows(tree), [name, 'c']);
	});
});

describe('the commands of the tree', () => {
	before(diskIsWatched);
	afterEach(async () => {
		await commands.executeCommand('roadmap.tree.showCompleted');
		await cleanUp();
	});

	/** Opens the sample's roadmap with this text. */
	async function opened(content: string) {
		await write(sample, content);
		const { document } = await open(sample);
		await until(
			() => document.getText() === content,
			() => document.getText(),
		);
		return document;
	}

	it('hide completed tasks, so that the first row is one to do', async () => {
		const document = await opened('- [x] a\n- [x] b\n- [ ] c\n- [ ] d\n');
		await commands.executeCommand('roadmap.tree.hideCompleted');
		await until(
			async () => {
				await commands.executeCommand('roadmap.tree.focus');
				if (await focusFirst()) {
					await commands.executeCommand('list.selectAndPreserveFocus');
					await commands.executeCommand('roadmap.tree.toggle');
				}
				return document.isDirty;
			},
			() => document.getText(),
		);
		assert.equal(document.getText(), '- [x] a\n- [x] b\n- [x] c\n- [ ] d\n');
	});

	it('open rows', async () => {
		await commands.executeCommand('roadmap.tree.expandOpen');
		await commands.executeCommand('roadmap.tree.expandAll');
	});
});
