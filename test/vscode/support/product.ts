import {
	extensions,
	type Uri,
	window,
	type DecorationRenderOptions,
	type ExtensionContext,
	type FileDecorationProvider,
	type LanguageModelTextPart,
	type LanguageModelTool,
	type Range,
	type StatusBarItem,
	type TextEditor,
	type TreeDragAndDropController,
	type TreeViewOptions,
	type UriHandler,
} from 'vscode';
import type { RoadmapApi } from '../../../src/api';
import { extensionId } from '../../../src/contributions';
import type { SectionLenses } from '../../../src/editor/codeLens';
import { activate } from '../../../src/extension';
import type { MarkdownPlugin } from '../../../src/preview';
import type { Element } from '../../../src/tree/model';
import { DisposableStore } from '../../../src/util/disposable';
import { never } from './histories';
import { followLive } from './live';
import { MemoryMemento } from './memento';
import { ShownTree } from './shownTree';

/** The whole extension once more, beside the installed one, with all that it shows and takes in reach. */
export interface Product {
	readonly tree: ShownTree;
	readonly dragAndDrop: TreeDragAndDropController<Element>;
	readonly lenses: SectionLenses;
	readonly badges: FileDecorationProvider;
	readonly api: RoadmapApi & MarkdownPlugin;
	/** What the status bar says; nothing while it is hidden. */
	readonly statusBar: () => string | undefined;
	/** What is drawn in an editor in this style. */
	readonly drawn: (editor: TextEditor, style: 'dim' | 'strike') => readonly Range[];
	/** Errors and warnings of its log. */
	readonly log: string[];
	/** Runs a command of it, as a menu would. */
	readonly run: (id: string, ...given: readonly unknown[]) => Promise<unknown>;
	/** What preview and links from outside come to. */
	readonly links: UriHandler;
	/** Calls a tool of it, as a language model would; gives what the model is told. */
	readonly call: (tool: string, input: object) => Promise<string>;
	/** Ends it, and gives the names of what is alive all the same. */
	readonly end: () => string[];
}

export type Activate = typeof activate;

/** Starts the extension in a window, with a storage of its own. */
export function startProduct(storageUri: Uri | undefined, start: Activate = activate): Product {
	const log: string[] = [];
	const shown: ShownTree[] = [];
	const items: (StatusBarItem & { isShown: boolean })[] = [];
	const drawing = new Drawing();
	const undo = [
		replaced(window, 'createTreeView', (_: string, options: TreeViewOptions<Element>) => {
			const tree = new ShownTree(options);
			shown.push(tree);
			return tree;
		}),
		replaced(window, 'createStatusBarItem', () => {
			const item = statusBarItem();
			items.push(item);
			return item;
		}),
		replaced(window, 'createOutputChannel', () => outputChannel(log)),
		drawing.follow(),
	];
	const live = followLive();
	const subscriptions: { dispose(): unknown }[] = [];
	const extensionUri = extensions.getExtension(extensionId)?.extensionUri;
	const context = { extensionUri, storageUri, subscriptions, workspaceState: new MemoryMemento() };
	const api = start(context as unknown as ExtensionContext);
	/** What the last call of a name was given. */
	const given = (name: string, index: number): unknown => live.given(name).at(-1)?.[index];
	const [tree] = shown;
	if (!tree) {
		throw new Error('There is no tree.');
	}
	const named = (name: string, id: string): unknown => {
		const found = live.given(name).find(([each]) => each === id);
		if (!found) {
			throw new Error(`${name}: no ${id}`);
		}
		return found[1];
	};
	return {
		tree,
		api,
		log,
		dragAndDrop: tree.options.dragAndDropController as TreeDragAndDropController<Element>,
		lenses: given('languages.registerCodeLensProvider', 1) as SectionLenses,
		badges: given('window.registerFileDecorationProvider', 0) as FileDecorationProvider,
		links: given('window.registerUriHandler', 0) as UriHandler,
		statusBar: () => items.find(({ isShown }) => isShown)?.text,
		drawn: (editor, style) => drawing.in(editor, style),
		run: (id, ...args) =>
			Promise.resolve((named('commands.registerCommand', id) as (...all: unknown[]) => unknown)(...args)),
		call: async (tool, input) => {
			const known = named('lm.registerTool', tool) as LanguageModelTool<object>;
			const result = await known.invoke({ input, toolInvocationToken: undefined }, never);
			const [, answer] = result?.content as LanguageModelTextPart[]; // behind the note on what is quoted
			return answer?.value ?? '';
		},
		end: () => {
			const owned = new DisposableStore();
			subscriptions.forEach(each => void owned.add(each as DisposableStore));
			owned.dispose();
			live.restore();
			undo.reverse().forEach(restore => restore());
			return live.names();
		},
	};
}

