import { trimEnd } from './characters';
import { contentsOf, type Item } from './items';
import { lineBreak, lineStart } from './lineEnds';
import type { Roadmap, Span, Task } from './model';
import { pathAt, tasksIn } from './walk';

/** A box that nothing stands behind, which is no task (GFM 5.3). */
const loneBox = /^\[[ xX]\]$/;

/**
 * What cursors and selections of a text mean: a cursor, a span of no length, the item in whose own text it stands, on
 * whichever line; a selection the items that begin on its lines, or else the one that it starts in.
 */
export class Selected {
	private found: readonly Item[] | undefined;

	/** @param roadmap What the text is read as. */
	constructor(
		private readonly text: string,
		private readonly roadmap: Roadmap,
		private readonly selections: readonly Span[],
	) {}

	/** In the order of the selections; of a task that several of them mean, each time. */
	tasks(): Task[] {
		return this.selections.flatMap(selection => this.tasksAt(selection));
	}

	/** Items that start with words and are no tasks, each once, in document order. */
	plainItems(): Item[] {
		const items = new Set(this.selections.flatMap(selection => this.plainItemsAt(selection)));
		return [...items].sort((a, b) => a.span.start - b.span.start);
	}

	private tasksAt(selection: Span): Task[] {
		const { text, roadmap } = this;
		const lines = linesOf(text, selection);
		const begun = lines ? [...tasksIn(roadmap)].filter(({ mark }) => isIn(lines, mark)) : [];
		if (begun.length > 0) {
			return begun;
		}
		const task = pathAt(roadmap, lineEnd(text, selection.start)).at(-1);
		if (task?.kind !== 'task') {
			return [];
		}
		const isOwnLine = lineStart(text, task.mark) === lineStart(text, selection.start);
		return isOwnLine || !this.plainItemAt(selection.start) ? [task] : [];
	}

	private plainItemsAt(selection: Span): Item[] {
		const lines = linesOf(this.text, selection);
		const begun = lines ? this.items.filter(({ span }) => isIn(lines, span.start)) : [];
		const plain = begun.filter(item => this.isPlain(item));
		const item = plain.length > 0 ? undefined : this.plainItemAt(selection.start);
		return item ? [item] : plain;
	}

	private plainItemAt(offset: number): Item | undefined {
		const end = lineEnd(this.text, offset);
		let innermost: Item | undefined;
		for (const item of this.items) {
			if (item.span.start > end) break;
			if (item.span.end >= end) innermost = item;
		}
		return innermost && this.isPlain(innermost) ? innermost : undefined;
	}

	private isPlain({ state, words }: Item): boolean {
		const { text, roadmap } = this;
		if (state !== undefined || words.start === words.end || loneBox.test(text.slice(words.start, words.end))) {
			return false;
		}
		const mark = words.start + 1;
		return !pathAt(roadmap, mark).some(node => node.kind === 'task' && node.mark === mark);
	}

	private get items(): readonly Item[] {
		return (this.found ??= contentsOf(this.text, 'gfm').items);
	}
}

/** The whole lines that a selection has something of; none for a cursor. */
function linesOf(text: string, { start, end }: Span): Span | undefined {
	const isAtLineStart = lineStart(text, end) === end;
	return start < end ? { start: lineStart(text, start), end: isAtLineStart ? end : lineBreak(text, end) } : undefined;
}

function isIn({ start, end }: Span, offset: number): boolean {
	return start <= offset && offset < end;
}

/**
 * The outermost list around an offset, on whichever of its lines: items that follow each other with nothing between them
 * but white space and the markers of quotes.
 */
export function listAt(text: string, offset: number): Span | undefined {
	const place = lineEnd(text, offset);
	let list: Span | undefined;
	for (const { depth, span } of contentsOf(text, 'gfm').items) {
		if (depth > 0) continue;
		const isNext = list && /^[\s>]*$/.test(text.slice(list.end, span.start));
		if (!isNext && span.start > place) break;
		list = { start: list && isNext ? list.start : span.start, end: span.end };
	}
	return list && list.start <= place && place <= list.end ? list : undefined;
}

/** Behind the last character of a line that is not white space. */
function lineEnd(text: string, offset: number): number {
	return trimEnd(text, lineStart(text, offset), lineBreak(text, offset));
}
