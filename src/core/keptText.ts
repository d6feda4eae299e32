import { bodyStart } from './frontMatter';
import type { TaskStates } from './model';
import { at } from './numbers';
import { Reader } from './reader';
import type { Segment } from './segments';

/** How many characters are compared at once. */
const stride = 4096;

/** The segments of the text read last. Of an edited text, only the segments around the edit are read again. */
export class KeptText {
	private text = '';
	private body = 0;
	private segments: readonly Segment[] = [];
	/** Where each segment starts. */
	private starts: readonly number[] = [];

	constructor(private readonly states: TaskStates) {}

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
		let rest = segments.length;
		new Reader(text, this.states, (segment, end) => {
			read.push(segment);
			readStarts.push(next);
			next = end;
			rest = end < suffix ? segments.length : this.indexAt(end - shift);
			return rest < segments.length;
		}).read(next);
		for (let index = rest; index < segments.length; index++) readStarts.push(at(starts, index) + shift);
		this.segments = rest < segments.length ? read.concat(segments.slice(rest)) : read;
		this.starts = readStarts;
		this.text = text;
	}

	/** The last segment that starts at `offset` or before. */
	private indexBefore(offset: number): number {
		let low = 0;
		let high = this.starts.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (at(this.starts, middle) <= offset) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}

	/** The segment that starts at `offset`; the number of segments if none does. The first one may have front matter. */
	private indexAt(offset: number): number {
		const index = this.indexBefore(offset);
		return index > 0 && this.starts[index] === offset ? index : this.segments.length;
	}
}

function commonPrefix(one: string, other: string): number {
	const limit = Math.min(one.length, other.length);
	let length = 0;
	while (length + stride <= limit && one.slice(length, length + stride) === other.slice(length, length + stride)) {
		length += stride;
	}
	while (length < limit && one.charCodeAt(length) === other.charCodeAt(length)) length++;
	return length;
}

function commonSuffix(one: string, other: string, limit: number): number {
	const last = (text: string, from: number, count: number) =>
		text.slice(text.length - from - count, text.length - from);
	let length = 0;
	while (length + stride <= limit && last(one, length, stride) === last(other, length, stride)) length += stride;
	while (length < limit && last(one, length, 1) === last(other, length, 1)) length++;
	return length;
}
