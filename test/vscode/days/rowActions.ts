import { CancellationTokenSource, DataTransfer, DataTransferItem } from 'vscode';
import {
	addSection,
	addTasks,
	duplicate,
	indent,
	insertMarkdown,
	labelOf,
	markdownOf,
	move,
	moveDown,
	moveUp,
	outdent,
	remove,
	rename,
	sortFinished,
	toggle,
	type Change,
	type EditOptions,
	type Node,
	type Refusal,
} from '../../../src/core';
import { commands as ids } from '../../../src/contributions';
import type { Content } from '../../../src/tree/content';
import type { Element } from '../../../src/tree/model';
import { placeForDrop, placeForSection, placeForTask, placeIn, type NamedPlace } from '../../../src/tree/places';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Now } from '../../../src/workspace/structure';
import { canBeOpened, isTicked, labelOfItem, type ShownRow } from '../support/shownTree';
import type { Action, Day, Deed } from './day';
import { productEdit, type Wish } from './edits';
import { roadmapsIn } from './shown';
import { done, refused } from './world';

type NodeContent = Extract<Content, { kind: 'node' }>;
type NodeRow = ShownRow & { readonly element: Element & { readonly content: NodeContent } };

/** What a person does in the tree. */
export const rowActions: Readonly<Record<string, readonly [weight: number, Action]>> = {
	tick: [14, tick],
	toggle: [5, day => onRows(day, ids.toggleSelected, 3, toggled)],
	remove: [3, day => onRows(day, ids.remove, 2, structural(remove))],
	duplicate: [3, day => onRows(day, ids.duplicate, 2, structural(duplicate))],
	moveUp: [4, day => onRows(day, ids.moveUp, 2, structural(moveUp))],
	moveDown: [4, day => onRows(day, ids.moveDown, 2, structural(moveDown))],
	indent: [4, day => onRows(day, ids.indent, 2, structural(indent))],
	outdent: [4, day => onRows(day, ids.outdent, 2, structural(outdent))],
	sort: [2, day => onRows(day, ids.sortFinished, 1, sorted)],
	addTask: [5, day => added(day, ids.addTask, placeForTask, addTasksAt)],
	addTaskInside: [3, day => added(day, ids.addTaskInside, ({ node }) => ({ into: node }), addTasksAt)],
	addSection: [2, day => added(day, ids.addSection, placeForSection, addSectionAt)],
	rename: [4, renamed],
	drop: [6, dropped],
	dropText: [2, droppedText],
	stale: [4, stale],
	turn: [6, turned],
	select: [3, selected],
};

function nodeRows(day: Day): NodeRow[] {
	return day.product.tree.visibleRows.filter((row): row is NodeRow => row.element.content.kind === 'node');
}

function anyRow(day: Day): NodeRow | undefined {
	const rows = nodeRows(day);
	return rows.length > 0 ? day.random.pick(rows) : undefined;
}

/** Some rows of one roadmap. */
function someRows(day: Day, most: number): NodeRow[] {
	const first = anyRow(day);
	const others = nodeRows(day).filter(row => row.element.content.file === first?.element.content.file);
	return first ? [...new Set([first, ...day.random.some(0, most - 1, () => day.random.pick(others))])] : [];
}

function named(rows: readonly NodeRow[]): string {
	return rows.map(({ item, element }) => `${nameOf(element.content.file)} “${labelOfItem(item)}”`).join(', ');
}

export function nameOf({ uri }: Pick<ReadRoadmap, 'uri'>): string {
	return uri.path.split('/').slice(-2).join('/');
}

function wishOf(rows: readonly NodeRow[], make: Wish['make']): Wish {
	const { file } = (rows[0] as NodeRow).element.content;
	return { file, nodes: [...new Set(rows.map(({ element }) => element.content.node))], make };
}