function replaced(space: object, name: string, member: unknown): () => void {
	const members = space as Record<string, unknown>;
	const original = members[name];
	members[name] = member;
	return () => (members[name] = original);
}

function statusBarItem(): StatusBarItem & { isShown: boolean } {
	const item = {
		text: '',
		isShown: false,
		show: () => void (item.isShown = true),
		hide: () => void (item.isShown = false),
		dispose: () => void (item.isShown = false),
	};
	return item as StatusBarItem & { isShown: boolean };
}

function outputChannel(log: string[]): object {
	const keep = (message: string): void => void log.push(message);
	const drop = (): void => undefined;
	return { error: keep, warn: keep, info: drop, debug: drop, trace: drop, dispose: drop };
}

/** Knows what is drawn in editors: VS Code keeps it to itself. */
class Drawing {
	readonly #styles = new Map<object, 'dim' | 'strike' | 'other'>();
	readonly #drawn = new WeakMap<TextEditor, Map<string, readonly Range[]>>();
	readonly #wrapped = new WeakMap<TextEditor, TextEditor>();

	follow(): () => void {
		const { createTextEditorDecorationType } = window;
		const create = (options: DecorationRenderOptions): object => {
			const type = createTextEditorDecorationType(options);
			const style = options.textDecoration === 'line-through' ? 'strike' : options.opacity ? 'dim' : 'other';
			this.#styles.set(type, style);
			return type;
		};
		const stopCreating = replaced(window, 'createTextEditorDecorationType', create);
		const seen = Object.getOwnPropertyDescriptor(window, 'visibleTextEditors');
		if (!seen?.get) {
			throw new Error('VS Code does not say which editors are visible.');
		}
		const get = (): TextEditor[] => (seen.get?.call(window) as TextEditor[]).map(each => this.#wrap(each));
		Object.defineProperty(window, 'visibleTextEditors', { ...seen, get });
		return () => {
			stopCreating();
			Object.defineProperty(window, 'visibleTextEditors', seen);
		};
	}

	in(editor: TextEditor, style: 'dim' | 'strike'): readonly Range[] {
		return this.#drawn.get(editor)?.get(style) ?? [];
	}

	#wrap(editor: TextEditor): TextEditor {
		const known = this.#wrapped.get(editor);
		if (known) {
			return known;
		}
		const drawn = new Map<string, readonly Range[]>();
		const setDecorations = (type: object, ranges: readonly Range[]): void => {
			// What keeps book of what is alive stands before the type.
			drawn.set(this.#styles.get(type) ?? styleOf(type, this.#styles), ranges);
		};
		const wrapped = Object.create(editor, { setDecorations: { value: setDecorations } }) as TextEditor;
		this.#drawn.set(wrapped, drawn);
		this.#wrapped.set(editor, wrapped);
		return wrapped;
	}
}

function styleOf(type: object, styles: ReadonlyMap<object, string>): string {
	const { key } = type as { readonly key: unknown };
	return [...styles].find(([each]) => (each as { readonly key: unknown }).key === key)?.[1] ?? 'other';
}
