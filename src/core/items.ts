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
import { skipSpaces, trimEnd } from './characters';
import type { Span, TaskState, TaskStates } from './model';
import { at } from './numbers';
import { Reader } from './reader';

/** A list item as Markdown has it, whether or not it is a task or holds one. */
export interface Item {
	/** From its bullet or number. */
	readonly span: Span;
	/** How many items are around it. */
	readonly depth: number;
	/** `undefined` of a plain item. */
	readonly state: TaskState | undefined;
	/** Of a task, the offset of the one character between the brackets. */
	readonly mark: number;
	/** The paragraph that it starts with, from word to word, behind the box of a task. Empty where there is none. */
	readonly words: Span;
}

export interface Heading {
	readonly level: number;
	readonly span: Span;
}

/** All that the core reads of a text: what an edit that changes one thing must leave as it is. */
export interface Contents {
	readonly items: readonly Item[];
	/** Those at document level. */
	readonly headings: readonly Heading[];
	/** What links and footnotes can refer to. */
	readonly labels: readonly string[];
}

/** Reads every list item exactly where Markdown has it: at any depth, in quotes and footnotes too. In document order. */
export function contentsOf(text: string, states: TaskStates): Contents {
	const items: Item[] = [];
	const headings: Heading[] = [];
	let labels: readonly string[] = [];
	// Takes the text as one segment, so that offsets count from its start.
	const take = (segment: Segment): boolean => {
		const { blocks } = segment;
		for (let block = 0; block < blocks.length; block += WIDTH) {
			const level = at(blocks, block + TYPE);
			if (level <= 6) headings.push({ level, span: spanAt(blocks, block) });
			else items.push(itemAt(text, segment, block));
		}
		({ labels } = segment);
		return false;
	};
	new Reader(text, states, { endsAt: () => false, take }, true).read(0);
	return { items, headings, labels };
}

function itemAt(text: string, segment: Segment, block: number): Item {
	const { blocks } = segment;
	const type = at(blocks, block + TYPE);
	return {
		span: spanAt(blocks, block),
		depth: type >> TYPE_BITS,
		state: stateOfType(bareType(type)),
		mark: at(blocks, block + MARK),
		words: wordsAt(text, segment, block),
	};
}

function spanAt(blocks: readonly number[], block: number): Span {
	return { start: at(blocks, block + START), end: at(blocks, block + END) };
}

/** Without white space around, nor the line of a box that nothing else stands on. */
function wordsAt(text: string, { blocks, lines }: Segment, block: number): Span {
	const [first, last] = [at(blocks, block + TEXT_START), at(blocks, block + TEXT_END)];
	const ends = last === -1 ? (lines[first] ?? []) : [first, last];
	const start = skipSpaces(text, at(ends, 0), at(ends, 1));
	const isNextLine = start === at(ends, 1) && ends.length > 2;
	return {
		start: isNextLine ? skipSpaces(text, at(ends, 2), at(ends, 3)) : start,
		end: trimEnd(text, start, at(ends, ends.length - 1)),
	};
}
