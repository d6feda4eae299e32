import { type Node as Block, Parser } from 'commonmark';
import type { ListItem, Nodes } from 'mdast';
import type { Node, Roadmap } from '../../../src/core';
import { parseByRecord, plain } from './record';

/** What commonmark.js keeps of a block until it reads its inlines. */
type Draft = Block & { _string_content: string };

/** What commonmark.js keeps while it reads: the open block and the white space before what it is to get of the line. */
type Drafting = Parser & {
	readonly inlineParser: { parse: (block: Draft) => void };
	readonly tip: Block;
	readonly indent: number;
	addLine: () => void;
};

/** One list item or heading, as every reading of a text can tell it. */
interface Entry {
	readonly place: string;
	readonly text: string;
	/** What the text was in Markdown; the arbiter's only. */
	readonly source?: string;
}

const frontMatter =
	/^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?:(?!\1[ \t]*(?:[\r\n]|$))[^\r\n]*(?:\r\n|\n|\r))*\1[ \t]*(?=[\r\n]|$)/;
/** Behind a definition's label, and where any line ends: there, commonmark.js knows spaces only (CommonMark 4.7: or tabs). */
const definitionTabs = /\]:[^\r\n]*|(?<=[^ \t\r\n])[ \t]+(?=[\r\n]|$)/g;
const checkbox = /^\[([ xX\t\n])\](?:\n|[ \t]+(?![ \t])[^])/;
const types = new Map<string, string>([
	['block_quote', 'blockquote'],
	['code_block', 'code'],
	['html_block', 'html'],
	['item', 'listItem'],
	['thematic_break', 'thematicBreak'],
]);
const silent = new Set(['root', 'document', 'list', 'definition', 'yaml', 'toml']);

/**
 * Whether commonmark.js, the reference implementation, reads the text as `ours` does, and not as the parser of record does.
 * It does not know tables and footnotes.
 */
export function sidesWith(ours: Roadmap, source: string): boolean {
	const arbiter = new Arbiter(source);
	const record = new RecordShape(source);
	const entries = outline(ours, source);
	return (
		entries.length === arbiter.entries.length &&
		entries.every((entry, index) => isSame(entry, arbiter.entries[index], record)) &&
		record.shape.join('\n') !== arbiter.shape.join('\n')
	);
}

/** Inlines that the record reads as we do, in the text or alone, are no matter for the arbiter. */
function isSame(ours: Entry, arbiter: Entry | undefined, record: RecordShape): boolean {
	if (ours.place !== arbiter?.place) return false;
	return ours.text === arbiter.text || record.texts.has(ours.text) || ours.text === textAlone(arbiter.source ?? '');
}

/** The plain text of a paragraph that is read by the record alone, indented behind a word: so that it is no other block. */
function textAlone(paragraph: string): string {
	const text = parseByRecord(`x ${paragraph.replace(/\n/g, '\n    ')}`, new Map())
		.children.map(plain)
		.join(' ');
	return untilded(text.slice(1).trim());
}

/** A text without a byte order mark, and with spaces for front matter: implementations of CommonMark know neither. */
export function bodyOf(source: string): string {
	return source.replace(/^\ufeff/, '').replace(frontMatter, matter => matter.replace(/[^\r\n]/g, ' '));
}

/** Whether the record lets an item end where none can, or takes a checkbox of what is none. */
export function recordSlips(source: string): boolean {
	return new RecordShape(source).slips;
}

class Arbiter {
	readonly entries: Entry[] = [];
	readonly shape: string[] = [];
	private readonly starts = [0];
	private readonly contents = new Map<Block, string>();
	/** What is read as inlines: the contents, without a checkbox. */
	private readonly sources = new Map<Block, string>();
	/** The columns of white space before each of a block's lines. */
	private readonly indents = new Map<Block, number[]>();
	private readonly shift: number;

	constructor(private readonly source: string) {
		this.shift = source.startsWith('\ufeff') ? 1 : 0;
		const text = bodyOf(source).replace(definitionTabs, spaces => spaces.replaceAll('\t', ' '));
		for (const match of text.matchAll(/\r\n|\n|\r/g)) this.starts.push(match.index + match[0].length);
		this.visit(this.listening().parse(text), '', '');
	}

