import { applyEdits } from './edit';
import { contentsOf, type Contents, type Item } from './items';
import type { Span, TaskState, TaskStates, TextEdit } from './model';
import { at, firstWhere } from './numbers';

/** An edit that gives a list item a box, or takes its box away, in front of its words. */
export interface ItemEdit {
	readonly item: Item;
	readonly edit: TextEdit;
	/** What the item is to be then; `undefined` for a plain item. */
	readonly state: TaskState | undefined;
}

/** A box and the white space behind it, as edits put them in. */
export const box = '[ ] ';

/** How often edits that come to nothing are left out, and the others looked at again. */
const rounds = 4;

/**
 * Of edits to the items of a text those that, applied together, make of each item what it is to be and leave all else as
 * it is: every other item, heading and definition. The parser has the last word; it reads the text a few times, however
 * many edits there are.
 *
 * @param edits In document order, one for an item, none in another.
 */
export function thoseThatHold<Edit extends ItemEdit>(
	text: string,
	edits: readonly Edit[],
	states: TaskStates,
): readonly Edit[] {
	let left = edits;
	for (let round = 0; round < rounds && left.length > 0; round++) {
		const moved = new Moved(left.map(({ edit }) => edit));
		const changed = applyEdits(
			text,
			left.map(({ edit }) => edit),
		);
		const after = contentsOf(changed, states);
		const items = new Map(after.items.map(item => [item.span.start, item]));
		const holding = left.filter(each => isAsWanted(each, items.get(moved.to(each.item.span.start)), moved));
		if (holding.length === left.length) {
			return isElseTheSame(contentsOf(text, states), after, left, moved) ? left : [];
		}
		left = holding;
	}
	return [];
}

/** Where the offsets of a text are once it is edited. */
class Moved {
	private readonly ends: readonly number[];
	/** By how much what stands behind each edit moves. */
	private readonly shifts: readonly number[];

	constructor(edits: readonly TextEdit[]) {
		let shift = 0;
		this.ends = edits.map(({ end }) => end);
		this.shifts = edits.map(({ start, end, newText }) => (shift += newText.length - (end - start)));
	}

	to(offset: number): number {
		return offset + at(this.shifts, firstWhere(this.ends.length, index => at(this.ends, index) > offset) - 1);
	}
}

function isAsWanted({ edit, state }: ItemEdit, now: Item | undefined, moved: Moved): boolean {
	const start = moved.to(edit.end) - edit.newText.length;
	const wordsStart = state === undefined ? start : start + box.length;
	return now !== undefined && now.state === state && now.words.start === wordsStart && now.words.end > wordsStart;
}

/** Whether the contents after edits are those before, but for the items edited. */
function isElseTheSame(before: Contents, after: Contents, edits: readonly ItemEdit[], moved: Moved): boolean {
	const edited = new Set(edits.map(({ item }) => item.span.start));
	const isSame = (item: Item, now: Item | undefined): boolean =>
		isMoved(item.span, now?.span, moved) &&
		item.depth === now?.depth &&
		(edited.has(item.span.start) ||
			(item.state === now.state && moved.to(item.mark) === now.mark && isMoved(item.words, now.words, moved)));
	return (
		before.items.length === after.items.length &&
		before.items.every((item, index) => isSame(item, after.items[index])) &&
		before.headings.length === after.headings.length &&
		before.headings.every(({ level, span }, index) => {
			const now = after.headings[index];
			return level === now?.level && isMoved(span, now.span, moved);
		}) &&
		String(before.labels) === String(after.labels)
	);
}

function isMoved({ start, end }: Span, now: Span | undefined, moved: Moved): boolean {
	return moved.to(start) === now?.start && moved.to(end) === now.end;
}
