import { isClear } from './clear';
import { applyEdits } from './edit';
import { lineStart } from './lineEnds';
import type { Node, Roadmap, TaskStates } from './model';
import type { NearBox } from './nearBoxes';
import { createParser } from './parser';
import type { Parse } from './parser';
import { descendants, labelOf, pathAt, tasksIn } from './walk';

/** Characters read to judge the near-boxes of one text, about: where it is long, those further down go untold. */
const budget = 400_000;

/**
 * Of near-boxes in a text, in document order, those that are checkboxes once they are written as such, each by itself: that
 * makes one task more, and changes nothing else. The parser has the last word.
 */
export function judge(text: string, boxes: readonly NearBox[], states: TaskStates): NearBox[] {
	const parser = createParser({ states });
	const parse: Parse = each => parser.parse(each);
	const before = parse(text);
	const found = thoseTogether(text, boxes, parse)
		.slice(0, Math.ceil(budget / text.length))
		.filter(box => isShown(text, box, parse) && makesOneTask(text, before, box, parse));
	return thoseTogether(text, found, parse);
}

/** Those that are tasks when all are written as boxes. */
function thoseTogether(text: string, boxes: readonly NearBox[], parse: Parse): NearBox[] {
	const edits = boxes.map(({ edit }) => edit);
	const marks = new Set([...tasksIn(parse(applyEdits(text, edits)))].map(({ mark }) => mark));
	let shift = 0;
	return boxes.filter(({ edit, mark }) => {
		const moved = edit.start + shift + mark;
		shift += edit.newText.length - (edit.end - edit.start);
		return marks.has(moved);
	});
}

/** Whether it is shown as it is written, where an item's text starts or would start: it is in no code, nor a link. */
function isShown(text: string, { span, isGlued }: NearBox, parse: Parse): boolean {
	// Behind a box, it is what the task's text starts with.
	const box = isGlued ? '- [ ] ' : '[ ] ';
	const mark = span.start + box.length - 3;
	const task = pathAt(parse(applyEdits(text, [{ start: span.start, end: span.start, newText: box }])), mark).at(-1);
	const written = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
	return task?.kind === 'task' && task.mark === mark && task.text.startsWith(written);
}

function makesOneTask(text: string, before: Roadmap, box: NearBox, parse: Parse): boolean {
	if (box.isGlued && !isClear(text, lineStart(text, box.span.start), lastMark(before, box))) return false;
	const after = parse(applyEdits(text, [box.edit]));
	const mark = box.edit.start + box.mark;
	const path = pathAt(after, mark);
	const added = path.find(node => node.kind === 'task' && node.mark === mark);
	return added !== undefined && isElseTheSame(before, after, box, [added, ...path]);
}

/** The mark of the last task before a near-box: with it a paragraph starts. */
function lastMark(roadmap: Roadmap, { span }: NearBox): number {
	let last = 0;
	for (const { mark } of tasksIn(roadmap)) {
		if (mark > span.start) break;
		last = mark;
	}
	return last;
}

/** Whether each node stands where it stood, but for the added task, which may have been a group, and new groups around it. */
function isElseTheSame(
	before: Roadmap,
	after: Roadmap,
	box: NearBox,
	[added, ...path]: readonly [Node, ...Node[]],
): boolean {
	const { start, end, newText } = box.edit;
	const moved = (offset: number): number => (offset > start ? offset + newText.length - (end - start) : offset);
	const left = new Map([...descendants(before)].map(node => [moved(node.span.start), node]));
	for (const node of descendants(after)) {
		const old = left.get(node.span.start);
		left.delete(node.span.start);
		if (!old && node.kind === 'group' && path.includes(node)) continue;
		const isFine = node === added ? !old || old.kind === 'group' : old && isSame(old, node, moved, box);
		if (!isFine) return false;
	}
	return left.size === 0;
}

function isSame(old: Node, node: Node, moved: (offset: number) => number, { edit, isGlued }: NearBox): boolean {
	if (old.kind !== node.kind || markOf(node) !== moved(markOf(old))) return false;
	// The line of a new item is no longer part of the text that it went on in.
	const isCut = isGlued && old.span.start < edit.start && edit.start < old.span.end;
	const [was, is] = [labelOf(old), labelOf(node)];
	return stateOf(old) === stateOf(node) && (was === is || (isCut && was.startsWith(is)));
}

function markOf(node: Node): number {
	return node.kind === 'task' ? node.mark : node.span.start;
}

function stateOf(node: Node): string | number | undefined {
	return node.kind === 'task' ? node.state : node.kind === 'section' ? node.level : undefined;
}
