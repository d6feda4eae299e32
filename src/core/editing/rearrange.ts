import { applyEdits } from '../edit';
import type { TextEdit } from '../model';
import { labelsIn } from '../plainText';
import { bulletOf, numberOf, ownsLine, quotesOf, withNumber } from './bullet';
import type { Draft, Entry } from './draft';
import { blanksBefore, blanksFrom, lineBehind, lineEnding, startOfLine } from './lines';
import { listOf, numberEdits, renumber } from './numbering';
import { patchOf } from './patch';
import { endOfSection, type ItemPiece, type Piece, type SectionPiece } from './pieces';
import { itemSlot, sectionSlot, type Slot, type Target } from './slots';
import { isAsWanted, staying, type Wanted } from './wanted';

/**
 * Why an edit cannot be made:
 * - `sharesLine`: the item starts on the line of the one around it, as in `- - [ ] a`
 * - `sectionInItem`: a heading can stand in no list item
 * - `tooDeep`: a heading would have a level beyond 6, or one that its words cannot have
 * - `unsafe`: something else would change as well; Markdown reads the result in another way than is meant
 */
export type Reason = 'sharesLine' | 'sectionInItem' | 'tooDeep' | 'unsafe';

/** What is to be put somewhere. */
export interface Insertion {
	readonly target: Target;
	readonly pieces: readonly Piece[];
}

/** Edits, and where what they put in starts in the text after them: headings and items' markers. */
export interface Rearranged {
	readonly edits: readonly TextEdit[];
	readonly starts: readonly number[];
}

type Drafter = (text: string) => Draft;

/**
 * Takes entries out and puts pieces in. Whatever the edits are, they are tried first: where the text after them has any other
 * entries than those wanted, or any other text in one, they are refused.
 *
 * @param draft Of a text that ends with a line ending or is empty.
 * @param leaving In document order, none inside another.
 */
export function rearrange(
	drafter: Drafter,
	draft: Draft,
	leaving: readonly Entry[],
	insertions: readonly Insertion[],
): Rearranged | Reason {
	if (leaving.some(entry => entry.kind === 'item' && !ownsLine(bulletOf(draft, entry)))) return 'sharesLine';
	const gone = new Set(leaving.map(({ index }) => index));
	const placed: Placed[] = [];
	for (const insertion of insertions) {
		const found = place(draft, insertion, gone);
		if (typeof found === 'string') return found;
		placed.push(...found);
	}
	placed.sort(inOrder);
	const plan = wantedAfter(draft, leaving, placed);
	if (isAsWanted(draft, plan.wanted, draft))
		return { edits: [], starts: plan.roots.map(index => startOf(draft, index)) };
	const removed = removals(
		draft,
		leaving,
		placed.map(({ slot }) => slot.offset),
	);
	const numbers = numbersAfter(draft, gone, placed);
	// Where Markdown takes neighbours together that stood apart, a blank line keeps them apart.
	for (const least of [0, 1]) {
		const edits = patchOf(draft.text, [
			...removed,
			...arrivals(draft, placed, numbers, least),
			...numbers.edits.filter(edit => !removed.some(({ start, end }) => edit.start >= start && edit.end <= end)),
		]);
		if (!edits) continue;
		const after = drafter(applyEdits(draft.text, edits));
		if (isAsWanted(after, plan.wanted, draft) && readsTheSame(draft, after, plan.wanted)) {
			return { edits, starts: plan.roots.map(index => startOf(after, index)) };
		}
	}
	return 'unsafe';
}

function startOf(draft: Draft, index: number): number {
	return draft.at(index)?.start ?? 0;
}

/** Pieces of one kind, and the slot they go to. */
type Placed =
	| { readonly kind: 'item'; readonly slot: Slot; readonly target: Target; readonly pieces: readonly ItemPiece[] }
	| {
			readonly kind: 'section';
			readonly slot: Slot;
			readonly target: Target;
			readonly pieces: readonly SectionPiece[];
			readonly lines: readonly (readonly string[])[];
	  };

