import { TreeFragment, type Tree } from '@lezer/common';
import { GFM, parser as lezer } from '@lezer/markdown';
import * as commonmark from 'commonmark';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { createParser, descendants, labelOf, type Roadmap } from '../../src/core';

/** Something that reads Markdown; what it gives keeps the reading from being optimised away. */
export type Read = (text: string) => unknown;

const markdownIt = new MarkdownIt();
const withGfm = lezer.configure(GFM);

export const ours: Read = text => createParser({ states: 'extended' }).parse(text);

/** Every node and the text of each, which the model makes when somebody looks. */
export const oursWhole: Read = text => look(createParser({ states: 'extended' }).parse(text));

/** Looks at every node, and at the text of each. */
export function look(roadmap: Roadmap): number {
	let length = 0;
	for (const node of descendants(roadmap)) length += labelOf(node).length;
	return length;
}

/** Those that others build on. Each makes a syntax tree or tokens of the whole text. */
export const peers: Readonly<Record<string, Read>> = {
	'markdown-it': text => markdownIt.parse(text, {}),
	marked: text => marked.lexer(text),
	'commonmark.js': text => new commonmark.Parser().parse(text),
	'@lezer/markdown': text => withGfm.parse(text),
};

/** What roadmaps are read by in the tests: exact, and too slow for what is typed. */
export const record: Read = text => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** Reads a text that is edited, keystroke by keystroke: `insert` puts characters at an offset. */
export interface Editing {
	insert(text: string, offset: number, length: number): unknown;
}

export function oursEditing(text: string): Editing {
	const parser = createParser({ states: 'extended' });
	parser.parse(text);
	return { insert: changed => parser.parse(changed) };
}

/** Told what changed, as an editor tells it. */
export function lezerEditing(text: string): Editing {
	let tree: Tree = withGfm.parse(text);
	return {
		insert(changed, offset, length) {
			const edit = { fromA: offset, toA: offset, fromB: offset, toB: offset + length };
			tree = withGfm.parse(changed, TreeFragment.applyChanges(TreeFragment.addTree(tree), [edit]));
			return tree;
		},
	};
}
