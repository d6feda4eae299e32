import type { Draft, Entry } from './draft';
import { itemSlot } from './itemSlots';
import type { ItemPiece, SectionPiece } from './pieces';
import type { Insertion, Reason } from './rearrange';
import { sectionSlot } from './sectionSlots';
import type { ItemSlot, SectionSlot, Target } from './slots';
import { staying, type Wanted } from './wanted';

/** Pieces of one kind, and the slot they go to. */
export type Placed = PlacedItems | PlacedSections;

export interface PlacedItems {
	readonly kind: 'item';
	readonly slot: ItemSlot;
	readonly target: Target;
	readonly pieces: readonly ItemPiece[];
}

interface PlacedSections {
	readonly kind: 'section';
	readonly slot: SectionSlot;
	readonly target: Target;
	readonly pieces: readonly SectionPiece[];
	readonly lines: readonly (readonly string[])[];
}

/** The slots that pieces go to: items to one, sections to another. */
export function place(draft: Draft, { target, pieces }: Insertion, gone: ReadonlySet<number>): Placed[] | Reason {
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
		const lines = sections.map(section => section.lines(slot));
		if (!lines.every(each => each !== undefined)) return 'tooDeep';
		placed.push({ kind: 'section', slot, target, pieces: sections, lines });
	}
	return placed;
}

/** The order in which what goes to the same offset has to stand there: what ends inside, outside, and what starts. */
export function inOrder(one: Placed, other: Placed): number {
	const order = ({ kind, slot }: Placed): readonly number[] => [
		slot.offset,
		Number(slot.isBefore),
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
export function entriesAfter(
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
	const behind = draft.behind(target.parent);
	if (kind === 'section') {
		const next = draft.sectionsIn(target.parent).find(entry => draft.lineOf(entry) >= slot.offset);
		return next?.index ?? behind;
	}
	const { anchor, isBefore } = slot;
	if (anchor) return isBefore ? anchor.index : anchor.behind;
	return firstSection(draft, target.parent + 1, behind);
}

function firstSection(draft: Draft, from: number, end: number): number {
	let index = from;
	while (index < end && draft.at(index)?.kind === 'item') index++;
	return index;
}