function place(draft: Draft, { target, pieces }: Insertion, gone: ReadonlySet<number>): Placed[] | Reason {
	const items = pieces.filter(piece => piece.kind === 'item');
	const sections = pieces.filter(piece => piece.kind === 'section');
	const placed: Placed[] = [];
	if (items.length > 0) {
		const slot = itemSlot(draft, beside(target, 'item'), gone);
		if (!slot) return 'sharesLine';
		placed.push({ kind: 'item', slot, target, pieces: items });
	}
	if (sections.length > 0) {
		if (draft.at(target.parent)?.kind === 'item') return 'sectionInItem';
		const slot = sectionSlot(draft, beside(target, 'section'), gone);
		const lines = sections.map(section => section.lines(slot.rank));
		if (!lines.every(each => each !== undefined)) return 'tooDeep';
		placed.push({ kind: 'section', slot, target, pieces: sections, lines });
	}
	return placed;
}

/** The order in which what goes to the same offset has to stand there: what ends inside, outside, and what starts. */
function inOrder(one: Placed, other: Placed): number {
	const order = ({ kind, slot }: Placed): readonly number[] => [
		slot.offset,
		slot.side === 'before' ? 1 : 0,
		kind === 'section' ? 1 : 0,
		-slot.rank,
	];
	const others = order(other);
	return order(one).reduce((difference, value, index) => difference || value - (others[index] as number), 0);
}

/** Items are put beside items, sections beside sections. */
function beside({ parent, before, behind }: Target, kind: Entry['kind']): Target {
	return {
		parent,
		before: before?.kind === kind ? before : undefined,
		behind: behind?.kind === kind ? behind : undefined,
	};
}

/** All entries after the change, and which of them were put in. */
function wantedAfter(
	draft: Draft,
	leaving: readonly Entry[],
	placed: readonly Placed[],
): { readonly wanted: readonly Wanted[]; readonly roots: readonly number[] } {
	const arriving = new Map<number, Wanted[][]>();
	for (const each of placed) {
		const index = indexOf(draft, each);
		const { rank } = each.slot;
		arriving.set(index, [...(arriving.get(index) ?? []), ...each.pieces.map(piece => [...piece.wanted(rank)])]);
	}
	const wanted: Wanted[] = [];
	const roots: number[] = [];
	const skipped = new Map(leaving.map(({ index, behind }) => [index, behind]));
	let until = 0;
	for (let index = 0; index <= draft.entries.length; index++) {
		for (const each of arriving.get(index) ?? []) {
			roots.push(wanted.length);
			wanted.push(...each);
		}
		until = Math.max(until, skipped.get(index) ?? 0);
		const entry = draft.at(index);
		if (entry && index >= until) wanted.push(staying(draft, entry));
	}
	return { wanted, roots };
}

/** The index that what is put into a slot comes before. */
function indexOf(draft: Draft, { kind, slot, target }: Placed): number {
	const { anchor, side, offset } = slot;
	if (anchor) return side === 'before' ? anchor.index : anchor.behind;
	const behind = draft.behind(target.parent);
	if (kind === 'item') return firstSection(draft, target.parent + 1, behind);
	const next = draft
		.childrenOf(target.parent)
		.find(entry => entry.kind === 'section' && startOfLine(draft.text, entry.start) >= offset);
	return next?.index ?? behind;
}

function firstSection(draft: Draft, from: number, end: number): number {
	let index = from;
	while (index < end && draft.at(index)?.kind === 'item') index++;
	return index;
}

/**
 * The edits that take entries out, whole lines of them. Of the gaps around what goes, the larger one stays; but what comes
 * right behind it keeps the gap behind.
 */
