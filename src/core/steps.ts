/** Takes all steps of what can be done step by step, and gives what comes of it. */
export function allOf<T>(steps: Generator<void, T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}
