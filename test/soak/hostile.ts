import { parseArgs } from 'node:util';
import shortCodes from 'markdown-it-emoji/lib/data/full.mjs';
import { learnEmoji } from '../../src/util/emoji';
import { hostileText } from '../unit/support/hostile';
import { checkWords } from '../unit/support/hostileChecks';
import { Random } from '../unit/support/random';

/** Words put together at random, in every place where words of others are shown. */
export function run(args: readonly string[]): number {
	const { values } = parseArgs({
		args: [...args],
		options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '100000' } },
	});
	const [seed, count] = [Number(values.seed), Number(values.count)];
	learnEmoji(shortCodes);
	for (let number = 0; number < count; number++) {
		const words = hostileText(new Random(seed, number));
		try {
			checkWords(words);
		} catch (error) {
			console.error(`seed ${seed}, number ${number}: ${JSON.stringify(words)}`, error);
			return 1;
		}
	}
	console.log(`Hostile words: ${count} texts tried, seed ${seed}: all of them only words`);
	return 0;
}
