import { within } from './patience';

/** Does one thing after the other, in the order in which it is asked to. */
export class Turns {
	#last: Promise<unknown> = Promise.resolve();

	/** @param longest Milliseconds after which the next thing does not wait any more for one that does not end. */
	constructor(private readonly longest = Infinity) {}

	/** @returns What the work gives, or how it fails. */
	take<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#last.then(work);
		const end = result.catch(() => undefined);
		this.#last = this.longest === Infinity ? end : within(this.longest, end);
		return result;
	}
}
