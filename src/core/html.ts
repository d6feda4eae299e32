/**
 * The seven kinds of HTML blocks (CommonMark 4.6). Kinds 1 to 5 end at the line that holds their end; 6 and 7 end before
 * a blank line, and 7 cannot interrupt a paragraph.
 */
export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const attribute = '[ \\t]+[A-Za-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^ \\t"\'=<>`]+|\'[^\']*\'|"[^"]*"))?';
const blockNames =
	'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
	'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
	'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
	'track|ul';

const starts: readonly (readonly [HtmlKind, RegExp])[] = [
	[1, /^<(?:script|pre|textarea|style)(?:[ \t>]|$)/i],
	[2, /^<!--/],
	[3, /^<\?/],
	[4, /^<![A-Za-z]/],
	[5, /^<!\[CDATA\[/],
	[6, new RegExp(`^</?(?:${blockNames})(?:[ \\t]|/?>|$)`, 'i')],
	[7, new RegExp(`^<(?:[A-Za-z][A-Za-z0-9-]*(?:${attribute})*[ \\t]*/?|/[A-Za-z][A-Za-z0-9-]*[ \\t]*)>[ \\t]*$`)],
];

const ends: Readonly<Partial<Record<HtmlKind, RegExp>>> = {
	1: /<\/(?:script|pre|textarea|style)>/i,
	2: /-->/,
	3: /\?>/,
	4: />/,
	5: /\]\]>/,
};

/** The kind of HTML block that `line`, without its indent, starts. */
export function htmlStart(line: string): HtmlKind | undefined {
	return starts.find(([, pattern]) => pattern.test(line))?.[0];
}

/** Whether the block ends with this line of it. */
export function htmlEndsIn(kind: HtmlKind, line: string): boolean {
	return ends[kind]?.test(line) ?? false;
}

/** Whether the block ends before a blank line. */
export function htmlEndsAtBlank(kind: HtmlKind): boolean {
	return kind >= 6;
}
