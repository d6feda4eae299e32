import { type Node as Block, Parser } from 'commonmark';
import type { Nodes } from 'mdast';
import type { Node, Roadmap } from '../../../src/core/model';
import { parseByRecord } from './record';

/** What commonmark.js keeps of a block until it reads its inlines. */
interface Internals {
	readonly _string_content: string;
}

/** One list item or heading, as every reading of a text can tell it. */
type Entry = string;

const frontMatter =
	/^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?:(?!\1[ \t]*(?:[\r\n]|$))[^\r\n]*(?:\r\n|\n|\r))*\1[ \t]*(?=[\r\n]|$)/;
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
	if (outline(ours, source).join('\n') !== arbiter.entries.join('\n')) return false;
	const shape: string[] = [];
	visitRecord(parseByRecord(source, new Map()), source, '', shape);
	return shape.join('\n') !== arbiter.shape.join('\n');
}

class Arbiter {
	readonly entries: Entry[] = [];
	readonly shape: string[] = [];
	private readonly starts = [0];
	private readonly contents = new Map<Block, string>();
	private readonly shift: number;

	constructor(private readonly source: string) {
		this.shift = source.startsWith('\ufeff') ? 1 : 0;
		const text = source.slice(this.shift).replace(frontMatter, matter => matter.replace(/[^\r\n]/g, ' '));
		for (const match of text.matchAll(/\r\n|\n|\r/g)) this.starts.push(match.index + match[0].length);
		const parser = new Parser() as Parser & { inlineParser: { parse: (block: Block & Internals) => void } };
		parser.inlineParser.parse = block => {
			this.contents.set(block, block._string_content.replace(/\n$/, ''));
		};
		this.visit(parser.parse(text), '', '');
	}

	/** Answers whether there is a task in the block. */
	private visit(block: Block, indent: string, level: string): boolean {
		const at = this.entries.length;
		const isItem = block.type === 'item';
		const isShown = !silent.has(block.type);
		if (isShown) this.shape.push(level + (types.get(block.type) ?? block.type) + this.where(block));
		if (block.type === 'heading' && block.parent?.type === 'document') this.entries.push(`h${String(block.level)}`);
		let holds = false;
		for (let child = block.firstChild; child; child = child.next) {
			holds = this.visit(child, isItem ? `${indent}  ` : indent, isShown ? `${level} ` : level) || holds;
		}
		if (!isItem) return holds;
		const first = block.firstChild;
		const mark = first?.type === 'paragraph' ? this.mark(first) : undefined;
		const kind = mark === undefined ? 'group' : /x/i.test(mark) ? 'done' : 'open';
		if (holds || mark !== undefined) this.entries.splice(at, 0, indent + kind + this.place(block));
		return holds || mark !== undefined;
	}

	private where(block: Block): string {
		if (block.type === 'paragraph') return ` ..${String(block.sourcepos[1][0])}`;
		return block.type === 'item' ? this.place(block) : '';
	}

	private mark(paragraph: Block): string | undefined {
		const mark = checkbox.exec(this.contents.get(paragraph) ?? '')?.[1];
		if (mark !== '\t') return mark;
		// A tab is one character to the record, and so a mark, in the last of four columns only.
		const [[line, column]] = paragraph.sourcepos;
		const before = this.source.split(/\r\n|\n|\r/)[line - 1]?.slice(0, column + (line === 1 ? this.shift : 0));
		let width = 0;
		for (const character of before?.replace('\ufeff', '') ?? '') width += character === '\t' ? 4 - (width % 4) : 1;
		return width % 4 === 3 ? mark : undefined;
	}

	private place(block: Block): string {
		const [[line, column], [endLine]] = block.sourcepos;
		return place(this.source, (this.starts[line - 1] ?? NaN) + column - 1 + this.shift, endLine);
	}
}

function visitRecord(node: Nodes, source: string, level: string, shape: string[]): void {
	const isShown = !silent.has(node.type);
	if (isShown) shape.push(level + node.type + where(node, source));
	if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node)) return;
	for (const child of node.children) visitRecord(child, source, isShown ? `${level} ` : level, shape);
}

function where(node: Nodes, source: string): string {
	const { start, end } = spanOf(node, source);
	if (node.type === 'paragraph') return ` ..${String(lineOf(source, end))}`;
	if (node.type !== 'listItem') return '';
	// An item that ends behind a line ending, where the next block starts, is a slip of the record's.
	const slips = end < source.length && /[\r\n]/.test(source.charAt(end - 1));
	return place(source, start, lineOf(source, end)) + (slips ? '!' : '');
}

function spanOf(node: Nodes, source: string): { start: number; end: number } {
	const shift = source.startsWith('\ufeff') ? 1 : 0;
	return { start: (node.position?.start.offset ?? 0) + shift, end: (node.position?.end.offset ?? 0) + shift };
}

/** The same as an arbiter's entries, of a model. */
function outline(roadmap: Roadmap, source: string): Entry[] {
	const entries: Entry[] = [];
	const visit = (node: Node, indent: string): void => {
		if (node.kind === 'section') entries.push(`h${String(node.level)}`);
		else {
			const kind = node.kind === 'task' ? node.state : 'group';
			entries.push(indent + kind + place(source, node.span.start, lineOf(source, node.span.end)));
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
