import {
	bareType,
	END,
	MARK,
	type Segment,
	START,
	stateOfType,
	TEXT_END,
	TEXT_START,
	TYPE,
	TYPE_BITS,
	WIDTH,
} from './blocks';
import { lazily } from './lazily';
import type { Group, Section, Task } from './model';
import { at } from './numbers';
import { joinLines } from './paragraph';
import { plainText, quickText } from './plainText';

const none: readonly never[] = [];

/** A segment, and where in the text it starts. */
export interface PlacedSegment {
	readonly segment: Segment;
	readonly base: number;
}

/** Makes nodes out of the blocks of a text's segments. */
export class NodeMaker {
	private defined: ReadonlySet<string> | undefined;

	constructor(
		private readonly text: string,
		private readonly segments: readonly PlacedSegment[],
	) {}

	/** The heading at `block`, as a section that goes on to the text's end; what is in it is to be added. */
	section(placed: PlacedSegment, block: number): Omit<Section, 'children'> {
		const { blocks } = placed.segment;
		const start = placed.base + at(blocks, block + START);
		const source = this.sourceOf(placed, block);
		const title = quickText(source);
		const section = {
			kind: 'section',
			title: title ?? '',
			level: at(blocks, block + TYPE) as Section['level'],
			heading: { start, end: placed.base + at(blocks, block + END) },
			span: { start, end: this.text.length },
		} as const;
		return title === undefined ? lazily(section, 'title', () => this.plainText(placed, block, source)) : section;
	}

	/**
	 * The groups and tasks of the blocks from one place to another, between which there is no heading.
	 *
	 * @param first The index of the first segment, and a block in it.
	 */
	items(first: number, firstBlock: number, last: number, endBlock: number): (Group | Task)[] {
		const top: (Group | Task)[] = [];
		/** The children of the items that are open, outermost first. */
		const lists: (Group | Task)[][] = [top];
		this.segments.slice(first, last + 1).forEach((placed, index) => {
			const { blocks } = placed.segment;
			const end = first + index === last ? endBlock : blocks.length;
			for (let block = index === 0 ? firstBlock : 0; block < end; block += WIDTH) {
				const depth = depthOf(blocks, block);
				const children = depthOf(blocks, block + WIDTH) > depth ? (lists[depth + 1] = []) : none;
				(lists[depth] ?? top).push(this.item(placed, block, children));
			}
		});
		return top;
	}

	private item(placed: PlacedSegment, block: number, children: readonly (Group | Task)[]): Group | Task {
		const { base } = placed;
		const { blocks } = placed.segment;
		const source = this.sourceOf(placed, block);
		const quick = quickText(source);
		const text = quick ?? '';
		const span = { start: base + at(blocks, block + START), end: base + at(blocks, block + END) };
		const state = stateOfType(bareType(at(blocks, block + TYPE)));
		const node: Group | Task =
			state === undefined
				? { kind: 'group', text, span, children }
				: { kind: 'task', text, state, mark: base + at(blocks, block + MARK), span, children };
		return quick === undefined ? lazily(node, 'text', () => this.plainText(placed, block, source)) : node;
	}

	private sourceOf({ segment: { blocks, lines }, base }: PlacedSegment, block: number): string {
		const start = at(blocks, block + TEXT_START);
		const end = at(blocks, block + TEXT_END);
		return end === -1 ? joinLines(this.text, lines[start] ?? none, base) : this.text.slice(base + start, base + end);
	}

	private plainText({ segment }: PlacedSegment, block: number, source: string): string {
		this.defined ??= new Set(this.segments.flatMap(({ segment: { labels } }) => labels));
		return plainText(segment, block, source, this.defined);
	}
}

/** How many items are around an item; 0 for anything else. */
function depthOf(blocks: readonly number[], block: number): number {
	return at(blocks, block + TYPE) >> TYPE_BITS;
}
