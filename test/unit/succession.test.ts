import assert from 'node:assert/strict';
import { createParser } from '../../src/core';
import { TreeModel, type Element } from '../../src/tree/model';
import { Succession } from '../../src/tree/succession';
import type { ReadRoadmap } from '../../src/workspace/roadmapFile';

const uri = { toString: () => 'file:///ROADMAP.md' } as ReadRoadmap['uri'];

type Parts = ConstructorParameters<typeof Succession>;

describe('an edit in the tree', () => {
	let model: TreeModel;
	let selection: readonly Element[];
	let succession: Succession;
	/** What VS Code was asked for. */
	let asked: string[];
	let tell: () => void;
	let follow: () => void;

	beforeEach(() => {
		model = new TreeModel();
		asked = [];
		show('- [ ] one\n- [ ] two\n- [ ] three\n');
		const view = {
			get selection() {
				return selection;
			},
		};
		const provider = { refreshWaiting: () => asked.push('refresh') };
		const revealer = { focus: (row: Element) => asked.push(wordsOf(row)) };
		follow = () => undefined;
		const roadmaps = {
			onDidChange: (listener: () => void) => ((tell = listener), { dispose: () => undefined }),
			followEdits: async () => {
				await Promise.resolve();
				follow();
			},
		};
		const parts = [view, model, provider, revealer, roadmaps] as unknown as Parts;
		succession = new Succession(...parts);
		selection = model.top.slice(1, 2);
	});

	function show(text: string): void {
		const file: ReadRoadmap = { kind: 'read', uri, text, roadmap: createParser().parse(text) };
		model.update([file], [''], { emptySections: 'auto', hidesCompleted: false });
	}

	/** An edit that leaves this text, which is told of before it ends. */
	function leaving(text: string): () => Promise<boolean> {
		return () => {
			show(text);
			tell();
			return Promise.resolve(true);
		};
	}

	it('is shown at once, and what others edit is not', async () => {
		await succession.during(leaving('- [ ] one\n- [x] two\n- [ ] three\n'));
		assert.deepEqual(asked, ['refresh']);
		tell();
		assert.deepEqual(asked, ['refresh']);
	});

	it('that comes to nothing shows nothing', async () => {
		await succession.during(() => Promise.resolve(false));
		tell();
		assert.deepEqual(asked, []);
	});

	it('goes on with the row behind one that is gone, or else with the one before it', async () => {
		await succession.during(leaving('- [ ] one\n- [ ] three\n'));
		assert.deepEqual(asked, ['refresh', 'three']);
		selection = model.top.slice(1);
		await succession.during(leaving('- [ ] one\n'));
		assert.deepEqual(asked.slice(2), ['refresh', 'one']);
	});

	it('goes on so whatever else changes while it runs', async () => {
		let apply: (isApplied: boolean) => void = () => undefined;
		const ended = succession.during(() => new Promise(resolve => (apply = resolve)));
		show('- [ ] one\n- [ ] two\n- [ ] three\n- [ ] four\n');
		tell();
		follow = () => void leaving('- [ ] one\n- [ ] three\n- [ ] four\n')();
		apply(true);
		await ended;
		assert.deepEqual(asked, ['refresh', 'refresh', 'three']);
	});

	it('has no row follow one that others take out later', async () => {
		await succession.during(() => Promise.resolve(true));
		await assert.rejects(succession.during(() => Promise.reject(new Error('No'))));
		show('- [ ] one\n- [ ] three\n');
		tell();
		assert.deepEqual(asked, []);
	});
});

function wordsOf({ content }: Element): string {
	return content.kind === 'node' && content.node.kind === 'task' ? content.node.text : content.kind;
}
