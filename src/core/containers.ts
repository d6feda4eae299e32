import { GREATER_THAN } from './characters';
import { Column } from './column';
import type { Cursor } from './cursor';
import type { Recorder } from './recorder';

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
	/** How many quotes are open, and which containers they are. */
	private quoteCount = 0;
	private readonly quotes = new Column();
	/** Columns of white space with which a line goes on in an item; `QUOTE` or `FOOTNOTE`. */
	private readonly indents = new Column();
	/** An item's place among the recorded blocks; of a quote, where the last line ends that has nothing but its `>`. */
	private readonly details = new Column();

	constructor(private readonly recorder: Recorder) {}

	/** The innermost one's place among the recorded blocks, if it is an item. */
	get block(): number {
		return this.details.get(this.depth - 1);
	}

	/** Moves the cursor over the white space and markers of the containers that the line goes on in; answers how many. */
	continueOn(cursor: Cursor): number {
		const { depth, indents } = this;
		let quotes = 0;
		for (let index = 0; index < depth; index++) {
			if (cursor.blank) return this.continueOnBlank(quotes);
			const indent = indents.get(index);
			if (!continues(indent, cursor)) return index;
			if (indent === QUOTE) quotes++;
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
		this.quotes.set(this.quoteCount++, this.depth);
		this.push(QUOTE, 0);
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
		if (this.quoteCount > 0) this.details.set(this.quotes.get(this.quoteCount - 1), end);
	}

	/**
	 * Closes all but the outer `depth`. A quote, and what in one had another container open, goes on to the last line that
	 * has nothing but a `>`: so the record has it.
	 */
	closeTo(depth: number): void {
		const { details, indents, quotes, recorder } = this;
		const innermost = this.depth - 1;
		for (let index = innermost; index >= depth; index--) {
			const indent = indents.get(index);
			if (this.quoteCount > 0 && (indent === QUOTE || index < innermost)) {
				this.contentEnd = Math.max(this.contentEnd, details.get(quotes.get(this.quoteCount - 1)));
			}
			if (indent === QUOTE) this.quoteCount--;
			if (indent < 0) continue;
			this.items--;
			recorder.closeItem(details.get(index), this.contentEnd);
		}
		this.depth = depth;
		this.isFresh = false;
	}

	/** A blank line, behind the markers of the outer quotes, ends the other quotes, and an item that nothing stands in yet. */
	private continueOnBlank(quotes: number): number {
		if (quotes < this.quoteCount) return this.quotes.get(quotes);
		return this.isFresh ? this.depth - 1 : this.depth;
	}

	private push(indent: number, detail: number): void {
		this.indents.set(this.depth, indent);
		this.details.set(this.depth, detail);
		this.depth++;
		this.isFresh = false;
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
