import type { Segment } from './blocks';
import { judge } from './boxJudge';
import type { Fault } from './fault';
import type { TextEdit } from './model';
import { type NearBox, nearBoxesIn } from './nearBoxes';
import type { Reading } from './reading';

/** What is longer without a line where something new starts for certain takes too long to judge. */
const longest = 200_000;

const none: readonly never[] = [];

/** The near-boxes of a segment that can be written as boxes. */
interface Judged {
	readonly boxes: readonly NearBox[];
	/** What else that depends on: the segments behind it that a new list item may draw in, and the one that it does not. */
	readonly following: readonly Segment[];
}

const known = new WeakMap<Segment, Judged>();

/** What GitHub does not draw as a checkbox, but would were it written properly; at most `most`. */
export function boxFaults(text: string, reading: Reading, most: number): Fault[] {
	const { segments } = reading;
	const faults: Fault[] = [];
	let defined: ReadonlySet<string> | undefined;
	let base = 0;
	for (const [index, segment] of segments.entries()) {
		for (const box of boxesOf(text, reading, index, base)) {
			defined ??= new Set(segments.flatMap(({ labels }) => labels));
			if (faults.length === most) return faults;
			if (!defined.has(box.label)) faults.push(faultOf(text, box, base - leadOf(base).length));
		}
		base += segment.length;
	}
	return faults;
}

function faultOf(text: string, { span, edit, box }: NearBox, shift: number): Fault {
	const moved = shortest(text, { ...edit, start: edit.start + shift, end: edit.end + shift });
	return {
		kind: 'nearBox',
		span: { start: span.start + shift, end: span.end + shift },
		toDo: 0,
		fixes: [{ kind: 'writeBox', words: box, edits: [moved] }],
	};
}

/** The edit without what stays the same at its ends. */
function shortest(text: string, { start, end, newText }: TextEdit): TextEdit {
	const old = text.slice(start, end);
	const limit = Math.min(old.length, newText.length);
	let head = 0;
	while (head < limit && old.at(head) === newText.at(head)) head++;
	let tail = 0;
	while (tail < limit - head && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
	return { start: start + head, end: end - tail, newText: newText.slice(head, newText.length - tail) };
}

/** Offsets count from the segment's start, and what is put before it. */
function boxesOf(text: string, { segments, states }: Reading, index: number, base: number): readonly NearBox[] {
	const segment = segments[index] as Segment;
	const before = known.get(segment);
	const isSame = before?.following.every((each, place) => each === segments[index + 1 + place]);
	if (before && isSame) return before.boxes;
	const end = base + segment.length;
	const candidates = segment.length > longest ? none : nearBoxesIn(leadOf(base) + text.slice(base, end));
	if (candidates.length === 0) return remember(segment, none, none);
	const behind = segments.slice(index + 1);
	const drawn = drawnIn(text, behind, end);
	const length = drawn.reduce((sum, each) => sum + each.length, segment.length);
	const excerpt = leadOf(base) + text.slice(base, base + length);
	return remember(
		segment,
		behind.slice(0, drawn.length + 1),
		length > longest ? none : judge(excerpt, candidates, states),
	);
}

function remember(segment: Segment, following: readonly Segment[], boxes: readonly NearBox[]): readonly NearBox[] {
	known.set(segment, { boxes, following });
	return boxes;
}

/** What a segment is read behind by itself: so, what starts like front matter is none. */
function leadOf(base: number): string {
	return base === 0 ? '' : '\n';
}

/** The segments that start at `offset`, up to the first that no list item draws in. */
function drawnIn(text: string, segments: readonly Segment[], offset: number): readonly Segment[] {
	let end = offset;
	for (const [index, segment] of segments.entries()) {
		if (closesItems(text, end)) return segments.slice(0, index);
		end += segment.length;
	}
	return segments;
}

/** Whether a line is in no list item, for what it is indented by, nor goes on in the paragraph of one (CommonMark 5.2). */
function closesItems(text: string, line: number): boolean {
	const isBlankBefore = /[\r\n][ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, line - 40), line));
	const start = text.slice(line, line + 10);
	return isBlankBefore ? /^ ?[^ \t]/.test(start) : /^ ?(?:#{1,6}|[-+*])[ \t]+\S/.test(start);
}
