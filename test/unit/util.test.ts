import assert from 'node:assert/strict';
import shortCodes from 'markdown-it-emoji/lib/data/full.mjs';
import { forEachInSteps } from '../../src/core/steps';
import { Delayer } from '../../src/util/delayer';
import { Disposable, DisposableStore } from '../../src/util/disposable';
import { hasUnknownEmoji, learnEmoji, withEmoji } from '../../src/util/emoji';
import { jsonInSteps } from '../../src/util/json';
import {
	escapeHtml,
	escapeIcons,
	escapeMarkdown,
	escapeMessage,
	linesOf,
	positionAt,
	shorten,
} from '../../src/util/text';
import { counted } from './support/steps';

/** A table of a function from text to text. */
function texts(change: (text: string) => string, cases: Readonly<Record<string, string>>): void {
	for (const [text, expected] of Object.entries(cases)) {
		assert.equal(change(text), expected, text);
	}
}

describe('forEachInSteps', () => {
	it('does each, in order, some at a step', () => {
		const things = Array.from({ length: 2500 }, (_, index) => index);
		const done: number[] = [];
		const { count } = counted(forEachInSteps(things, thing => void done.push(thing)));
		assert.deepEqual([done, count], [things, 3]);
	});
});

describe('jsonInSteps', () => {
	const values: unknown[] = [
		'',
		'"\\ \n ä € 🎉 \ud83c',
		1.5,
		null,
		[],
		[1, { a: undefined, b: [undefined] }],
		{},
		{ a: {}, 'b"c': { d: 'é', e: undefined, f: [{ g: 1 }] }, h: undefined },
	];

	it('gives the bytes of what JSON.stringify gives', () => {
		for (const value of values) {
			const json = JSON.stringify(value);
			assert.equal(new TextDecoder().decode(counted(jsonInSteps(value)).value), json);
		}
	});

	it('takes steps for each property', () => {
		const few = counted(jsonInSteps({ a: 'a' })).count;
		assert.ok(counted(jsonInSteps({ a: 'a', b: { c: 'c' }, d: [] })).count > 2 * few);
	});
});

describe('positionAt', () => {
	/** `‸` stands at the offset. */
	const is = (marked: string, line: number, character: number) =>
		assert.deepEqual(
			positionAt(marked.replace('‸', ''), marked.indexOf('‸')),
			{ line, character },
			JSON.stringify(marked),
		);

	it('counts lines that end in LF, CRLF or CR', () => {
		is('‸', 0, 0);
		is('ab‸c', 0, 2);
		is('a‸\nb', 0, 1);
		is('a\n‸b', 1, 0);
		is('a\r\n‸b', 1, 0);
		is('a\r‸b', 1, 0);
		is('a\n\r\n\r\r\n‸b', 4, 0);
		is('\n\n\n‸', 3, 0);
	});

	it('is at the line end inside of CRLF', () => is('a‸\r\nb', 0, 1));

	it('counts UTF-16 characters', () => is('😀é‸', 0, 3));
});

describe('linesOf', () => {
	it('counts as positionAt does', () => {
		const text = 'a\n\r\nb\rc\r\r\n\nd';
		const offsets = Array.from({ length: text.length + 2 }, (_, offset) => offset);
		assert.deepEqual(
			linesOf(text, offsets),
			offsets.map(offset => positionAt(text, offset).line),
		);
		assert.deepEqual(linesOf('', [0, 0]), [0, 0]);
		assert.deepEqual(linesOf('a\nb', []), []);
	});
});

describe('shorten', () => {
	const is = (text: string, length: number, expected: string) => assert.equal(shorten(text, length), expected, text);

	it('keeps what is short enough', () => {
		is('', 1, '');
		is('abc', 3, 'abc');
		is('😀', 2, '😀');
	});

	it('cuts what is longer, with an ellipsis', () => {
		is('abcd', 3, 'ab…');
		is('ab', 1, '…');
	});

	it('never cuts through a surrogate pair', () => {
		is('a😀b', 3, 'a…');
		is('a😀bc', 4, 'a😀…');
		is('😀😀', 2, '…');
	});
});

describe('escaping', () => {
	it('keeps icons from being drawn', () =>
		texts(escapeIcons, {
			'$(bug)': '\\$(bug)',
			'$(a) $(b)': '\\$(a) \\$(b)',
			'$a (b)': '$a (b)',
			'$( a ) $($(b)': '$( a ) $(\\$(b)',
			'': '',
		}));

	it('shows Markdown as it is, on one line', () =>
		texts(escapeMarkdown, {
			'a *b* _c_': 'a \\*b\\* \\_c\\_',
			'[x](y)': '\\[x\\]\\(y\\)',
			'a | b\n\n# c': 'a \\| b \\# c',
			'<b>&amp;</b>': '\\<b\\>\\&amp;\\<\\/b\\>',
			'$(bug) `code` \\': '\\$\\(bug\\) \\`code\\` \\\\',
			'1. a - b + c! ~d~': '1\\. a \\- b \\+ c\\! \\~d\\~',
			'https://a.b': 'https\\:\\/\\/a\\.b',
			'me@home': 'me\\@home',
			'plain words': 'plain words',
		}));

	it('keeps links out of notifications', () =>
		texts(escapeMessage, { '[a](b)': '[a] (b)', '[a](b)[c](d)': '[a] (b)[c] (d)', '[a] b (c)': '[a] b (c)' }));
});

