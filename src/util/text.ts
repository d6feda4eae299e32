/** A position as VS Code counts: 0-based line, UTF-16 character in it. */
export interface LinePosition {
	readonly line: number;
	readonly character: number;
}

/** Line and character of an offset. Lines end as in VS Code: LF, CRLF or CR. */
export function positionAt(text: string, offset: number): LinePosition {
	let line = 0;
	let start = 0;
	for (const { 0: ending, index } of text.matchAll(/\r\n|\r|\n/g)) {
		if (index + ending.length > offset) {
			break;
		}
		line++;
		start = index + ending.length;
	}
	return { line, character: offset - start };
}

/** The lines, 0-based, of offsets that are in ascending order; told apart as `positionAt` does. */
export function linesOf(text: string, offsets: readonly number[]): number[] {
	const endings = text.matchAll(/\r\n|\r|\n/g);
	let line = 0;
	let ending = endings.next().value;
	return offsets.map(offset => {
		while (ending && ending.index + ending[0].length <= offset) {
			line++;
			ending = endings.next().value;
		}
		return line;
	});
}

/** Cuts a text that is longer than `length`, with an ellipsis, never through a surrogate pair. */
export function shorten(text: string, length: number): string {
	if (text.length <= length) {
		return text;
	}
	const cut = text.slice(0, length - 1);
	return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** What would be a line of its own, or nothing at all, in a place for one line. */
const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029]/g;
/** Embeddings, overrides and isolates of Unicode's algorithm for text in both directions (UAX #9). */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;
const invisible = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/**
 * What somebody else wrote, such as a task or the name of a file, for a place among words of ours: on one line, of `length`
 * characters at most. Control characters can be seen and control nothing, and what stands around it keeps its order. Empty
 * where there is nothing to see.
 */
export function tame(text: string, length: number): string {
	const tamed = shorten(text, length).replaceAll(controls, controlSign).replaceAll(directions, '');
	return invisible.test(tamed) ? '' : tamed;
}

/** White space as a space, and other control characters by the pictures that Unicode has for them, where it has one. */
function controlSign(character: string): string {
	const code = character.charCodeAt(0);
	if (/[\s\x85]/.test(character)) {
		return ' ';
	}
	return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
}

/**
 * Keeps `$(name)` from being drawn as an icon where VS Code would do so (status bar, quick pick). Nothing else is touched: VS
 * Code takes the backslash away before names only.
 */
export function escapeIcons(text: string): string {
	return text.replaceAll(/\$\([A-Za-z0-9~-]+\)/g, '\\$&');
}

/** Markdown that shows `text` as it is, on one line, in a table cell too. */
export function escapeMarkdown(text: string): string {
	return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]()#+\-.!~|<>&$:@/]/g, '\\$&');
}

/** Keeps `[words](target)` from becoming a link in a notification, which knows that much Markdown. */
export function escapeMessage(text: string): string {
	return text.replaceAll('](', '] (');
}

/** HTML that shows `text` as it is, inside elements and quoted attributes. */
export function escapeHtml(text: string): string {
	return text.replaceAll(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
