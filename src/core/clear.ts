import { skipSpaces } from './characters';
import { LineEnds, lineStart, nextLine } from './lineEnds';
import { delimiterCells } from './table';

/**
 * Whether the line that starts at `line` can become a list item without taking anything apart: it is in no code, HTML or
 * link that goes over lines, and no table's header. Where that is not plain to see, it cannot.
 *
 * @param floor Where what stands before does not matter: behind it, no paragraph goes on from before.
 */
export function isClear(text: string, line: number, floor: number): boolean {
	return !isTableHeader(text, line) && isClearAbove(text, line, floor);
}

function isTableHeader(text: string, line: number): boolean {
	const ends = new LineEnds(text);
	const next = nextLine(text, ends.endOf(line));
	const end = ends.endOf(next);
	return delimiterCells(text, skipSpaces(text, next, end), end) > 0;
}

function isClearAbove(text: string, line: number, floor: number): boolean {
	for (let start = line; start > floor && !bullet.test(text.slice(start, start + 9));) {
		const above = lineStart(text, start - 1);
		const words = text.slice(Math.max(above, floor), start);
		if (ended.test(words)) return true;
		if (leavesOpen(words)) return false;
		start = above;
	}
	return true;
}

/** A blank line, or a heading: no paragraph goes on behind it. */
const ended = /^(?:[\s>]*$|#{1,6}[ \t])/;

/** What starts a new block at a line's start, whatever stands before, where it is not code or HTML altogether. */
const bullet = /^[-+*][ \t]+\S/;

const escaped = /\\[!-/:-@[-`{-~]/g;
const code = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;
const tag = /<[^<>]*>/g;
const bracketed = /\[[^[\]]*\](?:\([^()]*\)|(?!\())/g;

/** What may go on on the next line: code, HTML, a link's text or its address. */
const opening = /`|<[A-Za-z/!?]|\[/;

/** Longer lines are not looked at, as that takes more than their length. */
const longest = 2000;

function leavesOpen(line: string): boolean {
	if (line.length > longest) return true;
	const rest = [escaped, code, tag, bracketed].reduce((left, whole) => left.replace(whole, ''), line);
	return opening.test(rest);
}
