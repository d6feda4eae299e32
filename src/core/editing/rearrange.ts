import { applyEdits } from '../edit';
import type { TextEdit } from '../model';
import { labelsIn } from '../plainText';
import { aligned, contentLines } from './block';
import { bulletOf, isOrdered, numbered, numberOf, ownsLine } from './bullet';
import type { Change } from './change';
import type { Draft, Entry } from './draft';
import { blankLines } from './itemSlots';
import { lineEnding } from './lines';
import { type Numbering, renumber } from './numbering';
import { outside, patchOf } from './patch';
import type { Piece } from './pieces';
import { entriesAfter, inOrder, place, type Placed, type PlacedItems } from './placing';
import { removals } from './removals';
import type { Target } from './slots';
import { isAsWanted, type Wanted } from './wanted';

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
): Change | Reason {
	if (leaving.some(entry => entry.kind === 'item' && !ownsLine(bulletOf(draft, entry)))) return 'sharesLine';
	const gone = new Set(leaving.map(({ index }) => index));
	const placed: Placed[] = [];
	for (const insertion of insertions) {
		const found = place(draft, insertion, gone);
		if (typeof found === 'string') return found;
		placed.push(...found);
	}
	placed.sort(inOrder);
	const plan = entriesAfter(draft, leaving, placed);
	const startsIn = (after: Draft): number[] => plan.roots.map(index => (after.entries[index] as Entry).start);
	if (isAsWanted(draft, plan.wanted, draft)) return { edits: [], starts: startsIn(draft) };
	const slots = placed.map(({ slot }) => slot);
	const numbering = renumber(
		draft,
		leaving,
		placed.flatMap(each => (each.kind === 'item' ? { slot: each.slot, count: each.pieces.length } : [])),
	);
	// Where Markdown takes neighbours together that stood apart, a blank line keeps them apart.
	for (const least of [0, 1]) {
		const removed = removals(draft, leaving, slots, least > 0);
		const edits = patchOf(draft.text, [
			...removed,
			...arrivals(draft, placed, numbering, least),
			...outside(removed, numbering.edits),
		]);
		const after = drafter(applyEdits(draft.text, edits));
		if (isAsWanted(after, plan.wanted, draft, edits) && readsTheSame(draft, after, plan.wanted)) {
			return { edits, starts: startsIn(after) };
		}
	}
	return 'unsafe';
}

/** The edits that put pieces in; `least` blank lines stand around each at least, or what stands around the others. */
function arrivals(draft: Draft, placed: readonly Placed[], numbering: Numbering, least: number): TextEdit[] {
	const eol = lineEnding(draft.text);
	return placed.map(each => {
		const { slot } = each;
		const gap = (lines: readonly string[]) => (lines.length < least ? gapOf(each, least) : lines);
		const blocks = each.kind === 'section' ? each.lines : blocksOf(draft, each, numbering);
		const inside = blocks.flatMap((block, index) => [...(index > 0 ? gap(slot.between) : []), ...block]);
		const lines = [...gap(slot.before), ...inside, ...gap(slot.behind)];
		return { start: slot.offset, end: slot.offset, newText: lines.map(line => line + eol).join('') };
	});
}

function gapOf(placed: Placed, count: number): string[] {
	return placed.kind === 'section' ? [''] : blankLines(count, placed.slot.bullet);
}

function blocksOf(draft: Draft, { slot, target, pieces }: PlacedItems, { arriving, staying }: Numbering): string[][] {
	const { bullet } = slot;
	const bullets = arriving.get(slot);
	return pieces.map((piece, index) => {
		const plain = isOrdered(bullet) ? numbered(bullet, numberOf(bullet) + index) : bullet;
		let lines = piece.lines(bullets?.[index] ?? plain);
		// Where the number of an item around gets longer or shorter, what comes into it moves along with the rest.
		for (let outer = draft.at(target.parent); outer?.kind === 'item'; outer = draft.at(outer.parent)) {
			const now = staying.get(outer);
			const before = bulletOf(draft, outer);
			if (now) lines = aligned(contentLines(lines, before), before, now);
		}
		return [...lines];
	});
}

/** Whether titles read the same: none that stays refers to a label that came or went. */
function readsTheSame(before: Draft, after: Draft, wanted: readonly Wanted[]): boolean {
	const changed = new Set([
		...[...before.labels].filter(label => !after.labels.has(label)),
		...[...after.labels].filter(label => !before.labels.has(label)),
	]);
	if (changed.size === 0) return true;
	return !wanted.some(
		({ draft, says }) => draft && typeof says !== 'string' && labelsIn(draft.wordsOf(says), changed).length > 0,
	);
}
