import { commands, Position, Range, Selection, ViewColumn, window, workspace, WorkspaceEdit, type Uri } from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { toggle, toggleAt, tasksIn, turnIntoTasks, type TextEdit } from '../../../src/core';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import { open } from '../support/files';
import { until } from '../support/until';
import { parsed, textLike, type Action, type Day, type Deed } from './day';
import { productEdit } from './edits';
import { nameOf } from './rowActions';
import { hasTab, roadmapsIn } from './shown';
import {
	done,
	edited,
	redone,
	refused,
	reverted,
	saved,
	stateOf,
	textOf,
	undone,
	withFile,
	withFormat,
	type FileState,
	type World,
} from './world';

/** What a person does in editors, and other extensions through documents. */
export const editorActions: Readonly<Record<string, readonly [weight: number, Action]>> = {
	type: [8, typed],
	insertLine: [6, lineInserted],
	removeLine: [3, lineRemoved],
	otherExtension: [4, editedByOther],
	replace: [1, replaced],
	open: [3, opened],
	beside: [2, openedBeside],
	toggleTask: [6, toggledInEditor],
	complete: [3, completed],
	lens: [4, lensClicked],
	turnIntoTasks: [0.5, turnedIntoTasks],
	undo: [8, undoneInEditor],
	redo: [4, redoneInEditor],
	undoInTree: [4, undoneInTree],
	save: [6, savedByPerson],
	saveAll: [2, savedAll],
	revert: [2, revertedByPerson],
	close: [2, closed],
};

/**
 * Puts cursors into the editor of a file. As often as it takes: what VS Code tells of an editor that was just opened may come late
 * and take them back, as may another one that an earlier click opens.
 */
async function openAt(uri: Uri, selections: readonly Selection[]): Promise<void> {
	await until(async () => {
		const editor = await open(uri);
		editor.selections = selections;
		await thereAndBack();
		// VS Code makes one of selections that touch.
		const areThere =
			selections.every(selection => editor.selections.some(each => each.contains(selection))) &&
			editor.selections.every(
				({ start, end }) =>
					selections.some(selection => selection.start.isEqual(start)) &&
					selections.some(selection => selection.end.isEqual(end)),
			);
		return areThere && window.activeTextEditor === editor;
	});
}

/** Runs a command that is to change what is in an editor; again where it went to something else that had the focus. */
async function runIn(uri: Uri, command: 'undo' | 'redo'): Promise<void> {
	for (let time = 0; time < 3; time++) {
		const { document } = await open(uri);
		const { version } = document;
		await commands.executeCommand('workbench.action.focusActiveEditorGroup');
		await commands.executeCommand(command);
		await thereAndBack();
		if (document.version !== version) {
			return;
		}
	}
}

/** Ends when VS Code has told of all that it had to tell. */
async function thereAndBack(): Promise<void> {
	await commands.executeCommand('setContext', 'roadmap.tests.told', true);
}

/** Any of the roadmaps whose files are so. */
function pickFile(day: Day, isSo: (file: FileState) => boolean): ReadRoadmap | undefined {
	const files = roadmapsIn(day.world).filter(({ uri }) => isSo(stateOf(day.world, uri.toString())));
	return files.length > 0 ? day.random.pick(files) : undefined;
}

/** A roadmap that is there on disk. */
export function anyFile(day: Day): ReadRoadmap | undefined {
	return pickFile(day, ({ disk }) => disk !== undefined);
}

/** One whose document VS Code is not about to read anew, as it does with what is opened, in the middle of something else. */
function fileAsRead(day: Day): ReadRoadmap | undefined {
	return pickFile(
		day,
		({ text, disk, isDirty }) => disk !== undefined && (text === undefined || isDirty || text === disk),
	);
}

/** One that has a document, with something to find there. */
function openFile(day: Day, isSo: (file: FileState) => boolean = () => true): ReadRoadmap | undefined {
	return pickFile(day, file => file.text !== undefined && isSo(file));
}

