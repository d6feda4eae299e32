import { parse, postprocess, preprocess } from 'micromark';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { decodeString } from 'micromark-util-decode-string';
import type { Event } from 'micromark-util-types';

const extensions = [gfmAutolinkLiteral(), gfmFootnote(), gfmStrikethrough()];

/** Tokens whose source is their text. */
const plain = new Set([
	'autolinkEmail',
	'autolinkProtocol',
	'characterEscapeValue',
	'codeTextData',
	'data',
	'literalAutolinkEmail',
	'literalAutolinkHttp',
	'literalAutolinkWww',
]);

/** Tokens that show no text of their own, whatever is in them. */
const silent = new Set(['gfmFootnoteCall', 'htmlText', 'reference', 'resource']);

/** The plain text of Markdown's inlines (CommonMark 6), in which `labels` are defined. Line endings become spaces. */
export function inlineText(markdown: string, labels: Iterable<string>): string {
	const context = parse({ extensions });
	for (const label of labels) {
		if (label.startsWith('[^')) (context.gfmFootnotes ??= []).push(label.slice(2));
		else context.defined.push(label);
	}
	const chunks = preprocess()(markdown, undefined, true);
	return textOf(postprocess(context.text().write(chunks)));
}

function textOf(events: readonly Event[]): string {
	const parts: string[] = [];
	let depth = 0;
	for (const [kind, token, context] of events) {
		if (silent.has(token.type)) depth += kind === 'enter' ? 1 : -1;
		if (kind === 'exit' || depth > 0) continue;
		if (plain.has(token.type)) parts.push(context.sliceSerialize(token));
		else if (token.type === 'lineEnding') parts.push(' ');
		else if (token.type === 'characterReference') parts.push(decodeString(context.sliceSerialize(token)));
	}
	return parts.join('');
}