	/** A parser that tells what each paragraph holds. */
	private listening(): Parser {
		const parser = new Parser() as Drafting;
		const addLine = parser.addLine.bind(parser);
		const parseInlines = parser.inlineParser.parse.bind(parser.inlineParser);
		parser.addLine = () => {
			this.indents.set(parser.tip, [...(this.indents.get(parser.tip) ?? []), parser.indent]);
			addLine();
		};
		parser.inlineParser.parse = block => {
			this.contents.set(block, block._string_content.replace(/\n$/, ''));
			if (this.markOf(block.parent) !== undefined && block === block.parent?.firstChild) {
				block._string_content = block._string_content.replace(/^\[[^]\]/, '');
			}
			this.sources.set(block, block._string_content.trim());
			parseInlines(block);
		};
		return parser;
	}

	/** Answers whether there is a task in the block. */
	private visit(block: Block, indent: string, level: string): boolean {
		const at = this.entries.length;
		const isItem = block.type === 'item';
		const isShown = !silent.has(block.type);
		if (isShown) this.shape.push(level + (types.get(block.type) ?? block.type) + this.where(block));
		if (block.type === 'heading' && block.parent?.type === 'document') {
			this.entries.push({ place: `h${String(block.level)}`, ...this.textOf(block) });
		}
		if (block.type === 'heading' || block.type === 'paragraph') return false;
		let holds = false;
		for (let child = block.firstChild; child; child = child.next) {
			holds = this.visit(child, isItem ? `${indent}  ` : indent, isShown ? `${level} ` : level) || holds;
		}
		if (!isItem) return holds;
		const mark = this.markOf(block);
		const kind = mark === undefined ? 'group' : /x/i.test(mark) ? 'done' : 'open';
		if (holds || mark !== undefined) {
			const first = block.firstChild?.type === 'paragraph' ? block.firstChild : undefined;
			this.entries.splice(at, 0, { place: indent + kind + this.place(block), ...this.textOf(first) });
		}
		return holds || mark !== undefined;
	}

	private textOf(block: Block | undefined): Omit<Entry, 'place'> {
		return block ? { text: textIn(block), source: this.sources.get(block) ?? '' } : { text: '' };
	}

	private where(block: Block): string {
		if (block.type === 'paragraph') return ` ..${String(block.sourcepos[1][0])} ${textIn(block)}`;
		if (block.type === 'heading') return ` ${textIn(block)}`;
		return block.type === 'item' ? this.place(block) : '';
	}

	private markOf(item: Block | null): string | undefined {
		const first = item?.type === 'item' ? item.firstChild : undefined;
		return item && first?.type === 'paragraph' ? this.mark(first, item) : undefined;
	}

	/** What stands in the box of a paragraph that an item starts with; with the record's rules for white space around it. */
	private mark(paragraph: Block, item: Block): string | undefined {
		const content = this.contents.get(paragraph) ?? '';
		const indents = this.indents.get(paragraph) ?? [];
		const mark = checkbox.exec(content)?.[1];
		// Definitions, which are no part of the content, may stand before it.
		const before = indents.length - content.split('\n').length;
		const isBelow = paragraph.sourcepos[0][0] - before > item.sourcepos[0][0];
		if (mark === undefined || (isBelow && !this.isFlush(item, indents))) return undefined;
		if (mark === '\n') return indents[before + 1] === 0 ? mark : undefined;
		// A tab is one character to the record, and so a mark, in the last of four columns only.
		return mark !== '\t' || this.columnBehind(paragraph) % 4 === 3 ? mark : undefined;
	}

	/** Whether no white space stands behind a marker that is alone on its line, nor before what is on the next one. */
	private isFlush(item: Block, [indent]: readonly number[]): boolean {
		return indent === 0 && /^(?:[-+*]|\d+[.)])$/.test(this.lineUpTo(item, '').rest);
	}

	private columnBehind(paragraph: Block): number {
		let width = 0;
		for (const character of this.lineUpTo(paragraph, '[').before) width += character === '\t' ? 4 - (width % 4) : 1;
		return width;
	}

	/** The line that a block starts on, without a byte order mark, cut where it starts, or behind `opening` there. */
	private lineUpTo({ sourcepos: [[line, column]] }: Block, opening: string): { before: string; rest: string } {
		const source = this.source.slice(this.shift).split(/\r\n|\n|\r/)[line - 1] ?? '';
		const end = column - 1 + opening.length;
		return { before: source.slice(0, end), rest: source.slice(end) };
	}

	private place(block: Block): string {
		const [[line, column], [endLine]] = block.sourcepos;
		return place(this.source, (this.starts[line - 1] ?? NaN) + column - 1 + this.shift, endLine);
	}
}

