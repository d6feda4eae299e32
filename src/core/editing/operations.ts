import type { Node, TextEdit } from '../model';
import { applyEdits } from '../edit';
import { blockOf, render } from './block';
import { bulletOf } from './bullet';
import {
	type Change,
	changeOf,
	type EditOptions,
	type Place,
	type Refusal,
	targetAt,
	topMost,
	type Workpiece,
} from './change';
import { createDrafter, type Draft, type Entry } from './draft';
import { linesOf, startOfLine } from './lines';
import { listOf } from './numbering';
import { endOfSection, newSection, newTask, type Piece, pieceOf, piecesIn } from './pieces';
import { type Insertion, rearrange, type Rearranged } from './rearrange';
import { holdsTask, isOneList, type Target } from './slots';
import { isAsWanted, staying } from './wanted';

/** Adds an open task for each of these lines of Markdown; they take over the style of what is around them. */
export function addTasks(
	text: string,
	place: Place,
	words: readonly string[],
	options: EditOptions = {},
): Change | Refusal {
	return insert(
		text,
		place,
		words
			.map(oneLine)
			.filter(line => line !== '')
			.map(newTask),
		options,
	);
}

/** Adds a section with nothing in it; its title is one line of Markdown. */
export function addSection(text: string, place: Place, title: string, options: EditOptions = {}): Change | Refusal {
	const words = oneLine(title);
	return insert(text, place, words === '' ? [] : [newSection(words)], options);
}

/**
 * Puts Markdown from elsewhere in: its sections and items with all that is in them, plain items as tasks; what is neither,
 * as a task for each line.
 */
export function insertMarkdown(
	text: string,
	place: Place,
	markdown: string,
	options: EditOptions = {},
): Change | Refusal {
	return insert(text, place, piecesIn(markdown, createDrafter(options.states ?? 'gfm')), options);
}

function insert(text: string, place: Place, pieces: readonly Piece[], options: EditOptions): Change | Refusal {
	if (pieces.length === 0) return { refused: 'noWords' };
	return changeOf(text, options, ({ draft, drafter }) => {
		const target = targetAt(draft, place);
		return target ? rearrange(drafter, draft, [], [{ target, pieces }]) : 'gone';
	});
}

function oneLine(words: string): string {
	return words.replace(/\s+/g, ' ').trim();
}

/** Takes nodes out, with all that is inside them. */
export function remove(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return withEntries(text, nodes, options, ({ draft, drafter }, entries) => rearrange(drafter, draft, entries, []));
}

/** Puts a copy behind each of the nodes. */
export function duplicate(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return withEntries(text, nodes, options, ({ draft, drafter }, entries) =>
		rearrange(
			drafter,
			draft,
			[],
			entries.map(entry => ({ target: { parent: entry.parent, behind: entry }, pieces: [pieceOf(draft, entry)] })),
		),
	);
}

/** Moves nodes to one place, in document order. Sections come on the level of those beside them. */
export function move(text: string, nodes: readonly Node[], place: Place, options: EditOptions = {}): Change | Refusal {
	return withEntries(text, nodes, options, (workpiece, entries) => {
		const target = targetAt(workpiece.draft, place);
		return target ? moveTo(workpiece, [{ target, entries }]) : 'gone';
	});
}

/** Some of the entries, and where they go. */
interface Going {
	readonly target: Target;
	readonly entries: readonly Entry[];
}

function moveTo({ draft, drafter }: Workpiece, goings: readonly Going[]): Rearranged | Refusal['refused'] {
	const leaving = goings.flatMap(({ entries }) => entries).sort((one, other) => one.index - other.index);
	const isInside = ({ parent }: Target) => leaving.some(({ index, behind }) => parent >= index && parent < behind);
	if (goings.some(({ target }) => isInside(target))) return 'intoItself';
	const insertions = goings.map(({ target, entries }): Insertion => {
		return { target, pieces: entries.map(entry => pieceOf(draft, entry)) };
	});
	return rearrange(drafter, draft, leaving, insertions);
}

/** Moves nodes one place up among those that hold tasks beside them. What is first already stays. */
export function moveUp(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return moveRuns(text, nodes, options, 'first', ({ siblings, first, run }) => {
		const before = siblings[first - 1];
		return before && { target: { parent: before.parent, before }, entries: run };
	});
}

/** Moves nodes one place down among those that hold tasks beside them. What is last already stays. */
export function moveDown(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return moveRuns(text, nodes, options, 'last', ({ siblings, first, run }) => {
		const behind = siblings[first + run.length];
		return behind && { target: { parent: behind.parent, behind }, entries: run };
	});
}

/** Moves nodes into the item or the section right above them on their level, behind what is in there. */
export function indent(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return moveRuns(text, nodes, options, 'nothingAbove', ({ draft, all, run }) => {
		const [first] = run;
		const above = first && all[all.indexOf(first) - 1];
		if (!first || above?.kind !== first.kind) return undefined;
		if (above.kind === 'item' && !isOneList(draft, above, first)) return undefined;
		return { target: { parent: above.index }, entries: run };
	});
}

/** Moves nodes out of the item or the section that they are in, right behind it. */
export function outdent(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return moveRuns(text, nodes, options, 'outermost', ({ draft, run }) => {
		const [first] = run;
		const behind = first && draft.at(first.parent);
		return behind?.kind === first?.kind && behind
			? { target: { parent: behind.parent, behind }, entries: run }
			: undefined;
	});
}

/** Entries that stand side by side. */
interface Run {
	readonly draft: Draft;
	/** All entries beside them and they themselves; and those of their kind that are sections or hold tasks. */
	readonly all: readonly Entry[];
	readonly siblings: readonly Entry[];
	/** Where the first of the run is among the siblings. */
	readonly first: number;
	readonly run: readonly Entry[];
}

