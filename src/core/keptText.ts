import type { Segment } from './blocks';
import { bodyStart } from './frontMatter';
import type { TaskStates } from './model';
import { at, countUpTo } from './numbers';
import { Reader } from './reader';

/** How many characters are compared at once: first many, then fewer. */
const strides = [16_384, 2048, 256, 32, 4, 1];

/** The segments of the text read last. Of an edited text, only the segments around the edit are read again. */
export class KeptText {
	private text = '';
	private body = 0;
	private segments: readonly Segment[] = [];
	/** Where each segment starts. */
	private starts: readonly number[] = [];

	/** @param shortest Segments are this long at least: shorter ones would cost more to keep than to read again. */
	constructor(
		private readonly states: TaskStates,
		private readonly shortest = 1024,
	) {}

	update(text: string): readonly Segment[] {
		const before = this.text;
		if (text === before) return this.segments;
		const body = bodyStart(text);
		// What closes front matter may stand anywhere.
		const prefix = body === this.body ? commonPrefix(before, text) : 0;
		this.body = body;
		const suffix = commonSuffix(before, text, Math.min(before.length, text.length) - prefix);
		this.read(text, prefix, text.length - suffix, text.length - before.length);
		return this.segments;
	}

	/** Reads `text`, which is the one before up to `prefix`, and moved by `shift` from `suffix` on. */
	private read(text: string, prefix: number, suffix: number, shift: number): void {
		const { segments, starts } = this;
		// One segment earlier than the edit, so that the line that starts the first one read is the same for certain.
		const first = Math.max(0, this.indexBefore(prefix) - 1);
		const read = segments.slice(0, first);
		const readStarts = starts.slice(0, first);
		let next = at(starts, first);
		const isKnown = (start: number): boolean => start >= suffix && this.indexAt(start - shift) < segments.length;
		new Reader(text, this.states, {
			endsAt: (start, end) => end - start >= this.shortest || isKnown(end),
			take: (segment, end) => {
				read.push(segment);
				readStarts.push(next);
				next = end;
				return isKnown(end);
			},
		}).read(next);
		const rest = this.indexAt(next - shift);
		for (let index = rest; index < segments.length; index++) readStarts.push(at(starts, index) + shift);
		this.segments = rest < segments.length ? read.concat(segments.slice(rest)) : read;
		this.starts = readStarts;
		this.text = text;
	}

	/** The last segment that starts at `offset` or before. */
	private indexBefore(offset: number): number {
		return countUpTo(this.starts, offset) - 1;
	}

	/** The segment that starts at `offset`; the number of segments if none does. The first one may have front matter. */
	private indexAt(offset: number): number {
		const index = this.indexBefore(offset);
		return index > 0 && this.starts[index] === offset ? index : this.segments.length;
	}
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
