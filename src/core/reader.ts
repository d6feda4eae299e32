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
import type { Segment } from './blocks';
import { Checkbox } from './checkbox';
import { Containers } from './containers';
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
	markerWidth,
	setextLevel,
	thematicBreak,
} from './leaves';
import { LineEnds, nextLine } from './lineEnds';
import type { TaskStates } from './model';
import { at } from './numbers';
import { Paragraph } from './paragraph';
import { Recorder } from './recorder';
import { delimiterCells, headerCells } from './table';

type Leaf = 'none' | 'paragraph' | 'fence' | 'html' | 'table';

/** No block: what a paragraph outside list items gives its text to. */
const NONE = -1;

export interface Segments {
	/** Whether a segment is to end here, behind `start`, where one can; asked in document order. */
	endsAt(start: number, end: number): boolean;
	/** Takes a segment; `true` ends the reading. */
	take(segment: Segment, end: number): boolean;
	/** Whether list items are wanted that neither are tasks nor hold one. */
	readonly keepsAllItems?: boolean;
}

/**
 * Reads Markdown's block structure (CommonMark's appendix "A parsing strategy", phase 1, with GFM's tables and task list
 * items, footnotes and front matter) line by line, each character a bounded number of times. Wherever a block starts with
 * nothing open before it, it asks whether a segment ends.
 */
export class Reader {
	private readonly cursor = new Cursor();
	private readonly recorder = new Recorder();
	private readonly containers = new Containers(this.recorder);
	private readonly paragraph = new Paragraph();
	private readonly box = new Checkbox();
	private leaf: Leaf = 'none';
	private fenceCode = 0;
	private fenceLength = 0;
	private htmlKind: HtmlKind = 1;
	private line = 0;
	private breakLine = -1;
	private break: Break | undefined;
	private stopped = false;

	constructor(
		private readonly text: string,
		private readonly states: TaskStates,
		private readonly segments: Segments,
	) {
		this.recorder.keepsAllItems = segments.keepsAllItems ?? false;
	}

