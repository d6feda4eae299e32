import { type Bullet, bulletOf, contentColumn, quotesOf } from './bullet';
import type { Draft, Entry } from './draft';
import { linesOf, widthOf } from './lines';

/** One line of an item's content. */
export interface ContentLine {
	/** As it stands. */
	readonly raw: string;
	/** How many columns it is indented from where the content starts; 0 also where it goes on lazily with fewer. */
	readonly indent: number;
	readonly isLazy: boolean;
	/** Whether it is indented with tabs. */
	readonly tabs: boolean;
	readonly words: string;
}

/** A whole item, with all that is in it, ready to be put somewhere else. */
export interface Block {
	readonly bullet: Bullet;
	/** What stands behind the marker and its padding on the first line. */
	readonly first: string;
	readonly rest: readonly ContentLine[];
}

/** The block of an item that is alone on its first line. */
export function blockOf(draft: Draft, entry: Entry): Block {
	const bullet = bulletOf(draft, entry);
	const { text } = draft;
	const start = draft.lineOf(entry);
	const [firstLine = '', ...rest] = linesOf(text.slice(start, draft.endOf(entry)));
	const { prefix, marker, padding } = bullet;
	return {
		bullet,
		first: firstLine.slice(prefix.length + marker.length + padding.length),
		rest: contentLines(rest, bullet),
	};
}

/** A new item of one line. */
export function lineBlock(first: string): Block {
	return { bullet: { prefix: '', marker: '-', padding: ' ' }, first, rest: [] };
}

/** Lines of an item behind its first, told from where its content starts. */
export function contentLines(lines: readonly string[], bullet: Bullet): ContentLine[] {
	const quotes = quotesOf(bullet.prefix).split('>').length - 1;
	const column = contentColumn(bullet);
	return lines.map(raw => {
		const line = withoutQuotes(raw, quotes);
		const space = /^[ \t]*/.exec(line)?.[0] ?? '';
		const words = line.slice(space.length);
		const indent = widthOf(space) - column;
		return { raw, indent: Math.max(0, indent), isLazy: indent < 0 && words !== '', tabs: space.includes('\t'), words };
	});
}

/** A line behind the markers of `count` quotes, of fewer where it goes on lazily. */
function withoutQuotes(line: string, count: number): string {
	let rest = line;
	for (let quote = 0; quote < count; quote++) {
		const marker = /^[ \t]*> ?/.exec(rest)?.[0];
		if (marker === undefined) break;
		rest = rest.slice(marker.length);
	}
	return rest;
}

/** The lines of a block that starts like `bullet`: what is aligned with its content stays so. */
export function render({ bullet: before, first, rest }: Block, bullet: Bullet): string[] {
	const { prefix, marker, padding } = bullet;
	return [prefix + marker + (first === '' ? '' : padding + first), ...aligned(rest, before, bullet)];
}

/** Lines of an item's content, where it starts like `bullet` and no longer like `before`. */
export function aligned(lines: readonly ContentLine[], before: Bullet, bullet: Bullet): string[] {
	const quotes = quotesOf(bullet.prefix);
	const column = contentColumn(bullet);
	const isAligned = column === contentColumn(before) && quotes === quotesOf(before.prefix);
	return lines.map(line => (isAligned ? line.raw : indented(line, column, quotes)));
}

function indented({ indent, tabs, words }: ContentLine, column: number, quotes: string): string {
	if (words === '' && indent === 0) return quotes.trimEnd();
	const columns = column + indent;
	const space = tabs && quotes === '' ? '\t'.repeat(columns >> 2) + ' '.repeat(columns & 3) : ' '.repeat(columns);
	return quotes + space + words;
}
