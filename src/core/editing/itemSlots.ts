import { lineBehind } from '../lineEnds';
import { type Bullet, bulletOf, contentColumn, isOrdered, kindOf, numbered, ownsLine, quotesOf } from './bullet';
import type { Draft, Entry } from './draft';
import { gapBefore } from './gaps';
import { isBlank, linesOf, widthOf } from './lines';
import type { ItemSlot, Target } from './slots';

const plainBullet: Bullet = { prefix: '', marker: '-', padding: ' ' };

/**
 * Where items go. They take over the style of those beside them, else of others in the text.
 *
 * @param leaving Indexes of what goes away, which nothing can be put beside. `undefined` where there is no line between.
 */
export function itemSlot(draft: Draft, target: Target, leaving: ReadonlySet<number>): ItemSlot | undefined {
	const { parent } = target;
	const items = draft.itemsIn(parent);
	const beside = neighbour(draft, items, target, ({ index }) => !leaving.has(index));
	if (beside) return slotBeside(draft, items, ...beside);
	return draft.at(parent)?.kind === 'item' ? firstInItem(draft, parent, items) : firstInSection(draft, parent, items);
}

/** The item that others are put beside, and whether before it. */
function neighbour(
	draft: Draft,
	items: readonly Entry[],
	{ before, behind }: Target,
	isStaying: (entry: Entry) => boolean,
): readonly [anchor: Entry, isBefore: boolean] | undefined {
	const next = before && items.find(entry => entry.index >= before.index && isStaying(entry));
	if (next) return [next, true];
	const isAbove = ({ index }: Entry) => behind === undefined || index <= behind.index;
	const hasTask = (entry: Entry) => before !== undefined || behind !== undefined || holdsTask(draft, entry);
	const last =
		items.findLast(entry => isAbove(entry) && isStaying(entry) && hasTask(entry)) ??
		items.findLast(entry => isAbove(entry) && isStaying(entry));
	if (last) return [last, false];
	const first = items.find(isStaying);
	return first && [first, true];
}

/** Whether an item is a task or has one inside. */
export function holdsTask(draft: Draft, { index, behind }: Entry): boolean {
	for (let inside = index; inside < behind; inside++) if (draft.at(inside)?.state !== undefined) return true;
	return false;
}

function slotBeside(draft: Draft, items: readonly Entry[], anchor: Entry, isBefore: boolean): ItemSlot | undefined {
	const bullet = bulletOf(draft, anchor);
	if (isBefore && !ownsLine(bullet)) return undefined;
	const gap = blankLines(gapIn(draft, items, anchor), bullet);
	return {
		offset: isBefore ? draft.lineOf(anchor) : draft.endOf(anchor),
		before: isBefore ? [] : gap,
		between: gap,
		behind: isBefore ? gap : [],
		rank: anchor.rank,
		bullet: { ...bullet, prefix: aligned(bullet.prefix) },
		anchor,
		isBefore,
	};
}

/** A prefix for other lines, on which no marker of an item around stands. */
function aligned(prefix: string): string {
	return prefix.replace(/[^\s>]/g, ' ');
}

/** Whether two items that follow each other belong to one list. */
export function isOneList(draft: Draft, one: Entry, next: Entry): boolean {
	return (
		isBlank(draft.text.slice(one.end, next.start), true) &&
		kindOf(bulletOf(draft, one)) === kindOf(bulletOf(draft, next))
	);
}

/** How many blank lines stand between an item and the ones beside it in its list. */
function gapIn(draft: Draft, items: readonly Entry[], item: Entry): number {
	const index = items.indexOf(item);
	const pairs = [items.slice(index, index + 2), items.slice(Math.max(0, index - 1), index + 1)];
	for (const [one, next] of pairs) {
		if (one && next && isOneList(draft, one, next)) return blanksIn(draft.text.slice(one.end, next.start));
	}
	return 0;
}

/** How many blank lines a stretch of white space has that starts at the end of a line. */
function blanksIn(between: string): number {
	return Math.max(0, between.split(/\r\n?|\n/).length - 2);
}

/** Blank lines beside an item, which in quotes have their markers. */
export function blankLines(count: number, { prefix }: Bullet): string[] {
	return Array<string>(count).fill(quotesOf(prefix).trimEnd());
}

