import { spawnSync } from 'node:child_process';
import type { Node, Roadmap } from '../../../src/core';
import { bodyOf, recordSlips } from './arbiter';
import { readByRecord } from './record';

const options = ['table', 'strikethrough', 'autolink', 'footnotes'].flatMap(name => ['-e', name]);
const holdText = new Set(['text', 'code', 'html_inline', 'code_block', 'html_block']);
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const footnoteLabel = /\[\^(?:\\.|[^\s[\]\\])+\]/g;
const LEFT_BRACKET = 91;
const checkbox = /^\[([ xX\t\n])\][ \t\n]+[^ \t\n]/;

/** An element of the XML that cmark-gfm makes: `at` is its first line and byte. */
interface Element {
	readonly name: string;
	readonly at: string;
	readonly level: string;
	readonly text: string;
	readonly children: Element[];
}

export const hasCmark = spawnSync('cmark-gfm', ['--version']).status === 0;

/**
 * Whether cmark-gfm, the reference implementation of tables and footnotes, finds the headings and tasks of `ours`, and not
 * those of the parser of record. It is not asked for ends, where the record may slip, nor for nesting where there are
 * footnotes, which it moves to the end. It may be missing: then it does not side with ours.
 */
export function cmarkSidesWith(ours: Roadmap, source: string): boolean {
	if (!hasCmark) return false;
	const theirs = outlineByCmark(source);
	const record = outlineOf(readByRecord(source), source);
	if (theirs === outlineOf(ours, source)) return theirs !== record || recordSlips(source);
	// It knows an older CommonMark, with other inlines: its texts may be wrong, if they are not what is in dispute.
	return (
		withoutTexts(theirs) === withoutTexts(outlineOf(ours, source)) && withoutTexts(theirs) !== withoutTexts(record)
	);
}

/** Whether cmark-gfm finds the headings and tasks of `ours`, however they are nested; false where it is missing. */
export function cmarkFinds(ours: Roadmap, source: string): boolean {
	return hasCmark && outlineByCmark(source) === outlineOf(ours, source);
}

function withoutTexts(outline: string | undefined): string | undefined {
	return outline?.replace(/^(\w+ [\d:]+(?: \d+(?= ))?) .*$/gm, '$1');
}

function outlineByCmark(source: string): string | undefined {
	// It knows no backslashes in footnotes' labels.
	const body = bodyOf(source).replace(footnoteLabel, label => label.replace(/\\./g, 'zz'));
	// What nothing refers to is left out: so there is a line, and an empty one, before the text.
	const references = [...new Set(body.match(footnoteLabel))].join(' ');
	const input = `${references || 'x'}\n\n${body}`;
	const { status, stdout } = spawnSync('cmark-gfm', ['-t', 'xml', '--sourcepos', ...options], {
		input,
		encoding: 'utf8',
	});
	if (status !== 0) return undefined;
	const document = elementsOf(stdout).children.find(({ name }) => name === 'document');
	const headings = document?.children.filter(({ name }) => name === 'heading') ?? [];
	const items = document?.children.flatMap(element => itemsIn(element, input, 0)) ?? [];
	return sorted(
		[...headings.map(heading => `h${heading.level} ${heading.at} ${collapsed(textIn(heading))}`), ...items],
		source,
	);
}

/** Tasks, and items that hold tasks, with their depth. */
function itemsIn(element: Element, input: string, depth: number): string[] {
	const isItem = element.name === 'item';
	const inside = element.children.flatMap(child => itemsIn(child, input, isItem ? depth + 1 : depth));
	const mark = isItem ? markOf(element, input) : undefined;
	if (!isItem || (mark === undefined && inside.length === 0)) return inside;
	const kind = mark === undefined ? 'group' : /x/i.test(mark) ? 'done' : 'open';
	const [first] = element.children;
	const text = collapsed(first?.name === 'paragraph' ? textIn(first) : '');
	const words = mark === undefined ? text : text.replace(/^\[.?\]/, '').trim();
	return [`${kind} ${element.at} ${String(depth)} ${words}`, ...inside];
}

