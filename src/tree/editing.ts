import { env, l10n, window } from 'vscode';
import {
	addSection,
	addTasks,
	duplicate,
	indent,
	insertMarkdown,
	labelOf,
	markdownOf,
	move as moveNodes,
	moveDown,
	moveUp,
	outdent,
	remove,
	rename,
	sortFinished,
	wordsOf,
	type Change,
	type EditOptions,
	type Node,
	type Refusal,
} from '../core';
import { shown } from '../util/emoji';
import type { Outcome } from '../workspace/editing';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { changeStructure, editOptions, refusalText, type Now, type StructureEdit } from '../workspace/structure';
import type { Content } from './content';
import type { Element, TreeModel } from './model';
import { placeForDrop, placeForSection, placeForTask, placeIn, type NamedPlace } from './places';
import { nodesPerFile } from './rows';
import { roadmapToUndo, undoIn } from './undo';

/** How much of a name stands in the title of an input box. */
const longestName = 60;

/** What the commands on rows do to roadmaps. Each is one edit, however many rows are meant. */
export class TreeEditing {
	constructor(
		private readonly roadmaps: Roadmaps,
		private readonly model: TreeModel,
		/** Selects a row and scrolls to it. */
		private readonly show: (row: Element) => Promise<void>,
	) {}

	readonly duplicate = (rows: readonly Element[]): Promise<unknown> => this.#change(rows, duplicate);
	readonly moveUp = (rows: readonly Element[]): Promise<unknown> => this.#change(rows, moveUp);
	readonly moveDown = (rows: readonly Element[]): Promise<unknown> => this.#change(rows, moveDown);
	readonly indent = (rows: readonly Element[]): Promise<unknown> => this.#change(rows, indent);
	readonly outdent = (rows: readonly Element[]): Promise<unknown> => this.#change(rows, outdent);
	readonly sortFinished = (rows: readonly Element[]): Promise<unknown> =>
		this.#change(rows, (text, nodes, options) => sortFinished(text, nodes.flatMap(itemsOf), options));

