import {
	commands,
	extensions,
	TabInputText,
	ThemeIcon,
	Uri,
	window,
	workspace,
	type CancellationToken,
	type CodeLens,
	type FileDecoration,
	type Tab,
	type TextDocument,
	type TextEditor,
	type TreeItem,
} from 'vscode';
import type { RoadmapApi } from '../../../src/api';
import { extensionId } from '../../../src/contributions';
import { createParser, ownText, percent, progressOf, sectionsIn, tasksIn, type Progress } from '../../../src/core';
import type { Element } from '../../../src/tree/model';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import type { Product } from '../support/product';
import { isTicked, labelOfItem, type ShownRow } from '../support/shownTree';
import { Tree } from '../support/tree';
import { stateOf, textOf, type World } from './world';

/** Lines that are drawn in wherever an editor is scrolled to. */
const linesInSight = 50;

/** The roadmaps that must be shown, in their order. */
export function roadmapsIn(world: World): ReadRoadmap[] {
	const parser = createParser({ states: world.settings.states });
	return world.folders.flatMap(folder =>
		[...world.files.keys()]
			.filter(
				key => key.startsWith(`${folder}/`) && isRoadmap(world, key.slice(folder.length + 1)) && isHere(world, key),
			)
			.sort()
			.map((key): ReadRoadmap => {
				const text = textOf(world, key) ?? '';
				return { kind: 'read', uri: Uri.parse(key), text, roadmap: parser.parse(text) };
			}),
	);
}

function isRoadmap({ settings }: World, path: string): boolean {
	return settings.files.some(glob =>
		glob.startsWith('**/') ? path.split('/').at(-1) === glob.slice(3) : path === glob,
	);
}

/** What is deleted is there as long as somebody has it before them. */
function isHere(world: World, key: string): boolean {
	const { disk, text, isDirty } = stateOf(world, key);
	return disk !== undefined || (text !== undefined && (isDirty || hasTab(key)));
}

/** Whether a file is in an editor. */
export function hasTab(key: string): boolean {
	return tabsOf(key).length > 0;
}

function tabsOf(key: string): Tab[] {
	const tabs = window.tabGroups.all.flatMap(group => group.tabs);
	return tabs.filter(({ input }) => input instanceof TabInputText && input.uri.toString() === key);
}

/** VS Code calls a document saved to extensions, though it knows better, when it is edited while it is being written. */
function isUnsaved({ isDirty, uri }: TextDocument): boolean {
	return isDirty || tabsOf(uri.toString()).some(tab => tab.isDirty);
}

/** What is shown otherwise than it must be in this world, in words; nothing where all is well. */
export async function whatIsWrong(world: World, product: Product): Promise<string | undefined> {
	const files = roadmapsIn(world);
	return (
		difference('the log', product.log, []) ??
		apiFault(product.api, files) ??
		apiFault(extensions.getExtension<RoadmapApi>(extensionId)?.exports, files) ??
		(await treeFault(world, files, product)) ??
		difference('the status bar', figuresAllowed(files).includes(product.statusBar()) || product.statusBar(), true) ??
		badgeFault(files, product) ??
		(await editorFault(world, files, product))
	);
}

function difference(what: string, actual: unknown, expected: unknown): string | undefined {
	const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
	return is === should ? undefined : `${what} is ${apart(is, should)}\nand should be ${apart(should, is)}`;
}

/** The part of a long text where another is different. */
function apart(text: unknown, other: unknown): string {
	const [one, two] = [String(text), String(other)];
	let same = 0;
	while (same < one.length && one[same] === two[same]) {
		same++;
	}
	const start = Math.max(0, same - 150);
	return `${start > 0 ? '…' : ''}${one.slice(start, start + 400)}${start + 400 < one.length ? '…' : ''}`;
}

function apiFault(api: RoadmapApi | undefined, files: readonly ReadRoadmap[]): string | undefined {
	return difference(
		'the API',
		api?.roadmaps.map(({ uri, progress, tasks }) => [uri.toString(), progress.done, tasks.map(taskInWords)]),
		files.map(({ uri, roadmap }) => [uri.toString(), progressOf(roadmap).done, [...tasksIn(roadmap)].map(taskInWords)]),
	);
}

function taskInWords({ text, state }: { readonly text: string; readonly state: string }): string {
	return `${state} ${text}`;
}

/** What has followed every change must show the same as what has just been made. */
async function treeFault(world: World, files: readonly ReadRoadmap[], product: Product): Promise<string | undefined> {
	const store = { files, whenReady: Promise.resolve(), onDidChange: () => ({ dispose: () => undefined }) };
	const fresh = new Tree(store as unknown as Roadmaps);
	fresh.completed.hide(world.hidesCompleted);
	fresh.provider.update();
	await product.tree.settle();
	const fault = await rowsFault(product.tree.rows, undefined, fresh);
	fresh.provider.dispose();
	return fault;
}

async function rowsFault(
	rows: readonly ShownRow[],
	around: Element | undefined,
	fresh: Tree,
): Promise<string | undefined> {
	const expected = await fresh.provider.getChildren(around);
	const fault = difference(
		'the tree',
		rows.map(({ item, element }) => rowInWords(item, element)),
		expected.map(element => rowInWords(fresh.item(element), element)),
	);
	if (fault !== undefined) {
		return fault;
	}
	for (const [index, row] of rows.entries()) {
		const inner = row.rows && (await rowsFault(row.rows, expected[index], fresh));
		if (inner !== undefined) {
			return inner;
		}
	}
	return undefined;
}

