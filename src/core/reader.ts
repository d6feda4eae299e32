import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import {
	ASTERISK,
	BACKTICK,
	DASH,
	EQUALS,
	GREATER_THAN,
	HASH,
	LEFT_BRACKET,
	LESS_THAN,
	RIGHT_BRACKET,
	skipSpaces,
	TILDE,
	UNDERSCORE,
} from './characters';
import { checkboxOf } from './checkbox';
import { Cursor } from './cursor';
import { bodyStart } from './frontMatter';
import { htmlEndsAtBlank, htmlEndsIn, type HtmlKind, htmlStart } from './html';
import {
	atxContent,
	atxLevel,
	type Break,
	closesFence,
	fenceLength,
	footnoteWidth,
	isDigit,
	type Level,
	markerWidth,
	setextLevel,
	thematicBreak,
} from './leaves';
import { lineEnd, lineFeed, nextLine } from './lineEnds';
import type { TaskState, TaskStates } from './model';
import { Paragraph } from './paragraph';
import type { Block, ItemBlock, Segment } from './segments';
import { delimiterCells, headerCells } from './table';

type Leaf = 'none' | 'paragraph' | 'fence' | 'html' | 'table';

/** A list item that is still open. */
interface OpenItem {
	readonly kind: 'item';
	/** The innermost quote around it. */
	readonly quote: OpenQuote | undefined;
	readonly siblings: Siblings;
	readonly start: number;
	/** Columns of white space with which a line goes on in it. */
	readonly indent: number;
	/** Not even white space stands behind the marker. */
	readonly isBare: boolean;
	/** Nothing stands in it yet. */
	fresh: boolean;
	mark: number;
	state: TaskState | undefined;
	lines: readonly number[];
	readonly children: ItemBlock[];
}

/** A quote that is still open. */
class OpenQuote {
	readonly kind = 'quote';
	readonly quote = this;
	/** Where the last line ends that has nothing but its `>`. */
	bareEnd = 0;

	constructor(readonly children: Siblings) {}
}

/** Where list items go: into the item around them, or the document. */
type Siblings = ItemBlock[] | Block[];

type Container =
	| OpenItem
	| OpenQuote
	| { readonly kind: 'footnote'; readonly quote: OpenQuote | undefined; readonly children: Siblings };

const none: readonly never[] = [];

/**
 * Reads Markdown's block structure (CommonMark's appendix "A parsing strategy", phase 1, with GFM's tables and task list
 * items, footnotes and front matter) line by line, each character a bounded number of times. It calls `onSegment` whenever
 * a block starts with nothing open before it; answering `true` there ends the reading.
 */
export class Reader {
	private readonly cursor = new Cursor();
	private readonly containers: Container[] = [];
	private leaf: Leaf = 'none';
	private readonly paragraph = new Paragraph<OpenItem>();
	private fenceCode = 0;
	private fenceLength = 0;
	private htmlKind: HtmlKind = 1;
	/** Where the last line that has content ends: there what closes now ends. */
	private contentEnd = 0;
	private line = 0;
	private breakLine = -1;
	private break: Break | undefined;
	private segmentStart = 0;
	private blocks: Block[] = [];
	private labels: string[] = [];
	private stopped = false;
	private readonly hasReturns: boolean;

	constructor(
		private readonly text: string,
		private readonly states: TaskStates,
		private readonly onSegment: (segment: Segment, end: number) => boolean,
	) {
		this.hasReturns = text.includes('\r');
	}

	/** Reads from `start` (0, or where a segment starts) to the end, or until told to stop. */
	read(start: number): void {
		const { text } = this;
		this.segmentStart = start;
		let line = start === 0 ? bodyStart(text) : start;
		while (line < text.length) {
			const end = this.hasReturns ? lineEnd(text, line) : lineFeed(text, line);
			this.readLine(line, end);
			if (this.stopped) return;
			line = nextLine(text, end);
		}
		// Behind a last line ending stands an empty line, which an open code or HTML block still takes.
		if (this.leaf === 'fence' || this.leaf === 'html') this.readLine(text.length, text.length);
		this.closeTo(0);
		this.closeLeaf();
		this.endSegment(text.length);
	}