	/** Takes rows out, and says whether it did. */
	async remove(rows: readonly Element[]): Promise<boolean> {
		return (await this.#change(rows, remove)) === 'applied';
	}

	/** Undoes, or does again, the last edit of a row's roadmap, and shows where it was. */
	async undo([row]: readonly Element[], command: 'undo' | 'redo'): Promise<void> {
		const file = roadmapToUndo(this.roadmaps, row);
		const changed = file && (await undoIn(file, command));
		if (file && changed !== undefined) {
			await this.#show(file, changed.offset, changed.depth);
		}
	}

	/** Asks for a task's words, and adds it: into a section or group, behind a task. */
	async addTask([row]: readonly Element[]): Promise<void> {
		const content = this.#contentOf(row);
		const place = content && placeForTask(content);
		const title = place?.behind
			? l10n.t('New task after “{0}”', short(labelOf(place.behind)))
			: place?.into
				? l10n.t('New task in “{0}”', short(labelOf(place.into)))
				: l10n.t('New task');
		await this.#add(content, place, title, addTaskAt);
	}

	/** The same, but inside a task. */
	async addTaskInside([row]: readonly Element[]): Promise<void> {
		const content = row?.meant;
		if (content?.kind === 'node') {
			const title = l10n.t('New task in “{0}”', short(labelOf(content.node)));
			await this.#add(content, { into: content.node }, title, addTaskAt);
		}
	}

	/** Asks for a title, and adds a section behind the one that the row stands in. */
	async addSection([row]: readonly Element[]): Promise<void> {
		const content = this.#contentOf(row);
		await this.#add(content, content && placeForSection(content), l10n.t('New section'), addSectionAt);
	}

	/** Asks for other words; what is edited is their Markdown. */
	async rename([row]: readonly Element[]): Promise<void> {
		const content = row?.meant;
		if (content?.kind !== 'node') {
			return;
		}
		const { file, node } = content;
		const value = wordsOf(file.text, node, editOptions()) ?? labelOf(node);
		const title = l10n.t('Rename “{0}”', short(labelOf(node)));
		const words = await ask(title, value, words => rename(file.text, node, words, editOptions()));
		if (words !== undefined) {
			await this.#apply([
				{ file, nodes: [node], make: ({ text, nodes, options }) => rename(text, nodes[0] as Node, words, options) },
			]);
		}
	}

	/** Puts the Markdown of rows, with all that is in them, on the clipboard. */
	async copy(rows: readonly Element[]): Promise<void> {
		const markdown = this.markdownOf(rows);
		if (markdown !== '') {
			await env.clipboard.writeText(markdown);
		}
	}

	/** The Markdown of rows, with all that is in them. */
	markdownOf(rows: readonly Element[]): string {
		const texts = [...nodesPerFile(rows)].map(([{ text }, nodes]) => markdownOf(text, nodes, editOptions()));
		return texts.join('\n');
	}

	/** Adds what is on the clipboard at a row. */
	async paste([row]: readonly Element[]): Promise<void> {
		await this.insert(row, await env.clipboard.readText());
	}

	/** Adds Markdown at a row: sections and items as they are, other lines as tasks. */
	async insert(row: Element | undefined, markdown: string): Promise<void> {
		const content = this.#contentOf(row);
		if (content?.file.kind === 'read') {
			await this.#apply([
				placed(content.file, placeForTask(content), ({ text, roadmap, options }, place) =>
					insertMarkdown(text, placeIn(roadmap, place), markdown, options),
				),
			]);
		}
	}

	/** Moves rows onto another, within a roadmap or from one to another; onto none, to the end. */
	async move(rows: readonly Element[], target: Element | undefined): Promise<void> {
		const file = (target ?? rows[0])?.meant.file;
		if (file?.kind !== 'read' || (target && rows.includes(target))) {
			return;
		}
		const nodes = nodesPerFile(rows);
		const here = nodes.get(file) ?? [];
		nodes.delete(file);
		if (here.length > 0 && nodes.size > 0) {
			// Two edits, and so two steps to undo, of which the second may be refused.
			const reason = l10n.t('Nothing was moved: drag the rows of one roadmap, then those of the others.');
			void window.showWarningMessage(reason);
			return;
		}
		const placeFor = (dragged: readonly Node[]): NamedPlace => (target ? placeForDrop(target.meant, dragged) : {});
		if (nodes.size > 0) {
			await this.#moveFrom(nodes, file, placeFor([...nodes.values()][0] ?? []));
		}
		if (here.length > 0) {
			const move = ({ text, roadmap, nodes: now, options }: Now, place: NamedPlace): Change | Refusal =>
				moveNodes(text, now, placeIn(roadmap, place), options);
			await this.#apply([placed(file, placeFor(here), move, here)]);
		}
	}

	/** Moves nodes of other roadmaps to a place in one. */
	async #moveFrom(
		nodes: ReadonlyMap<ReadRoadmap, readonly Node[]>,
		file: ReadRoadmap,
		place: NamedPlace,
	): Promise<void> {
		const texts: string[] = [];
		const leaving = [...nodes].map(([from, leaving], index): StructureEdit => {
			return {
				file: from,
				nodes: leaving,
				make: ({ text, nodes: now, options }) => {
					texts[index] = markdownOf(text, now, options);
					return remove(text, now, options);
				},
			};
		});
		const arriving = placed(file, place, ({ text, roadmap, options }, now) =>
			insertMarkdown(text, placeIn(roadmap, now), texts.join('\n'), options),
		);
		await this.#apply([...leaving, arriving]);
	}

	/** Makes changes and shows what they moved or added. */
	async #apply(edits: readonly StructureEdit[]): Promise<Outcome> {
		const { outcome, starts } = await changeStructure(this.roadmaps, edits);
		const last = edits.at(-1);
		const start = starts.at(-1)?.[0];
		if (outcome === 'applied' && last && start !== undefined) {
			await this.#show(last.file, start);
		}
		return outcome;
	}

	/** Shows the row of what starts at an offset, once the tree has followed the edit; the one around it where that is too deep. */
	async #show({ uri }: ReadRoadmap, start: number, depth?: number): Promise<void> {
		await this.roadmaps.followEdits();
		const file = this.roadmaps.get(uri);
		const row = file && this.model.elementAt(file, start, depth);
		if (row) {
			await this.show(row);
		}
	}

	async #change(
		rows: readonly Element[],
		make: (text: string, nodes: readonly Node[], options: EditOptions) => Change | Refusal,
	): Promise<Outcome> {
		const edits = [...nodesPerFile(rows)].map(([file, nodes]): StructureEdit => {
			return { file, nodes, make: ({ text, nodes: now, options }) => make(text, now, options) };
		});
		return edits.length > 0 ? this.#apply(edits) : 'unchanged';
	}

	/** The content of a row; of the roadmap, where none is chosen. */
	#contentOf(row: Element | undefined): Content | undefined {
		const content = row?.meant;
		if (content) {
			return content;
		}
		const file = this.roadmaps.files.find(each => each.kind === 'read');
		return file && { kind: 'file', file, name: '' };
	}

	async #add(
		content: Content | undefined,
		place: NamedPlace | undefined,
		title: string,
		add: (now: Now, place: NamedPlace, words: string) => Change | Refusal,
	): Promise<void> {
		const file = content?.file;
		if (file?.kind !== 'read' || !place) {
			return;
		}
		const { text, roadmap } = file;
		const now = { text, roadmap, nodes: [], options: editOptions() };
		const words = await ask(title, '', typed => add(now, place, typed));
		if (words !== undefined) {
			await this.#apply([placed(file, place, (later, placeNow) => add(later, placeNow, words))]);
		}
	}
}

