import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { inlineText } from './inline';

/** What may be more than itself among Markdown's inlines: escapes, code, emphasis, links, HTML, references, NUL. */
const special = /[\\`*_~[<&\0]/;

/** What may be the label of a reference or a footnote call, between brackets. */
const bracketed = /\[((?:[^[\]\\]|\\[^])+)\]/g;

/**
 * What is longer is shown as it is written: nobody reads that much on one line, and inline parsing is not linear for the
 * worst of it.
 */
const longest = 10_000;

/** Whether Markdown reads this text as it stands, white space aside. */
export function isPlain(source: string): boolean {
	return !special.test(source);
}

const unevenSpace = /[^\S ]| {2}/;

/** One line, without white space around. */
export function collapse(text: string): string {
	return (unevenSpace.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** Plain texts of the blocks that needed parsing, with the labels they depend on. */
const known = new WeakMap<object, { readonly labels: string; readonly text: string }>();

/** The plain text of `source`, the Markdown of `block`'s text, in a document that defines the labels `defined`. */
export function plainText(block: object, source: string, defined: ReadonlySet<string>): string {
	if (source.length > longest) return collapse(source);
	const labels = labelsIn(source, defined);
	const key = labels.join('\n');
	const before = known.get(block);
	if (before?.labels === key) return before.text;
	const text = collapse(inlineText(source, labels));
	known.set(block, { labels: key, text });
	return text;
}

function labelsIn(source: string, defined: ReadonlySet<string>): string[] {
	const found = new Set<string>();
	for (const [, label = ''] of source.matchAll(bracketed)) {
		const identifier = normalizeIdentifier(label);
		for (const each of [identifier, `[${identifier}`]) if (defined.has(each)) found.add(each);
	}
	return [...found];
}