	private readLine(start: number, end: number): void {
		this.line = start;
		const { cursor } = this;
		cursor.reset(this.text, start, end);
		const depth = this.continueContainers();
		const isWhole = depth === this.containers.length;
		if (isWhole && this.continueLeaf()) return;
		this.readBlocks(depth);
	}

	/** How many of the open containers the line goes on in. */
	private continueContainers(): number {
		let depth = 0;
		for (const container of this.containers) {
			if (!this.continues(container)) break;
			depth++;
		}
		return depth;
	}

	private continues(container: Container): boolean {
		const { cursor } = this;
		if (container.kind === 'quote') {
			if (cursor.indent > 3 || cursor.code !== GREATER_THAN) return false;
			this.skipQuoteMarker();
			return true;
		}
		if (cursor.blank) {
			if (container.kind === 'item' && container.fresh) return false;
			if (container.kind === 'item') cursor.skipColumns(container.indent);
			return true;
		}
		const indent = container.kind === 'item' ? container.indent : 4;
		if (cursor.indent < indent) return false;
		cursor.skipColumns(indent);
		return true;
	}

	private skipQuoteMarker(): void {
		this.cursor.skipMarker(1);
		this.cursor.skipColumns(1);
	}

	/** Whether the line belongs to the fenced code or HTML block that is open. */
	private continueLeaf(): boolean {
		const { cursor, text } = this;
		if (this.leaf === 'fence') {
			const closes = cursor.indent < 4 && closesFence(text, cursor.next, cursor.end, this.fenceCode, this.fenceLength);
			if (closes) this.leaf = 'none';
			this.contentEnd = cursor.end;
			return true;
		}
		if (this.leaf !== 'html') return false;
		if (htmlEndsAtBlank(this.htmlKind)) {
			if (cursor.blank) return false;
		} else if (htmlEndsIn(this.htmlKind, text.slice(cursor.offset, cursor.end))) this.leaf = 'none';
		this.contentEnd = cursor.end;
		return true;
	}

	/** Opens the containers that start on this line, then the leaf; `depth` of those open before go on. */
	private readBlocks(depth: number): void {
		const { cursor } = this;
		let matched = depth;
		while (cursor.indent < 4 && this.openContainer(matched)) matched = this.containers.length;
		if (cursor.blank) this.readBlank(matched);
		else {
			this.readLeaf(matched);
			this.contentEnd = cursor.end;
		}
	}

	private readBlank(matched: number): void {
		// A marker alone on its line counts as its item's content.
		const opened = this.containers.at(-1);
		if (opened?.kind === 'item' && opened.start >= this.line) {
			this.contentEnd = this.cursor.end;
			return;
		}
		this.closeTo(matched);
		this.closeLeaf();
		const { quote } = this;
		if (quote !== undefined) quote.bareEnd = this.cursor.end;
	}

	/** Opens the quote, footnote or list item that starts here, if one does. */
	private openContainer(matched: number): boolean {
		const { cursor, text } = this;
		const { code, next, end } = cursor;
		if (code === GREATER_THAN) {
			this.open(matched);
			this.skipQuoteMarker();
			this.containers.push(new OpenQuote(this.siblings));
			return true;
		}
		if (code === LEFT_BRACKET) {
			const width = footnoteWidth(text, next, end);
			if (width === 0) return false;
			this.open(matched);
			this.labels.push(`[${normalizeIdentifier(text.slice(next + 1, next + width - 2))}`);
			cursor.skipMarker(width);
			cursor.skipColumns(cursor.indent);
			const { quote, siblings } = this;
			this.containers.push({ kind: 'footnote', quote, children: siblings });
			return true;
		}
		return this.openItem(matched);
	}

	private openItem(matched: number): boolean {
		const { cursor, text } = this;
		const { next, end } = cursor;
		const width = markerWidth(text, next, end);
		if (width === 0 || this.isBreak(next)) return false;
		if (this.inParagraph(matched) && !mayInterrupt(text, next, width, end)) return false;
		const offset = cursor.indent;
		this.open(matched);
		cursor.skipMarker(width);
		const isBare = cursor.offset === end;
		const space = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent;
		cursor.skipColumns(space);
		const item: OpenItem = {
			kind: 'item',
			quote: this.quote,
			siblings: this.siblings,
			start: next,
			indent: offset + width + space,
			isBare,
			fresh: true,
			mark: -1,
			state: undefined,
			lines: none,
			children: [],
		};
		this.containers.push(item);
		return true;
	}