/** A change at a place, whose nodes are found again. */
function placed(
	file: ReadRoadmap,
	{ into, before, behind }: NamedPlace,
	make: (now: Now, place: NamedPlace) => Change | Refusal,
	nodes: readonly Node[] = [],
): StructureEdit {
	const named = [into, before, behind];
	const known = named.filter(node => node !== undefined);
	return {
		file,
		nodes: [...nodes, ...known],
		make: now => {
			const found = now.nodes.slice(nodes.length);
			const [intoNow, beforeNow, behindNow] = named.map(node => node && found.shift());
			const place = { into: intoNow, before: beforeNow, behind: behindNow };
			return make({ ...now, nodes: now.nodes.slice(0, nodes.length) }, place);
		},
	};
}

function addTaskAt({ text, roadmap, options }: Now, place: NamedPlace, words: string): Change | Refusal {
	return addTasks(text, placeIn(roadmap, place), [words], options);
}

function addSectionAt({ text, roadmap, options }: Now, place: NamedPlace, title: string): Change | Refusal {
	return addSection(text, placeIn(roadmap, place), title, options);
}

/** Asks for one line of Markdown; what cannot be done with it is said while it is typed, so that no words are lost. */
async function ask(
	title: string,
	value: string,
	attempt: (words: string) => Change | Refusal,
): Promise<string | undefined> {
	const words = await window.showInputBox({
		title,
		value,
		prompt: l10n.t('Markdown works here.'),
		validateInput: typed => {
			const tried = typed.trim() === '' ? undefined : attempt(typed);
			return tried && 'refused' in tried ? refusalText(tried.refused) : undefined;
		},
	});
	return words?.trim() === '' ? undefined : words;
}

function short(name: string): string {
	return shown(name, longestName);
}

/** The items that sorting a node sorts: itself, or those right in a section. */
function itemsOf(node: Node): readonly Node[] {
	return node.kind === 'section' ? node.children.filter(({ kind }) => kind !== 'section') : [node];
}
