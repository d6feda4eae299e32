import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Segment } from './blocks';
import { inlineText } from './inline';
import { simpleText } from './simpleText';

/** What may be more than itself among Markdown's inlines: escapes, code, emphasis, links, HTML, references, NUL. */
const special = /[\\`*_~[<&\0]/;

/** What may be the label of a reference or a footnote call, between brackets. */
const bracketed = /\[((?:[^[\]\\]|\\[^])+)\]/g;

/**
 * What is longer and takes a parser is shown as it is written: nobody reads that much on one line, and the parser is not
 * linear for the worst of it.
 */
const longest = 2_000;

/** The text of Markdown's inlines where no parser is needed to tell it; `undefined` elsewhere. */
export function quickText(source: string): string | undefined {
	if (!special.test(source)) return collapse(source);
	const text = simpleText(source) ?? (source.length > longest ? source : undefined);
	return text === undefined ? undefined : collapse(text);
}

const unevenSpace = /[^\S ]| {2}/;

/** One line, without white space around. */
function collapse(text: string): string {
	return (unevenSpace.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** Plain texts of blocks that took parsing, with the labels that they depend on. */
const known = new WeakMap<Segment, Map<number, { readonly labels: string; readonly text: string }>>();

/** The plain text of `source`, the Markdown of a block's text, in a document that defines the labels `defined`. */
export function plainText(segment: Segment, block: number, source: string, defined: ReadonlySet<string>): string {
	const texts = known.get(segment) ?? new Map<number, { readonly labels: string; readonly text: string }>();
	known.set(segment, texts);
	const labels = labelsIn(source, defined);
	const key = labels.join('\n');
	const before = texts.get(block);
	if (before?.labels === key) return before.text;
	const text = collapse(inlineText(source, labels));
	texts.set(block, { labels: key, text });
	return text;
}

/** Those of the labels `defined` that Markdown refers to. */
export function labelsIn(source: string, defined: ReadonlySet<string>): string[] {
	const found = new Set<string>();
	for (const [, label = ''] of source.matchAll(bracketed)) {
		const identifier = normalizeIdentifier(label);
		for (const each of [identifier, `[${identifier}`]) if (defined.has(each)) found.add(each);
	}
	return [...found];
}
