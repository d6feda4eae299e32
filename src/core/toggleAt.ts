import { applyEdits } from './edit';
import type { Roadmap, Span, Task, TextEdit } from './model';
import { toggle, type ToggleOptions } from './toggle';
import { pathAt, tasksIn } from './walk';

/** Reads a text as the roadmap was read. */
export type Parse = (text: string) => Roadmap;

/** Markers of quotes and of the list items that begin on a line, and the white space between them. */
const markers = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t>]+)+(?=\S)/;

/** Lines looked at above a cursor for the bullet of the item that it stands in. */
const reach = 200;

/**
 * The edits that tick or untick what stands under cursors and selections: of a cursor, the task in whose own text it
 * stands, on whichever line; of a selection, the tasks that begin on its lines. Where there is no task at all, plain list
 * items become open tasks. Empty where there is neither.
 *
 * @param selections A cursor is a span of no length. The first task decides whether all are ticked or unticked.
 */
export function toggleAt(
	text: string,
	parse: Parse,
	selections: readonly Span[],
	options: ToggleOptions = {},
): TextEdit[] {
	const roadmap = parse(text);
	const tasks = selections.flatMap(selection => tasksAt(text, roadmap, parse, selection));
	return tasks.length > 0 ? toggle(text, roadmap, tasks, options) : becomeTasks(text, parse, selections);
}

function tasksAt(text: string, roadmap: Roadmap, parse: Parse, { start, end }: Span): Task[] {
	if (start < end) {
		const first = lineStart(text, start);
		const begun = [...tasksIn(roadmap)].filter(({ mark }) => mark >= first && lineStart(text, mark) < end);
		if (begun.length > 0) {
			return begun;
		}
	}
	const task = pathAt(roadmap, lineEnd(text, start)).at(-1);
	return task?.kind === 'task' && plainItemAt(text, parse, start) === undefined ? [task] : [];
}

function becomeTasks(text: string, parse: Parse, selections: readonly Span[]): TextEdit[] {
	const edits = new Map<number, TextEdit>();
	for (const selection of selections) {
		for (const edit of plainItems(text, parse, selection)) {
			edits.set(edit.start, edit);
		}
	}
	return [...edits.values()].sort((a, b) => a.start - b.start);
}

function plainItems(text: string, parse: Parse, { start, end }: Span): TextEdit[] {
	const edits: TextEdit[] = [];
	for (let line = lineStart(text, start); line < end; line = nextLine(text, line)) {
		const edit = boxAt(text, line);
		if (edit) {
			edits.push(edit);
		}
	}
	const accepted = start < end ? thoseThatMakeTasks(text, parse, edits) : [];
	const atCursor = accepted.length === 0 ? plainItemAt(text, parse, start) : undefined;
	return atCursor ? [atCursor] : accepted;
}

/** The edit that makes a task of the plain list item in whose own text an offset stands; the parser has the last word. */
function plainItemAt(text: string, parse: Parse, offset: number): TextEdit | undefined {
	const edit = nearestBox(text, offset);
	if (!edit || thoseThatMakeTasks(text, parse, [edit]).length === 0) {
		return undefined;
	}
	const changed = parse(applyEdits(text, [edit]));
	const innermost = pathAt(changed, lineEnd(text, offset) + edit.newText.length).at(-1);
	return innermost?.kind === 'task' && innermost.mark === edit.start + 1 ? edit : undefined;
}

function nearestBox(text: string, offset: number): TextEdit | undefined {
	let line = lineStart(text, offset);
	for (let step = 0; step < reach; step++) {
		const edit = boxAt(text, line);
		if (edit || line === 0) {
			return edit;
		}
		line = lineStart(text, line - 1);
	}
	return undefined;
}

/** A box behind the last marker of a line, whether or not Markdown takes that for one. */
function boxAt(text: string, line: number): TextEdit | undefined {
	const prefix = markers.exec(text.slice(line, lineEnd(text, line)))?.[0];
	return prefix === undefined
		? undefined
		: { start: line + prefix.length, end: line + prefix.length, newText: '[ ] ' };
}

/** Of edits that add a box, those whose box is one when all are applied; a box behind a box is none. */
function thoseThatMakeTasks(text: string, parse: Parse, edits: readonly TextEdit[]): TextEdit[] {
	const marks = new Set([...tasksIn(parse(applyEdits(text, edits)))].map(({ mark }) => mark));
	const boxed = new Set([...tasksIn(parse(text))].map(({ mark }) => mark));
	let shift = 0;
	return edits.filter(({ start, newText }) => {
		const mark = start + shift + 1;
		shift += newText.length;
		return marks.has(mark) && !boxed.has(start + 1);
	});
}

function lineStart(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && !isLineEnding(text.charAt(start - 1))) {
		start--;
	}
	return start;
}

/** Behind the last character of a line that is not white space. */
function lineEnd(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && !isLineEnding(text.charAt(end))) {
		end++;
	}
	const start = lineStart(text, offset);
	while (end > start && /[ \t]/.test(text.charAt(end - 1))) {
		end--;
	}
	return end;
}

/** The start of the next line, or a place behind the text. */
function nextLine(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && !isLineEnding(text.charAt(end))) {
		end++;
	}
	return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

function isLineEnding(character: string): boolean {
	return character === '\n' || character === '\r';
}
