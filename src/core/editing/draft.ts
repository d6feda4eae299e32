import {
	bareType,
	END,
	type Segment,
	START,
	stateOfType,
	TEXT_END,
	TEXT_START,
	TYPE,
	TYPE_BITS,
	WIDTH,
} from '../blocks';
import { KeptText } from '../keptText';
import { lineBehind } from '../lineEnds';
import type { Node, TaskState, TaskStates } from '../model';
import { at, firstWhere } from '../numbers';
import { startOfLine } from './lines';

/** A heading, or a list item: here also a plain one that holds no task. All offsets are UTF-16 and count from the text's start. */
export interface Entry {
	readonly index: number;
	readonly kind: 'section' | 'item';
	/** A heading's level, or how many items are around an item. */
	readonly rank: number;
	/** A task's. */
	readonly state: TaskState | undefined;
	/** Where the heading or the item's marker starts. */
	readonly start: number;
	/** Where the heading, or the whole item, ends. */
	readonly end: number;
	/** The index of what it stands in; `ROOT` at the top. */
	readonly parent: number;
	/** The index behind that of its last descendant. */
	readonly behind: number;
	/** Where it is recorded, and what the offsets there count from. */
	readonly segment: Segment;
	readonly block: number;
	readonly base: number;
}

/** The index of what holds all entries: the roadmap itself. */
export const ROOT = -1;

/** A text that is to be edited, with all its headings and list items in document order. */
export class Draft {
	readonly entries: readonly Entry[];
	/** Labels of links and footnotes that it defines: the plain text of titles depends on them, and on nothing else elsewhere. */
	readonly labels: ReadonlySet<string>;
	/** What was found of `itemsIn`, which is asked for each of many. */
	private readonly items = new Map<number, readonly Entry[]>();

	constructor(
		readonly text: string,
		segments: readonly Segment[],
	) {
		this.entries = entriesOf(segments);
		this.labels = new Set(segments.flatMap(({ labels }) => labels));
	}

	/** The entry at an index of `entries`; `undefined` for `ROOT` and behind the last. */
	at(index: number): Entry | undefined {
		return this.entries[index];
	}

	/** The entry of a node that was read from the same text. */
	entryOf(node: Node): Entry | undefined {
		const start = node.kind === 'section' ? node.heading.start : node.span.start;
		const { entries } = this;
		const entry = entries[firstWhere(entries.length, index => (entries[index] as Entry).start >= start)];
		return entry?.start === start ? entry : undefined;
	}

	/** The sections right inside one, or at the top; in document order. */
	sectionsIn(index: number): readonly Entry[] {
		return this.childrenOf(index).filter(({ kind }) => kind === 'section');
	}

	/** The items right inside an entry, or before the first heading; in document order. */
	itemsIn(index: number): readonly Entry[] {
		const known = this.items.get(index) ?? this.childrenOf(index).filter(({ kind }) => kind === 'item');
		this.items.set(index, known);
		return known;
	}

	/** The entries right inside one, or at the top; in document order. */
	childrenOf(index: number): Entry[] {
		const end = this.behind(index);
		const children: Entry[] = [];
		for (let child = this.at(index + 1); child && child.index < end; child = this.at(child.behind))
			children.push(child);
		return children;
	}

	/** The index behind the last entry inside one. */
	behind(index: number): number {
		return index === ROOT ? this.entries.length : (this.entries[index] as Entry).behind;
	}

	/** Where the first line starts: behind a byte order mark, which belongs to no line. */
	get start(): number {
		return startOfLine(this.text, 0);
	}

	/** Where the line starts that an entry starts on. */
	lineOf({ start }: Entry): number {
		return startOfLine(this.text, start);
	}

	/** Where the line behind an item's last starts; of a section, the line of the next heading that is not inside. */
	endOf({ kind, behind, end }: Entry): number {
		if (kind === 'item') return lineBehind(this.text, end);
		const next = this.entries[behind];
		return next ? this.lineOf(next) : this.text.length;
	}

	/** The Markdown of an entry's own text, its lines joined by spaces. */
	wordsOf(entry: Entry): string {
		const offsets = textLinesOf(entry);
		const lines: string[] = [];
		for (let index = 0; index < offsets.length; index += 2) {
			lines.push(this.text.slice(offsets[index], offsets[index + 1]).trim());
		}
		return lines.join(' ').trim();
	}
}

/** Start and end of each line of an entry's text, without marker and box; both where its segment starts if it has none. */
export function textLinesOf({ segment: { blocks, lines }, block, base }: Entry): readonly number[] {
	const start = at(blocks, block + TEXT_START);
	const end = at(blocks, block + TEXT_END);
	return (end === -1 ? (lines[start] as readonly number[]) : [start, end]).map(offset => base + offset);
}

/** Reads a text to edit, and then cheaply what an edit makes of it. */
export function createDrafter(states: TaskStates): (text: string) => Draft {
	const kept = new KeptText(states, undefined, true);
	return text => new Draft(text, kept.update(text));
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function entriesOf(segments: readonly Segment[]): Entry[] {
	const entries: Mutable<Entry>[] = [];
	/** What is open, outermost first: sections, and then items. */
	const open: Mutable<Entry>[] = [];
	const close = (isOver: (entry: Entry) => boolean): void => {
		for (let last = open.at(-1); last && isOver(last); last = open.at(-1)) {
			last.behind = entries.length;
			open.pop();
		}
	};
	let base = 0;
	for (const segment of segments) {
		for (let block = 0; block < segment.blocks.length; block += WIDTH) {
			const entry = entryAt(segment, block, base, entries.length);
			const { kind, rank } = entry;
			close(last =>
				last.kind === 'item' ? kind === 'section' || last.rank >= rank : kind === 'section' && last.rank >= rank,
			);
			entry.parent = open.at(-1)?.index ?? ROOT;
			entries.push(entry);
			open.push(entry);
		}
		base += segment.length;
	}
	close(() => true);
	return entries;
}

function entryAt(segment: Segment, block: number, base: number, index: number): Mutable<Entry> {
	const { blocks } = segment;
	const type = at(blocks, block + TYPE);
	const bare = bareType(type);
	const isSection = bare <= 6;
	return {
		index,
		kind: isSection ? 'section' : 'item',
		rank: isSection ? bare : type >> TYPE_BITS,
		state: stateOfType(bare),
		start: base + at(blocks, block + START),
		end: base + at(blocks, block + END),
		parent: ROOT,
		behind: 0,
		segment,
		block,
		base,
	};
}
