import type { TextEdit } from './model';

/** The text after the edits, which are in document order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	let result = '';
	let end = 0;
	for (const edit of edits) {
		result += text.slice(end, edit.start) + edit.newText;
		end = edit.end;
	}
	return result + text.slice(end);
}

/** Puts text in, and takes none out. */
export function insertion(offset: number, newText: string): TextEdit {
	return { start: offset, end: offset, newText };
}