function positionAt(text: string, offset: number): Position {
	const lines = text.slice(0, offset).split(/\r?\n/);
	return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

/** Where VS Code puts a cursor that is to be there: in a shorter text at the end of the line, or of the last one. */
function offsetAt(text: string, { line, character }: Position): number {
	const lines = text.split(/(?<=\n)/);
	const before = lines.slice(0, Math.min(line, lines.length - 1)).join('').length;
	const length = (lines[line] ?? '').replace(/\r?\n$/, '').length;
	return line < lines.length ? before + Math.min(character, length) : text.length;
}

function withInsertion(world: World, key: string, offset: number, words: string, isLoose: boolean): World {
	const text = textOf(world, key) ?? '';
	return edited(world, key, text.slice(0, offset) + words + text.slice(offset), isLoose);
}

/** Typed with the keyboard at the end of a line. */
function typed(day: Day): Deed | undefined {
	const file = fileAsRead(day);
	if (!file) {
		return undefined;
	}
	const { text, uri } = file;
	const ends = [...text.matchAll(/(?=\r?\n|$)/g)].map(({ index }) => index);
	const offset = day.random.pick(ends);
	const position = positionAt(text, offset);
	return {
		says: `type ${day.word} at ${nameOf(file)} ${position.line}:${position.character}`,
		run: async () => {
			await openAt(uri, [new Selection(position, position)]);
			await commands.executeCommand('workbench.action.focusActiveEditorGroup');
			await commands.executeCommand('type', { text: day.word });
		},
		effect: world => {
			const now = offsetAt(textOf(world, uri.toString()) ?? '', position);
			return done(withInsertion(world, uri.toString(), now, day.word, true));
		},
	};
}

function lineStarts(text: string): number[] {
	return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function lineInserted(day: Day): Deed | undefined {
	const file = fileAsRead(day);
	if (!file) {
		return undefined;
	}
	const { text, uri } = file;
	const offset = day.random.pick(lineStarts(text));
	const line = day.random.pick([
		`- [ ] ${day.word}\n`,
		`- [x] ${day.word}\n`,
		`  - [ ] ${day.word}  \n`,
		`## ${day.word}\n`,
		'\n',
		'```\n',
		`${day.word}\n`,
	]);
	return {
		says: `insert ${JSON.stringify(line)} at ${nameOf(file)} ${offset}`,
		run: async () => {
			const editor = await open(uri);
			await editor.edit(edit => edit.insert(positionAt(text, offset), line));
		},
		// An editor refuses edits of a text that has changed.
		effect: world => [
			...done(withInsertion(world, uri.toString(), offset, line, false)),
			...(textOf(world, uri.toString()) === text ? [] : done(world)),
		],
	};
}

function lineRemoved(day: Day): Deed | undefined {
	const file = fileAsRead(day);
	if (!file || file.text.length < 300) {
		return undefined;
	}
	const { text, uri } = file;
	const start = day.random.pick(lineStarts(text));
	const end = text.indexOf('\n', start) + 1 || text.length;
	if (start === end) {
		return undefined; // VS Code would keep an undo step that undoes nothing
	}
	return {
		says: `remove a line at ${nameOf(file)} ${start}`,
		run: async () => {
			const editor = await open(uri);
			await editor.edit(edit => edit.delete(new Range(positionAt(text, start), positionAt(text, end))));
		},
		effect: world => done(edited(world, uri.toString(), text.slice(0, start) + text.slice(end))),
	};
}

/** Another extension ticks a box in its own way, and does so without an editor. */
function editedByOther(day: Day): Deed | undefined {
	const file = fileAsRead(day);
	const tasks = file ? [...tasksIn(file.roadmap)] : [];
	if (!file || tasks.length === 0) {
		return undefined;
	}
	const { text, uri } = file;
	const { mark, state } = day.random.pick(tasks);
	const now = state === 'open' ? 'X' : ' ';
	return {
		says: `another extension writes “${now}” at ${nameOf(file)} ${mark}`,
		run: async () => {
			await workspace.openTextDocument(uri);
			const edit = new WorkspaceEdit();
			edit.replace(uri, new Range(positionAt(text, mark), positionAt(text, mark + 1)), now);
			await workspace.applyEdit(edit);
		},
		effect: world => done(edited(world, uri.toString(), text.slice(0, mark) + now + text.slice(mark + 1))),
	};
}

/** All of a text is replaced; one that has grown long, as people look at what they can see. */
export function replaced(day: Day): Deed | undefined {
	const files = roadmapsIn(day.world).filter(({ uri }) => stateOf(day.world, uri.toString()).disk !== undefined);
	const file = files.sort((one, other) => other.text.length - one.text.length)[0];
	if (!file) {
		return undefined;
	}
	const { text, uri } = file;
	const newText = textLike(day.random);
	return {
		says: `replace all of ${nameOf(file)}`,
		run: async () => {
			const editor = await open(uri);
			await editor.edit(edit => edit.replace(new Range(new Position(0, 0), positionAt(text, text.length)), newText));
		},
		effect: world => done(edited(world, uri.toString(), newText)),
	};
}

/** A file is open from now on, where it was not. */
function withDocument(world: World, key: string): World {
	const { text, disk } = stateOf(world, key);
	return text === undefined ? withFile(world, key, { text: disk, known: disk }) : world;
}

function opened(day: Day): Deed | undefined {
	const file = anyFile(day);
	return file
		? {
				says: `open ${nameOf(file)}`,
				run: () => open(file.uri),
				effect: world => done(withDocument(world, file.uri.toString())),
			}
		: undefined;
}

function openedBeside(day: Day): Deed | undefined {
	const file = anyFile(day);
	return file && window.tabGroups.all.length < 3
		? {
				says: `open ${nameOf(file)} in a second editor`,
				run: async () =>
					commands.executeCommand('vscode.open', file.uri, { viewColumn: ViewColumn.Two, preview: false }),
				effect: world => done(withDocument(world, file.uri.toString())),
			}
		: undefined;
}

function toggledInEditor(day: Day): Deed | undefined {
	const file = fileAsRead(day);
	if (!file) {
		return undefined;
	}
	const { text, uri } = file;
	const spans = day.random.some(1, 2, () => {
		const start = day.random.below(text.length + 1);
		return { start, end: day.random.chance(0.3) ? Math.min(text.length, start + 60) : start };
	});
	const selections = spans.map(({ start, end }) => new Selection(positionAt(text, start), positionAt(text, end)));
	return {
		says: `${ids.toggleTask} at ${nameOf(file)} ${JSON.stringify(spans)}`,
		run: async () => {
			await openAt(uri, selections);
			await day.product.run(ids.toggleTask);
		},
		effect: world => {
			const now = textOf(world, uri.toString()) ?? '';
			const edits = toggleAt(now, parsed(world, now), merged(spans), { cascade: world.settings.cascade });
			return edits.length > 0
				? productEdit({ file: { ...file, text: now }, nodes: [], make: () => edits })(world)
				: refused(withDocument(world, uri.toString()));
		},
	};
}

/** VS Code makes one of selections that touch. */
function merged(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
	const [first, second] = spans;
	const touch =
		first &&
		second &&
		(first.start === first.end || second.start === second.end
			? first.start <= second.end && second.start <= first.end
			: first.start < second.end && second.start < first.end);
	return touch ? [{ start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) }] : [...spans];
}

function completed(day: Day): Deed | undefined {
	const file = fileAsRead(day);
	const tasks = file ? [...tasksIn(file.roadmap)] : [];
	if (!file || tasks.length === 0) {
		return undefined;
	}
	const { text, uri } = file;
	const task = day.random.pick(tasks);
	const position = positionAt(text, task.mark);
	return {
		says: `${ids.completeAndGoToNext} at ${nameOf(file)} ${task.mark}`,
		run: async () => {
			await openAt(uri, [new Selection(position, position)]);
			await day.product.run(ids.completeAndGoToNext);
		},
		effect: world =>
			productEdit({
				file,
				nodes: [task],
				make: ({ text: now, roadmap, nodes }, { settings: { cascade } }) =>
					toggle(now, roadmap, nodes, { state: 'done', cascade }),
			})(withDocument(world, uri.toString())),
	};
}

/** A click on “Tick all” or “Reopen all” above a section. */
function lensClicked(day: Day): Deed | undefined {
	const file = openFile(day);
	const document = file && workspace.textDocuments.find(each => each.uri.toString() === file.uri.toString());
	const lenses = document ? day.product.lenses.provideCodeLenses(document) : [];
	const ticking = lenses.filter(({ says }) => says === 'tick');
	if (!file || ticking.length === 0) {
		return undefined;
	}
	const target = day.random.pick(ticking);
	const { section, file: shown } = target;
	return {
		says: `click the lens of ${nameOf(file)} “${section.title}”`,
		run: () => day.product.run(ids.toggleSection, target),
		effect: productEdit({
			file: shown,
			nodes: [section],
			make: ({ text, roadmap, nodes }, { settings: { cascade } }) => toggle(text, roadmap, nodes, { cascade }),
		}),
		goesWithOthers: true,
	};
}

function turnedIntoTasks(day: Day): Deed | undefined {
	const file = fileAsRead(day);
	if (!file) {
		return undefined;
	}
	const { text, uri } = file;
	const all = { start: 0, end: text.length };
	const edits: readonly TextEdit[] = turnIntoTasks(
		text,
		each => parsed(day.world, each),
		[all],
		day.world.settings.states,
	).map(({ edit }) => edit);
	return {
		says: `${ids.turnListIntoTasks} in all of ${nameOf(file)}`,
		run: async () => {
			await openAt(uri, [new Selection(positionAt(text, 0), positionAt(text, text.length))]);
			let isOver = false;
			const over = day.product.run(ids.turnListIntoTasks).finally(() => (isOver = true));
			await until(async () => {
				await commands.executeCommand('refactorPreview.apply');
				return isOver;
			});
			await over;
		},
		effect: world =>
			edits.length > 0
				? productEdit({ file, nodes: [], make: () => edits })(world)
				: refused(withDocument(world, uri.toString())),
	};
}

function undoneInEditor(day: Day): Deed | undefined {
	const file = openFile(day, ({ past }) => past.length > 0);
	return file
		? {
				says: `undo in ${nameOf(file)}`,
				run: () => runIn(file.uri, 'undo'),
				effect: world => undone(world, file.uri.toString()).flatMap(done),
			}
		: undefined;
}

function redoneInEditor(day: Day): Deed | undefined {
	const file = openFile(day, ({ future }) => future.length > 0);
	return file
		? {
				says: `redo in ${nameOf(file)}`,
				run: () => runIn(file.uri, 'redo'),
				effect: world => redone(world, file.uri.toString()).flatMap(done),
			}
		: undefined;
}

/** Undo from the tree, whose focus is there and not in the editor. */
function undoneInTree(day: Day): Deed | undefined {
	const file = openFile(day, ({ past }) => past.length > 0);
	const row = day.product.tree.visibleRows.find(
		({ element }) => element.content.file.uri.toString() === file?.uri.toString(),
	);
	return file && row
		? {
				says: `${ids.undo} of ${nameOf(file)}`,
				run: () => day.product.run(ids.undo, row.element),
				effect: world => undone(world, file.uri.toString()).flatMap(done),
			}
		: undefined;
}

function savedByPerson(day: Day): Deed | undefined {
	const file = openFile(day, ({ isDirty }) => isDirty);
	const document = workspace.textDocuments.find(each => each.uri.toString() === file?.uri.toString());
	if (!file || !document) {
		return undefined;
	}
	const key = file.uri.toString();
	let isSaved = false;
	return {
		says: `save ${nameOf(file)}`,
		run: async () => (isSaved = await document.save()),
		// VS Code gives a save up, and says so, when the text changes in the middle of it.
		effect: world => [
			...saved(world, key).flatMap(done),
			...(isSaved ? [] : [world, withFormat(world, key)].flatMap(done)),
		],
		goesWithOthers: true,
	};
}

function savedAll(): Deed {
	return {
		says: 'save all',
		run: async () => {
			// It saves editors; VS Code opens one for what is unsaved a moment later.
			await until(() => workspace.textDocuments.every(({ isDirty, uri }) => !isDirty || hasTab(uri.toString())));
			await commands.executeCommand('workbench.action.files.saveAll');
		},
		effect: world => {
			let worlds = [world];
			for (const key of world.files.keys()) {
				worlds = worlds.flatMap(each => saved(each, key));
			}
			return worlds.flatMap(done);
		},
	};
}

function revertedByPerson(day: Day): Deed | undefined {
	const file = openFile(day, ({ isDirty, disk }) => isDirty && disk !== undefined);
	return file
		? {
				says: `revert ${nameOf(file)}`,
				run: async () => {
					await open(file.uri);
					await commands.executeCommand('workbench.action.files.revert');
				},
				effect: world => done(reverted(world, file.uri.toString())),
			}
		: undefined;
}

/** Closes an editor that has nothing unsaved. */
function closed(): Deed | undefined {
	const [first] = window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ isDirty }) => !isDirty));
	return first
		? { says: `close ${first.label}`, run: async () => window.tabGroups.close(first), effect: done }
		: undefined;
}
