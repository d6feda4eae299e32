/**
 * The fields of what a language model passes to a tool. VS Code does not hold it against the schema, and models make
 * mistakes: whatever does not fit is noted in `faults`, in words that the model can go by.
 */
export class Fields {
	readonly faults: string[] = [];
	private readonly fields: Readonly<Record<string, unknown>>;

	/** @param names All fields that there may be. */
	constructor(input: unknown, names: readonly string[]) {
		const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
		this.fields = isObject ? (input as Record<string, unknown>) : {};
		if (!isObject) this.faults.push('The input must be an object.');
		const unknown = Object.keys(this.fields).filter(name => !names.includes(name));
		if (unknown.length > 0) {
			this.faults.push(`There is no ${quotedList(unknown)}; there are ${quotedList(names)}.`);
		}
	}

	/** A text; empty is as good as none. */
	text(name: string): string | undefined {
		const value = this.given(name);
		if (value !== undefined && typeof value !== 'string') {
			this.faults.push(`"${name}" must be a string.`);
			return undefined;
		}
		return value?.trim() === '' ? undefined : value?.trim();
	}

	/** One of a few words. */
	oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
		const value = this.given(name);
		const word = words.find(each => each === value);
		if (value !== undefined && !word) {
			this.faults.push(`"${name}" must be one of ${quotedList(words)}.`);
		}
		return word;
	}

	/** A whole number from `least` to `most`; without one, `standard`. */
	count(name: string, least: number, most: number, standard: number): number {
		const value = this.given(name) ?? standard;
		if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
		this.faults.push(`"${name}" must be a whole number from ${least} to ${most}.`);
		return standard;
	}

	/** A list that is not empty, and no longer than `most`; `read` gives nothing for an item that does not fit. */
	list<Item>(name: string, most: number, what: string, read: (item: unknown) => Item | undefined): readonly Item[] {
		const value = this.given(name);
		const items = Array.isArray(value) ? value.map(read) : [];
		const fitting = items.filter(item => item !== undefined);
		if (fitting.length === 0 || fitting.length < items.length || items.length > most) {
			this.faults.push(`"${name}" must be a list of 1 to ${most} ${what}.`);
		}
		return fitting;
	}

	/** Models fill in what they leave out with `null`. */
	private given(name: string): unknown {
		return Object.hasOwn(this.fields, name) ? (this.fields[name] ?? undefined) : undefined;
	}
}

function quotedList(words: readonly string[]): string {
	return words.map(word => JSON.stringify(word.slice(0, 40))).join(', ');
}
