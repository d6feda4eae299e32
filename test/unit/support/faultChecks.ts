import type { Nodes } from 'mdast';
import {
	applyEdits,
	createParser,
	descendants,
	faultsIn,
	labelOf,
	progressOf,
	type Fault,
	type Fix,
	type Node,
	type Roadmap,
	type TaskStates,
} from '../../../src/core';
import { KeptText } from '../../../src/core/keptText';
import { setReading } from '../../../src/core/reading';
import { roadmapOf } from '../../../src/core/tree';
import { parseByRecord, readByRecord } from './record';
import { render } from './render';

/** Reads texts with segments as short as can be: of longer ones, texts as short as these have but one. */
export class PiecewiseParser {
	private readonly kept: KeptText;

	constructor(private readonly states: TaskStates) {
		this.kept = new KeptText(states, 1);
	}

	parse(text: string): Roadmap {
		const segments = this.kept.update(text);
		return setReading(roadmapOf(text, segments), { segments, states: this.states });
	}
}

/**
 * What is wrong with the faults that are found in a text, and what their fixes make of it; nothing if all is well.
 *
 * @param isForRecord Whether the parser of record is to be asked where they stand: it misreads some texts.
 */
export function problemsIn(text: string, states: TaskStates, roadmap: Roadmap, isForRecord: boolean): string[] {
	const check = new Check(text, states, isForRecord);
	const faults = faultsIn(text, roadmap);
	return [...faults.flatMap(fault => check.fault(fault)), ...check.allBoxes(faults)];
}

class Check {
	private readonly before: readonly Node[];
	/** Whether the parser of record reads the text as we do, so that it can tell what a place is in. */
	private readonly isRecorded: boolean;

	constructor(
		private readonly text: string,
		private readonly states: TaskStates,
		isForRecord: boolean,
	) {
		this.isRecorded = isForRecord && render(createParser().parse(text)) === render(readByRecord(text));
		this.before = this.read(text);
	}

	fault(fault: Fault): string[] {
		return fault.fixes.flatMap(fix =>
			this.fix(fault, fix).map(problem => `${fault.kind} at ${String(fault.span.start)}, ${fix.kind}: ${problem}`),
		);
	}

	/** With all of them written as boxes, there are as many tasks more, and nothing is left to write. */
	allBoxes(faults: readonly Fault[]): string[] {
		const boxes = faults.filter(({ kind }) => kind === 'nearBox');
		const edits = boxes.flatMap(({ fixes }) => fixes.flatMap(fix => fix.edits));
		const after = applyEdits(this.text, edits);
		const more = count(this.read(after)) - count(this.before);
		const left = faultsIn(after, createParser({ states: this.states }).parse(after)).filter(
			({ kind, span }) => kind === 'nearBox' && boxes.some(box => this.movedBy(edits)(box.span.end) === span.end),
		);
		return [
			...(more === boxes.length ? [] : [`all ${String(boxes.length)} boxes make ${String(more)} tasks`]),
			...left.map(({ span }) => `a box is left at ${String(span.start)}`),
		];
	}

	private fix({ kind, span, toDo }: Fault, { kind: fixKind, edits, words }: Fix): string[] {
		const after = this.read(applyEdits(this.text, edits));
		const moved = this.movedBy(edits);
		switch (fixKind) {
			case 'writeBox': {
				const added = after.find(node => node.kind === 'task' && !this.taskAt(node.mark, moved));
				const state = { ' ': 'open', x: 'done', X: 'done', '~': 'active', '/': 'active', '-': 'dropped' }[
					words[1] ?? ''
				];
				return [
					...(added?.kind === 'task' && added.state === state ? [] : ['not the task meant']),
					...(count(after) === count(this.before) + 1 ? [] : ['not one task more']),
					...this.others(
						after.filter(node => node !== added),
						moved,
						span.start,
					),
					...(this.isRecorded ? placeOf(this.text, span.start) : []),
				];
			}
			case 'removeMark':
				return this.headings(after, moved, span.start, words);
			default: {
				const changed = edits.length;
				const expected = fixKind === 'tickInside' ? toDo : 1;
				const node = after.find(each => holds(each, kind, span.start));
				const progress = node && progressOf(node);
				const state = node?.kind === 'task' ? node.state : 'done';
				return [
					...(changed === expected ? [] : [`${String(changed)} tasks changed instead of ${String(expected)}`]),
					...(edits.every(({ start, end, newText }) => end - start <= 2 && newText.length === 1)
						? []
						: ['more than marks']),
					...(state === (fixKind === 'reopen' ? 'open' : 'done') ? [] : ['not as it should be']),
					...(fixKind === 'reopen' || progress?.done === progress?.total ? [] : ['some left']),
					...this.shape(after),
				];
			}
		}
	}

