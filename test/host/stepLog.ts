import { stripVTControlCharacters } from 'node:util';

const longestDetails = 150;
const longestTail = 40;
/** Characters: what a test compares may be a whole workspace. */
const longestLine = 300;

/** Reads along what a script says, and keeps of it what tells how its tests went. */
export class StepLog {
	passed = 0;
	failed = 0;
	/** What mocha says of the tests that failed, from every run of it. */
	readonly #details: string[] = [];
	readonly #tail: string[] = [];
	#isDetail = false;

	hear(line: string): void {
		const plain = stripVTControlCharacters(line);
		const [, number, what] = /^ {2}(\d+) (passing|failing)\b/.exec(plain) ?? [];
		if (what === 'passing') {
			this.passed += Number(number);
		} else if (what === 'failing') {
			this.failed += Number(number);
			this.#isDetail = true;
		} else if (plain.startsWith('Exit code:')) {
			this.#isDetail = false; // what follows is said by the next VS Code
		} else if (this.#isDetail && plain.trim() !== '') {
			this.#details.push(line.slice(0, longestLine));
		}
		this.#tail.push(line.slice(0, longestLine));
		this.#tail.splice(0, this.#tail.length - longestTail);
	}

	/** Why the script failed: what mocha said of that, or else the last lines. */
	get reason(): readonly string[] {
		return this.#details.length > 0 ? this.#details.slice(0, longestDetails) : this.#tail;
	}
}
