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
import type { Group, Node, Roadmap, Section, Task } from './model';
import { at } from './numbers';
import { joinLines } from './paragraph';
import { plainText, quickText } from './plainText';

const none: readonly never[] = [];

/** A section that goes on until a heading of its level or higher. */
type OpenSection = Section & { readonly span: { end: number }; readonly children: Node[] };

/** The model of a text. Its nodes are made when somebody looks at the first of them. */
export function roadmapOf(text: string, segments: readonly Segment[]): Roadmap {
	let builder: TreeBuilder | undefined;
	const built = (): TreeBuilder => (builder ??= new TreeBuilder(text, segments));
	const roadmap: Roadmap = { kind: 'roadmap', children: none };
	lazily(roadmap, 'children', () => built().children);
	return segments.some(hasTitle) ? lazily(roadmap, 'title', () => built().title) : roadmap;
}

function hasTitle({ blocks }: Segment): boolean {
	for (let block = 0; block < blocks.length; block += WIDTH) if (blocks[block] === 1) return true;
	return false;
}

/** Makes the nodes out of the segments of a text: sections nested by level, offsets from the text's start. */
class TreeBuilder {
	readonly children: Node[] = [];
	private readonly sections: OpenSection[] = [];
	private readonly defined: ReadonlySet<string>;
	private top: Section | undefined;
	/** The children of the items that are open, outermost first. */
	private readonly lists: Node[][] = [];
	private base = 0;

	constructor(
		private readonly text: string,
		segments: readonly Segment[],
	) {
		this.defined = new Set(segments.flatMap(segment => segment.labels));
		for (const segment of segments) {
			this.add(segment);
			this.base += segment.length;
		}
	}

	/** The text of the first heading of level 1. */
	get title(): string | undefined {
		return this.top?.title;
	}

	private add(segment: Segment): void {
		const { blocks } = segment;
		for (let block = 0; block < blocks.length; block += WIDTH) {
			const type = bareType(at(blocks, block + TYPE));
			if (type <= 6) this.addSection(segment, block, type as Section['level']);
			else this.addItem(segment, block, type);
		}
	}

	private addSection(segment: Segment, block: number, level: Section['level']): void {
		const { base, sections } = this;
		const { blocks } = segment;
		const start = base + at(blocks, block + START);
		let parent = sections.at(-1);
		while (parent !== undefined && parent.level >= level) {
			parent.span.end = start;
			sections.pop();
			parent = sections.at(-1);
		}
		const source = this.sourceOf(segment, block);
		const title = quickText(source);
		const section: OpenSection = {
			kind: 'section',
			title: title ?? '',
			level,
			heading: { start, end: base + at(blocks, block + END) },
			span: { start, end: this.text.length },
			children: [],
		};
		if (title === undefined) lazily(section, 'title', () => plainText(segment, block, source, this.defined));
		(parent?.children ?? this.children).push(section);
		sections.push(section);
		if (level === 1) this.top ??= section;
	}

	private addItem(segment: Segment, block: number, type: number): void {
		const { base, lists } = this;
		const { blocks } = segment;
		const depth = depthOf(blocks, block);
		const children = depthOf(blocks, block + WIDTH) > depth ? (lists[depth] = []) : none;
		const source = this.sourceOf(segment, block);
		const quick = quickText(source);
		const text = quick ?? '';
		const span = { start: base + at(blocks, block + START), end: base + at(blocks, block + END) };
		const state = stateOfType(type);
		const node: Group | Task =
			state === undefined
				? { kind: 'group', text, span, children }
				: { kind: 'task', text, state, mark: base + at(blocks, block + MARK), span, children };
		if (quick === undefined) lazily(node, 'text', () => plainText(segment, block, source, this.defined));
		const siblings = depth > 0 ? lists[depth - 1] : this.sections.at(-1)?.children;
		(siblings ?? this.children).push(node);
	}

	private sourceOf({ blocks, lines }: Segment, block: number): string {
		const { base, text } = this;
		const start = at(blocks, block + TEXT_START);
		const end = at(blocks, block + TEXT_END);
		return end === -1 ? joinLines(text, lines[start] ?? none, base) : text.slice(base + start, base + end);
	}
}

/** How many items are around an item; 0 for anything else. */
function depthOf(blocks: readonly number[], block: number): number {
	return at(blocks, block + TYPE) >> TYPE_BITS;
}

/** Lets `read` give the value of a property, once. It stays one that can be listed, compared and serialised. */
function lazily<Value extends object>(node: Value, key: keyof Value, read: () => unknown): Value {
	let value: unknown;
	return Object.defineProperty(node, key, { enumerable: true, get: () => (value ??= read()) });
}
