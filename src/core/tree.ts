import { bareType, type Segment, stateOfType, TYPE, WIDTH } from './blocks';
import { setSource } from './finished';
import { lazily } from './lazily';
import type { Node, Roadmap, Section } from './model';
import { NodeMaker, type PlacedSegment } from './nodes';
import { at } from './numbers';
import { withOverview, type Overview } from './overview';

const none: readonly never[] = [];

/** The model of a text. Its sections are made when somebody looks at the first of them, what is in one when at that. */
export function roadmapOf(text: string, segments: readonly Segment[]): Roadmap {
	let outline: Outline | undefined;
	const read = (): Outline => (outline ??= new Outline(text, segments));
	const roadmap = withOverview<Roadmap>({ kind: 'roadmap' }, () => read().root);
	setSource(roadmap, segments);
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

/** What is in the roadmap, or in a section, which goes on until a heading of its level or higher. */
class Inside implements Overview {
	sections: readonly Section[] = none;
	done = 0;
	total = 0;
	hasTasks = false;
	/** Where the blocks of its own end: at the next heading. */
	private end: Place | undefined;
	private made: readonly Node[] | undefined;

	constructor(
		private readonly maker: NodeMaker,
		/** Where the blocks of its own start. */
		private readonly start: Place,
		readonly section?: Omit<Section, 'children'>,
	) {}

	get level(): number {
		return this.section?.level ?? 0;
	}

	get children(): readonly Node[] {
		const { start, end = start } = this;
		return (this.made ??= [...this.maker.items(start.index, start.block, end.index, end.block), ...this.sections]);
	}

	count(type: number): void {
		const state = stateOfType(type);
		if (state === undefined) return;
		this.hasTasks = true;
		if (state !== 'dropped') this.total++;
		if (state === 'done') this.done++;
	}

	add(section: Section): void {
		if (this.sections === none) this.sections = [section];
		else (this.sections as Section[]).push(section);
	}

	/** A heading follows, or the text's end. */
	endAt(end: Place): void {
		this.end ??= end;
	}

	/** Takes over what is in a section of its own that ends. */
	take(inner: Inside): void {
		this.done += inner.done;
		this.total += inner.total;
		this.hasTasks ||= inner.hasTasks;
	}
}

/** Finds the sections of a text, nested by level, and counts their tasks. */
class Outline {
	readonly root: Inside;
	private top: Section | undefined;
	private readonly maker: NodeMaker;
	/** Outermost first: the roadmap, and the sections that are open. */
	private readonly open: Inside[];

	constructor(text: string, segments: readonly Segment[]) {
		const placed = place(segments);
		this.maker = new NodeMaker(text, placed);
		this.root = new Inside(this.maker, { index: 0, block: 0 });
		this.open = [this.root];
		placed.forEach((segment, index) => this.read(segment, index));
		this.closeTo(0, { index: segments.length, block: 0 }, text.length);
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

	private addSection(placed: PlacedSegment, index: number, block: number): Inside {
		const childless = this.maker.section(placed, block);
		this.closeTo(childless.level, { index, block }, childless.span.start);
		const inside = new Inside(this.maker, { index, block: block + WIDTH }, childless);
		const section = withOverview<Section>(childless, inside);
		this.open.at(-1)?.add(section);
		this.open.push(inside);
		if (section.level === 1) this.top ??= section;
		return inside;
	}

	/** Closes the sections of this level and below, where the next heading or the text's end is. */
	private closeTo(level: number, end: Place, offset: number): void {
		for (let last = this.open.at(-1); last !== undefined; last = this.open.at(-1)) {
			last.endAt(end);
			if (last.level < level) break;
			this.open.pop();
			this.open.at(-1)?.take(last);
			if (last.section) (last.section.span as { end: number }).end = offset;
		}
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
