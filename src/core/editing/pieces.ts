import { applyEdits } from '../edit';
import { bodyStart } from '../frontMatter';
import type { TextEdit } from '../model';
import { type Block, blockOf, lineBlock, render } from './block';
import type { Bullet } from './bullet';
import { type Draft, type Entry, ROOT } from './draft';
import { endOfLines, isRule } from './gaps';
import { newHeading, relevel } from './headings';
import { linesOf } from './lines';
import { holdsTask } from './itemSlots';
import type { SectionSlot } from './slots';
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
	lines(slot: SectionSlot): readonly string[] | undefined;
	wanted(level: number): readonly Wanted[];
}

/** A new task; `words` is one line of Markdown. */
export function newTask(words: string, state: 'open' | 'done' = 'open'): ItemPiece {
	const block = lineBlock(`[${state === 'open' ? ' ' : 'x'}] ${words}`);
	return {
		kind: 'item',
		lines: bullet => render(block, bullet),
		wanted: rank => [{ kind: 'item', rank, state, says: words }],
	};
}

/** A new section with nothing in it; `title` is one line of Markdown. */
export function newSection(title: string): SectionPiece {
	return {
		kind: 'section',
		lines: ({ rank, isUnderlined }) => (rank > 6 ? undefined : newHeading(title, rank, isUnderlined)),
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
		lines: slot => {
			const shift = slot.rank - entry.rank;
			const edits: TextEdit[] = [];
			for (const section of sections) {
				const releveled = relevel(draft, section, section.rank + shift);
				if (!releveled) return undefined;
				edits.push(...releveled);
			}
			const start = draft.lineOf(entry);
			const moved = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
			return linesOf(applyEdits(draft.text.slice(start, endOfLines(draft, entry)), moved));
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

/** What Markdown from elsewhere makes: its sections and items, plain ones as tasks, and a task of each line between. */
export function piecesIn(markdown: string, drafter: (text: string) => Draft): Piece[] {
	const draft = drafter(dedented(markdown));
	const { text } = draft;
	const pieces: Piece[] = [];
	let end = bodyStart(text);
	for (const entry of draft.childrenOf(ROOT)) {
		pieces.push(...tasksOf(text.slice(end, Math.max(end, draft.lineOf(entry)))));
		if (entry.kind === 'section') pieces.push(sectionPiece(draft, entry));
		else if (!isEmpty(draft, entry)) pieces.push(taskPiece(draft, entry));
		end = draft.endOf(entry);
	}
	return [...pieces, ...tasksOf(text.slice(end))];
}

/** A text without the white space that all its lines start with. */
function dedented(text: string): string {
	const [first = '', ...others] = text.match(/^[ \t]*(?=\S)/gm) ?? [];
	let length = first.length;
	for (const indent of others) while (!indent.startsWith(first.slice(0, length))) length--;
	return text.replace(new RegExp(`^[ \\t]{${String(length)}}`, 'gm'), '');
}

/** What stands before the words of a line in quotes, and in lists that Markdown does not take for such. */
const marks = /^[\s>]*(?:[•◦▪‣]\s*|[-+*]\s+)?(?:\[[ xX]\]\s+)?/;

/** A task for each line; rules are none. */
function tasksOf(text: string): ItemPiece[] {
	return linesOf(text).flatMap(line => {
		const behind = line.replace(marks, '');
		const isDone = /[xX]/.test(line.slice(0, line.length - behind.length));
		const words = behind.trim();
		return words === '' || isRule(line) ? [] : newTask(words, isDone ? 'done' : 'open');
	});
}

function isEmpty(draft: Draft, { start, end }: Entry): boolean {
	return /^(?:[-+*]|\d+[.)])\s*$/.test(draft.text.slice(start, end));
}

/** An item as it is; a plain one that holds no task, but has words, becomes one. */
function taskPiece(draft: Draft, entry: Entry): ItemPiece {
	const block = blockOf(draft, entry);
	const says = draft.wordsOf(entry);
	if (holdsTask(draft, entry) || says === '') return itemPiece(draft, entry, block);
	const task = itemPiece(draft, entry, { ...block, first: `[ ] ${block.first}` });
	return {
		...task,
		wanted: rank => [{ kind: 'item', rank, state: 'open', says }, ...task.wanted(rank).slice(1)],
	};
}
