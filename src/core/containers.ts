import { GREATER_THAN } from './characters';
import type { Cursor } from './cursor';
import { at } from './numbers';
import type { Recorder } from './recorder';

const NONE = -1;

/** What stands for an indent in `Containers.indents` where the container is none that has one of its own. */
const QUOTE = -1;
const FOOTNOTE = -2;

/** Columns of white space with which a line goes on in a footnote definition. */
const footnoteIndent = 4;

/**
 * The containers that are open, outermost first: quotes, list items (CommonMark 5) and GFM's footnote definitions. A line
 * may open a million of them, so they are columns of numbers.
 */
export class Containers {
	depth = 0;
	/** Where the last line that has content ends: there what closes now ends. */
	contentEnd = 0;
	/** Whether the innermost one is an item that nothing stands in yet. */
	isFresh = false;
	/** Of the item opened last: where it starts, and whether not even white space stands behind its marker. */
	start = 0;
	isBare = false;
	/** How many items are open. */
	private items = 0;
	private outermostQuote = NONE;
	/** Columns of white space with which a line goes on in an item; `QUOTE` or `FOOTNOTE`. */
	private readonly indents: number[] = [];
	/** An item's place among the recorded blocks; of a quote, where the last line ends that has nothing but its `>`. */
	private readonly details: number[] = [];
	/** The innermost quote around, or the container itself. */
	private readonly quotes: number[] = [];

	constructor(private readonly recorder: Recorder) {}

	/** The innermost one's place among the recorded blocks, if it is an item. */
	get block(): number {
		return at(this.details, this.depth - 1);
	}

	/** Moves the cursor over the white space and markers of the containers that the line goes on in; answers how many. */
	continueOn(cursor: Cursor): number {
		if (cursor.blank) return this.continueOnBlank();
		const { depth } = this;
		for (let index = 0; index < depth; index++) {
			if (!continues(at(this.indents, index), cursor)) return index;
		}
		return depth;
	}

	/** Opens the item whose marker of `width` characters the cursor is at, and moves behind it. */
	openItem(cursor: Cursor, width: number): void {
		const { indent, next } = cursor;
		cursor.skipMarker(width);
		const space = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent;
		this.push(indent + width + space, this.recorder.openItem(next, this.items++));
		this.isFresh = true;
		this.start = next;
		this.isBare = cursor.offset === cursor.end;
		cursor.skipColumns(space);
	}

	/** Opens the quote whose marker the cursor is at, and moves behind it. */
	openQuote(cursor: Cursor): void {
		if (this.outermostQuote === NONE) this.outermostQuote = this.depth;
		this.push(QUOTE, 0);
		this.quotes[this.depth - 1] = this.depth - 1;
		skipQuoteMarker(cursor);
	}

	/** Opens the footnote whose `[^label]:` of `width` characters the cursor is at, and moves behind it. */
	openFootnote(cursor: Cursor, width: number): void {
		this.push(FOOTNOTE, 0);
		cursor.skipMarker(width);
		cursor.skipColumns(cursor.indent);
	}

	/** Notes that a line, which ends at `end`, has nothing but the markers of quotes. */
	endBareLine(end: number): void {
		const quote = this.quoteAround(this.depth - 1);
		if (quote !== NONE) this.details[quote] = end;
	}

	/**
	 * Closes all but the outer `depth`. A quote, and what in one had another container open, goes on to the last line that
	 * has nothing but a `>`: so the record has it.
	 */
	closeTo(depth: number): void {
		const { details, indents, recorder } = this;
		const innermost = this.depth - 1;
		for (let index = innermost; index >= depth; index--) {
			const quote = this.quoteAround(index);
			if (quote === index || (quote !== NONE && index < innermost)) {
				this.contentEnd = Math.max(this.contentEnd, at(details, quote));
			}
			if (at(indents, index) < 0) continue;
			this.items--;
			recorder.closeItem(at(details, index), this.contentEnd);
		}
		this.depth = depth;
		this.isFresh = false;
		if (this.outermostQuote >= depth) this.outermostQuote = NONE;
	}

	/** A blank line ends quotes, and an item that nothing stands in yet. */
	private continueOnBlank(): number {
		if (this.outermostQuote !== NONE) return this.outermostQuote;
		return this.isFresh ? this.depth - 1 : this.depth;
	}

	private push(indent: number, detail: number): void {
		const { depth } = this;
		this.indents[depth] = indent;
		this.details[depth] = detail;
		this.quotes[depth] = this.quoteAround(depth - 1);
		this.depth = depth + 1;
		this.isFresh = false;
	}

	private quoteAround(index: number): number {
		return index === -1 ? NONE : at(this.quotes, index);
	}
}

/** Whether a line that is not blank goes on in the container of this indent. */
function continues(indent: number, cursor: Cursor): boolean {
	if (indent === QUOTE) {
		if (cursor.indent > 3 || cursor.code !== GREATER_THAN) return false;
		skipQuoteMarker(cursor);
		return true;
	}
	const columns = indent === FOOTNOTE ? footnoteIndent : indent;
	if (cursor.indent < columns) return false;
	cursor.skipColumns(columns);
	return true;
}

function skipQuoteMarker(cursor: Cursor): void {
	cursor.skipMarker(1);
	cursor.skipColumns(1);
}
