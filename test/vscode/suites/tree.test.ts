import * as assert from 'node:assert/strict';
import {
	commands,
	MarkdownString,
	Position,
	Range,
	ThemeIcon,
	TreeItemCheckboxState,
	TreeItemCollapsibleState,
	workspace,
	type TextDocument,
	type TreeItem,
} from 'vscode';
import type { Element } from '../../../src/tree/model';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
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
- [ ] Dive

  Deep *down*.
  - [x] Breathe
  - [ ] Sink
- [~] Float
- [-] Drown
- Games
  - [ ] Polo

## Empty

Nothing.

## Wind

- [x] Sail
`;

describe('the rows of the tree', () => {
	let roadmaps: Roadmaps;
	const trees: Tree[] = [];

	before(diskIsWatched);
	afterEach(async () => {
		for (const { provider } of trees.splice(0)) {
			provider.dispose();
		}
		await cleanUp();
	});

	/** The tree of the sample's folder, whose roadmap has this text. */
	async function treeOf(content: string, memento = new MemoryMemento()): Promise<Tree> {
		await write(sample, content);
		roadmaps = await openStore();
		await untilRead(roadmaps, sample, content);
		const tree = new Tree(roadmaps, memento);
		trees.push(tree);
		return tree;
	}

	it('are the sections, groups and tasks as in the document, without its title', async () => {
		const tree = await treeOf(text);
		assert.deepEqual(await tree.outline(), [
			'[ ] Water 2/6',
			'  [x] Swim',
			'  [ ] Dive 1/2',
			'    [x] Breathe',
			'    [ ] Sink ← next',
			'  [ ] Float',
			'  [ ] Drown',
			'  [ ] Games 0/1',
			'    [ ] Polo',
			'[x] Wind 1/1',
			'  [x] Sail',
		]);
	});

	it('say what they are to menus', async () => {
		const tree = await treeOf(text);
		const contexts = async (...labels: string[]) => tree.item(await tree.row(...labels)).contextValue;
		assert.equal(await contexts('Water'), 'section');
		assert.equal(await contexts('Water', 'Swim'), 'task.done');
		assert.equal(await contexts('Water', 'Dive'), 'task.open');
		assert.equal(await contexts('Water', 'Float'), 'task.active');
		assert.equal(await contexts('Water', 'Drown'), 'task.dropped');
		assert.equal(await contexts('Water', 'Games'), 'group');
	});

	it('say what they are to screen readers', async () => {
		const tree = await treeOf(text);
		const spoken = async (...labels: string[]) => tree.item(await tree.row(...labels)).accessibilityInformation?.label;
		assert.equal(await spoken('Water'), 'Water, section, 2 of 6 done');
		assert.equal(await spoken('Water', 'Swim'), 'Swim, task, done, in Water');
		assert.equal(await spoken('Water', 'Dive'), 'Dive, task, open, in Water, 1 of 2 done');
		assert.equal(await spoken('Water', 'Dive', 'Sink'), 'Sink, task, open, in Dive, next to do');
		assert.equal(await spoken('Water', 'Float'), 'Float, task, in progress, in Water');
		assert.equal(await spoken('Water', 'Drown'), 'Drown, task, dropped, in Water');
		assert.equal(await spoken('Water', 'Games'), 'Games, group, in Water, 0 of 1 done');
	});

	it('show how far along they are, and the state of tasks', async () => {
		const tree = await treeOf(text);
		const icon = async (...labels: string[]) => {
			const { iconPath } = tree.item(await tree.row(...labels));
			return iconPath instanceof ThemeIcon ? `${iconPath.id} ${iconPath.color?.id ?? ''}` : 'none';
		};
		assert.equal(await icon('Water'), 'roadmap-ring-3 charts.blue');
		assert.equal(await icon('Water', 'Dive'), 'roadmap-ring-4 charts.blue');
		assert.equal(await icon('Water', 'Games'), 'roadmap-ring-0 descriptionForeground');
		assert.equal(await icon('Wind'), 'roadmap-ring-8 charts.green');
		assert.equal(await icon('Water', 'Swim'), 'none');
		assert.match(await icon('Water', 'Float'), /^play-circle /);
		assert.match(await icon('Water', 'Drown'), /^circle-slash /);
	});

	it('have a box of their own, with a tooltip', async () => {
		const tree = await treeOf(text);
		for (const row of [await tree.row('Wind'), await tree.row('Water', 'Swim')]) {
			const { checkboxState } = tree.item(row);
			assert.ok(typeof checkboxState === 'object');
			assert.equal(checkboxState.state, TreeItemCheckboxState.Checked);
			assert.ok(checkboxState.tooltip);
		}
	});

	it('open only where there is something inside, and the way to the next task at first', async () => {
		const tree = await treeOf(text);
		const open = async (...labels: string[]) => tree.item(await tree.row(...labels)).collapsibleState;
		assert.equal(await open('Water'), TreeItemCollapsibleState.Expanded);
		assert.equal(await open('Wind'), TreeItemCollapsibleState.Collapsed);
		assert.equal(await open('Water', 'Swim'), TreeItemCollapsibleState.None);
	});

	it('know their parents', async () => {
		const tree = await treeOf(text);
		const inner = await tree.row('Water', 'Dive', 'Sink');
		const path: (Element | undefined)[] = [inner];
		while (path[0]) {
			path.unshift(tree.provider.getParent(path[0]));
		}
		assert.deepEqual(
			path.slice(1).map(row => row && tree.item(row).label),
			['Water', 'Dive', 'Sink'],
		);
	});

	const labels: [string, string][] = [
		['**Bold** _and_ `code` ~~gone~~', 'Bold and code gone'],
		['[words](https://example.org) and ![picture](a.png)', 'words and picture'],
		['<b>HTML</b> &amp; entities &copy;', 'HTML & entities ©'],
		[':rocket: :no-such-code: :+1:', '🚀 :no-such-code: 👍'],
		['$(trash) stays text', '$(trash) stays text'],
		[`${'long '.repeat(50)}end`, `${'long '.repeat(50)}end`],
		['שלום עולם', 'שלום עולם'],
		['https://example.org/a_b_c', 'https://example.org/a_b_c'],
	];
	for (const [source, label] of labels) {
		it(`show as plain text: ${source.slice(0, 40)}`, async () => {
			const tree = await treeOf(`# ${source}\n\n- [ ] ${source}\n\n# Other\n\n- [ ] a\n`);
			const row = await tree.row(label, label);
			const { resourceUri, label: own } = tree.item(row);
			assert.equal(typeof own, 'string');
			assert.equal(resourceUri, undefined);
		});
	}

	it('are never megabytes long', async () => {
		const tree = await treeOf(`- [ ] ${'word '.repeat(1024 * 1024)}\n- [ ] b\n`);
		const [row] = await tree.provider.getChildren();
		assert.ok(row);
		const resolved = await tree.resolved(row);
		assert.ok(typeof resolved.label === 'string' && resolved.label.length <= 1000);
		assert.ok((resolved.accessibilityInformation?.label ?? '').length < 1100);
		assert.ok(markdownOf(resolved).value.length < 5000);
	});

	it('have a hover that trusts nothing and loads nothing', async () => {
		const nasty =
			'- [ ] ![picture](https://example.org/a.png) \\![escaped](https://example.org/c.png) <img src="https://example.org/b.png"> [run](command:workbench.action.quit)\n';
		const tree = await treeOf(`${nasty}- [ ] b\n`);
		const [row] = await tree.provider.getChildren();
		assert.ok(row);
		const tooltip = markdownOf(await tree.resolved(row));
		assert.ok(!tooltip.isTrusted);
		assert.ok(!tooltip.supportHtml);
		assert.ok(!tooltip.supportThemeIcons);
		assert.ok(!tooltip.value.includes('!['), tooltip.value);
	});

	it('have a hover with the whole text, the progress and the place', async () => {
		const tree = await treeOf(text);
		const task = markdownOf(await tree.resolved(await tree.row('Water', 'Dive'))).value;
		assert.match(task, /^Dive\n\nDeep \*down\*\.\n\n1 of 2 done, 50%\n\nROADMAP\\\.md, line 6$/);
		const section = markdownOf(await tree.resolved(await tree.row('Water'))).value;
		assert.match(section, /^\*\*Water\*\*\n\n2 of 6 done, 33%\n\nROADMAP\\\.md, line 3$/);
	});

	it('lead to their place in the editor, also after edits above', async () => {
		const tree = await treeOf(text);
		const row = await tree.row('Water', 'Dive', 'Sink');
		assert.deepEqual(placeOf(await tree.resolved(row)), [9, 8]);
		const changed: unknown[] = [];
		tree.provider.onDidChangeTreeData(rows => changed.push(rows));
		const editor = await open(sample);
		await editor.edit(edit => edit.insert(new Position(0, 0), 'Above\n\n'));
		await untilRead(roadmaps, sample, `Above\n\n${text}`);
		assert.ok(changed.flat().includes(row), 'VS Code is told that what it keeps of the row is stale');
		assert.equal(await tree.row('Water', 'Dive', 'Sink'), row);
		assert.deepEqual(placeOf(await tree.resolved(row)), [11, 8]);
	});

	it('stay the same, with the same ids, when a task is ticked or text changes elsewhere', async () => {
		const tree = await treeOf(text);
		const rows = await Promise.all([tree.row('Water'), tree.row('Water', 'Dive', 'Sink'), tree.row('Wind', 'Sail')]);
		const ids = rows.map(({ id }) => id);
		const changed: (Element[] | undefined)[] = [];
		tree.provider.onDidChangeTreeData(elements => changed.push(elements));
		const editor = await open(sample);
		await editor.edit(edit => edit.replace(new Range(9, 5, 9, 6), 'x'));
		await untilRead(roadmaps, sample, text.replace('[ ] Sink', '[x] Sink'));
		assert.deepEqual(
			(await Promise.all([tree.row('Water'), tree.row('Water', 'Dive', 'Sink'), tree.row('Wind', 'Sail')])).map(
				({ id }) => id,
			),
			ids,
		);
		assert.deepEqual(changed, [[rows[0]]]);
	});

	it('are shown anew only where something changed', async () => {
		const tree = await treeOf(text);
		await tree.outline();
		const shown: unknown[] = [];
		tree.provider.onDidChangeTreeData(rows => shown.push(rows));
		const editor = await open(sample);
		const edit = async (before: string, inserted: string): Promise<void> => {
			const at = editor.document.getText().indexOf(before);
			await editor.edit(change => change.insert(editor.document.positionAt(at), inserted));
			await untilRead(roadmaps, sample, editor.document.getText());
		};
		await edit('Nothing.', 'Or next to ');
		assert.deepEqual(shown, []);
		await edit('Sail', 'Learn to ');
		assert.deepEqual(shown, [[await tree.row('Wind', 'Learn to Sail')]]);
		const note = await open(await write(at(freshFolder(), 'note.md'), text));
		await note.edit(change => change.insert(new Position(0, 0), '- [x] a\n'));
		await note.document.save();
		assert.equal(shown.length, 1);
	});

	it('are made of what was read already', async () => {
		const tree = await treeOf(text);
		await tree.outline();
		const rows = [await tree.row('Water'), await tree.row('Water', 'Dive', 'Sink'), await tree.row('Wind', 'Sail')];
		assert.deepEqual(
			rows.map(({ content }) => content.file === roadmaps.get(sample)),
			[true, true, true],
		);
	});

	it('stay open where they were over a reload', async () => {
		const memento = new MemoryMemento();
		const first = await treeOf(text, memento);
		first.expansion.set([await first.row('Wind')], true);
		first.expansion.set([await first.row('Water')], false);
		const second = await treeOf(text, memento);
		assert.equal(second.item(await second.row('Wind')).collapsibleState, TreeItemCollapsibleState.Expanded);
		assert.equal(second.item(await second.row('Water')).collapsibleState, TreeItemCollapsibleState.Collapsed);
	});

	const empty = '# Sea\n\n## Water\n\nText\n\n## Wind\n';
	it('are the outline where there are no tasks at all', async () => {
		const tree = await treeOf(empty);
		assert.deepEqual(await tree.outline(), ['No checkboxes yet: this is the outline', 'Water', 'Wind']);
	});

	it('say that there is nothing in an empty file', async () => {
		const tree = await treeOf('');
		assert.deepEqual(await tree.outline(), ['No headings or tasks yet']);
	});

	it('follow roadmap.tree.emptySections', async () => {
		const tree = await treeOf(text);
		const top = async () => {
			tree.provider.update();
			return (await tree.provider.getChildren()).map(row => tree.item(row).label);
		};
		assert.deepEqual(await top(), ['Water', 'Wind']);
		await setRoadmap('tree.emptySections', 'show');
		assert.deepEqual(await top(), ['Water', 'Empty', 'Wind']);
		await setRoadmap('tree.emptySections', 'hide');
		assert.deepEqual(await top(), ['Water', 'Wind']);
	});

	it('are one for each of several roadmaps, and say what cannot be read', async () => {
		const folder = freshFolder();
		await write(at(folder, 'a/ROADMAP.md'), '- [x] a\n');
		await write(at(folder, 'b/ROADMAP.md'), new Uint8Array([1, 0, 2, 0, 0, 0, 7]));
		const tree = await treeOf(text);
		assert.deepEqual(
			(await tree.provider.getChildren()).map(row => [tree.item(row).label, tree.item(row).description]),
			[
				[workspace.workspaceFolders?.[0]?.name, '3/7'],
				[`${folder}/a`, '1/1'],
				[`${folder}/b`, 'not a text file'],
			],
		);
		const unread = await tree.row(`${folder}/b`);
		assert.equal(tree.item(unread).collapsibleState, TreeItemCollapsibleState.None);
		assert.match(markdownOf(await tree.resolved(unread)).value, /not a text file/);
	});

	it('are all there, however many there are', async () => {
		const tree = await treeOf(`# A\n\n${'- [ ] task\n'.repeat(10_000)}\n# B\n\n- [ ] b\n`);
		const rows = await tree.provider.getChildren(await tree.row('A'));
		assert.equal(rows.map(row => tree.item(row)).length, 10_000);
	});

	it('are drawn anew in the pauses of who types, where they are many', async () => {
		const tree = await treeOf(`- [x] one\n${'- [ ] task\n'.repeat(7000)}`);
		const told: unknown[] = [];
		tree.provider.onDidChangeTreeData(rows => told.push(rows));
		const editor = await open(sample);
		const insert = (text: string): Thenable<boolean> => editor.edit(edit => edit.insert(new Position(0, 0), text));
		const keys = 5;
		for (let key = 0; key < keys; key++) {
			await insert(`- [ ] ${key}\n`);
			await untilRead(roadmaps, sample, editor.document.getText());
		}
		assert.ok(told.length < keys, `drawn ${told.length} times`);
		told.length = 0;
		tree.provider.refreshWaiting();
		assert.equal(told.length, 1);
		const drawn = Date.now();
		await insert('- [ ] last\n');
		await until(() => told.length === 2);
		assert.ok(Date.now() - drawn > 3900, 'the tree rests, whatever pauses there are');
		tree.completed.hide(true);
		tree.provider.update();
		assert.equal(told.length, 3, 'a setting is followed at once');
	});
});

