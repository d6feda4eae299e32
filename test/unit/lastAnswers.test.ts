import assert from 'node:assert/strict';
import { LastAnswers } from '../../src/util/lastAnswers';

/** Milliseconds that nobody notices. */
const patience = 5;

describe('what may never be answered', () => {
	let answers: LastAnswers<string>;
	/** Those that were asked, each with its end. */
	let asked: { readonly yes: (answer: string) => void; readonly no: () => void }[];
	let late: number;

	beforeEach(() => {
		answers = new LastAnswers();
		asked = [];
		late = 0;
	});

	async function ask(question = 'one'): Promise<string | undefined> {
		const wait = () =>
			new Promise<string>((yes, no) => {
				asked.push({ yes, no: () => no(new Error('No answer')) });
			});
		return answers.ask(question, wait, patience, () => late++);
	}

	async function told(answer: string): Promise<void> {
		const telling = ask();
		asked.at(-1)?.yes(answer);
		assert.equal(await telling, answer);
	}

	it('is what was answered the last time', async () => {
		assert.equal(await ask('another'), undefined);
		await told('a');
		assert.equal(answers.last('one'), 'a');
		assert.equal(await ask(), 'a');
		assert.equal(await ask('another'), undefined);
	});

	it('is asked once, and all who wanted to know are told', async () => {
		await told('a');
		assert.deepEqual([await ask(), await ask(), asked.length], ['a', 'a', 2]);
		asked[1]?.yes('b');
		await settled();
		assert.equal(late, 2);
		assert.equal(answers.last('one'), 'b');
		await told('c');
	});

	it('is not told of where nothing is new', async () => {
		await told('a');
		await ask();
		asked[1]?.yes('a');
		await settled();
		assert.equal(late, 0);
	});

	it('is asked anew behind a failure, in time or late', async () => {
		await told('a');
		const failing = ask();
		asked[1]?.no();
		await assert.rejects(failing, /No answer/);
		assert.equal(await ask(), 'a');
		asked[2]?.no();
		await settled();
		assert.equal(late, 0);
		await told('b');
	});
});

async function settled(): Promise<void> {
	await new Promise(resolve => setImmediate(resolve));
}
