import type { Node, TaskStates, TextEdit } from '../model';
import type { Parent } from '../walk';
import { createDrafter, type Draft, type Entry, ROOT } from './draft';
import { endsBare, lineEnding } from './lines';
import type { Reason } from './rearrange';
import type { Target } from './slots';

/** An edit of a roadmap's structure, in document order and not overlapping; no edits where all is as asked already. */
export interface Change {
	readonly edits: readonly TextEdit[];
	/** Where what was moved or added starts in the text after the edits (UTF-16 offsets), in document order. */
	readonly starts: readonly number[];
}

/**
 * Why nothing is changed: a `Reason`, or one of these:
 * - `gone`: a node is none of the text's
 * - `intoItself`: it would go into what moves
 * - `first`, `last`: it cannot go further up, or down
 * - `nothingAbove`: there is no item of its list, or no section beside it, to move into
 * - `outermost`: it is in no item, or no section, to move out of
 * - `noWords`: there is nothing to write
 */
export interface Refusal {
	readonly refused: Reason | 'gone' | 'intoItself' | 'first' | 'last' | 'nothingAbove' | 'outermost' | 'noWords';
}

/** How a text is read. */
export interface EditOptions {
	/** Which marks make a list item a task; GitHub's by default. */
	readonly states?: TaskStates;
}

/** Where something is to go: inside a parent, beside one of its children or behind the last. Nodes are of the text's reading. */
export interface Place {
	readonly parent: Parent;
	readonly before?: Node | undefined;
	readonly behind?: Node | undefined;
}

/** A text that is being changed. */
export interface Workpiece {
	readonly drafter: (text: string) => Draft;
	readonly draft: Draft;
}

/** Makes a change of a text, which as a draft ends with a line ending in any case. */
export function changeOf(
	text: string,
	{ states = 'gfm' }: EditOptions,
	make: (workpiece: Workpiece) => Change | Refusal['refused'],
): Change | Refusal {
	const drafter = createDrafter(states);
	const eol = endsBare(text) ? lineEnding(text) : '';
	const made = make({ drafter, draft: drafter(text + eol) });
	if (typeof made === 'string') return { refused: made };
	return eol === '' ? made : { ...made, edits: withoutLastEnding(text, eol, made.edits) };
}

/** Edits of `text + eol`, as edits of `text` that leave its last line without an ending. */
function withoutLastEnding(text: string, eol: string, edits: readonly TextEdit[]): TextEdit[] {
	const last = edits.at(-1);
	if (!last || last.end <= text.length) return [...edits];
	const before = edits.slice(0, -1);
	const end = text.length;
	const newText = last.newText.slice(0, -eol.length);
	if (last.start > end) return [...before, { start: end, end, newText: eol + newText }];
	if (last.newText !== '') return [...before, { start: last.start, end, newText }];
	const ending = /(?:\r\n?|\n)$/.exec(text.slice(0, last.start))?.[0] ?? '';
	return [...before, { start: last.start - ending.length, end, newText: '' }];
}

/** The entries of nodes in document order, without those inside others; `undefined` if one is none of the text's. */
export function topMost(draft: Draft, nodes: readonly Node[]): Entry[] | undefined {
	const entries: Entry[] = [];
	for (const node of nodes) {
		const entry = draft.entryOf(node);
		if (!entry) return undefined;
		entries.push(entry);
	}
	let until = 0;
	return [...new Set(entries)]
		.sort((one, other) => one.index - other.index)
		.filter(({ index, behind }) => {
			if (index < until) return false;
			until = behind;
			return true;
		});
}

/** A place as entries; `undefined` if one of its nodes is none of the text's. */
export function targetAt(draft: Draft, { parent, before, behind }: Place): Target | undefined {
	const outer = parent.kind === 'roadmap' ? ROOT : draft.entryOf(parent)?.index;
	const beside = [before, behind].map(node => node && draft.entryOf(node));
	if (outer === undefined || (before && !beside[0]) || (behind && !beside[1])) return undefined;
	return { parent: outer, before: beside[0], behind: beside[1] };
}

/** Makes a change to entries; refuses where a node is none of the text's. */
export function withEntries(
	text: string,
	nodes: readonly Node[],
	options: EditOptions,
	make: (workpiece: Workpiece, entries: readonly Entry[]) => Change | Refusal['refused'],
): Change | Refusal {
	return changeOf(text, options, workpiece => {
		const entries = topMost(workpiece.draft, nodes);
		return entries ? make(workpiece, entries) : 'gone';
	});
}

/** Words as they can stand on one line. */
export function oneLine(words: string): string {
	return words.replace(/\s+/g, ' ').trim();
}
