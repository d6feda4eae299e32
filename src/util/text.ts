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

/** Keeps `$(name)` from being drawn as an icon where VS Code would do so (status bar, quick pick). */
export function escapeIcons(text: string): string {
	return text.replaceAll('$(', '\\$(');
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
