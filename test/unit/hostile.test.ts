import assert from 'node:assert/strict';
import shortCodes from 'markdown-it-emoji/lib/data/full.mjs';
import type { LogOutputChannel } from 'vscode';
import { withTameEntries } from '../../src/util/tameLog';
import { learnEmoji, shown } from '../../src/util/emoji';
import { tame } from '../../src/util/text';
import { checkWords } from './support/hostileChecks';
import { hostileLines, hostileText, hostileWords } from './support/hostile';
import { Random } from './support/random';

const seed = 11;

describe('words that others wrote', () => {
	before(() => learnEmoji(shortCodes));
	after(() => learnEmoji(undefined));

	for (const [name, words] of Object.entries({ ...hostileWords, lines: hostileLines })) {
		it(`are only words: ${name}`, () => checkWords(words));
	}

	it('are only words, put together at random', () => {
		for (let number = 0; number < 200; number++) {
			const words = hostileText(new Random(seed, number));
			try {
				checkWords(words);
			} catch (error) {
				throw new Error(`seed ${seed}, number ${number}: ${JSON.stringify(words)}`, { cause: error });
			}
		}
	});

	it('are shown on one line, with what controls as signs', () => {
		assert.equal(tame('a\tb\r\nc\u2028d\u0085e', 50), 'a b  c d e');
		assert.equal(tame('\u001b[31mred\u0000\u007f\u009b', 50), '␛[31mred␀␡\ufffd');
	});

	it('keep what stands around them in order', () => {
		assert.equal(tame('safe \u202egnp.exe\u202c \u2067x\u2069', 50), 'safe gnp.exe x');
		assert.equal(tame('שלום \u200fעולם', 50), 'שלום \u200fעולם');
	});

	it('are nothing where there is nothing to see', () => {
		for (const text of [
			'',
			' \t',
			'\u200b\u2060',
			'\u3164 \u00ad',
			hostileWords['nothing']?.replace('\u2800', '') ?? '',
		]) {
			assert.equal(tame(text, 50), '', JSON.stringify(text));
		}
		assert.equal(tame('\u200ba', 50), '\u200ba');
	});

	it('are cut, however long they are', () => {
		assert.equal(tame('abcdef', 4), 'abc…');
		assert.equal(shown(':tada:'.repeat(100), 11), '🎉🎉🎉🎉🎉…');
		assert.equal(shown(':a'.repeat(20_000_000), 100).length, 100);
	});

	it('are one line of a log', () => {
		const entries: string[] = [];
		const write = (message: string): void => void entries.push(message);
		const channel = { name: 'x', error: write, warn: write, info: write, debug: write, trace: write };
		const log = withTameEntries(channel as unknown as LogOutputChannel);
		const error = new Error("no such file '/a\n[error] all is lost\u001b[2J'");
		log.error(`It failed: ${String(error)}`);
		log.warn(String(error));
		for (const level of ['info', 'debug', 'trace'] as const) {
			log[level]('a\u202eb');
		}
		assert.equal(entries[0], "It failed: Error: no such file '/a [error] all is lost␛[2J'");
		assert.deepEqual(entries.slice(2), ['ab', 'ab', 'ab']);
		assert.equal(log.name, 'x');
	});

	it('name no emoji but those that there are', () => {
		assert.equal(shown(':constructor: :__proto__: :toString:', 50), ':constructor: :__proto__: :toString:');
	});
});
