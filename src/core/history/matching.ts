import type { Entry } from './entries';

/** Which tasks of one version are which of the next, as far as is known. */
export class Matching {
	private readonly nows: (Entry | undefined)[];
	private readonly befores: (Entry | undefined)[];

	constructor(
		readonly before: readonly Entry[],
		readonly now: readonly Entry[],
	) {
		this.nows = before.map(() => undefined);
		this.befores = now.map(() => undefined);
		this.matchEnds();
	}

	/** What became of a task of the version before. */
	nowOf({ index }: Entry): Entry | undefined {
		return this.nows[index];
	}

	/** What a task of the present version was. */
	beforeOf({ index }: Entry): Entry | undefined {
		return this.befores[index];
	}

	match(before: Entry, now: Entry): void {
		this.nows[before.index] = now;
		this.befores[now.index] = before;
	}

	/** The tasks of the version before that have not been found yet, in document order. */
	get lost(): readonly Entry[] {
		return this.before.filter(entry => !this.nows[entry.index]);
	}

	/** The tasks of the present version of which it is not known yet what they were, in document order. */
	get found(): readonly Entry[] {
		return this.now.filter(entry => !this.befores[entry.index]);
	}

	/** Whether every task of one of the versions is matched. */
	get isWhole(): boolean {
		return this.nows.every(now => now) || this.befores.every(before => before);
	}

	/** Most versions are the same as the one before but for a stretch somewhere. */
	private matchEnds(): void {
		const { before, now } = this;
		const shorter = Math.min(before.length, now.length);
		let start = 0;
		while (start < shorter && this.matchSame(before[start], now[start])) start++;
		for (let back = 1; back <= shorter - start && this.matchSame(before.at(-back), now.at(-back)); back++);
	}

	private matchSame(before: Entry | undefined, now: Entry | undefined): boolean {
		const isSame = before?.place === now?.place && before?.state === now?.state;
		if (isSame && before && now) this.match(before, now);
		return isSame;
	}
}