	/** Whether a paragraph is open that the line, by its containers, may go on in. */
	private inParagraph(matched: number): boolean {
		return this.leaf === 'paragraph' && matched === this.containers.length;
	}

	private isBreak(offset: number): boolean {
		const { cursor, text } = this;
		if (this.breakLine !== this.line) {
			this.breakLine = this.line;
			this.break = thematicBreak(text, cursor.start, cursor.end);
		}
		const found = this.break;
		return text.charCodeAt(offset) === found?.code && offset >= found.first && offset <= found.last;
	}

	private readLeaf(matched: number): void {
		const { cursor } = this;
		if (cursor.indent < 4 && this.startLeaf(matched)) return;
		if (this.leaf === 'paragraph') {
			// Either all containers go on, or this is a lazy continuation line (CommonMark 5.1). What stands before a closing
			// bracket matters: a line ending is a mark only if the bracket follows at once.
			const start = cursor.code === RIGHT_BRACKET ? cursor.offset : cursor.next;
			this.paragraph.add(start, cursor.end, cursor.indent < 4);
			return;
		}
		if (this.leaf === 'table' && matched === this.containers.length && cursor.indent < 4) return;
		const { indent } = cursor;
		const item = this.open(matched);
		if (indent >= 4) return;
		this.leaf = 'paragraph';
		// On the line behind the marker's, a checkbox has no white space before it, nor behind the marker: so the record.
		const checkable = item !== undefined && (item.start >= this.line || (item.isBare && indent === 0));
		this.paragraph.start(cursor.next, cursor.end, item, checkable);
	}

	/** Reads the heading, break, fence, HTML block or table that starts here, if one does. */
	private startLeaf(matched: number): boolean {
		switch (this.cursor.code) {
			case HASH:
				return this.readAtxHeading(matched);
			case BACKTICK:
			case TILDE:
				return this.openFence(matched);
			case LESS_THAN:
				return this.openHtml(matched);
			case EQUALS:
				return this.readSetext(matched);
			case DASH:
				return this.readSetext(matched) || this.readBreak(matched) || this.openTable(matched);
			case ASTERISK:
			case UNDERSCORE:
				return this.readBreak(matched);
			default:
				return this.openTable(matched);
		}
	}

	private readAtxHeading(matched: number): boolean {
		const { text } = this;
		const { next, end } = this.cursor;
		const level = atxLevel(text, next, end);
		if (level === 0) return false;
		this.open(matched);
		this.addHeading(level, next, end, atxContent(text, next, end));
		return true;
	}

	private readSetext(matched: number): boolean {
		const { next, end } = this.cursor;
		if (!this.inParagraph(matched)) return false;
		const level = setextLevel(this.text, next, end);
		if (level === 0) return false;
		const { paragraph } = this;
		this.define(paragraph.takeDefinitions(this.text));
		if (paragraph.lines.length === 0) return false;
		this.leaf = 'none';
		this.addHeading(level, paragraph.origin, end, paragraph.lines);
		return true;
	}

	/** Headings count at document level only. */
	private addHeading(level: Level, start: number, end: number, lines: readonly number[]): void {
		if (this.containers.length > 0) return;
		const base = this.segmentStart;
		this.blocks.push({
			kind: 'heading',
			level,
			start: start - base,
			end: end - base,
			lines: lines.map(offset => offset - base),
		});
	}

	private readBreak(matched: number): boolean {
		if (!this.isBreak(this.cursor.next)) return false;
		this.open(matched);
		return true;
	}

	private openFence(matched: number): boolean {
		const { code, next, end } = this.cursor;
		const length = fenceLength(this.text, next, end);
		if (length === 0) return false;
		this.open(matched);
		this.leaf = 'fence';
		this.fenceCode = code;
		this.fenceLength = length;
		return true;
	}

