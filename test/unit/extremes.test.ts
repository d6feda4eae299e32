import assert from 'node:assert/strict';
import {
	descendants,
	nextTask,
	pathAt,
	progressOf,
	relocate,
	tasksIn,
	toggle,
	toggleAt,
	type Node,
	type Roadmap,
} from '../../src/core';

/** A task or group that starts at the offset `start`, named after it; its mark stands there too. */
function nodeAt(start: number, end: number, kind: 'task' | 'group', children: readonly Node[]): Node {
	const common = { text: String(start), span: { start, end }, children };
	return kind === 'task' ? { kind, state: 'open', mark: start, ...common } : { kind, ...common };
}

/** 20,000 nodes, each but the first inside the one before; every other one is a task. */
function deep(): Roadmap {
	let children: readonly Node[] = [];
	for (let start = 19_999; start >= 0; start--) {
		children = [nodeAt(start, 20_000, start % 2 === 1 ? 'task' : 'group', children)];
	}
	return { kind: 'roadmap', children };
}

/** 130,000 tasks in one: more than the call stack takes as arguments. */
function wide(): Roadmap {
	const children = Array.from({ length: 130_000 }, (_, index) => nodeAt(index + 1, index + 2, 'task', []));
	return { kind: 'roadmap', children: [nodeAt(0, 130_001, 'task', children)] };
}

function copes(read: () => Roadmap, nodes: number, tasks: number, leaves: number): void {
	const roadmap = read();
	const text = ']'.repeat(nodes);
	const last = [...tasksIn(roadmap)].at(-1) as Node;
	const [top] = roadmap.children as readonly [Node];

	it('is walked', () => {
		assert.equal([...descendants(roadmap)].length, nodes);
		assert.equal(pathAt(roadmap, nodes - 1).at(-1), last);
	});

	it('is counted', () => {
		assert.equal(progressOf(roadmap).total, tasks);
		assert.equal(progressOf(roadmap, 'leaves').total, leaves);
		assert.equal(nextTask(roadmap)?.text, leaves === 1 ? String(nodes - 1) : '1');
	});

	it('is found again', () => assert.equal(relocate(roadmap, last, read())?.span.start, nodes - 1));

	it('is ticked', () => {
		const every = [...tasksIn(roadmap)];
		assert.equal(toggle(text, roadmap, every, { cascade: 'both' }).length, tasks);
		assert.equal(toggle(text, roadmap, [top], { cascade: 'down' }).length, tasks);
		assert.equal(toggle(text, roadmap, [last], { cascade: 'up' }).length, leaves === 1 ? tasks : 1);
		assert.equal(toggleAt(text, roadmap, [{ start: nodes - 1, end: nodes - 1 }]).length, 1);
	});
}

describe('nesting without end', function () {
	this.timeout(20_000);
	copes(deep, 20_000, 10_000, 1);
});

describe('a list without end', function () {
	this.timeout(20_000);
	copes(wide, 130_001, 130_001, 130_000);
});
