import { BACKSLASH, COLON, DASH, isSpace, PIPE, skipRun, skipSpaces } from './characters';

/** The number of cells of a table's delimiter row (GFM 4.10, `| - | :-: |`); 0 if it is none. */
export function delimiterCells(text: string, start: number, end: number): number {
	let index = start;
	let cells = 0;
	let marked = false;
	if (text.charCodeAt(index) === PIPE) {
		marked = true;
		index = skipSpaces(text, index + 1, end);
	}
	while (index < end) {
		const dashes = skipColon(text, index, end);
		const afterDashes = skipRun(text, dashes, end, DASH);
		if (afterDashes === dashes) return 0;
		const afterCell = skipColon(text, afterDashes, end);
		marked ||= dashes > index || afterCell > afterDashes;
		cells++;
		index = skipSpaces(text, afterCell, end);
		if (index === end) break;
		if (text.charCodeAt(index) !== PIPE) return 0;
		marked = true;
		index = skipSpaces(text, index + 1, end);
	}
	return marked ? cells : 0;
}

/** The number of cells of a table's header row. A pipe behind a backslash divides nothing. */
export function headerCells(text: string, start: number, end: number): number {
	let cells = 0;
	let fresh = text.charCodeAt(start) !== PIPE;
	for (let index = start; index < end; index++) {
		const code = text.charCodeAt(index);
		if (isSpace(code)) continue;
		if (fresh) cells++;
		fresh = code === PIPE;
		if (code === BACKSLASH && isEscapable(text.charCodeAt(index + 1))) index++;
	}
	return cells;
}

function skipColon(text: string, index: number, end: number): number {
	return index < end && text.charCodeAt(index) === COLON ? index + 1 : index;
}

function isEscapable(code: number): boolean {
	return code === BACKSLASH || code === PIPE;
}
