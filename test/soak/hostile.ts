import shortCodes from 'markdown-it-emoji/lib/data/full.mjs';
import { learnEmoji } from '../../src/util/emoji';
import { hostileText } from '../unit/support/hostile';
import { checkWords } from '../unit/support/hostileChecks';
import { Random } from '../unit/support/random';
import type { Asked } from './index';

/** Words put together at random, in every place where words of others are shown. */
export function soakHostile({ seed, count = 100_000 }: Asked): Promise<number> {
	learnEmoji(shortCodes);
	for (let number = 0; number < count; number++) {
		const words = hostileText(new Random(seed, number));
		try {
			checkWords(words);
		} catch (error) {
			console.error(`seed ${seed}, number ${number}: ${JSON.stringify(words)}`, error);
			return Promise.resolve(1);
		}
	}
	console.log(`Hostile words: ${count} texts tried, seed ${seed}: all of them only words`);
	return Promise.resolve(0);
}
