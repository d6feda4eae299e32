/** The number at `index`; 0 behind the end. */
export function at(numbers: readonly number[], index: number): number {
	return numbers[index] ?? 0;
}
