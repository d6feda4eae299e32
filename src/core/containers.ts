import { GREATER_THAN } from './characters';
import type { Cursor } from './cursor';
import type { Recorder } from './recorder';

/** What holds other blocks (CommonMark 5), and GFM's footnote definitions. */
type Kind = 'quote' | 'item' | 'footnote';

/** A container that is open; used again for another one later, as there is one for each line of a list. */
export class Container {
	kind: Kind = 'item';
	/** The innermost quote around it, or itself. */
	quote: Container | undefined;
	/** How many containers are around the outermost quote that it is in, itself counted; -1 if it is in none. */
	aroundQuote = -1;
	/** How many items it is in, itself counted. */
	items = 0;
	/** Where it starts. */
	start = 0;
	/** Columns of white space with which a line goes on in it. */
	indent = 0;
	/** An item's place among the recorded blocks. */
	block = 0;
	/** Not even white space stands behind the item's marker. */
	isBare = false;
	/** Nothing stands in the item yet. */
	fresh = false;
	/** Where the last line ends that has nothing but the quote's `>`. */
	bareEnd = 0;
}

/** The containers that are open, outermost first. */
export class Containers {
	depth = 0;
	/** Where the last line that has content ends: there what closes now ends. */
	contentEnd = 0;
	private readonly stack: Container[] = [];

	constructor(private readonly recorder: Recorder) {}

	get innermost(): Container | undefined {
		return this.depth === 0 ? undefined : this.stack[this.depth - 1];
	}

	/** Moves the cursor over the white space and markers of the containers that the line goes on in; answers how many. */
	continueOn(cursor: Cursor): number {
		const { depth, stack } = this;
		if (cursor.blank) return this.continueOnBlank();
		for (let index = 0; index < depth; index++) {
			if (!continues(stack[index] as Container, cursor)) return index;
		}
		return depth;
	}

	/** A blank line ends quotes, and items that nothing stands in yet: the innermost at most. */
	private continueOnBlank(): number {
		const { depth, innermost } = this;
		if (innermost === undefined) return 0;
		if (innermost.aroundQuote !== -1) return innermost.aroundQuote;
		return innermost.fresh ? depth - 1 : depth;
	}

	/** Opens the item whose marker of `width` characters the cursor is at, and moves behind it. */
	openItem(cursor: Cursor, width: number): void {
		const item = this.push('item', cursor.next);
		const offset = cursor.indent;
		cursor.skipMarker(width);
		item.isBare = cursor.offset === cursor.end;
		const space = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent;
		cursor.skipColumns(space);
		item.indent = offset + width + space;
		item.fresh = true;
		item.block = this.recorder.openItem(item.start, item.items++);
	}

	/** Opens the quote whose marker the cursor is at, and moves behind it. */
	openQuote(cursor: Cursor): void {
		const quote = this.push('quote', cursor.next);
		quote.quote = quote;
		if (quote.aroundQuote === -1) quote.aroundQuote = this.depth - 1;
		quote.bareEnd = 0;
		skipQuoteMarker(cursor);
	}

	/** Opens the footnote whose `[^label]:` of `width` characters the cursor is at, and moves behind it. */
	openFootnote(cursor: Cursor, width: number): void {
		this.push('footnote', cursor.next).indent = 4;
		cursor.skipMarker(width);
		cursor.skipColumns(cursor.indent);
	}

	/**
	 * Closes all but the outer `depth`. A quote, and what in one had another container open, goes on to the last line that
	 * has nothing but a `>`: so the record has it.
	 */
	closeTo(depth: number): void {
		const { stack, recorder } = this;
		for (let index = this.depth - 1; index >= depth; index--) {
			const container = stack[index] as Container;
			const { quote } = container;
			if (quote !== undefined && (container === quote || index < this.depth - 1)) {
				this.contentEnd = Math.max(this.contentEnd, quote.bareEnd);
			}
			if (container.kind === 'item') recorder.closeItem(container.block, this.contentEnd);
		}
		this.depth = depth;
	}

	private push(kind: Kind, start: number): Container {
		const { innermost } = this;
		const container = (this.stack[this.depth++] ??= new Container());
		container.kind = kind;
		container.start = start;
		container.quote = innermost?.quote;
		container.aroundQuote = innermost?.aroundQuote ?? -1;
		container.items = innermost?.items ?? 0;
		container.fresh = false;
		return container;
	}
}

/** Whether a line that is not blank goes on in the container. */
function continues(container: Container, cursor: Cursor): boolean {
	if (container.kind === 'quote') {
		if (cursor.indent > 3 || cursor.code !== GREATER_THAN) return false;
		skipQuoteMarker(cursor);
		return true;
	}
	if (cursor.indent < container.indent) return false;
	cursor.skipColumns(container.indent);
	return true;
}

function skipQuoteMarker(cursor: Cursor): void {
	cursor.skipMarker(1);
	cursor.skipColumns(1);
}
