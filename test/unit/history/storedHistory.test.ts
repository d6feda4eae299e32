import assert from 'node:assert/strict';
import { createParser, createTracker, type Version } from '../../../src/core';
import { historyInSteps, storedInSteps } from '../../../src/history/storedHistory';
import { counted } from '../support/steps';

/** What a history is once it was kept as JSON, and how many steps each way has taken. */
function kept(history: readonly Version[]) {
	const stored = counted(storedInSteps(history));
	const read = counted(historyInSteps(JSON.parse(JSON.stringify(stored.value)) as typeof stored.value));
	return { history: read.value, steps: [stored.count, read.count] };
}

describe('a kept history', () => {
	it('is what it was, with all that happens to tasks', () => {
		const tracker = createTracker();
		const parser = createParser({ states: 'extended' });
		const texts = [
			'# A\n- [ ] a\n- [ ] b\n- [x] c\n- [ ] d',
			'# A\n- [x] a\n- [~] b\n- [ ] c',
			'# A\n- [x] a, and more\n- [ ] b\n- [-] c\n# B\n- [ ] d',
			'# A\n- [x] a, and more\n# B\n- [ ] b\n- [ ] d',
		];
		const history = texts.map((text, day) => ({ day, events: tracker.next(parser.parse(text)) }));
		const kinds = new Set(history.flatMap(({ events }) => events.map(({ kind }) => kind)));
		assert.equal(kinds.size, 9, [...kinds].join(', '));
		assert.deepEqual(kept(history).history, history);
	});

	it('takes steps that do not grow with it, both ways', () => {
		const text = Array.from({ length: 10_000 }, (_, number) => `- [ ] task ${number}`).join('\n');
		const history = [{ day: 0, events: createTracker().next(createParser().parse(text)) }];
		const { history: read, steps } = kept(history);
		assert.deepEqual(read, history);
		assert.ok(
			steps.every(count => count > 10),
			`${steps.join(' and ')} steps for 10,000 tasks`,
		);
	});
});