describe('hasUnknownEmoji', () => {
	before(() => learnEmoji(undefined));

	it('tells what may be a short code, until they are known', () => {
		const codes = [':rocket:', 'a :+1::tada: b', '10:30:00', ':nothing-of-this-name:'];
		const none = ['', 'a: b: c', ':: a:b', ':a b:', ':Rocket:'];
		assert.deepEqual([...codes, ...none].filter(hasUnknownEmoji), codes);
		learnEmoji(shortCodes);
		assert.deepEqual(codes.filter(hasUnknownEmoji), []);
	});
});

describe('withEmoji', () => {
	before(() => learnEmoji(shortCodes));

	it('keeps everything before any short codes are known', () => {
		learnEmoji(undefined);
		texts(withEmoji, { ':rocket:': ':rocket:' });
		learnEmoji(shortCodes);
	});

	it('draws short codes', () => texts(withEmoji, { ':rocket:': '🚀', 'a :+1::tada: b': 'a 👍🎉 b', ':100:': '💯' }));

	it('keeps what is none', () =>
		texts(withEmoji, {
			':nothing-of-this-name:': ':nothing-of-this-name:',
			'10:30:00': '10:30:00',
			':constructor:': ':constructor:',
			':__proto__:': ':__proto__:',
			':: : a:b': ':: : a:b',
		}));
});

describe('Disposable', () => {
	/** Writes down what it disposes. */
	class Owner extends Disposable {
		readonly log: string[] = [];

		own(name: string): void {
			this.register({ dispose: () => this.log.push(name) });
		}

		fail(name: string): void {
			this.register({
				dispose: () => {
					throw new Error(name);
				},
			});
		}

		isOver(): boolean {
			return this.isDisposed();
		}
	}

	it('disposes what it owns once, last first', () => {
		const owner = new Owner();
		['a', 'b', 'c'].forEach(name => owner.own(name));
		assert.deepEqual([owner.log, owner.isOver()], [[], false]);
		owner.dispose();
		owner.dispose();
		assert.deepEqual([owner.log, owner.isOver()], [['c', 'b', 'a'], true]);
	});

	it('disposes late arrivals at once', () => {
		const owner = new Owner();
		owner.dispose();
		owner.own('late');
		assert.deepEqual(owner.log, ['late']);
	});

	it('disposes everything though something fails, and says what', () => {
		const owner = new Owner();
		owner.own('a');
		owner.fail('b');
		owner.own('c');
		owner.fail('d');
		assert.throws(
			() => owner.dispose(),
			(error: unknown) =>
				error instanceof AggregateError && error.errors.map(({ message }: Error) => message).join() === 'd,b',
		);
		assert.deepEqual(owner.log, ['c', 'a']);
		owner.dispose();
	});

	it('hands back what it takes over', () => {
		const store = new DisposableStore();
		let disposed = 0;
		const added = store.add({ dispose: () => disposed++, name: 'x' });
		assert.equal(added.name, 'x');
		store.dispose();
		assert.equal(disposed, 1);
	});
});

describe('Delayer', () => {
	const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

	it('runs the latest of what it is given, once', async () => {
		const log: string[] = [];
		const delayer = new Delayer(1);
		delayer.trigger(() => log.push('a'));
		delayer.trigger(() => log.push('b'));
		assert.equal(log.length, 0);
		await wait(10);
		assert.deepEqual(log, ['b']);
		delayer.trigger(() => log.push('c'));
		await wait(10);
		assert.deepEqual(log, ['b', 'c']);
	});

	it('waits anew when it is restarted', async () => {
		const log: string[] = [];
		const delayer = new Delayer(50);
		delayer.trigger(() => log.push('a'));
		await wait(30);
		delayer.restart(() => log.push('b'));
		await wait(30);
		assert.deepEqual(log, []);
		await wait(60);
		assert.deepEqual(log, ['b']);
	});

	it('runs nothing more when disposed', async () => {
		const log: string[] = [];
		const delayer = new Delayer(1);
		delayer.dispose();
		delayer.trigger(() => log.push('a'));
		delayer.dispose();
		await wait(10);
		assert.deepEqual(log, []);
	});
});

describe('escapeHtml', () => {
	it('takes the meaning from what HTML has one for', () =>
		texts(escapeHtml, { 'a b': 'a b', "<b a='\"'>&": '&#60;b a=&#39;&#34;&#39;&#62;&#38;' }));
});