function removals(draft: Draft, leaving: readonly Entry[], arrivals: readonly number[]): TextEdit[] {
	const { text } = draft;
	const comesBetween = (from: number, to: number): boolean => arrivals.some(offset => offset >= from && offset < to);
	const edits: TextEdit[] = [];
	let index = 0;
	while (index < leaving.length) {
		const first = leaving[index] as Entry;
		const inQuote = first.kind === 'item' && quotesOf(bulletOf(draft, first).prefix) !== '';
		const start = startOfLine(text, first.start);
		let end = endOf(draft, first);
		for (let next = leaving[++index]; next; next = leaving[++index]) {
			const line = startOfLine(text, next.start);
			if (blanksFrom(text, end, inQuote).end < line || comesBetween(end, line + 1)) break;
			end = endOf(draft, next);
		}
		const before = blanksBefore(text, start, inQuote);
		const behind = blanksFrom(text, end, inQuote);
		const isFirst = before.start <= startOfLine(text, 0);
		const keepsBehind = behind.end === text.length || behind.count >= before.count || comesBetween(end, behind.end);
		if (keepsBehind) edits.push({ start: isFirst ? start : before.start, end, newText: '' });
		else edits.push({ start, end: behind.end, newText: '' });
	}
	return edits;
}

/** Where the lines of an entry end; the blank ones behind a section's last line are not its own. */
function endOf(draft: Draft, entry: Entry): number {
	return entry.kind === 'section'
		? endOfSection(draft, entry)
		: lineBehind(draft.text, Math.max(entry.start, entry.end));
}

/** The edits that put pieces in; `least` blank lines stand around each at least. */
function arrivals(draft: Draft, placed: readonly Placed[], numbers: NewNumbers, least: number): TextEdit[] {
	const eol = lineEnding(draft.text);
	return placed.map(each => {
		const { before, behind, between, bullet, offset } = each.slot;
		const gap = (count: number): string[] =>
			Array<string>(Math.max(count, least)).fill(quotesOf(bullet.prefix).trimEnd());
		const blocks = blocksOf(each, numbers.of.get(each.slot));
		const inside = blocks.flatMap((block, index) => [...(index > 0 ? gap(between) : []), ...block]);
		const lines = [...gap(before), ...inside, ...gap(behind)];
		return { start: offset, end: offset, newText: lines.map(line => line + eol).join('') };
	});
}

function blocksOf(placed: Placed, numbers: readonly number[] = []): readonly (readonly string[])[] {
	if (placed.kind === 'section') return placed.lines;
	const { bullet } = placed.slot;
	const start = numberOf(bullet);
	return placed.pieces.map((piece, index) =>
		piece.lines(start === undefined ? bullet : withNumber(bullet, numbers[index] ?? start + index)),
	);
}

interface NewNumbers {
	readonly of: ReadonlyMap<Slot, readonly number[]>;
	/** What gives those that stay another number. */
	readonly edits: readonly TextEdit[];
}

/** Numbers the ordered lists anew that something leaves or comes into. */
function numbersAfter(draft: Draft, gone: ReadonlySet<number>, placed: readonly Placed[]): NewNumbers {
	const arrivals = placed.map(({ slot, pieces }) => ({ slot, count: pieces.length }));
	const touched = [
		...[...gone].map(index => draft.entries[index] as Entry).filter(({ kind }) => kind === 'item'),
		...arrivals.flatMap(({ slot }) => slot.anchor ?? []),
	];
	const of = new Map<Slot, readonly number[]>();
	const edits: TextEdit[] = [];
	const seen = new Set<number>();
	for (const item of touched) {
		if (seen.has(item.index) || numberOf(bulletOf(draft, item)) === undefined) continue;
		const list = listOf(draft, item);
		for (const { index } of list) seen.add(index);
		const { arriving, changed } = renumber(draft, list, gone, arrivals);
		for (const [slot, numbers] of arriving) of.set(slot, numbers);
		edits.push(...changed.flatMap(([other, number]) => numberEdits(draft, other, number)));
	}
	return { of, edits };
}

/** Whether titles read the same: none that stays refers to a label that came or went. */
function readsTheSame(before: Draft, after: Draft, wanted: readonly Wanted[]): boolean {
	const changed = new Set([
		...[...before.labels].filter(label => !after.labels.has(label)),
		...[...after.labels].filter(label => !before.labels.has(label)),
	]);
	if (changed.size === 0) return true;
	return !wanted.some(
		({ says }) => typeof says !== 'string' && labelsIn(says.draft.wordsOf(says.entry), changed).length > 0,
	);
}
