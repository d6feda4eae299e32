import {
	commands,
	DocumentLink,
	l10n,
	languages,
	Range,
	Uri,
	window,
	workspace,
	type Disposable,
	type DocumentLinkProvider,
	type TextDocument,
	type TextEditor,
} from 'vscode';
import { pathAt, progressOf, tasksIn, type Node, type Task } from '../core';
import { commands as ids } from '../contributions';
import { DisposableStore } from '../util/disposable';
import { toggleNodes } from '../workspace/editing';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { ForRoadmaps } from '../workspace/forRoadmaps';
import { drawInSight, tasksInSight } from './inSight';

/**
 * Where there are more tasks than this, boxes are no links: VS Code wants all links of a text anew after each pause in
 * typing, and takes half a second for 18,000, but no time to speak of for these.
 */
const most = 3_000;

/** Makes each task's box a link that ticks or unticks it: with Ctrl or Cmd and a click, as all links in an editor. */
export function registerBoxLinks(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	const links = owned.add(new BoxLinks(roadmaps));
	owned.add(new ForRoadmaps(roadmaps, selector => languages.registerDocumentLinkProvider(selector, links)));
	owned.add(commands.registerCommand(ids.toggleBox, (...address: unknown[]) => links.open(address)));
	// VS Code underlines links, which would make boxes hard to read.
	const plain = owned.add(window.createTextEditorDecorationType({ textDecoration: 'none' }));
	owned.add(
		drawInSight(roadmaps, (editor, file) => editor.setDecorations(plain, file ? boxesInSight(editor, file) : [])),
	);
	return owned;
}

/** A box, in the reading that it was found in: where its task is now is found out with the click. */
class BoxLink extends DocumentLink {
	constructor(
		range: Range,
		readonly file: VersionedRoadmap,
		readonly task: Task,
	) {
		super(range);
		this.tooltip = l10n.t('Toggle task');
	}
}

interface VersionedRoadmap extends ReadRoadmap {
	readonly version: number;
}

class BoxLinks extends DisposableStore implements DocumentLinkProvider<BoxLink> {
	/** What the links that VS Code has now were made from, by the document's address. */
	readonly #files = new Map<string, VersionedRoadmap>();

	constructor(private readonly roadmaps: Roadmaps) {
		super();
		this.register(workspace.onDidCloseTextDocument(({ uri }) => this.#files.delete(uri.toString())));
	}

	provideDocumentLinks(document: TextDocument): BoxLink[] {
		const now = this.roadmaps.inDocument(document);
		if (!now || progressOf(now.roadmap).total > most) {
			return [];
		}
		const file = { ...now, version: document.version };
		this.#files.set(document.uri.toString(), file);
		return [...tasksIn(file.roadmap)].flatMap(task => {
			const range = boxOf(document, file.text, task);
			return range ? [new BoxLink(range, file, task)] : [];
		});
	}

	/** Asked of a link that is opened only: there may be many thousands. */
	resolveDocumentLink(link: BoxLink): BoxLink {
		const { uri, version } = link.file;
		const address = JSON.stringify([uri.toString(), version, link.task.mark]);
		link.target = Uri.parse(`command:${ids.toggleBox}?${encodeURIComponent(address)}`);
		return link;
	}

	/** @param address What a link's target holds; from anywhere else it may be anything. */
	async open([uri, version, mark]: readonly unknown[]): Promise<void> {
		const file = typeof uri === 'string' ? this.#files.get(uri) : undefined;
		const isOurs = file?.version === version && typeof mark === 'number';
		const task = file && isOurs ? pathAt(file.roadmap, mark).find(node => isTaskWith(node, mark)) : undefined;
		if (file && task) {
			await toggleNodes(this.roadmaps, file, [task]);
		} else {
			void window.showInformationMessage(l10n.t('The text has changed; nothing was ticked. Click the box again.'));
		}
	}
}

function isTaskWith(node: Node, mark: number): boolean {
	return node.kind === 'task' && node.mark === mark;
}

function boxesInSight(editor: TextEditor, file: ReadRoadmap): Range[] {
	return tasksInSight(editor, file).flatMap(task => boxOf(editor.document, file.text, task) ?? []);
}

/** Where a task's box is; a link cannot be on two lines, as a box can. */
function boxOf(document: TextDocument, text: string, { mark }: Task): Range | undefined {
	const start = document.positionAt(mark - 1);
	return text.startsWith(']', mark + 1) ? new Range(start, start.translate(0, 3)) : undefined;
}
