import type { TextEdit } from '../model';
import { blockOf, render } from './block';
import { bulletOf, numberOf, withNumber } from './bullet';
import type { Draft, Entry } from './draft';
import { endOfLine, linesOf, startOfLine } from './lines';
import { isOneList, type Slot } from './slots';

/** The items of the list that an item belongs to. */
export function listOf(draft: Draft, item: Entry): readonly Entry[] {
	const items = draft.itemsIn(item.parent);
	const index = items.indexOf(item);
	let first = index;
	let last = index;
	while (first > 0 && isOneList(draft, items[first - 1] as Entry, items[first] as Entry)) first--;
	while (last + 1 < items.length && isOneList(draft, items[last] as Entry, items[last + 1] as Entry)) last++;
	return items.slice(first, last + 1);
}

/** What comes into a list, at one of its slots. */
interface Arrival {
	readonly slot: Slot;
	readonly count: number;
}

/** The numbers of a list after a change: of what comes, slot by slot, and of what stays and gets another. */
export interface Numbers {
	readonly arriving: ReadonlyMap<Slot, readonly number[]>;
	readonly changed: readonly (readonly [Entry, number])[];
}

/**
 * Numbers an ordered list anew: counting on where it counts, with the same number where all have the same; where it does
 * neither, what is there stays as it is.
 */
export function renumber(
	draft: Draft,
	list: readonly Entry[],
	leaving: ReadonlySet<number>,
	arrivals: readonly Arrival[],
): Numbers {
	const numbers = list.map(item => numberOf(bulletOf(draft, item)) ?? 0);
	const [start = 1] = numbers;
	const counts = numbers.every((number, index) => number === start + index);
	const isConstant = !counts && numbers.every(number => number === start);
	const arriving = new Map<Slot, number[]>();
	const changed: (readonly [Entry, number])[] = [];
	let seat = 0;
	let last = start - 1;
	const arrive = (anchor: Entry, side: Slot['side']): void => {
		for (const { slot, count } of arrivals) {
			if (slot.anchor !== anchor || slot.side !== side) continue;
			const given = Array.from({ length: count }, () => {
				last = isConstant ? start : last + 1;
				seat++;
				return counts ? start + seat - 1 : last;
			});
			arriving.set(slot, given);
		}
	};
	list.forEach((item, index) => {
		arrive(item, 'before');
		if (!leaving.has(item.index)) {
			const was = numbers[index] as number;
			const now = counts ? start + seat : was;
			if (now !== was) changed.push([item, now]);
			last = now;
			seat++;
		}
		arrive(item, 'behind');
	});
	return { arriving, changed };
}

/** The edits that give an item that stays another number; what is inside moves along where the number is longer or shorter. */
export function numberEdits(draft: Draft, item: Entry, number: number): TextEdit[] {
	const { text } = draft;
	const before = bulletOf(draft, item);
	const bullet = withNumber(before, number);
	const digits = { start: item.start, end: item.start + before.marker.length - 1, newText: String(number) };
	if (bullet.marker.length === before.marker.length) return [digits];
	const start = startOfLine(text, item.start);
	const old = linesOf(text.slice(start, endOfLine(text, Math.max(item.start, item.end))));
	const now = render(blockOf(draft, item), bullet);
	const edits = [digits];
	let offset = start;
	old.forEach((line, index) => {
		const newText = now[index] ?? '';
		if (index > 0 && newText !== line) edits.push(...indentEdit(offset, line, newText));
		offset = endOfLine(text, offset);
		offset += text.startsWith('\r\n', offset) ? 2 : 1;
	});
	return edits;
}

/** What turns the start of a line into that of another which ends alike. */
function indentEdit(offset: number, line: string, newText: string): TextEdit[] {
	let same = 0;
	while (same < Math.min(line.length, newText.length) && line.at(-1 - same) === newText.at(-1 - same)) same++;
	return [{ start: offset, end: offset + line.length - same, newText: newText.slice(0, newText.length - same) }];
}