function tick(day: Day): Deed | undefined {
	const { tree } = day.product;
	const row = nodeRows(day).filter(({ item }) => item.checkboxState !== undefined);
	const clicked = row.length > 0 ? day.random.pick(row) : undefined;
	if (!clicked) {
		return undefined;
	}
	const { content } = clicked.element;
	const together = day.random.chance(0.2)
		? someRows(day, 3).filter(each => each.element.content.file === content.file)
		: [];
	const meant = [...new Set([clicked, ...together])];
	const state = isTicked(clicked.item) ? 'open' : 'done';
	return {
		says: `click the box of ${named(meant)}`,
		run: async () => {
			tree.select(meant.length > 1 ? meant.map(({ element }) => element) : []);
			await tree.click(clicked);
		},
		effect: productEdit(
			wishOf(meant, ({ text, roadmap, nodes }, { settings: { cascade } }) =>
				toggle(text, roadmap, nodes, { state, cascade }),
			),
		),
		goesWithOthers: true,
	};
}

const toggled: Wish['make'] = ({ text, roadmap, nodes }, { settings: { cascade } }) =>
	toggle(text, roadmap, nodes, { cascade });

function structural(
	make: (text: string, nodes: readonly Node[], options: EditOptions) => Change | Refusal,
): Wish['make'] {
	return ({ text, nodes, options }) => make(text, nodes, options);
}

const sorted: Wish['make'] = ({ text, nodes, options }) => {
	const items = nodes.flatMap(node =>
		node.kind === 'section' ? node.children.filter(({ kind }) => kind !== 'section') : [node],
	);
	return sortFinished(text, items, options);
};

function onRows(day: Day, id: string, most: number, make: Wish['make']): Deed | undefined {
	const rows = someRows(day, most);
	const elements = rows.map(({ element }) => element);
	return rows.length > 0
		? {
				says: `${id} ${named(rows)}`,
				run: () => day.product.run(id, elements[0], elements),
				effect: productEdit(wishOf(rows, make)),
				goesWithOthers: true,
			}
		: undefined;
}

/** A wish at a place beside or in nodes. */
function placedWish(
	file: ReadRoadmap,
	{ into, before, behind }: NamedPlace,
	make: (now: Now, place: NamedPlace) => Change | Refusal,
	moving: readonly Node[] = [],
): Wish {
	const named = [into, before, behind];
	return {
		file,
		nodes: [...moving, ...named.filter(node => node !== undefined)],
		make: now => {
			const found = now.nodes.slice(moving.length);
			const [intoNow, beforeNow, behindNow] = named.map(node => node && found.shift());
			const place = { into: intoNow, before: beforeNow, behind: behindNow };
			return make({ ...now, nodes: now.nodes.slice(0, moving.length) }, place);
		},
	};
}

type Add = (now: Now, place: NamedPlace, words: string) => Change | Refusal;

const addTasksAt: Add = ({ text, roadmap, options }, place, words) =>
	addTasks(text, placeIn(roadmap, place), [words], options);

const addSectionAt: Add = ({ text, roadmap, options }, place, words) =>
	addSection(text, placeIn(roadmap, place), words, options);

function added(day: Day, id: string, placeFor: (content: NodeContent) => NamedPlace, add: Add): Deed | undefined {
	const row = anyRow(day);
	if (!row) {
		return undefined;
	}
	const { content } = row.element;
	const { word } = day;
	return {
		says: `${id} “${word}” at ${named([row])}`,
		run: () => {
			day.answer(word);
			return day.product.run(id, row.element);
		},
		effect: productEdit(placedWish(content.file, placeFor(content), (now, place) => add(now, place, word))),
	};
}

function renamed(day: Day): Deed | undefined {
	const row = anyRow(day);
	const words = `**${day.word}** \`and more\``;
	return row
		? {
				says: `rename ${named([row])} to ${words}`,
				run: () => {
					day.answer(words);
					return day.product.run(ids.rename, row.element);
				},
				effect: productEdit(
					wishOf([row], ({ text, nodes, options }) => rename(text, nodes[0] as Node, words, options)),
				),
			}
		: undefined;
}

