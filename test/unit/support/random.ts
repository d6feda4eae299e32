/** Random numbers that are the same for the same seed (mulberry32). */
export class Random {
	private state: number;

	/** @param number Numbers the cases of one seed, so that each can be made without those before. */
	constructor(seed: number, number = 0) {
		this.state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b);
	}

	/** A number from 0 up to, not including, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0 up to, not including, `limit`. */
	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	pick<Value>(values: readonly Value[]): Value {
		const value = values[this.below(values.length)];
		if (value === undefined) throw new RangeError('nothing to pick from');
		return value;
	}

	/** `least` to `most` values made by `make`. */
	some<Value>(least: number, most: number, make: () => Value): Value[] {
		return Array.from({ length: least + this.below(most - least + 1) }, make);
	}
}
