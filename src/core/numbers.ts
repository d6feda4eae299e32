/** The number at `index`; 0 behind the end. */
export function at(numbers: readonly number[], index: number): number {
	return numbers[index] ?? 0;
}

/** The first index below `length` for which `isThere` holds, as it does for all behind; `length` if there is none. */
export function firstWhere(length: number, isThere: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isThere(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
