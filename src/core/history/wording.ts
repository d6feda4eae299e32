/** Numbering, as in `1. `, `1.2 ` or `a) `, which says where something stands and not what it is. */
const numbering = /^(?:\(?(?:\d{1,3}|\p{L})[.):]\)?|\d+(?:\.\d+)+[.):]?|\(?\d{1,3}\)?\s+[-–—])\s+/u;

/** Words; of scripts that put no space between them, characters. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;

/** A text, as it is compared with others. */
export interface Wording {
	/** The text without what people change in passing: letter case, punctuation and numbering. */
	readonly key: string;
	/** Its words by their numbers, in order, each once. */
	readonly words: readonly number[];
	/** The same, by number. */
	readonly sorted: readonly number[];
}

/** Wordings of the texts that were met, each made once. */
export class Wordings {
	/** How each word is spelt, in lower case, by its number. */
	readonly spelt: string[] = [];
	private readonly numbers = new Map<string, number>();
	private readonly known = new Map<string, Wording>();

	of(text: string): Wording {
		let wording = this.known.get(text);
		if (!wording) this.known.set(text, (wording = this.read(text)));
		return wording;
	}

	private read(text: string): Wording {
		const plain = text.normalize('NFKC').toLowerCase();
		const found: readonly string[] = plain.replace(numbering, '').match(word) ?? [];
		const words = [...new Set(found.map(each => this.numberOf(each)))];
		// What has no words, an emoji perhaps, is itself.
		const key = found.length > 0 ? found.join(' ') : plain;
		return { key, words, sorted: [...words].sort((one, other) => one - other) };
	}

	private numberOf(spelt: string): number {
		let number = this.numbers.get(spelt);
		if (number === undefined) this.numbers.set(spelt, (number = this.spelt.push(spelt) - 1));
		return number;
	}
}