/** Entries in no order; where there are footnotes, without groups and depths. */
function sorted(entries: readonly string[], source: string): string {
	const told = source.includes('[^')
		? entries.filter(entry => !entry.startsWith('group')).map(entry => entry.replace(/^(\w+ [\d:]+) \d+/, '$1'))
		: [...entries];
	return told.sort().join('\n');
}

function textIn({ name, text, children }: Element): string {
	if (name === 'text' || name === 'code') return text;
	return name.endsWith('break') ? ' ' : children.map(textIn).join('');
}

/** Without what UTF-8 cannot hold. */
function collapsed(text: string): string {
	return Buffer.from(text).toString().replace(/\s+/g, ' ').trim();
}

/** The mark of an item, by the record's rules: what is on the line behind the marker has no white space before it. */
function markOf(item: Element, input: string): string | undefined {
	const [first] = item.children;
	if (first?.name !== 'paragraph') return undefined;
	const text = first.children
		.map(({ name, text }) => (name.endsWith('break') ? '\n' : name === 'text' ? text : '?'))
		.join('');
	const [line = 0, column = 0] = item.at.split(':').map(Number);
	const [firstLine = 0, firstColumn = 0] = first.at.split(':').map(Number);
	const lines = input.split(/\r\n|\n|\r/);
	const marker = lines[line - 1]?.slice(column - 1) ?? '';
	// An escaped bracket makes the same text.
	if (Buffer.from(lines[firstLine - 1] ?? '').at(firstColumn - 1) !== LEFT_BRACKET) return undefined;
	const isFlush =
		/^(?:[-+*]|\d+[.)])$/.test(marker) &&
		width(lines[firstLine - 1], firstColumn - 1) === width(lines[line - 1], column - 1) + marker.length + 1;
	return firstLine === line || isFlush ? checkbox.exec(text)?.[1] : undefined;
}

/** The columns that the first bytes of a line take. */
function width(line = '', bytes: number): number {
	let columns = 0;
	for (const character of Buffer.from(line).subarray(0, bytes).toString()) {
		columns += character === '\t' ? 4 - (columns % 4) : 1;
	}
	return columns;
}

/** The tree of the elements; tags stand at the start of a line, except for the end of those that hold text. */
function elementsOf(xml: string): Element {
	const root: Element = { name: 'root', at: '', level: '', text: '', children: [] };
	const open = [root];
	const tags = /^ *<(\/?)(<unknown>|\w+)((?: [\w:]+="[^"]*")*)(?: \/>|>(?:([^\n]*)<\/)?)/gm;
	for (const [tag, close, name = '', attributes = '', literal = ''] of xml.matchAll(tags)) {
		if (holdText.has(name) && close) continue;
		if (close) {
			open.pop();
			continue;
		}
		const attribute = (key: string) => new RegExp(` ${key}="([^"-]*)`).exec(attributes)?.[1] ?? '';
		const text = literal.replace(/&(lt|gt|quot|amp);/g, (_, entity: string) => entities[entity] ?? '');
		const element: Element = { name, at: attribute('sourcepos'), level: attribute('level'), text, children: [] };
		open.at(-1)?.children.push(element);
		if (!tag.endsWith('/>') && !holdText.has(name)) open.push(element);
	}
	return root;
}

/** The same as `outlineByCmark`, of a model. */
function outlineOf(roadmap: Roadmap, source: string): string {
	const entries: string[] = [];
	const visit = (node: Node, depth: number): void => {
		const { start } = node.span;
		if (node.kind === 'section')
			entries.push(`h${String(node.level)} ${lineAndByte(source, start)} ${collapsed(node.title)}`);
		else {
			const kind = node.kind === 'task' ? node.state : 'group';
			entries.push(`${kind} ${lineAndByte(source, start)} ${String(depth)} ${collapsed(node.text)}`);
		}
		for (const child of node.children) visit(child, node.kind === 'section' ? depth : depth + 1);
	};
	for (const child of roadmap.children) visit(child, 0);
	return sorted(entries, source);
}

/** Counted from 1, without a byte order mark, and with the two lines of references. */
function lineAndByte(source: string, offset: number): string {
	const lines = source
		.slice(0, offset)
		.replace(/^\ufeff/, '')
		.split(/\r\n|\n|\r/);
	return `${String(lines.length + 2)}:${String(Buffer.byteLength(lines.at(-1) ?? '') + 1)}`;
}
