/** Whole numbers by index, of which there may be millions: half the size of an array's, and a quarter of the copying. */
export class Column {
	private values = new Int32Array(32);

	get(index: number): number {
		return this.values[index] ?? 0;
	}

	set(index: number, value: number): void {
		if (index >= this.values.length) this.grow();
		this.values[index] = value;
	}

	private grow(): void {
		const grown = new Int32Array(4 * this.values.length);
		grown.set(this.values);
		this.values = grown;
	}
}
