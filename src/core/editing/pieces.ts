import { applyEdits } from '../edit';
import type { TextEdit } from '../model';
import { type Block, blockOf, lineBlock, render } from './block';
import type { Bullet } from './bullet';
import { type Draft, type Entry, ROOT } from './draft';
import { relevel } from './headings';
import { blanksBefore, isBlank, linesOf, startOfLine } from './lines';
import { holdsTask } from './slots';
import { staying, type Wanted } from './wanted';

/** Something that can be put into a text, with all that belongs to it. */
export type Piece = ItemPiece | SectionPiece;

export interface ItemPiece {
	readonly kind: 'item';
	lines(bullet: Bullet): readonly string[];
	/** What it is, with `rank` items around it. */
	wanted(rank: number): readonly Wanted[];
}

export interface SectionPiece {
	readonly kind: 'section';
	/** `undefined` where it, or a section inside, cannot be of that level. */
	lines(level: number): readonly string[] | undefined;
	wanted(level: number): readonly Wanted[];
}

/** A new open task; `words` is one line of Markdown. */
export function newTask(words: string): ItemPiece {
	const block = lineBlock(`[ ] ${words}`);
	return {
		kind: 'item',
		lines: bullet => render(block, bullet),
		wanted: rank => [{ kind: 'item', rank, state: 'open', says: words }],
	};
}

/** A new section with nothing in it; `title` is one line of Markdown. */
export function newSection(title: string): SectionPiece {
	return {
		kind: 'section',
		lines: level => (level > 6 ? undefined : [`${'#'.repeat(level)} ${title}`]),
		wanted: rank => [{ kind: 'section', rank, state: undefined, says: title }],
	};
}

/** An entry with all that is inside it. */
export function pieceOf(draft: Draft, entry: Entry): Piece {
	return entry.kind === 'item' ? itemPiece(draft, entry, blockOf(draft, entry)) : sectionPiece(draft, entry);
}

function itemPiece(draft: Draft, entry: Entry, block: Block): ItemPiece {
	return {
		kind: 'item',
		lines: bullet => render(block, bullet),
		wanted: rank => wantedOf(draft, entry, () => rank - entry.rank),
	};
}

function sectionPiece(draft: Draft, entry: Entry): SectionPiece {
	const sections = inside(draft, entry).filter(({ kind }) => kind === 'section');
	return {
		kind: 'section',
		lines: level => {
			const shift = level - entry.rank;
			const edits: TextEdit[] = [];
			for (const section of sections) {
				const releveled = section.rank + shift > 6 ? undefined : relevel(draft, section, section.rank + shift);
				if (!releveled) return undefined;
				edits.push(...releveled);
			}
			const start = startOfLine(draft.text, entry.start);
			const moved = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
			return linesOf(applyEdits(draft.text.slice(start, endOfSection(draft, entry)), moved));
		},
		wanted: level => wantedOf(draft, entry, ({ kind }) => (kind === 'section' ? level - entry.rank : 0)),
	};
}

function wantedOf(draft: Draft, entry: Entry, shift: (entry: Entry) => number): Wanted[] {
	return inside(draft, entry).map(each => staying(draft, each, each.rank + shift(each)));
}

/** An entry and all that is inside it. */
function inside(draft: Draft, { index, behind }: Entry): readonly Entry[] {
	return draft.entries.slice(index, behind);
}

/** Where a section's last line ends that is not blank. */
export function endOfSection(draft: Draft, entry: Entry): number {
	return blanksBefore(draft.text, draft.endOf(entry), false).start;
}

/** What a piece of Markdown makes: its sections and items, plain ones as tasks; or else a task of each line. */
export function piecesIn(markdown: string, drafter: (text: string) => Draft): Piece[] {
	const draft = drafter(markdown.replace(/^\s*\n/, ''));
	const top = draft.childrenOf(ROOT);
	const [first] = top;
	const isWhole = first !== undefined && isBlank(draft.text.slice(0, first.start)) && onlyItems(draft);
	if (isWhole) return top.map(entry => (entry.kind === 'item' ? taskPiece(draft, entry) : sectionPiece(draft, entry)));
	return linesOf(markdown)
		.map(line => line.trim())
		.filter(line => line !== '')
		.map(newTask);
}

/** Whether items stand side by side with nothing between, or sections follow: sections hold any text. */
function onlyItems(draft: Draft): boolean {
	let end = 0;
	for (const { kind, start, end: next } of draft.childrenOf(ROOT)) {
		if (!isBlank(draft.text.slice(end, start))) return false;
		if (kind === 'section') return true;
		end = next;
	}
	return isBlank(draft.text.slice(end));
}

/** An item; a plain one that holds no task becomes one. */
function taskPiece(draft: Draft, entry: Entry): ItemPiece {
	const block = blockOf(draft, entry);
	if (holdsTask(draft, entry)) return itemPiece(draft, entry, block);
	const task = itemPiece(draft, entry, { ...block, first: `[ ] ${block.first}` });
	return {
		...task,
		wanted: rank => [{ kind: 'item', rank, state: 'open', says: draft.wordsOf(entry) }, ...task.wanted(rank).slice(1)],
	};
}
