import assert from 'node:assert/strict';
import { createParser, faultsIn, type TaskStates } from '../../src/core';
import { PiecewiseParser, problemsIn } from '../unit/support/faultChecks';
import { edited } from '../unit/support/nasty';
import { nastyFaultyText } from '../unit/support/nastyFaults';
import { Random } from '../unit/support/random';

const seed = 1;

/** As many as take a moment: `FAULTS=10000` tries more. */
const count = Number(process.env['FAULTS'] ?? 150);

const grammars = ['commonmark', 'extensions', 'mixed'] as const;
const states: readonly TaskStates[] = ['gfm', 'extended'];

describe('faults in random texts', function () {
	this.timeout(0);

	it('are fixed as promised, each and all boxes together, and nothing else changes', () => {
		for (let number = 0; number < count; number++) {
			const random = new Random(seed, number);
			const grammar = random.pick(grammars);
			const text = nastyFaultyText(random, grammar);
			const reading = random.pick(states);
			for (const parser of [createParser({ states: reading }), new PiecewiseParser(reading)]) {
				const problems = problemsIn(text, reading, parser.parse(text), grammar === 'extensions');
				assert.deepEqual(problems, [], `${reading} ${JSON.stringify(text)}`);
			}
		}
	});

	it('are the same in an edited text as in one that is read for the first time', () => {
		for (let number = 0; number < count / 5; number++) {
			const random = new Random(seed, number);
			const reading = random.pick(states);
			const parser = new PiecewiseParser(reading);
			let text = nastyFaultyText(random, 'mixed');
			for (let edit = 0; edit < 8; edit++) {
				const anew = new PiecewiseParser(reading);
				const found = JSON.stringify(faultsIn(text, parser.parse(text)));
				assert.equal(found, JSON.stringify(faultsIn(text, anew.parse(text))), JSON.stringify(text));
				text = edited(random, text, 'mixed');
			}
		}
	});
});
