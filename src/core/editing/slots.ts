import { type Bullet, bulletOf, contentColumn, kindOf, numberOf, ownsLine, quotesOf, withNumber } from './bullet';
import type { Draft, Entry } from './draft';
import { blanksBefore, isBlank, lineBehind, startOfLine, widthOf } from './lines';

/** Where something is to go: into an entry or the roadmap (`ROOT`), beside one of its children or behind the last. */
export interface Target {
	readonly parent: number;
	readonly before?: Entry | undefined;
	readonly behind?: Entry | undefined;
}

/** A place between two lines, and what has to be put around what goes there. */
export interface Slot {
	/** Where a line starts, or the text ends. */
	readonly offset: number;
	/** How many blank lines to put before, between and behind. */
	readonly before: number;
	readonly between: number;
	readonly behind: number;
	/** A section's level, or how many items are around an item. */
	readonly rank: number;
	/** How items start there. */
	readonly bullet: Bullet;
	/** The item beside it, to whose list it belongs. */
	readonly anchor?: Entry;
	readonly side?: 'before' | 'behind';
}

const plainBullet: Bullet = { prefix: '', marker: '-', padding: ' ' };

/**
 * Where items go. They take over the style of those beside them, else of others in the text.
 *
 * @param leaving Indexes of what goes away, which nothing can be put beside. `undefined` where there is no line between.
 */
export function itemSlot(draft: Draft, target: Target, leaving: ReadonlySet<number>): Slot | undefined {
	const { parent } = target;
	const items = draft.itemsIn(parent);
	const staying = items.filter(({ index }) => !leaving.has(index));
	const beside = neighbour(draft, staying, target);
	if (beside) return slotBeside(draft, items, ...beside);
	return draft.at(parent)?.kind === 'item' ? firstInItem(draft, parent, items) : firstInSection(draft, parent, items);
}

function neighbour(
	draft: Draft,
	staying: readonly Entry[],
	{ before, behind }: Target,
): readonly [Entry, 'before' | 'behind'] | undefined {
	const next = before && staying.find(({ index }) => index >= before.index);
	if (next) return [next, 'before'];
	const last = behind
		? staying.findLast(({ index }) => index <= behind.index)
		: ((before ? undefined : staying.findLast(entry => holdsTask(draft, entry))) ?? staying.at(-1));
	if (last) return [last, 'behind'];
	const [first] = staying;
	return first && [first, 'before'];
}

/** Whether an item is a task or has one inside. */
export function holdsTask(draft: Draft, { index, behind }: Entry): boolean {
	for (let inside = index; inside < behind; inside++) if (draft.at(inside)?.state !== undefined) return true;
	return false;
}

function slotBeside(draft: Draft, items: readonly Entry[], anchor: Entry, side: 'before' | 'behind'): Slot | undefined {
	const { text } = draft;
	const bullet = bulletOf(draft, anchor);
	if (side === 'before' && !ownsLine(bullet)) return undefined;
	const gap = gapIn(draft, items, anchor);
	return {
		offset: side === 'before' ? startOfLine(text, anchor.start) : lineBehind(text, Math.max(anchor.start, anchor.end)),
		before: side === 'behind' ? gap : 0,
		between: gap,
		behind: side === 'before' ? gap : 0,
		rank: anchor.rank,
		bullet: { ...bullet, prefix: aligned(bullet.prefix) },
		anchor,
		side,
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
		if (one && next && isOneList(draft, one, next)) return blankLines(draft.text.slice(one.end, next.start));
	}
	return 0;
}

function blankLines(between: string): number {
	return Math.max(0, between.split(/\r\n?|\n/).length - 2);
}

