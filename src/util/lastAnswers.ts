import { within } from './patience';

/** Asks others, who may never answer: then what they said the last time has to do. */
export class LastAnswers<Answer> {
	readonly #last = new Map<string, Answer>();
	/** What takes too long; each ends with its answer, or without one. */
	readonly #late = new Map<string, Promise<void>>();

	/** What was answered the last time. */
	last(question: string): Answer | undefined {
		return this.#last.get(question);
	}

	/**
	 * The answer, or the last one where that takes too long; nobody waits twice for what does. Rejects where asking does.
	 *
	 * @param question The same each time for what is the same question.
	 * @param patience How long to wait, in milliseconds.
	 * @param whenLate Called when another answer than the last one has come after all.
	 */
	async ask(
		question: string,
		ask: () => PromiseLike<Answer>,
		patience: number,
		whenLate: () => void,
	): Promise<Answer | undefined> {
		const before = this.#last.get(question);
		if (!this.#late.has(question)) {
			const asking = Promise.resolve(ask()).then(answer => {
				this.#last.set(question, answer);
				return { answer };
			});
			const answered = await within(patience, asking);
			if (answered) {
				return answered.answer;
			}
			const forget = (): void => void this.#late.delete(question);
			this.#late.set(question, asking.then(forget, forget));
		}
		void this.#late.get(question)?.then(() => {
			// Else what is always late would be asked for ever.
			if (JSON.stringify(this.#last.get(question)) !== JSON.stringify(before)) {
				whenLate();
			}
		});
		return before;
	}
}