/** Moves each run of nodes side by side; refuses where none of them can move. */
function moveRuns(
	text: string,
	nodes: readonly Node[],
	options: EditOptions,
	otherwise: Refusal['refused'],
	goingOf: (run: Run) => Going | undefined,
): Change | Refusal {
	return withEntries(text, nodes, options, (workpiece, entries) => {
		const goings = runsOf(workpiece.draft, entries).flatMap(run => goingOf(run) ?? []);
		if (goings.length === 0) return otherwise;
		return moveTo(workpiece, goings);
	});
}

function runsOf(draft: Draft, entries: readonly Entry[]): Run[] {
	const chosen = new Set(entries);
	const runs: Run[] = [];
	const seen = new Set<Entry>();
	for (const entry of entries) {
		if (seen.has(entry)) continue;
		const all = draft.childrenOf(entry.parent);
		const siblings = all.filter(
			each => each.kind === entry.kind && (entry.kind === 'section' || holdsTask(draft, each)),
		);
		let first = siblings.length;
		siblings.forEach((sibling, index) => {
			if (!chosen.has(sibling)) {
				first = siblings.length;
				return;
			}
			seen.add(sibling);
			if (first > index) first = index;
			const isLast = !chosen.has(siblings[index + 1] as Entry);
			if (isLast) runs.push({ draft, all, siblings, first, run: siblings.slice(first, index + 1) });
		});
	}
	return runs;
}

/** Moves what is finished to the end of its list: of each list that one of the nodes belongs to. */
export function sortFinished(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return withEntries(text, nodes, options, (workpiece, entries) => {
		const { draft } = workpiece;
		const goings: Going[] = [];
		const seen = new Set<Entry>();
		for (const entry of entries) {
			if (entry.kind === 'section' || seen.has(entry)) continue;
			const list = listOf(draft, entry);
			for (const item of list) seen.add(item);
			const last = list.findLastIndex(item => !isFinished(draft, item));
			const finished = list.slice(0, last + 1).filter(item => isFinished(draft, item));
			if (finished.length > 0) {
				goings.push({ target: { parent: entry.parent, behind: list[last] }, entries: finished });
			}
		}
		return moveTo(workpiece, goings);
	});
}

/** Whether nothing is to do in an item that holds tasks, itself included. */
function isFinished(draft: Draft, item: Entry): boolean {
	if (!holdsTask(draft, item)) return false;
	for (let index = item.index; index < item.behind; index++) {
		const state = draft.at(index)?.state;
		if (state === 'open' || state === 'active') return false;
	}
	return true;
}

/** The Markdown of nodes with all that is in them, as it would stand in a file of its own, by line feeds; for the clipboard. */
export function markdownOf(text: string, nodes: readonly Node[], { states = 'gfm' }: EditOptions = {}): string {
	const draft = createDrafter(states)(text);
	const entries = topMost(draft, nodes) ?? [];
	return entries
		.map((entry, index) => {
			const isApart = index > 0 && (entry.kind === 'section' || entries[index - 1]?.kind === 'section');
			return [...(isApart ? [''] : []), ...markdownLines(draft, entry)].map(line => `${line}\n`).join('');
		})
		.join('');
}

function markdownLines(draft: Draft, entry: Entry): string[] {
	if (entry.kind === 'section') {
		return linesOf(draft.text.slice(startOfLine(draft.text, entry.start), endOfSection(draft, entry)));
	}
	return render(blockOf(draft, entry), { ...bulletOf(draft, entry), prefix: '' });
}

/** The Markdown of a node's own text, on one line: what `rename` changes. `undefined` where the node is none of the text's. */
export function wordsOf(text: string, node: Node, { states = 'gfm' }: EditOptions = {}): string | undefined {
	const draft = createDrafter(states)(text);
	const entry = draft.entryOf(node);
	return entry && draft.wordsOf(entry);
}

/** Gives a node other words: one line of Markdown, in place of the source of its text. Its notes and what is inside stay. */
export function rename(text: string, node: Node, words: string, options: EditOptions = {}): Change | Refusal {
	const newText = oneLine(words);
	if (newText === '') return { refused: 'noWords' };
	return withEntries(text, [node], options, ({ draft, drafter }, [entry]) => {
		if (!entry || draft.wordsOf(entry) === newText) return { edits: [], starts: [] };
		const edits = wordsEdit(draft, entry, newText);
		const after = drafter(applyEdits(draft.text, edits));
		const wanted = draft.entries.map(each =>
			each === entry ? { ...staying(draft, each), says: newText } : staying(draft, each),
		);
		return isAsWanted(after, wanted, draft) ? { edits, starts: [entry.start] } : 'unsafe';
	});
}

function wordsEdit(draft: Draft, { words: lines, kind, start, rank }: Entry, newText: string): TextEdit[] {
	const { text } = draft;
	const from = lines[0] ?? start;
	const to = lines.at(-1) ?? from;
	const source = text.slice(from, to);
	const words = source.trim();
	// The text of an empty heading starts nowhere: it goes right behind the marks.
	const isEmpty = words === '' && kind === 'section' && text.charAt(start) === '#';
	const first = isEmpty ? start + rank : from + source.indexOf(words);
	return [{ start: first, end: first + words.length, newText: isEmpty ? ` ${newText}` : newText }];
}

function withEntries(
	text: string,
	nodes: readonly Node[],
	options: EditOptions,
	make: (workpiece: Workpiece, entries: readonly Entry[]) => Rearranged | Refusal['refused'],
): Change | Refusal {
	return changeOf(text, options, workpiece => {
		const entries = topMost(workpiece.draft, nodes);
		return entries ? make(workpiece, entries) : 'gone';
	});
}