	private read(text: string): readonly Node[] {
		return [...descendants(createParser({ states: this.states }).parse(text))];
	}

	private movedBy(edits: Fix['edits']): (offset: number) => number {
		return offset =>
			edits.reduce(
				(moved, { start, end, newText }) => (start < offset ? moved + newText.length - (end - start) : moved),
				offset,
			);
	}

	private taskAt(mark: number, moved: (offset: number) => number): boolean {
		return this.before.some(node => node.kind === 'task' && moved(node.mark) === mark);
	}

	/** Tasks and headings but for a new one are what and where they were; of a text that a new item ends, the start is left. */
	private others(after: readonly Node[], moved: (offset: number) => number, place: number): string[] {
		const [was, is] = [this.before, after].map(nodes => nodes.filter(({ kind }) => kind !== 'group'));
		if (was?.length !== is?.length) return ['tasks or headings come or go'];
		return (was ?? []).flatMap((node, index) => {
			const now = is?.[index];
			const isSame =
				now &&
				placeIn(now) === moved(placeIn(node)) &&
				stateOf(now) === stateOf(node) &&
				(labelOf(now) === labelOf(node) ||
					(node.span.start < place && node.span.end > place && labelOf(node).startsWith(labelOf(now))));
			return isSame ? [] : [`${JSON.stringify(labelOf(node))} has become ${JSON.stringify(now && labelOf(now))}`];
		});
	}

	private headings(after: readonly Node[], moved: (offset: number) => number, place: number, words: string): string[] {
		if (after.length !== this.before.length) return ['something comes or goes'];
		return this.before.flatMap((node, index) => {
			const now = after[index];
			const isMeant = node.kind === 'section' && node.heading.start <= place && place < node.heading.end;
			const isSame =
				now &&
				placeIn(now) === moved(placeIn(node)) &&
				stateOf(now) === stateOf(node) &&
				(isMeant
					? labelOf(node).startsWith(labelOf(now)) && labelOf(node).endsWith(words) && labelOf(now) !== labelOf(node)
					: labelOf(now) === labelOf(node));
			return isSame ? [] : [`${JSON.stringify(labelOf(node))} has become ${JSON.stringify(now && labelOf(now))}`];
		});
	}

	private shape(after: readonly Node[]): string[] {
		const shape = (nodes: readonly Node[]) => nodes.map(node => `${node.kind} ${labelOf(node)}`).join('\n');
		return shape(after) === shape(this.before) ? [] : ['something else has changed'];
	}
}

function count(nodes: readonly Node[]): number {
	return nodes.filter(({ kind }) => kind === 'task').length;
}

function placeIn(node: Node): number {
	return node.kind === 'task' ? node.mark : node.span.start;
}

function stateOf(node: Node): unknown {
	return node.kind === 'task' ? node.state : node.kind === 'section' ? node.level : undefined;
}

function holds(node: Node, kind: Fault['kind'], start: number): boolean {
	return kind === 'doneHeading'
		? node.kind === 'section' && node.heading.start <= start && start < node.heading.end
		: node.kind === 'task' && node.mark === start + 1;
}

const fine = [
	'root',
	'list',
	'listItem',
	'blockquote',
	'paragraph',
	'text',
	'delete',
	'emphasis',
	'strong',
	'footnoteDefinition',
];

/** Where a near-box stands, by the parser of record, if that is in anything but plain text. */
function placeOf(text: string, offset: number): string[] {
	const shift = text.startsWith('\ufeff') ? 1 : 0;
	const path: Nodes[] = [parseByRecord(text, new Map())];
	for (let node = path.at(-1); node && 'children' in node; node = path.at(-1)) {
		const inner = node.children.find(
			({ position }) => (position?.start.offset ?? 0) + shift <= offset && offset < (position?.end.offset ?? 0) + shift,
		);
		if (!inner) break;
		path.push(inner);
	}
	return path
		.map(({ type }) => type)
		.filter(type => !fine.includes(type))
		.map(type => `in ${type}`);
}
