/** Takes all steps of what can be done step by step, and gives what comes of it. */
export function allOf<T>(steps: Generator<void, T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** So many things are done at a step, which takes a millisecond or two. */
const atOnce = 1000;

/** Does something for each of many things, some at a step. */
export function* forEachInSteps<T>(things: readonly T[], work: (thing: T) => void): Generator<void> {
	for (const [index, thing] of things.entries()) {
		work(thing);
		if ((index + 1) % atOnce === 0) yield;
	}
}
