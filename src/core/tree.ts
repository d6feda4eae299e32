import { bareType, type Segment, stateOfType, TYPE, WIDTH } from './blocks';
import { setSource } from './finished';
import { lazily } from './lazily';
import type { Node, Roadmap, Section } from './model';
import { NodeMaker, type PlacedSegment } from './nodes';
import { at } from './numbers';
import { setOverview } from './overview';

/** The model of a text. Its sections are made when somebody looks at the first of them, what is in one when at that. */
export function roadmapOf(text: string, segments: readonly Segment[]): Roadmap {
	const roadmap: Roadmap = { kind: 'roadmap', children: [] };
	setSource(roadmap, segments);
	let outline: Outline | undefined;
	const read = (): Outline => (outline ??= new Outline(roadmap, text, segments));
	lazily(roadmap, 'children', () => read().children);
	return segments.some(hasTitle) ? lazily(roadmap, 'title', () => read().title) : roadmap;
}

function hasTitle({ blocks }: Segment): boolean {
	for (let block = 0; block < blocks.length; block += WIDTH) if (blocks[block] === 1) return true;
	return false;
}

/** A block, by its segment's index and its own in there. */
interface Place {
	readonly index: number;
	readonly block: number;
}

/** The roadmap, or a section that goes on until a heading of its level or higher; and what has been counted in it. */
class Open {
	readonly sections: Section[] = [];
	/** Where the blocks of its own end: at the next heading. */
	end: Place | undefined;
	done = 0;
	total = 0;
	hasTasks = false;

	constructor(
		readonly node: Roadmap | Section,
		readonly level: number,
		/** Where the blocks of its own start. */
		readonly start: Place,
	) {}

	count(type: number): void {
		const state = stateOfType(type);
		if (state === undefined) return;
		this.hasTasks = true;
		if (state !== 'dropped') this.total++;
		if (state === 'done') this.done++;
	}

	/** Takes over what is in a section of its own that ends. */
	take(inner: Open): void {
		this.done += inner.done;
		this.total += inner.total;
		this.hasTasks ||= inner.hasTasks;
	}
}

/** Finds the sections of a text, nested by level, and counts their tasks. */
class Outline {
	readonly children: readonly Node[];
	private top: Section | undefined;
	private readonly maker: NodeMaker;
	/** Outermost first: the roadmap, and the sections that are open. */
	private readonly open: Open[];

	constructor(roadmap: Roadmap, text: string, segments: readonly Segment[]) {
		const placed = place(segments);
		this.maker = new NodeMaker(text, placed);
		const root = new Open(roadmap, 0, { index: 0, block: 0 });
		this.open = [root];
		placed.forEach((segment, index) => this.read(segment, index));
		this.closeTo(0, { index: segments.length, block: 0 }, text.length);
		this.children = this.childrenOf(root);
	}

	/** The text of the first heading of level 1. */
	get title(): string | undefined {
		return this.top?.title;
	}

	private read(placed: PlacedSegment, index: number): void {
		const { blocks } = placed.segment;
		let innermost = this.open.at(-1);
		for (let block = 0; block < blocks.length; block += WIDTH) {
			const type = bareType(at(blocks, block + TYPE));
			if (type <= 6) innermost = this.addSection(placed, index, block);
			else innermost?.count(type);
		}
	}

	private addSection(placed: PlacedSegment, index: number, block: number): Open {
		const section = this.maker.section(placed, block);
		this.closeTo(section.level, { index, block }, section.span.start);
		const inner = new Open(section, section.level, { index, block: block + WIDTH });
		this.open.at(-1)?.sections.push(section);
		this.open.push(inner);
		lazily(section, 'children', () => this.childrenOf(inner));
		if (section.level === 1) this.top ??= section;
		return inner;
	}

	/** Closes the sections of this level and below, where the next heading or the text's end is. */
	private closeTo(level: number, end: Place, offset: number): void {
		for (let last = this.open.at(-1); last !== undefined; last = this.open.at(-1)) {
			last.end ??= end;
			if (last.level < level) break;
			this.open.pop();
			const { done, hasTasks, node, sections, total } = last;
			setOverview(node, { progress: { done, total }, hasTasks, sections });
			this.open.at(-1)?.take(last);
			if (node.kind === 'section') (node.span as { end: number }).end = offset;
		}
	}

	private childrenOf({ start, end = start, sections }: Open): readonly Node[] {
		return [...this.maker.items(start.index, start.block, end.index, end.block), ...sections];
	}
}

function place(segments: readonly Segment[]): PlacedSegment[] {
	let base = 0;
	return segments.map(segment => {
		const placed = { segment, base };
		base += segment.length;
		return placed;
	});
}
