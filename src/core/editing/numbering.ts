import { lineBehind, lineEnd } from '../lineEnds';
import type { TextEdit } from '../model';
import { blockOf, type ContentLine, render } from './block';
import { type Bullet, bulletOf, isOrdered, numbered, numberOf } from './bullet';
import type { Draft, Entry } from './draft';
import { isOneList } from './itemSlots';
import type { ItemSlot } from './slots';

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
	readonly slot: ItemSlot;
	readonly count: number;
}

/** Numbers of ordered lists after a change. */
export interface Numbering {
	/** How items start that come, by slot, and those that stay and get another number. */
	readonly arriving: ReadonlyMap<ItemSlot, readonly Bullet[]>;
	readonly staying: ReadonlyMap<Entry, Bullet>;
	readonly edits: readonly TextEdit[];
}

/** Numbers the ordered lists anew that something leaves or comes into. */
export function renumber(draft: Draft, leaving: readonly Entry[], arrivals: readonly Arrival[]): Numbering {
	const touched = [
		...leaving.filter(({ kind }) => kind === 'item'),
		...arrivals.flatMap(({ slot }) => slot.anchor ?? []),
	];
	const gone = new Set(leaving);
	const arriving = new Map<ItemSlot, readonly Bullet[]>();
	const staying = new Map<Entry, Bullet>();
	const seen = new Set<Entry>();
	for (const item of touched) {
		if (seen.has(item) || !isOrdered(bulletOf(draft, item))) continue;
		const list = listOf(draft, item);
		for (const each of list) seen.add(each);
		const before = list.map(each => bulletOf(draft, each));
		const numbers = numbersAfter(list, before, gone, arrivals);
		for (const [slot, each] of numbers.arriving) {
			arriving.set(
				slot,
				each.map(number => numbered(slot.bullet, number, before)),
			);
		}
		for (const [index, number] of numbers.staying) {
			const bullet = before[index] as Bullet;
			if (number !== numberOf(bullet)) staying.set(list[index] as Entry, numbered(bullet, number, before));
		}
	}
	return { arriving, staying, edits: [...staying].flatMap(([item, bullet]) => bulletEdits(draft, item, bullet)) };
}

/**
 * The numbers of a list after a change: counting on where it counts, with the same number where all have the same; where it
 * does neither, what is there stays as it is.
 */
function numbersAfter(
	list: readonly Entry[],
	bullets: readonly Bullet[],
	leaving: ReadonlySet<Entry>,
	arrivals: readonly Arrival[],
): { readonly arriving: ReadonlyMap<ItemSlot, readonly number[]>; readonly staying: ReadonlyMap<number, number> } {
	const numbers = bullets.map(numberOf);
	const [start = 1] = numbers;
	const counts = numbers.every((number, index) => number === start + index);
	const isConstant = !counts && numbers.every(number => number === start);
	const arriving = new Map<ItemSlot, readonly number[]>();
	const staying = new Map<number, number>();
	let last = start - 1;
	const next = () => (last = isConstant ? start : last + 1);
	const arrive = (anchor: Entry, isBefore: boolean): void => {
		for (const { slot, count } of arrivals) {
			if (slot.anchor === anchor && slot.isBefore === isBefore) arriving.set(slot, Array.from({ length: count }, next));
		}
	};
	list.forEach((item, index) => {
		arrive(item, true);
		if (!leaving.has(item)) staying.set(index, counts ? next() : (last = numbers[index] as number));
		arrive(item, false);
	});
	return { arriving, staying };
}

/** The edits that let an item start in another way; what is inside moves along where its column is another. */
function bulletEdits(draft: Draft, item: Entry, now: Bullet): TextEdit[] {
	const { text } = draft;
	const block = blockOf(draft, item);
	const [first = '', ...rest] = render(block, now);
	const edits: TextEdit[] = [];
	let offset = draft.lineOf(item);
	const change = (was: string, line: string): void => {
		// What stands before it is left to the items around.
		const { length } = was.startsWith(now.prefix) && line.startsWith(now.prefix) ? now.prefix : '';
		edits.push(...startEdit(offset + length, was.slice(length), line.slice(length)));
	};
	change(text.slice(offset, lineEnd(text, offset)), first);
	rest.forEach((line, index) => {
		const { isLazy, raw } = block.rest[index] as ContentLine;
		offset = lineBehind(text, offset);
		if (!isLazy) change(raw, line);
	});
	return edits;
}

/** What turns the start of a line into that of another which ends alike. */
function startEdit(offset: number, line: string, now: string): TextEdit[] {
	if (line === now) return [];
	let same = 0;
	while (same < Math.min(line.length, now.length) && line.at(-1 - same) === now.at(-1 - same)) same++;
	return [{ start: offset, end: offset + line.length - same, newText: now.slice(0, now.length - same) }];
}
