import assert from 'node:assert/strict';
import { createParser } from '../../src/core';
import { TreeModel, type Element } from '../../src/tree/model';
import { Revealer } from '../../src/tree/revealer';
import type { ReadRoadmap } from '../../src/workspace/roadmapFile';

const uri = { toString: () => 'file:///ROADMAP.md' } as ReadRoadmap['uri'];

describe('what is shown in the tree', () => {
	let model: TreeModel;
	let one: Element;
	let two: Element;
	/** What VS Code was asked for: with `!` to focus it, with `?` where it knows of the rows as they were. Each waits to be answered. */
	let asked: string[];
	let answers: { readonly yes: () => void; readonly no: () => void }[];
	let revealer: Revealer;
	let selection: Element[];
	let view: Record<'selection' | 'reveal' | 'visible', unknown>;
	let isTold: boolean;
	let told: Promise<void>;
	let tell: () => void;

	function showText(text: string): void {
		const file: ReadRoadmap = { kind: 'read', uri, text, roadmap: createParser().parse(text) };
		model.update([file], [''], { emptySections: 'auto', hidesCompleted: false });
		isTold = false;
	}

	beforeEach(() => {
		model = new TreeModel();
		showText('- [ ] one\n- [ ] two\n');
		isTold = true;
		[one, two] = model.top as [Element, Element];
		one.isKnown = two.isKnown = true;
		selection = [two];
		told = new Promise(resolve => (tell = resolve));
		asked = [];
		answers = [];
		const reveal = async (row: Element, { focus }: { readonly focus: boolean }): Promise<void> => {
			asked.push((row === one ? 'one' : 'two') + (focus ? '!' : '') + (isTold ? '' : '?'));
			return new Promise((yes, no) => {
				answers.push({ yes, no: () => no(new Error('Cannot resolve tree item')) });
			});
		};
		view = { selection, reveal, visible: true };
		revealer = new Revealer(view as unknown as ConstructorParameters<typeof Revealer>[0], model, {
			refreshWaiting: () => (isTold = true),
			whenTold: () => told,
		});
	});

	it('is asked for again when VS Code refuses, while the row is there', async () => {
		const focused = revealer.focus(one);
		answers[0]?.no();
		await settled();
		answers[1]?.yes();
		await focused;
		assert.deepEqual(asked, ['one!', 'one!']);
		const gone = revealer.focus(one);
		showText('- [ ] other\n- [ ] two\n- [ ] three\n');
		answers[2]?.no();
		await gone;
		assert.equal(asked.length, 3);
	});

	it('is not asked for for ever', async () => {
		const focused = revealer.focus(one);
		for (let answer = 0; answer < 5; answer++) {
			answers[answer]?.no();
			await settled();
		}
		await focused;
		assert.equal(asked.length, 5);
	});

	it('is the row that gets the focus, whatever is to be selected meanwhile', async () => {
		const selected = revealer.select(two);
		const focused = revealer.focus(one);
		await revealer.select(two);
		answers[0]?.no();
		await selected;
		answers[1]?.yes();
		await focused;
		assert.deepEqual(asked, ['two', 'one!']);
		void revealer.select(two);
		assert.deepEqual(asked, ['two', 'one!', 'two']);
	});

	it('is waited for where VS Code does not know it, but drawn at once where it gets the focus', async () => {
		one.isKnown = false;
		void revealer.select(one);
		await settled();
		assert.deepEqual(asked, []);
		tell();
		await settled();
		one.isKnown = true;
		isTold = false;
		void revealer.select(one);
		void revealer.focus(one);
		assert.deepEqual(asked, ['one', 'one?', 'one!']);
	});

	it('is not shown any more when another is wanted before VS Code knows it', async () => {
		one.isKnown = two.isKnown = false;
		void revealer.select(one);
		void revealer.select(two);
		tell();
		await settled();
		assert.deepEqual(asked, ['two']);
	});

	it('is not shown any more when the person selects another before VS Code knows it', async () => {
		one.isKnown = false;
		void revealer.select(one);
		selection[0] = one;
		tell();
		await settled();
		assert.deepEqual(asked, []);
	});

	it('is not shown any more when the person leaves the view before VS Code knows it', async () => {
		one.isKnown = false;
		void revealer.select(one);
		view.visible = false;
		tell();
		await settled();
		assert.deepEqual(asked, []);
	});

	it('is known before VS Code tells of it', async () => {
		assert.equal(revealer.selected, two);
		const selected = revealer.select(one);
		assert.equal(revealer.selected, one);
		answers[0]?.yes();
		await selected;
		assert.equal(revealer.selected, two);
	});
});

async function settled(): Promise<void> {
	await new Promise(resolve => setImmediate(resolve));
}
