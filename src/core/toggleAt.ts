import { applyEdits } from './edit';
import { lineBehind, lineEnd, lineStart } from './lineEnds';
import type { Roadmap, Span, Task, TextEdit } from './model';
import { toggle, type ToggleOptions } from './toggle';
import { pathAt, tasksIn } from './walk';

/** Reads a text as the roadmap was read. */
export type Parse = (text: string) => Roadmap;

/** What makes a task of a plain list item. */
const box = '[ ] ';

/** Markers of quotes and of the list items that begin on a line, and the white space between them. */
const markers = /^\uFEFF?[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t>]+)+(?=\S)/;

/** What may stand behind markers instead of words: the rest of a rule, an empty item, a lone box, a heading, a fence. */
const noWords = /^(?:([-+*>])\1*$|\[[ xX]\]$|#{1,6}(?:[ \t]|$)|```|~~~)/;

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
	return tasks.length > 0 ? toggle(text, roadmap, tasks, options) : becomeTasks(text, roadmap, parse, selections);
}

/** The task in whose own text, on whichever of its lines, an offset stands. */
export function taskAt(text: string, parse: Parse, offset: number): Task | undefined {
	return tasksAt(text, parse(text), parse, { start: offset, end: offset })[0];
}

function tasksAt(text: string, roadmap: Roadmap, parse: Parse, { start, end }: Span): Task[] {
	const first = lineStart(text, start);
	const begun = start < end ? tasksOfLines(text, roadmap, first, end) : [];
	if (begun.length > 0) {
		return begun;
	}
	const task = pathAt(roadmap, contentEnd(text, start)).at(-1);
	if (task?.kind !== 'task') {
		return [];
	}
	const isOwnLine = lineStart(text, task.mark) === first;
	return isOwnLine || !plainItemAt(text, roadmap, parse, start) ? [task] : [];
}

/** The tasks whose marks stand on lines that start from `first` on and before `end`. */
function tasksOfLines(text: string, roadmap: Roadmap, first: number, end: number): Task[] {
	return [...tasksIn(roadmap)].filter(({ mark }) => mark >= first && lineStart(text, mark) < end);
}

function becomeTasks(text: string, roadmap: Roadmap, parse: Parse, selections: readonly Span[]): TextEdit[] {
	const edits = selections.flatMap(selection => {
		const { start, end } = selection;
		const begun = start < end ? plainItemsOfLines(text, parse, selection) : [];
		const edit = begun.length > 0 ? undefined : plainItemAt(text, roadmap, parse, start);
		return edit ? [edit] : begun;
	});
	const unique = new Map(edits.map(edit => [edit.start, edit]));
	return [...unique.values()].sort((a, b) => a.start - b.start);
}

/** The edits that make tasks of the plain list items that begin on the lines of a selection. */
function plainItemsOfLines(text: string, parse: Parse, { start, end }: Span): TextEdit[] {
	const edits: TextEdit[] = [];
	for (let line = lineStart(text, start); line < end; line = lineBehind(text, line)) {
		const edit = boxAt(text, line);
		if (edit && hasWords(text, edit)) {
			edits.push(edit);
		}
	}
	return thoseThatMakeTasks(text, parse, edits);
}

/** The edit that makes a task of the plain list item in whose own text an offset stands; the parser has the last word. */
function plainItemAt(text: string, roadmap: Roadmap, parse: Parse, offset: number): TextEdit | undefined {
	const edit = nearestBox(text, offset);
	if (!edit || !hasWords(text, edit) || isMark(roadmap, edit.start + 1)) {
		return undefined;
	}
	const changed = parse(applyEdits(text, [edit]));
	const innermost = pathAt(changed, contentEnd(text, offset) + box.length).at(-1);
	return innermost?.kind === 'task' && innermost.mark === edit.start + 1 ? edit : undefined;
}

function isMark(roadmap: Roadmap, offset: number): boolean {
	return pathAt(roadmap, offset).some(node => node.kind === 'task' && node.mark === offset);
}

/** A box on the nearest line with a marker, from the line of `offset` upwards. */
function nearestBox(text: string, offset: number): TextEdit | undefined {
	let line = lineStart(text, offset);
	let edit = boxAt(text, line);
	for (let step = 1; !edit && line > 0 && step < reach; step++) {
		line = lineStart(text, line - 1);
		edit = boxAt(text, line);
	}
	return edit;
}

/** A box behind the last marker of a line, whether or not Markdown takes that for one. */
function boxAt(text: string, line: number): TextEdit | undefined {
	const prefix = markers.exec(text.slice(line, contentEnd(text, line)))?.[0];
	return prefix === undefined ? undefined : { start: line + prefix.length, end: line + prefix.length, newText: box };
}

/** Whether words stand where a box would be put: it would make something else of anything but words. */
function hasWords(text: string, { start }: TextEdit): boolean {
	return !noWords.test(text.slice(start, contentEnd(text, start)));
}

/** Of edits that add a box, those whose box is one when all are applied. */
function thoseThatMakeTasks(text: string, parse: Parse, edits: readonly TextEdit[]): TextEdit[] {
	const marks = new Set([...tasksIn(parse(applyEdits(text, edits)))].map(({ mark }) => mark));
	return edits.filter(({ start }, index) => marks.has(start + index * box.length + 1));
}

/** Behind the last character of a line that is not white space. */
function contentEnd(text: string, offset: number): number {
	const start = lineStart(text, offset);
	let end = lineEnd(text, offset);
	while (end > start && /[ \t]/.test(text.charAt(end - 1))) {
		end--;
	}
	return end;
}