function firstInItem(draft: Draft, parent: number, items: readonly Entry[]): Slot {
	const { text } = draft;
	const outer = draft.entries[parent] as Entry;
	const [leaving] = items;
	const end = leaving ? startOfLine(text, leaving.start) : lineBehind(text, Math.max(outer.start, outer.end));
	const isLoose = /(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/.test(text.slice(outer.start, leaving ? leaving.start : outer.end));
	return {
		offset: end,
		before: isLoose && !leaving ? 1 : 0,
		between: 0,
		behind: 0,
		rank: outer.rank + 1,
		bullet: nestedBullet(draft, outer),
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
	const example = nearest(draft, outer.index, ({ kind, rank }) => kind === 'item' && rank > 0);
	const nested = example && bulletOf(draft, example);
	const from = example && bulletOf(draft, draft.at(example.parent) as Entry).prefix;
	const inside =
		nested && ownsLine(nested) && nested.prefix.startsWith(from ?? '-')
			? prefix + nested.prefix.slice(from?.length)
			: '';
	const below = quotesOf(prefix) + ' '.repeat(column);
	const bullet = nested ? startingList(nested) : numberOf(around) === undefined ? around : plainBullet;
	return { ...bullet, prefix: isDeepEnough(inside) && quotesOf(inside) === quotesOf(prefix) ? inside : below };
}

/** How the first item of a list starts that is like another. */
function startingList(bullet: Bullet): Bullet {
	return numberOf(bullet) === undefined ? bullet : withNumber(bullet, 1);
}

/** The entry of a kind that is nearest above an index, else below it. */
function nearest(draft: Draft, index: number, isWanted: (entry: Entry) => boolean): Entry | undefined {
	for (let above = index; above >= 0; above--) {
		const entry = draft.at(above);
		if (entry && isWanted(entry)) return entry;
	}
	return draft.entries.slice(index + 1).find(isWanted);
}

function firstInSection(draft: Draft, parent: number, items: readonly Entry[]): Slot {
	const { text } = draft;
	const example = nearest(
		draft,
		parent,
		entry => entry.kind === 'item' && entry.rank === 0 && isPlainlyPlaced(draft, entry),
	);
	const bullet = example ? startingList(bulletOf(draft, example)) : plainBullet;
	const between = example ? gapIn(draft, draft.itemsIn(example.parent), example) : 0;
	const [leaving] = items;
	if (leaving) {
		return { offset: startOfLine(text, leaving.start), before: 0, between, behind: 0, rank: 0, bullet };
	}
	const next = draft.entries.slice(parent + 1).find(({ kind }) => kind === 'section');
	const end = next ? startOfLine(text, next.start) : text.length;
	const blanks = blanksBefore(text, end, false);
	const isFirst = blanks.start <= startOfLine(text, 0);
	const before = isFirst ? 0 : gapBelowHeading(draft, parent, blanks.start, example);
	const behind = next && blanks.count === 0 ? (isFirst ? 1 : Math.min(before, 1)) : 0;
	return { offset: blanks.start, before, between, behind, rank: 0, bullet };
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
	const between = other?.kind === 'section' ? text.slice(other.end, (example as Entry).start) : '-';
	return isBare && isBlank(between) ? blankLines(between) : 1;
}

/** Where sections go: on the level of those beside them, or one below what they go into. */
export function sectionSlot(draft: Draft, { parent, before, behind }: Target, leaving: ReadonlySet<number>): Slot {
	const { text } = draft;
	const sections = draft.childrenOf(parent).filter(({ kind, index }) => kind === 'section' && !leaving.has(index));
	const next = before
		? sections.find(({ index }) => index >= before.index)
		: behind && sections.find(({ index }) => index > behind.index);
	const gap = gapAboveHeadings(draft, next);
	const common = { between: gap, bullet: plainBullet };
	if (next) {
		const rank = behind && !leaving.has(behind.index) ? behind.rank : next.rank;
		return { ...common, offset: startOfLine(text, next.start), before: 0, behind: gap, rank };
	}
	const outer = draft.at(parent);
	const end = outer ? draft.endOf(outer) : text.length;
	const blanks = blanksBefore(text, end, false);
	const rank = behind?.rank ?? sections[0]?.rank ?? (outer ? outer.rank + 1 : 2);
	const isFirst = blanks.start <= startOfLine(text, 0);
	return {
		...common,
		offset: blanks.start,
		before: isFirst ? 0 : gap,
		behind: end < text.length && blanks.count === 0 ? gap : 0,
		rank,
	};
}

/** How many blank lines stand before headings: before this one, else before the others; one if there is no other. */
function gapAboveHeadings(draft: Draft, heading: Entry | undefined): number {
	const { text } = draft;
	const isBelow = ({ kind, start }: Entry): boolean => {
		const line = startOfLine(text, start);
		return kind === 'section' && blanksBefore(text, line, false).start > startOfLine(text, 0);
	};
	const example = heading && isBelow(heading) ? heading : draft.entries.find(isBelow);
	return example ? blanksBefore(text, startOfLine(text, example.start), false).count : 1;
}
