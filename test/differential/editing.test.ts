import assert from 'node:assert/strict';
import {
	addTasks,
	applyEdits,
	type Change,
	createParser,
	descendants,
	duplicate,
	indent,
	labelOf,
	moveDown,
	moveUp,
	type Node,
	outdent,
	type Refusal,
	remove,
	tasksIn,
} from '../../src/core';
import { nastyCase } from '../unit/support/nastyCase';
import { operationDifference } from '../unit/support/operations';
import { plainRoadmap } from '../unit/support/plain';
import { Random } from '../unit/support/random';

const seed = 7;
const parser = createParser();

describe('random edits of the structure', () => {
	for (const mode of ['operations', 'plainOperations'] as const) {
		it(`do what they are asked for and nothing else: ${mode}`, () => {
			for (let number = 0; number < 250; number++) {
				const [text = ''] = nastyCase(mode, seed, number);
				const difference = operationDifference(text, new Random(seed + 1, number), mode === 'plainOperations');
				assert.equal(difference, undefined, `seed ${seed}, ${number}: ${JSON.stringify(difference, undefined, 1)}`);
			}
		});
	}

	/** Edits texts with lists without gaps, and back; compares with what was before. */
	const comesBack = (there: Step, back: Step) => {
		let count = 0;
		for (let number = 0; number < 120; number++) {
			const random = new Random(seed, number);
			const text = roadmapOfTasks(random);
			if (!/^\s*\S+ \[/m.test(text) || hasGapsInLists(text)) continue;
			const node = random.pick([...tasksIn(parser.parse(text))]);
			const [now, moved] = stepped(text, node, there) ?? [];
			if (now === undefined) continue;
			count++;
			const after = moved && stepped(now, moved, back)?.[0];
			assert.equal(after, text, `seed ${seed}, ${number}: ${labelOf(node)}\n${text}\n\n${now}`);
		}
		assert.ok(count > 12, `only ${count} cases`);
	};

	it('are undone by those that do the opposite', () => {
		comesBack(moveUp, moveDown);
		comesBack(moveDown, moveUp);
		comesBack(indent, outdent);
		comesBack(duplicate, remove);
		comesBack((text, [parent]) => (parent ? addTasks(text, { parent }, ['new']) : { refused: 'gone' }), remove);
	});
});

/** A roadmap with tasks only in its lists: past anything else, a task comes back to another place. */
function roadmapOfTasks(random: Random): string {
	return plainRoadmap(random).replace(/^(\s*(?:[-*+]|\d+\.) )(?!\[[ x]\])/gm, '$1[ ] ');
}

function hasGapsInLists(text: string): boolean {
	return /(?:\r?\n){2}[ \t]*(?:[-*+]|\d+\.) .*(?:\r?\n){2,}[ \t]*(?:[-*+]|\d+\.) /.test(text);
}

type Step = (text: string, nodes: readonly Node[]) => Change | Refusal;

/** The text after a step, and what it moved or added there; `undefined` where it refuses. */
function stepped(text: string, node: Node, step: Step): readonly [string, Node | undefined] | undefined {
	const change = step(text, [node]);
	if ('refused' in change) return undefined;
	const after = applyEdits(text, change.edits);
	return [after, [...descendants(parser.parse(after))].find(({ span }) => span.start === change.starts[0])];
}