describe('the tree in its view', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	const content = '# A\n\n- [ ] a\n- [ ] b\n\n# B\n\n- [ ] c\n';

	/** Shows a roadmap in an editor and in the view, and ends when no row moves or gets selected any more. */
	async function shownInView(): Promise<TextDocument> {
		await setRoadmap('tree.followCursor', false); // it selects a row some time after the editor was opened
		const roadmaps = await openStore(); // hears of the text after the extension's own does
		await write(sample, content);
		const { document } = await open(sample);
		await untilRead(roadmaps, sample, content);
		await commands.executeCommand('roadmap.tree.focus');
		await commands.executeCommand('roadmap.tree.expandAll'); // waits for the view to take over the rows
		return document;
	}

	it('ticks the row in focus', async () => {
		const document = await shownInView();
		await until(
			async () => {
				// A key comes to nothing while the tree is drawn anew, and a person presses it again.
				if (await focusFirst()) {
					await commands.executeCommand('roadmap.tree.toggle', 'focused');
				}
				return document.isDirty;
			},
			() => document.getText(),
		);
		assert.equal(document.getText(), '# A\n\n- [x] a\n- [x] b\n\n# B\n\n- [ ] c\n');
	});

	it('changes nothing for arguments that are no rows', async () => {
		const document = await shownInView();
		await commands.executeCommand('roadmap.tree.toggle', { kind: 'node' }, [17, undefined, 'x']);
		assert.equal(document.getText(), content);
	});

	it('expands all', async () => {
		await commands.executeCommand('roadmap.tree.focus');
		await commands.executeCommand('roadmap.tree.expandAll');
	});

	it('expands all while the roadmap changes', async () => {
		const editor = await open(sample);
		await commands.executeCommand('roadmap.tree.focus');
		for (const title of ['A', 'B', 'C', 'D']) {
			await commands.executeCommand('list.collapseAll');
			const sections = Array.from({ length: 20 }, (_, index) => `## ${title}${index}\n\n- [ ] a\n  - [ ] b\n\n`);
			const whole = editor.document.validateRange(new Range(0, 0, Infinity, 0));
			await editor.edit(edit => edit.replace(whole, sections.join('')));
			const expanding = commands.executeCommand('roadmap.tree.expandAll');
			await editor.edit(edit => edit.insert(new Position(0, 0), '## First\n\n- [ ] a\n\n'));
			await expanding;
		}
	});
});

function markdownOf({ tooltip }: TreeItem): MarkdownString {
	assert.ok(tooltip instanceof MarkdownString);
	return tooltip;
}

/** Line and character that a click leads to. */
function placeOf({ command }: TreeItem): number[] {
	const [, options] = (command?.arguments ?? []) as [unknown, { selection: Range }];
	return [options.selection.start.line, options.selection.start.character];
}
