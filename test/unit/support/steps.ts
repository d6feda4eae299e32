/** What comes of something that is done step by step, and how many steps it takes. */
export function counted<T>(steps: Generator<void, T>): { readonly count: number; readonly value: T } {
	for (let count = 1; ; count++) {
		const { done, value } = steps.next();
		if (done) return { count, value };
	}
}
