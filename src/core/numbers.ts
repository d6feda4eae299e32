/** The number at `index`; 0 behind the end. */
export function at(numbers: readonly number[], index: number): number {
	return numbers[index] ?? 0;
}

/** How many of ascending numbers are not above `limit`. */
export function countUpTo(numbers: readonly number[], limit: number): number {
	let low = 0;
	let high = numbers.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (at(numbers, middle) <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
