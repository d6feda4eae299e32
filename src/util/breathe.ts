/** How long the extension host may be kept from other things at a stretch, in milliseconds. */
const stretch = 5;
let last = 0;

/** Lets others have their turn, if the last time is some milliseconds ago. */
export async function breathe(): Promise<void> {
	if (Date.now() - last > stretch) {
		await new Promise<void>(later => void setTimeout(later, 0));
		last = Date.now();
	}
}

/** Lets others have their turn between steps. */
export async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
	for (;;) {
		const { done, value } = steps.next();
		if (done) {
			return value;
		}
		await breathe();
	}
}

/** So many things may be underway at once; more would not be there sooner. */
const mostAtOnce = 20;

/** Does something for each of many things, in the end for all; others have their turn meanwhile. */
export async function forEach<T>(things: Iterable<T>, work: (thing: T) => Promise<void>): Promise<void> {
	// One iterator that all take from.
	const waiting = [...things].values();
	const take = async (): Promise<void> => {
		for (const thing of waiting) {
			await work(thing);
			await breathe();
		}
	};
	await Promise.all(Array.from({ length: mostAtOnce }, take));
}