	/** Reads from `start` (0, or where a segment starts) to the end, or until told to stop. */
	read(start: number): void {
		const { text, recorder } = this;
		recorder.base = start;
		let line = start === 0 ? bodyStart(text) : start;
		const ends = new LineEnds(text);
		while (line < text.length) {
			const end = ends.endOf(line);
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
		const { cursor, containers } = this;
		cursor.reset(this.text, start, end);
		const depth = containers.continueOn(cursor);
		if (depth === containers.depth && (this.leaf === 'fence' || this.leaf === 'html') && this.continueLeaf()) return;
		this.readBlocks(depth);
	}

	/** Whether the line belongs to the fenced code or HTML block that is open. */
	private continueLeaf(): boolean {
		const { cursor, text } = this;
		if (this.leaf === 'fence') {
			const closes = cursor.indent < 4 && closesFence(text, cursor.next, cursor.end, this.fenceCode, this.fenceLength);
			if (closes) this.leaf = 'none';
		} else if (htmlEndsAtBlank(this.htmlKind)) {
			if (cursor.blank) return false;
		} else if (htmlEndsIn(this.htmlKind, text.slice(cursor.offset, cursor.end))) this.leaf = 'none';
		this.containers.contentEnd = cursor.end;
		return true;
	}

	/** Opens the containers that start on this line, then the leaf; `depth` of those open before go on. */
	private readBlocks(depth: number): void {
		const { containers, cursor } = this;
		let matched = depth;
		while (cursor.indent < 4 && this.openContainer(matched)) matched = containers.depth;
		if (cursor.blank) this.readBlank(matched);
		else {
			this.readLeaf(matched);
			containers.contentEnd = cursor.end;
		}
	}

	private readBlank(matched: number): void {
		const { containers, cursor } = this;
		// A marker alone on its line counts as its item's content.
		if (containers.isFresh && containers.start >= this.line) {
			containers.contentEnd = cursor.end;
			return;
		}
		this.closeTo(matched);
		this.closeLeaf();
		containers.endBareLine(cursor.end);
	}

	/** Opens the quote, footnote or list item that starts here, if one does. */
	private openContainer(matched: number): boolean {
		const { containers, cursor, text } = this;
		const { code, next, end } = cursor;
		if (code === GREATER_THAN) {
			this.open(matched);
			containers.openQuote(cursor);
			return true;
		}
		if (code === LEFT_BRACKET) {
			const width = footnoteWidth(text, next, end);
			if (width === 0) return false;
			this.open(matched);
			this.recorder.define(`[${normalizeIdentifier(text.slice(next + 1, next + width - 2))}`);
			containers.openFootnote(cursor, width);
			return true;
		}
		const width = markerWidth(text, next, end);
		if (width === 0 || this.isBreak(next)) return false;
		if (this.inParagraph(matched) && !mayInterrupt(text, next, width, end)) return false;
		this.open(matched);
		containers.openItem(cursor, width);
		return true;
	}

	/** Whether a paragraph is open that the line, by its containers, may go on in. */
	private inParagraph(matched: number): boolean {
		return this.leaf === 'paragraph' && matched === this.containers.depth;
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
		const { containers, cursor, paragraph } = this;
		if (cursor.indent < 4 && this.startLeaf(matched)) return;
		if (this.leaf === 'paragraph') {
			// Either all containers go on, or this is a lazy continuation line (CommonMark 5.1). What stands before a closing
			// bracket matters: a line ending is a mark only if the bracket follows at once.
			const start = cursor.code === RIGHT_BRACKET ? cursor.offset : cursor.next;
			paragraph.add(start, cursor.end, cursor.indent < 4);
			return;
		}
		if (this.leaf === 'table' && matched === containers.depth && cursor.indent < 4) return;
		const { indent } = cursor;
		const isFirst = this.open(matched);
		if (indent >= 4) return;
		this.leaf = 'paragraph';
		// On the line behind the marker's, a checkbox has no white space before it, nor behind the marker: so the record.
		const checkable = isFirst && (containers.start >= this.line || (containers.isBare && indent === 0));
		paragraph.start(cursor.next, cursor.end, isFirst ? containers.block : NONE, checkable);
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

	/** Headings count at document level only. */
	private readAtxHeading(matched: number): boolean {
		const { recorder, text } = this;
		const { next, end } = this.cursor;
		const level = atxLevel(text, next, end);
		if (level === 0) return false;
		this.open(matched);
		if (this.containers.depth > 0) return true;
		const [from, to] = atxContent(text, next, end);
		recorder.setText(recorder.addHeading(level, next, end), from, to);
		return true;
	}

	private readSetext(matched: number): boolean {
		const { next, end } = this.cursor;
		if (!this.inParagraph(matched)) return false;
		const level = setextLevel(this.text, next, end);
		if (level === 0) return false;
		const { paragraph, recorder } = this;
		this.define(paragraph.takeDefinitions(this.text));
		if (paragraph.lines.length === 0) return false;
		this.leaf = 'none';
		if (this.containers.depth > 0) return true;
		recorder.setLines(recorder.addHeading(level, paragraph.origin, end), paragraph.lines);
		return true;
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

	/** Makes room for a block: closes what does not go on. Answers whether it is the first in a list item. */
	private open(matched: number): boolean {
		this.closeTo(matched);
		this.closeLeaf();
		const { containers } = this;
		if (containers.depth === 0) this.cut();
		const { isFresh } = containers;
		containers.isFresh = false;
		return isFresh;
	}

	private cut(): void {
		const { line } = this;
		const start = this.recorder.base;
		if (line > start && !this.stopped && this.segments.endsAt(start, line)) this.endSegment(line);
	}

	private endSegment(end: number): void {
		this.stopped = this.segments.take(this.recorder.take(end), end);
	}

	private closeTo(depth: number): void {
		if (depth === this.containers.depth) return;
		this.closeLeaf();
		this.containers.closeTo(depth);
	}

	private closeLeaf(): void {
		if (this.leaf === 'paragraph') this.closeParagraph();
		this.leaf = 'none';
	}

	/** Gives the paragraph's text, and the checkbox in front of it, to the list item that it is the first block of. */
	private closeParagraph(): void {
		const { box, paragraph, recorder, text } = this;
		this.define(paragraph.takeDefinitions(text));
		const { item, lines } = paragraph;
		if (item === NONE || lines.length === 0) return;
		if (!paragraph.checkable || !box.read(text, lines, this.states)) {
			recorder.setLines(item, lines);
			return;
		}
		recorder.markItem(item, box.mark, box.state);
		if (lines.length === 2) recorder.setText(item, box.end, at(lines, 1));
		else recorder.setLines(item, [box.end, ...lines.slice(box.line + 1)]);
	}

	private define(labels: readonly string[]): void {
		for (const label of labels) this.recorder.define(label);
	}
}

/** An item that interrupts a paragraph has content, and the number 1 if any (CommonMark 5.3). */
function mayInterrupt(text: string, start: number, width: number, end: number): boolean {
	if (isDigit(text.charCodeAt(start)) && Number(text.slice(start, start + width - 1)) !== 1) return false;
	return skipSpaces(text, start + width, end) < end;
}