	private openHtml(matched: number): boolean {
		const line = this.text.slice(this.cursor.next, this.cursor.end);
		const kind = htmlStart(line);
		if (kind === undefined || (kind === 7 && this.leaf === 'paragraph')) return false;
		this.open(matched);
		if (htmlEndsIn(kind, line)) return true;
		this.leaf = 'html';
		this.htmlKind = kind;
		return true;
	}

	/** A delimiter row makes the paragraph's last line a table's header (GFM 4.10). */
	private openTable(matched: number): boolean {
		if (!this.inParagraph(matched)) return false;
		const { paragraph, text } = this;
		const cells = delimiterCells(text, this.cursor.next, this.cursor.end);
		if (cells === 0 || !paragraph.mayEndInHeader) return false;
		const [start, end] = paragraph.lines.slice(-2);
		if (start === undefined || end === undefined || headerCells(text, start, end) !== cells) return false;
		paragraph.dropLast();
		this.closeLeaf();
		this.leaf = 'table';
		return true;
	}

	/** Makes room for a block: closes what does not go on; tells the list item that this is the first block of. */
	private open(matched: number): OpenItem | undefined {
		this.closeTo(matched);
		this.closeLeaf();
		const parent = this.containers.at(-1);
		if (parent === undefined && !this.stopped) this.cut();
		if (parent?.kind !== 'item' || !parent.fresh) return undefined;
		parent.fresh = false;
		return parent;
	}

	private cut(): void {
		if (this.line > this.segmentStart) this.endSegment(this.line);
	}

	private endSegment(end: number): void {
		const { blocks, labels } = this;
		const segment: Segment = {
			length: end - this.segmentStart,
			blocks: blocks.length === 0 ? none : blocks,
			labels: labels.length === 0 ? none : labels,
		};
		this.blocks = [];
		this.labels = [];
		this.segmentStart = end;
		this.stopped = this.onSegment(segment, end);
	}

	private closeLeaf(): void {
		if (this.leaf === 'paragraph') this.closeParagraph();
		this.leaf = 'none';
	}

	private closeParagraph(): void {
		const { paragraph, text } = this;
		this.define(paragraph.takeDefinitions(text));
		const { item, lines } = paragraph;
		if (item === undefined || lines.length === 0) return;
		const box = paragraph.checkable ? checkboxOf(text, lines, this.states) : undefined;
		item.mark = box?.mark ?? -1;
		item.state = box?.state;
		item.lines = box === undefined ? lines : [box.end, ...lines.slice(box.line + 1)];
	}

	private define(labels: readonly string[]): void {
		for (const label of labels) this.labels.push(label);
	}

	/**
	 * Closes all containers but the outer `depth`. A quote, and what in one had another container open, goes on to the
	 * last line that has nothing but a `>`: so the record has it.
	 */
	private closeTo(depth: number): void {
		if (this.containers.length === depth) return;
		this.closeLeaf();
		const innermost = this.containers.at(-1);
		for (const container of this.containers.splice(depth).reverse()) {
			if (container.kind === 'quote' || container !== innermost) {
				this.contentEnd = Math.max(this.contentEnd, container.quote?.bareEnd ?? 0);
			}
			if (container.kind === 'item') this.closeItem(container);
		}
	}

	private closeItem(item: OpenItem): void {
		if (item.state === undefined && item.children.length === 0) return;
		const base = this.segmentStart;
		item.siblings.push({
			kind: 'item',
			start: item.start - base,
			end: this.contentEnd - base,
			mark: item.mark - base,
			state: item.state,
			lines: item.lines.map(offset => offset - base),
			children: item.children.length === 0 ? none : item.children,
		});
	}

	private get quote(): OpenQuote | undefined {
		return this.containers.at(-1)?.quote;
	}

	/** Where the blocks of the innermost open list item go. */
	private get siblings(): Siblings {
		return this.containers.at(-1)?.children ?? this.blocks;
	}
}

/** An item that interrupts a paragraph has content, and the number 1 if any (CommonMark 5.3). */
function mayInterrupt(text: string, start: number, width: number, end: number): boolean {
	if (isDigit(text.charCodeAt(start)) && Number(text.slice(start, start + width - 1)) !== 1) return false;
	return skipSpaces(text, start + width, end) < end;
}