/** Rows are dragged onto another, of the same roadmap or of another one. */
function dropped(day: Day): Deed | undefined {
	const rows = someRows(day, 2);
	const target = anyRow(day);
	if (rows.length === 0 || !target || rows.includes(target)) {
		return undefined;
	}
	const { file } = target.element.content;
	const from = (rows[0] as NodeRow).element.content.file;
	const nodes = [...new Set(rows.map(({ element }) => element.content.node))];
	const place = placeForDrop(target.element.content, nodes);
	const wishes =
		from === file
			? [
					placedWish(
						file,
						place,
						({ text, roadmap, nodes: now, options }, to) => move(text, now, placeIn(roadmap, to), options),
						nodes,
					),
				]
			: movedOver(day, rows, placedAt(file, place));
	return {
		says: `drop ${named(rows)} on ${named([target])}`,
		run: async () => {
			const data = new DataTransfer();
			const { dragAndDrop } = day.product;
			dragAndDrop.handleDrag?.(
				rows.map(({ element }) => element),
				data,
				new CancellationTokenSource().token,
			);
			await dragAndDrop.handleDrop?.(target.element, data, new CancellationTokenSource().token);
		},
		effect: productEdit(...wishes),
	};
}

const placedAt =
	(file: ReadRoadmap, place: NamedPlace) =>
	(markdown: string): Wish =>
		placedWish(file, place, ({ text, roadmap, options }, to) =>
			insertMarkdown(text, placeIn(roadmap, to), markdown, options),
		);

function movedOver({ world }: Day, rows: readonly NodeRow[], arriving: (markdown: string) => Wish): Wish[] {
	const leaving = wishOf(rows, structural(remove));
	const { file, nodes } = leaving;
	return [leaving, arriving(markdownOf(file.text, nodes, { states: world.settings.states }))];
}

function droppedText(day: Day): Deed | undefined {
	const row = anyRow(day);
	if (!row) {
		return undefined;
	}
	const { content } = row.element;
	const markdown = `- [x] ${day.word}\n  - inner\n\nplain\n`;
	return {
		says: `drop a text at ${named([row])}`,
		run: async () => {
			const data = new DataTransfer();
			data.set('text/plain', new DataTransferItem(markdown));
			await day.product.dragAndDrop.handleDrop?.(row.element, data, new CancellationTokenSource().token);
		},
		effect: productEdit(placedAt(content.file, placeForTask(content))(markdown)),
	};
}

/** Rows that were seen some time ago, as in a menu that was left open, with what stood there then. */
const remembered: { readonly content: NodeContent; readonly element: Element }[] = [];

function stale(day: Day): Deed | undefined {
	const row = anyRow(day);
	const old =
		remembered.length > 30 || (remembered.length > 0 && day.random.chance(0.5)) ? remembered.shift() : undefined;
	if (row) {
		remembered.push({ content: row.element.content, element: row.element });
	}
	if (!old) {
		return undefined;
	}
	const { content } = old.element;
	if (content.kind !== 'node') {
		return undefined;
	}
	const wish = { file: content.file, nodes: [content.node], make: toggled };
	return {
		says: `tick a row seen before: ${nameOf(content.file)} “${labelOf(content.node)}”`,
		run: () => day.product.run(ids.toggleSelected, old.element, [old.element]),
		// By now it may be no roadmap any more, and the document still open.
		effect: world => (isAmong(roadmapsIn(world), content.file) ? productEdit(wish)(world) : refused(world)),
	};
}

function isAmong(files: readonly ReadRoadmap[], { uri }: ReadRoadmap): boolean {
	return files.some(file => file.uri.toString() === uri.toString());
}

function turned(day: Day): Deed | undefined {
	const rows = day.product.tree.visibleRows.filter(({ item }) => canBeOpened(item));
	const row = rows.length > 0 ? day.random.pick(rows) : undefined;
	return row
		? { says: `open or close “${labelOfItem(row.item)}”`, run: () => day.product.tree.turn(row), effect: done }
		: undefined;
}

function selected(day: Day): Deed | undefined {
	const row = anyRow(day);
	return row
		? {
				says: `select ${named([row])}`,
				run: () => {
					day.product.tree.select([row.element]);
					return Promise.resolve();
				},
				effect: done,
			}
		: undefined;
}
