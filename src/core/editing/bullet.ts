import { skipSpaces } from '../characters';
import { lineEnd } from '../lineEnds';
import type { Draft, Entry } from './draft';
import { startOfLine, widthOf } from './lines';

/** How an item starts, as in `  - [ ] a`, with which its other lines are aligned. */
export interface Bullet {
	/** What stands before the marker on its line: white space and the markers of quotes, or of items around it. */
	readonly prefix: string;
	/** `-`, `*`, `+`, or a number with `.` or `)`. */
	readonly marker: string;
	/** The white space behind the marker. */
	readonly padding: string;
}

export function bulletOf({ text }: Draft, { start }: Entry): Bullet {
	const prefix = text.slice(startOfLine(text, start), start);
	const end = lineEnd(text, start);
	const behind = start + text.slice(start, end).search(/[-+*.)]/) + 1;
	const marker = text.slice(start, behind);
	const content = skipSpaces(text, behind, end);
	const space = text.slice(behind, content);
	// Five columns and more are one, and an indented code block behind it (CommonMark 5.2).
	const isCode = widthOf(space, widthOf(prefix) + marker.length) > 4;
	return { prefix, marker, padding: content === end ? ' ' : isCode ? space.charAt(0) : space };
}

/** Whether nothing but white space and the markers of quotes stands before the marker. */
export function ownsLine({ prefix }: Bullet): boolean {
	return /^[\s>]*$/.test(prefix);
}

/** The part of a prefix up to its last quote, whose marker takes a space along. */
export function quotesOf(prefix: string): string {
	return /^.*> ?/.exec(prefix)?.[0] ?? '';
}

/** The columns, behind the quotes, from which on an item's content stands. */
export function contentColumn({ prefix, marker, padding }: Bullet): number {
	const column = widthOf(prefix.slice(quotesOf(prefix).length)) + marker.length;
	return column + widthOf(padding, column);
}

/** What tells the markers of one list from those of another (CommonMark 5.3): the bullet, or what follows the number. */
export function kindOf({ marker }: Bullet): string {
	return marker.slice(-1);
}

export function isOrdered({ marker }: Bullet): boolean {
	return marker.length > 1;
}

/** The number of an ordered item. */
export function numberOf({ marker }: Bullet): number {
	return Number(marker.slice(0, -1));
}

/**
 * The same bullet with another number.
 *
 * @param list How the items of its list start: where what stands behind numbers of all lengths is aligned, it stays so.
 */
export function numbered(bullet: Bullet, number: number, list: readonly Bullet[] = []): Bullet {
	const marker = `${String(number)}${kindOf(bullet)}`;
	const growth = marker.length - bullet.marker.length;
	const alike = growth === 0 ? bullet : list.find(other => other.marker.length === marker.length);
	const isWide = /^ {2,}$/.test(bullet.padding);
	const shorter = isWide ? ' '.repeat(Math.max(1, bullet.padding.length - Math.max(0, growth))) : bullet.padding;
	return { ...bullet, marker, padding: alike?.padding ?? shorter };
}
