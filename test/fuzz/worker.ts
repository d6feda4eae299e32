import { type Difference, differenceIn } from '../unit/support/difference';
import { historyDifference } from '../unit/support/history/replayed';
import { type Mode, nastyCase } from '../unit/support/nastyCase';
import { operationDifference } from '../unit/support/operations';
import { Random } from '../unit/support/random';
import { shrink } from './shrink';

/** Cases to try: those of a mode and a seed from `first` up to, not including, `end`. */
export interface Job {
	readonly mode: Mode;
	readonly seed: number;
	readonly first: number;
	readonly end: number;
}

/** A case that shows a difference, made small. */
export interface Found extends Difference {
	readonly mode: Mode;
	readonly number: number;
	readonly texts: readonly string[];
}

export interface Report {
	readonly texts: number;
	readonly found?: Found;
}

function run({ mode, seed, first, end }: Job): Report {
	let texts = 0;
	for (let number = first; number < end; number++) {
		const input = nastyCase(mode, seed, number);
		texts += input.length;
		const failureOf = (tried: readonly string[]): Difference | undefined => failure(mode, seed, number, tried);
		if (!failureOf(input)) continue;
		const smallest = shrink(input, fewer => failureOf(fewer) !== undefined);
		return { texts, found: { mode, number, texts: smallest, ...(failureOf(smallest) as Difference) } };
	}
	return { texts };
}

/** A difference, or what was thrown, which nothing ever should be. */
function failure(mode: Mode, seed: number, number: number, texts: readonly string[]): Difference | undefined {
	try {
		if (mode === 'history') return historyDifference(texts);
		const isPlain = mode === 'plainOperations';
		return isPlain || mode === 'operations'
			? operationDifference(texts[0] ?? '', new Random(seed + 1, number), isPlain)
			: differenceIn(texts);
	} catch (error) {
		return { text: texts.join(''), ours: String(error instanceof Error ? error.stack : error), expected: '' };
	}
}

process.on('message', job => process.send?.(run(job as Job)));
