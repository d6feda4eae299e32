import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Span, TextEdit } from './model';

const marker = '(?:[-+*]|\\d{1,9}[.)])';
const white = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]';

/**
 * What may be meant as a checkbox: brackets of any kind, in them at most one mark and a little white space. Marks are
 * GitHub's, those of the extended reading, and what looks like an `x` or a tick. Most boxes are as they should be.
 */
const boxes = new RegExp(
	`(?!(?<=[ \\t])\\[[ xX]\\][ \\t])(?<open>[[［【〔〖⟦])${white}{0,3}(?<mark>[xXхХｘＸ✓✔√☑✅~/-]?)\\ufe0f?${white}{0,3}(?<close>[\\]］】〕〗⟧])`,
	'gu',
);

/**
 * What stands before it on its line: the marker of a list item, and white space or none. Only where there is Markdown's
 * white space, markers of items around it may stand before.
 */
const place = new RegExp(
	`^\\ufeff?[ \\t>]*(?:(?:${marker}[ \\t>]+)*?${marker}[ \\t]+|(?<glued>${marker}))(?<odd>${white}*)$`,
	'u',
);

/** What such a place is made of. */
const inPlace = /[ \t>\-+*\d.)\ufeff\u00a0\u2000-\u200a\u202f\u3000]/;

/** White space that is none for Markdown, and what follows it. */
const oddSpace = /^[\u00a0\u2000-\u200a\u202f\u3000][ \t\u00a0\u2000-\u200a\u202f\u3000]*/;

/** White space that makes a list item of a marker. */
const isSpaces = /^[ \t]+$/;

/** Characters looked at behind a box. */
const reach = 20;

/** What could be a checkbox but for the way it is written. */
export interface NearBox {
	/** Where it stands, with its marker if that is part of what is wrong. */
	readonly span: Span;
	/** Writes it as one, with the white space before and behind that this takes. */
	readonly edit: TextEdit;
	/** The box that is written, as in `[x]`, and where in the edit's text its mark is. */
	readonly box: string;
	readonly mark: number;
	/** Whether there is no list item yet, as no white space of Markdown's is behind the marker. */
	readonly isGlued: boolean;
	/** The label that makes a link of it where it is defined; empty if none does. */
	readonly label: string;
}

/** What could be checkboxes in a stretch of whole lines; offsets count from its start. */
export function nearBoxesIn(text: string): NearBox[] {
	return [...text.matchAll(boxes)].flatMap(found => nearBox(text, found) ?? []);
}

function nearBox(text: string, { 0: source, index, groups = {} }: RegExpExecArray): NearBox | undefined {
	const { open, mark = '', close } = groups;
	const before = place.exec(lineBefore(text, index))?.groups;
	const after = spaceBehind(text, index, source);
	if (!before || !after) return undefined;
	const { glued = '', odd = '' } = before;
	const start = index - odd.length;
	const box = `[${meant(mark)}]`;
	const space = glued === '' ? '' : ' ';
	const edit = { start, end: after.end, newText: space + box + after.newText };
	if (edit.newText === text.slice(edit.start, edit.end)) return undefined;
	return {
		span: { start: start - glued.length, end: index + source.length },
		edit,
		box,
		mark: space.length + 1,
		isGlued: glued !== '',
		label: open === '[' && close === ']' && mark !== '' ? normalizeIdentifier(source.slice(1, -1)) : '',
	};
}

/** The mark that a mark was meant as. */
function meant(mark: string): string {
	if (mark === '') return ' ';
	return /[xX~/-]/.test(mark) ? mark : 'x';
}

/** What stands before an offset on its line; nothing where the character there tells that this is no place for a box. */
function lineBefore(text: string, offset: number): string {
	let start = offset;
	while (start > 0 && inPlace.test(text.charAt(start - 1))) start--;
	return start === 0 || /[\r\n]/.test(text.charAt(start - 1)) ? text.slice(start, offset) : '';
}

/**
 * The edit that puts white space behind a box, if there is none; `undefined` where no words follow, and where it may rather
 * be a link, a definition or part of a word, as in `[x](y)` and `[]string`.
 */
function spaceBehind(text: string, index: number, source: string): TextEdit | undefined {
	const start = index + source.length;
	const next = text.charAt(start);
	if (!/^[^\r\n]*\S/.test(text.slice(start, start + reach))) return undefined;
	if (isSpaces.test(next)) return { start, end: start, newText: '' };
	const odd = oddSpace.exec(text.slice(start, start + reach))?.[0];
	if (odd !== undefined) return { start, end: start + odd.length, newText: ' ' };
	return source === '[]' || /[([:]/.test(next) ? undefined : { start, end: start, newText: ' ' };
}
