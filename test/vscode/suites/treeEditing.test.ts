import * as assert from 'node:assert/strict';
import {
	CancellationTokenSource,
	commands,
	DataTransfer,
	DataTransferItem,
	env,
	Range,
	Selection,
	type TextDocument,
	type TextEditorEdit,
	type TreeView,
	type Uri,
} from 'vscode';
import { focusedRow } from '../../../src/contributions';
import { labelOf } from '../../../src/core';
import type { Content } from '../../../src/tree/content';
import { DragAndDrop } from '../../../src/tree/dragAndDrop';
import { TreeEditing } from '../../../src/tree/editing';
import { Element } from '../../../src/tree/model';
import { rowsMeant } from '../../../src/tree/rows';
import { toggleRows } from '../../../src/tree/toggling';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { cleanUp } from '../support/cleanUp';
import { at, freshFolder, open, write } from '../support/files';
import { openStore, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { Tree } from '../support/tree';

const text = `# Sea

## Water

- [ ] Swim
  - [ ] Float
- [x] Dive
- [ ] Row
  with both arms

## Wind

1. [ ] Sail
2. [ ] Steer
`;

describe('the rows that a key is about', () => {
	const row = new Element(undefined, undefined as unknown as Content);
	const view = { selection: [row] } as unknown as TreeView<Element>;
	const { executeCommand } = commands;

	afterEach(() => void Object.assign(commands, { executeCommand }));

	/** Has VS Code fail to select the row with the focus, so often. */
	function failing(times: number): void {
		let left = times;
		const execute = async (...given: Parameters<typeof executeCommand>): Promise<unknown> => {
			if (given[0] === 'list.selectAndPreserveFocus' && left-- > 0) {
				throw new Error('Data tree node not found');
			}
			return executeCommand(...given);
		};
		Object.assign(commands, { executeCommand: execute });
	}

	it('are what is selected once VS Code has selected what has the focus', async () => {
		failing(2);
		assert.deepEqual(await rowsMeant(view, focusedRow, undefined), [row]);
	});

	it('are none where it cannot: what is selected may be another', async () => {
		failing(Infinity);
		assert.equal(await rowsMeant(view, focusedRow, undefined), undefined);
	});
});

describe('editing in the tree', () => {
	let uri: Uri;
	let other: Uri;
	let roadmaps: Roadmaps;
	let tree: Tree;
	let document: TextDocument;
	let shown: Element[];
	let editing: TreeEditing;

	beforeEach(async () => {
		const folder = freshFolder();
		uri = await write(at(folder, 'a/ROADMAP.md'), text);
		other = await write(at(folder, 'b/ROADMAP.md'), '- [ ] Elsewhere\n');
		roadmaps = await openStore();
		await untilRead(roadmaps, uri, text);
		({ document } = await open(uri));
		tree = new Tree(roadmaps);
		shown = [];
		editing = new TreeEditing(roadmaps, tree.model, row => {
			shown.push(row);
			return Promise.resolve();
		});
	});
	afterEach(cleanUp);

	const fileRow = (address: Uri): Element => {
		const found = tree.model.top.find(({ content }) => content.file.uri.toString() === address.toString());
		assert.ok(found);
		return found;
	};
	const rowOf = async (...labels: readonly string[]): Promise<Element> => tree.rowBelow(fileRow(uri), ...labels);
	const rows = async (...labels: readonly (readonly string[])[]): Promise<Element[]> =>
		Promise.all(labels.map(path => rowOf(...path)));

	/** Does something, compares the whole text, and takes it back by one undo. */
	async function makes(run: () => Promise<unknown>, expected: string): Promise<void> {
		await run();
		assert.equal(document.getText(), expected);
		assert.ok(document.isDirty);
		await open(uri);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), text);
	}

	it('moves up and down', async () => {
		const [row] = await rows(['Water', 'Row with both arms']);
		const up = text.replace('- [x] Dive\n- [ ] Row\n  with both arms\n', '- [ ] Row\n  with both arms\n- [x] Dive\n');
		await makes(() => editing.moveUp([row as Element]), up);
		const [sail] = await rows(['Wind', 'Sail']);
		await makes(
			() => editing.moveDown([sail as Element]),
			text.replace('1. [ ] Sail\n2. [ ] Steer', '1. [ ] Steer\n2. [ ] Sail'),
		);
	});

	it('moves a section with all below it', async () => {
		const [wind] = await rows(['Wind']);
		const water = text.slice(text.indexOf('## Water'), text.indexOf('## Wind'));
		const moved = `# Sea\n\n## Wind\n\n1. [ ] Sail\n2. [ ] Steer\n\n${water.trimEnd()}\n`;
		await makes(() => editing.moveUp([wind as Element]), moved);
	});

	it('indents and outdents, and shows where it went', async () => {
		const [dive] = await rows(['Water', 'Dive']);
		await makes(() => editing.indent([dive as Element]), text.replace('- [x] Dive', '  - [x] Dive'));
		assert.equal(shown[0]?.parent, await rowOf('Water', 'Swim'));
		const [float] = await rows(['Water', 'Swim', 'Float']);
		await makes(() => editing.outdent([float as Element]), text.replace('  - [ ] Float', '- [ ] Float'));
	});

	it('deletes and duplicates several at once, as one edit', async () => {
		const some = await rows(['Water', 'Swim'], ['Wind', 'Sail']);
		await makes(
			() => editing.remove(some),
			text.replace('- [ ] Swim\n  - [ ] Float\n', '').replace('1. [ ] Sail\n2.', '1.'),
		);
		await makes(
			() => editing.duplicate(some),
			text
				.replace('- [ ] Swim\n  - [ ] Float\n', match => match + match)
				.replace('1. [ ] Sail\n2. [ ] Steer', '1. [ ] Sail\n2. [ ] Sail\n3. [ ] Steer'),
		);
	});

	it('moves what is finished to the end of its list', async () => {
		const [water] = await rows(['Water']);
		await makes(
			() => editing.sortFinished([water as Element]),
			text.replace('- [x] Dive\n', '').replace('both arms\n', 'both arms\n- [x] Dive\n'),
		);
	});

	it('copies as Markdown, and pastes', async () => {
		const [swim, wind] = await rows(['Water', 'Swim'], ['Wind']);
		await editing.copy([swim as Element]);
		assert.equal(await env.clipboard.readText(), '- [ ] Swim\n  - [ ] Float\n');
		await makes(() => editing.paste([wind as Element]), `${text}3. [ ] Swim\n   - [ ] Float\n`);
		await env.clipboard.writeText('Anchor\n\nReef\n');
		const [dive] = await rows(['Water', 'Dive']);
		await makes(
			() => editing.paste([dive as Element]),
			text.replace('- [x] Dive\n', '- [x] Dive\n- [ ] Anchor\n- [ ] Reef\n'),
		);
	});

	it('moves what is dropped on a task to its place, and into a section', async () => {
		const [float, steer, wind] = await rows(['Water', 'Swim', 'Float'], ['Wind', 'Steer'], ['Wind']);
		await makes(
			() => editing.move([float as Element], steer),
			text.replace('  - [ ] Float\n', '').replace('2. [ ] Steer', '2. [ ] Float\n3. [ ] Steer'),
		);
		await makes(() => editing.move([float as Element], wind), `${text.replace('  - [ ] Float\n', '')}3. [ ] Float\n`);
	});

	it('takes dropped text as tasks, and gives what is dragged elsewhere as Markdown', async () => {
		const dragAndDrop = new DragAndDrop(() => editing);
		const { token } = new CancellationTokenSource();
		const [wind, swim, float] = await rows(['Wind'], ['Water', 'Swim'], ['Water', 'Swim', 'Float']);
		const dropped = new DataTransfer();
		dropped.set('text/plain', new DataTransferItem('Anchor\n- [x] Reef\n'));
		await makes(() => dragAndDrop.handleDrop(wind, dropped, token), `${text}3. [ ] Anchor\n4. [x] Reef\n`);
		const dragged = new DataTransfer();
		dragAndDrop.handleDrag([swim as Element], dragged);
		assert.equal(await dragged.get('text/plain')?.asString(), '- [ ] Swim\n  - [ ] Float\n');
		// VS Code sends all of it as JSON, and a row and its parent know each other.
		dragAndDrop.handleDrag([float as Element], dragged);
		for (const [, item] of dragged) {
			assert.equal(typeof JSON.stringify(item.value), 'string');
		}
		await makes(
			() => dragAndDrop.handleDrop(wind, dragged, token),
			`${text.replace('  - [ ] Float\n', '')}3. [ ] Float\n`,
		);
	});

	it('moves from one roadmap to another, all or nothing', async () => {
		const [swim] = await rows(['Water', 'Swim']);
		await editing.move([swim as Element], fileRow(other));
		const elsewhere = (await open(other)).document;
		assert.equal(elsewhere.getText(), '- [ ] Elsewhere\n- [ ] Swim\n  - [ ] Float\n');
		assert.equal(document.getText(), text.replace('- [ ] Swim\n  - [ ] Float\n', ''));
	});

	it('says why it cannot', async () => {
		const [swim, float] = await rows(['Water', 'Swim'], ['Water', 'Swim', 'Float']);
		const refusals: [() => Promise<unknown>, RegExp][] = [
			[() => editing.moveUp([swim as Element]), /first already/],
			[() => editing.indent([swim as Element]), /nothing right above/],
			[() => editing.outdent([swim as Element]), /outermost level/],
			[() => editing.move([swim as Element], float), /into itself/],
		];
		for (const [run, expected] of refusals) {
			const told = await toldDuring(run);
			assert.match(told.join(), expected);
			assert.equal(document.getText(), text);
		}
	});

	it('undoes and does again, and shows where, wherever the cursor is', async () => {
		const [swim, dive, steer] = await rows(['Water', 'Swim'], ['Water', 'Dive'], ['Wind', 'Steer']);
		const edits: [() => Promise<unknown>, undone: string, redone: string][] = [
			[() => editing.duplicate([swim as Element]), 'Swim', 'Swim'],
			[() => editing.remove([swim as Element]), 'Swim', 'Water'],
			[() => editing.moveDown([swim as Element]), 'Swim', 'Swim'],
			[() => editing.indent([dive as Element]), 'Dive', 'Dive'],
			[() => editing.duplicate([steer as Element]), 'Steer', 'Steer'],
			[() => toggleRows(roadmaps, [dive as Element]), 'Dive', 'Dive'],
			[() => toggleRows(roadmaps, [steer as Element]), 'Steer', 'Steer'],
		];
		for (const [edit, undone, redone] of edits) {
			const editor = await open(uri);
			editor.selection = new Selection(0, 0, 0, 0);
			await edit();
			for (const [command, expected] of [
				['undo', undone],
				['redo', redone],
				['undo', undone],
			] as const) {
				shown = [];
				await editing.undo([fileRow(uri)], command);
				assert.deepEqual(shown.map(nameOf), [expected], `${String(edit)} ${command}`);
			}
			assert.equal(document.getText(), text);
		}
		shown = [];
		await editing.undo([fileRow(other)], 'undo');
		assert.deepEqual(shown, []);
	});

	it('moves rows of several roadmaps only where none of them is from there, and says so', async () => {
		const [swim, sail] = await rows(['Water', 'Swim'], ['Wind', 'Sail']);
		const elsewhere = await tree.rowBelow(fileRow(other), 'Elsewhere');
		const told = await toldDuring(() => editing.move([swim as Element, elsewhere], sail));
		assert.deepEqual(told, ['Nothing was moved: drag the rows of one roadmap, then those of the others.']);
		assert.equal(document.getText(), text);
	});

	it('means the rows that are seen, while the tree waits to be drawn anew', async () => {
		const many = `${'- [ ] Again\n'.repeat(3)}${Array.from({ length: 3000 }, (_, index) => `- [ ] Task ${index}\n`).join('')}`;
		const type = async (edit: (editor: TextEditorEdit) => void): Promise<void> => {
			const editor = await open(uri);
			await editor.edit(edit);
			await untilRead(roadmaps, uri, document.getText());
		};
		await type(edit => edit.replace(new Range(0, 0, document.lineCount, 0), many));
		tree.expansion.set([fileRow(uri)], true);
		await tree.outline();
		tree.provider.refreshWaiting();
		const second = (await tree.provider.getChildren(fileRow(uri)))[1] as Element;
		await type(edit => edit.delete(new Range(0, 0, 1, 0)));
		const told = await toldDuring(() => toggleRows(roadmaps, [second]));
		// Of three that are alike one is gone, and which it was nobody can tell.
		assert.match(told.join(), /^The task has changed or is gone; nothing was ticked\./);
		assert.match(document.getText(), /^- \[ \] Again\n- \[ \] Again\n- \[ \] Task 0\n/);
		// Shown anew, as after a click that came to nothing, it means what is seen from then on.
		tree.provider.refresh([second]);
		assert.ok(await toggleRows(roadmaps, [second]));
		assert.match(document.getText(), /^- \[.\] Again\n- \[.\] Again\n- \[ \] Task 0\n/);
	});

	it('finds what it is about in a text that has changed since', async () => {
		const [dive] = await rows(['Water', 'Dive']);
		const editor = await open(uri);
		await editor.edit(edit => edit.insert(document.positionAt(0), 'New first line\n\n'));
		await editing.remove([dive as Element]);
		assert.equal(document.getText(), `New first line\n\n${text.replace('- [x] Dive\n', '')}`);
	});
});

function nameOf({ content }: Element): string {
	return content.kind === 'node' ? labelOf(content.node) : content.kind;
}