/** The same as an arbiter's shape, of the parser of record. */
class RecordShape {
	readonly shape: string[] = [];
	slips = false;
	/** What paragraphs and headings say. */
	readonly texts = new Set<string>();

	constructor(private readonly source: string) {
		this.visit(parseByRecord(source, new Map()), '');
	}

	private visit(node: Nodes, level: string): void {
		const isShown = !silent.has(node.type);
		if (isShown) this.shape.push(level + node.type + this.where(node));
		if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node)) return;
		for (const child of node.children) this.visit(child, isShown ? `${level} ` : level);
	}

	private where(node: Nodes): string {
		const { source } = this;
		const { start, end } = spanOf(node, source);
		if (node.type === 'paragraph' || node.type === 'heading') {
			const text = untilded(plain(node));
			this.texts.add(text);
			return node.type === 'heading' ? ` ${text}` : ` ..${String(lineOf(source, end))} ${text}`;
		}
		if (node.type !== 'listItem') return '';
		const slips = endsWithin(source, end) || endsInBlankCode(node, source) || isCheckedInside(node);
		this.slips ||= slips;
		return place(source, start, lineOf(source, end)) + (slips ? '!' : '');
	}
}

/** Whether the record ends an item where the next block starts, behind a line ending or within a line, which is a slip. */
function endsWithin(source: string, end: number): boolean {
	const isBehindLine = end < source.length && /[\r\n]/.test(source.charAt(end - 1));
	return isBehindLine || /^[ \t]*[^ \t\r\n]/.test(source.slice(end));
}

/** Whether the record counts blank lines behind indented code as code (against CommonMark 4.4), which is a slip. */
function endsInBlankCode(item: ListItem, source: string): boolean {
	let last: Nodes = item;
	for (let child: Nodes | undefined = item; child; child = 'children' in last ? last.children.at(-1) : undefined)
		last = child;
	const { start, end } = spanOf(last, source);
	return last.type === 'code' && !/[`~]/.test(source.charAt(start)) && /[\r\n][ \t>]*$/.test(source.slice(start, end));
}

/** Whether the record has taken a checkbox of what the item does not start with (GFM 5.3), which is a slip. */
function isCheckedInside({ checked, children }: ListItem): boolean {
	return typeof checked === 'boolean' && children.find(({ type }) => type !== 'definition')?.type !== 'paragraph';
}

function spanOf(node: Nodes, source: string): { start: number; end: number } {
	const shift = source.startsWith('\ufeff') ? 1 : 0;
	return { start: (node.position?.start.offset ?? 0) + shift, end: (node.position?.end.offset ?? 0) + shift };
}

/** The same as an arbiter's entries, of a model. */
function outline(roadmap: Roadmap, source: string): Entry[] {
	const entries: Entry[] = [];
	const visit = (node: Node, indent: string): void => {
		if (node.kind === 'section') entries.push({ place: `h${String(node.level)}`, text: untilded(node.title) });
		else {
			const kind = node.kind === 'task' ? node.state : 'group';
			const lines = place(source, node.span.start, lineOf(source, node.span.end));
			entries.push({ place: indent + kind + lines, text: untilded(node.text) });
		}
		for (const child of node.children) visit(child, node.kind === 'section' ? indent : `${indent}  `);
	};
	for (const child of roadmap.children) visit(child, '');
	return entries;
}

/** Where an item starts, and its last line that is neither blank nor a bare quote marker. */
function place(source: string, start: number, endLine: number): string {
	const lines = source.split(/\r\n|\n|\r/);
	let end = endLine;
	while (end > 1 && /^[ \t>]*$/.test(lines[end - 1] ?? '')) end--;
	return ` ${String(start)}..${String(Math.max(end, lineOf(source, start)))}`;
}

function lineOf(source: string, offset: number): number {
	return source.slice(0, offset).split(/\r\n|\n|\r/).length;
}

/** A block's plain text, as `plain` has it of the record's. */
function textIn(block: Block): string {
	let text = '';
	for (let child = block.firstChild; child; child = child.next) text += inlineText(child);
	return untilded(text.replace(/\s+/g, ' ').trim());
}

function inlineText(inline: Block): string {
	if (inline.type === 'softbreak' || inline.type === 'linebreak') return ' ';
	if (inline.type === 'text' || inline.type === 'code') return inline.literal ?? '';
	let text = '';
	for (let child = inline.firstChild; child; child = child.next) text += inlineText(child);
	return text;
}

/** commonmark.js does not know what is struck out. */
function untilded(text: string): string {
	return text.replaceAll('~', '');
}
