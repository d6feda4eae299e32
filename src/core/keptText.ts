import type { Segment } from './blocks';
import { bodyStart } from './frontMatter';
import type { TaskStates } from './model';
import { at, firstWhere } from './numbers';
import { Reader } from './reader';
import { allOf } from './steps';

/** How many characters are compared at once: first many, then fewer. */
const strides = [16_384, 2048, 256, 32, 4, 1];

/** A text, and what was read of it. */
interface Kept {
	readonly text: string;
	/** Where it begins behind the front matter. */
	readonly body: number;
	readonly segments: readonly Segment[];
	/** Where each segment starts. */
	readonly starts: readonly number[];
}

/** The segments of the text read last. Of an edited text, only the segments around the edit are read again. */
export class KeptText {
	private kept: Kept = { text: '', body: 0, segments: [], starts: [] };

	/**
	 * @param shortest Segments are this long at least: shorter ones would cost more to keep than to read again.
	 * @param keepsPlain Whether plain list items that hold no task are among the blocks as well.
	 * @param stride So many characters are read at a step, or some more: they take a millisecond or so.
	 */
	constructor(
		private readonly states: TaskStates,
		private readonly shortest = 1024,
		private readonly keepsPlain = false,
		private readonly stride = 16_384,
	) {}

	update(text: string): readonly Segment[] {
		return allOf(this.updateInSteps(text));
	}

	/** The same step by step. When others do so in between, what counts is what ends last. */
	*updateInSteps(text: string): Generator<void, readonly Segment[]> {
		const { kept: before } = this;
		if (text === before.text) return before.segments;
		const body = bodyStart(text);
		// What closes front matter may stand anywhere.
		const prefix = body === before.body ? commonPrefix(before.text, text) : 0;
		const suffix = commonSuffix(before.text, text, Math.min(before.text.length, text.length) - prefix);
		this.kept = { text, body, ...(yield* this.read(text, before, prefix, text.length - suffix)) };
		return this.kept.segments;
	}

	/** Reads `text`, which is the one before up to `prefix`, and moved from `suffix` on. */
	private *read(
		text: string,
		before: Kept,
		prefix: number,
		suffix: number,
	): Generator<void, Pick<Kept, 'segments' | 'starts'>> {
		const { segments, starts } = before;
		const shift = text.length - before.text.length;
		// One segment earlier than the edit, so that the line that starts the first one read is the same for certain.
		const first = Math.max(0, indexBefore(starts, prefix) - 1);
		const read = segments.slice(0, first);
		const readStarts = starts.slice(0, first);
		let next = at(starts, first);
		let stop = 0;
		const isKnown = (start: number): boolean => start >= suffix && indexAt(starts, start - shift) < segments.length;
		const kept = {
			endsAt: (start: number, end: number) => end - start >= this.shortest || isKnown(end),
			take: (segment: Segment, end: number) => {
				read.push(segment);
				readStarts.push(next);
				next = end;
				return end >= stop || isKnown(end);
			},
		};
		for (;;) {
			stop = next + this.stride;
			new Reader(text, this.states, kept, this.keepsPlain).read(next);
			if (next >= text.length || isKnown(next)) break;
			yield;
		}
		const rest = indexAt(starts, next - shift);
		for (let index = rest; index < segments.length; index++) readStarts.push(at(starts, index) + shift);
		return { segments: rest < segments.length ? read.concat(segments.slice(rest)) : read, starts: readStarts };
	}
}

/** The last segment that starts at `offset` or before. */
function indexBefore(starts: readonly number[], offset: number): number {
	return firstWhere(starts.length, index => at(starts, index) > offset) - 1;
}

/** The segment that starts at `offset`; the number of segments if none does. The first one may have front matter. */
function indexAt(starts: readonly number[], offset: number): number {
	const index = indexBefore(starts, offset);
	return index > 0 && starts[index] === offset ? index : starts.length;
}

function commonPrefix(one: string, other: string): number {
	const limit = Math.min(one.length, other.length);
	return longest(limit, (from, to) => one.slice(from, to) === other.slice(from, to));
}

function commonSuffix(one: string, other: string, limit: number): number {
	const end = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
	return longest(limit, (from, to) => end(one, from, to) === end(other, from, to));
}

/** The greatest length up to `limit` for which all before it is the same. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
	let length = 0;
	for (const stride of strides) {
		while (length + stride <= limit && isSame(length, length + stride)) length += stride;
	}
	return length;
}
