import {
	bareType,
	END,
	MARK,
	PLAIN_ITEM,
	type Segment,
	START,
	TEXT_END,
	TEXT_START,
	TYPE,
	TYPE_BITS,
	typeOfState,
	WIDTH,
} from './blocks';
import type { Level } from './leaves';
import type { TaskState } from './model';
import { at } from './numbers';

const none: readonly never[] = [];

/** Takes down the segments that a reader finds, block by block. Offsets come in from the text's start. */
export class Recorder {
	/** Where the current segment starts. */
	base = 0;
	/** Whether list items are recorded that neither are tasks nor hold one. */
	keepsAllItems = false;
	/** Serves one segment after the other. */
	private readonly blocks: number[] = [];
	private size = 0;
	private lines: (readonly number[])[] = [];
	private labels: string[] = [];

	addHeading(level: Level, start: number, end: number): number {
		const block = this.add(level, start);
		this.blocks[block + END] = end - this.base;
		return block;
	}

	/** @param depth How many items are around it. */
	openItem(start: number, depth: number): number {
		return this.add(PLAIN_ITEM + (depth << TYPE_BITS), start);
	}

	markItem(block: number, mark: number, state: TaskState): void {
		const { blocks } = this;
		blocks[block + TYPE] = at(blocks, block + TYPE) - PLAIN_ITEM + typeOfState(state);
		blocks[block + MARK] = mark - this.base;
	}

	/** Forgets the item that ends here if it neither is a task nor holds one, unless all are kept. */
	closeItem(block: number, end: number): void {
		const isEmpty = block + WIDTH === this.size && !this.keepsAllItems;
		if (isEmpty && bareType(at(this.blocks, block + TYPE)) === PLAIN_ITEM) this.size = block;
		else this.blocks[block + END] = end - this.base;
	}

	setText(block: number, start: number, end: number): void {
		this.blocks[block + TEXT_START] = start - this.base;
		this.blocks[block + TEXT_END] = end - this.base;
	}

	/** @param lines Start and end of each line. */
	setLines(block: number, lines: readonly number[]): void {
		if (lines.length === 2) {
			this.setText(block, at(lines, 0), at(lines, 1));
			return;
		}
		const { base } = this;
		this.blocks[block + TEXT_START] = this.lines.push(lines.map(offset => offset - base)) - 1;
		this.blocks[block + TEXT_END] = -1;
	}

	define(label: string): void {
		this.labels.push(label);
	}

	/** Ends the segment at `end`, and starts the next. */
	take(end: number): Segment {
		const { blocks, labels, lines, size } = this;
		const segment: Segment = {
			length: end - this.base,
			blocks: size === 0 ? none : blocks.slice(0, size),
			lines: lines.length === 0 ? none : lines,
			labels: labels.length === 0 ? none : labels,
		};
		this.size = 0;
		if (lines.length > 0) this.lines = [];
		if (labels.length > 0) this.labels = [];
		this.base = end;
		return segment;
	}

	private add(type: number, start: number): number {
		const { blocks, size } = this;
		blocks[size + TYPE] = type;
		blocks[size + START] = start - this.base;
		blocks[size + END] = 0;
		blocks[size + MARK] = 0;
		blocks[size + TEXT_START] = 0;
		blocks[size + TEXT_END] = 0;
		this.size = size + WIDTH;
		return size;
	}
}