function firstInItem(draft: Draft, parent: number, items: readonly Entry[]): ItemSlot {
	const { text } = draft;
	const outer = draft.entries[parent] as Entry;
	const [leaving] = items;
	const end = leaving ? draft.lineOf(leaving) : draft.endOf(outer);
	const isLoose = linesOf(text.slice(outer.start, outer.end)).some(line => isBlank(line, true));
	const gap = isLoose && !leaving ? 1 : 0;
	const bullet = nestedBullet(draft, outer);
	return {
		offset: end,
		before: blankLines(gap, bullet),
		between: [],
		behind: [],
		rank: outer.rank + 1,
		bullet,
		isBefore: false,
	};
}

/** How items start inside another: like those nearest, where that is deep enough; else below the item's content. */
function nestedBullet(draft: Draft, outer: Entry): Bullet {
	const around = bulletOf(draft, outer);
	const prefix = aligned(around.prefix);
	const column = contentColumn(around);
	const isDeepEnough = (inside: string) => {
		const width = widthOf(inside.slice(quotesOf(inside).length));
		return width >= column && width < column + 4;
	};
	const isNested = ({ kind, rank }: Entry) => kind === 'item' && rank > 0;
	const example =
		nearest(draft, outer.index, entry => isNested(entry) && entry.rank === outer.rank + 1) ??
		nearest(draft, outer.index, isNested);
	const nested = example && bulletOf(draft, example);
	const from = example && bulletOf(draft, draft.at(example.parent) as Entry).prefix;
	const inside =
		nested && ownsLine(nested) && nested.prefix.startsWith(from ?? '-')
			? prefix + nested.prefix.slice(from?.length)
			: '';
	const below = quotesOf(prefix) + ' '.repeat(column);
	const bullet = nested ? startingList(nested) : isOrdered(around) ? plainBullet : around;
	return { ...bullet, prefix: isDeepEnough(inside) && quotesOf(inside) === quotesOf(prefix) ? inside : below };
}

/** How the first item of a list starts that is like another. */
function startingList(bullet: Bullet): Bullet {
	return isOrdered(bullet) ? numbered(bullet, 1) : bullet;
}

/** The entry of a kind that is nearest above an index, else below it. */
function nearest(draft: Draft, index: number, isWanted: (entry: Entry) => boolean): Entry | undefined {
	for (let above = index; above >= 0; above--) {
		const entry = draft.at(above);
		if (entry && isWanted(entry)) return entry;
	}
	return draft.entries.slice(index + 1).find(isWanted);
}

function firstInSection(draft: Draft, parent: number, items: readonly Entry[]): ItemSlot {
	const { text } = draft;
	const isExample = (entry: Entry) => entry.kind === 'item' && entry.rank === 0 && isPlainlyPlaced(draft, entry);
	const example =
		nearest(draft, parent, entry => entry.state !== undefined && isExample(entry)) ?? nearest(draft, parent, isExample);
	const bullet = example ? startingList(bulletOf(draft, example)) : plainBullet;
	const between = example ? gapIn(draft, draft.itemsIn(example.parent), example) : 0;
	const common = { between: blankLines(between, bullet), rank: 0, bullet, isBefore: false };
	const [leaving] = items;
	if (leaving) return { ...common, offset: draft.lineOf(leaving), before: [], behind: [] };
	const next = draft.entries.slice(parent + 1).find(({ kind }) => kind === 'section');
	const { start, count } = gapBefore(text, next ? draft.lineOf(next) : text.length);
	const isFirst = start <= draft.start;
	const before = isFirst ? 0 : gapBelowHeading(draft, parent, start, example);
	const behind = next && count === 0 ? (isFirst ? 1 : Math.min(before, 1)) : 0;
	return { ...common, offset: start, before: blankLines(before, bullet), behind: blankLines(behind, bullet) };
}

function isPlainlyPlaced(draft: Draft, entry: Entry): boolean {
	const bullet = bulletOf(draft, entry);
	return ownsLine(bullet) && quotesOf(bullet.prefix) === '';
}

/** As many blank lines as where a list follows a heading elsewhere; one where more than the heading stands before. */
function gapBelowHeading(draft: Draft, parent: number, offset: number, example: Entry | undefined): number {
	const { text } = draft;
	const heading = draft.at(parent);
	const other = example && draft.at(example.parent);
	const isBare = heading !== undefined && offset === lineBehind(text, heading.end);
	if (!isBare || !other) return 1;
	const between = text.slice(other.end, draft.at(other.index + 1)?.start);
	return isBlank(between) ? blanksIn(between) : 1;
}