function rowInWords(item: TreeItem, { content }: Element): string {
	const { description, contextValue, iconPath } = item;
	const place = content.kind === 'node' ? content.node.span.start : 0;
	const icon = iconPath instanceof ThemeIcon ? iconPath.id : '';
	const box = item.checkboxState === undefined ? '' : isTicked(item) ? '[x]' : '[ ]';
	return [box, labelOfItem(item), description, contextValue, icon, place, content.file.uri].map(String).join('|');
}

/** The roadmap that was last looked at decides, which only the editor that is active now tells for certain. */
function figuresAllowed(files: readonly ReadRoadmap[]): (string | undefined)[] {
	const active = files.filter(({ uri }) => uri.toString() === window.activeTextEditor?.document.uri.toString());
	const all = files.map(({ roadmap }) => progressOf(roadmap));
	const sum = {
		done: all.reduce((total, { done }) => total + done, 0),
		total: all.reduce((total, each) => total + each.total, 0),
	};
	const subjects = active.length > 0 ? active.map(({ roadmap }) => progressOf(roadmap)) : [...all, sum];
	return files.length === 0 ? [undefined] : subjects.map(statusText);
}

function statusText(progress: Progress): string {
	const { done, total } = progress;
	return total > 0 ? `$(checklist) ${percent(progress)}% · ${done}/${total}` : '$(checklist) no tasks yet';
}

function badgeFault(files: readonly ReadRoadmap[], { badges }: Product): string | undefined {
	const token = undefined as unknown as CancellationToken;
	return difference(
		'the badges',
		files.map(({ uri }) => (badges.provideFileDecoration(uri, token) as FileDecoration | undefined)?.badge),
		files.map(({ roadmap }) => {
			const progress = progressOf(roadmap);
			const figure = percent(progress);
			return progress.total === 0 ? undefined : figure === 100 ? '✓' : String(figure);
		}),
	);
}

async function editorFault(world: World, files: readonly ReadRoadmap[], product: Product): Promise<string | undefined> {
	for (const editor of window.visibleTextEditors) {
		const file = files.find(({ uri }) => uri.toString() === editor.document.uri.toString());
		const fault = file && ((await lensFault(world, file)) ?? drawingFault(world, file, editor, product));
		if (fault !== undefined) {
			return fault;
		}
	}
	return undefined;
}

/** Asks all that provide lenses there: the installed extension, and the one that the days are of. */
async function lensFault({ settings }: World, { uri, text, roadmap }: ReadRoadmap): Promise<string | undefined> {
	const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 1000);
	const said = new Set(lenses.map(({ range, command }) => `${range.start.line} ${command?.title ?? ''}`));
	const sections = settings.codeLens ? [...sectionsIn(roadmap)] : [];
	const expected = sections.flatMap(section => {
		const progress = progressOf(section);
		const { done, total } = progress;
		const line = text.slice(0, section.heading.start).split('\n').length - 1;
		const tick = done === total ? 'Reopen all' : 'Tick all';
		return total === 0 ? [] : [`${line} ${done}/${total} · ${percent(progress)}%`, `${line} ${tick}`];
	});
	return difference(
		'the lenses',
		[...said].filter(each => !each.includes('Next: ')).sort(),
		[...new Set(expected)].sort(),
	);
}

function drawingFault(
	{ settings }: World,
	{ text, roadmap }: ReadRoadmap,
	editor: TextEditor,
	product: Product,
): string | undefined {
	if (text.split('\n').length > linesInSight) {
		return undefined;
	}
	const finished = [...tasksIn(roadmap)].filter(({ state }) => state === 'done' || state === 'dropped');
	const lines = finished.flatMap(task => {
		const { start, end } = ownText(text, task);
		return text
			.slice(start, end)
			.split('\n')
			.map(line => line.trim())
			.filter(line => line !== '');
	});
	return (['dim', 'strike'] as const)
		.map(style =>
			difference(
				`what is drawn (${style})`,
				product.drawn(editor, style).map(range => editor.document.getText(range).trim()),
				settings.doneTasks === style ? lines : [],
			),
		)
		.find(fault => fault !== undefined);
}

/** What VS Code has that is not as the model says: texts, what is unsaved, what is on disk. */
export function textFault(world: World, readDisk: (key: string) => string | undefined): string | undefined {
	for (const [key, { text, disk, isDirty }] of world.files) {
		const document = workspace.textDocuments.find(each => each.uri.toString() === key && !each.isClosed);
		const fault =
			difference(`${key} on disk`, readDisk(key), disk) ??
			(document && text !== undefined
				? (difference(`${key} in its document`, document.getText(), text) ??
					difference(`${key} unsaved`, isUnsaved(document), isDirty))
				: document
					? difference(`${key} in its document`, document.getText(), disk)
					: difference(`${key} closed with something unsaved`, isDirty, false));
		if (fault !== undefined) {
			return fault;
		}
	}
	return undefined;
}
