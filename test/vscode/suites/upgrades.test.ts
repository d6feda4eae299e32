import * as assert from 'node:assert/strict';
import { extensions, Uri, ViewColumn, window, workspace, type ExtensionContext } from 'vscode';
import { extensionId, reviewPanel } from '../../../src/contributions';
import { activate } from '../../../src/extension';
import { localDay } from '../../../src/history/days';
import { createReviews, type Reviews } from '../../../src/review/reviews';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, read as textOf, sample, write } from '../support/files';
import { closeHistories, dateOf, never, openHistories, outline } from '../support/histories';
import { followLive } from '../support/live';
import { MemoryMemento } from '../support/memento';
import { openStore, untilRead } from '../support/store';
import { Tree } from '../support/tree';
import { until } from '../support/until';

const text = '# Sea\n\n- [x] Swim\n- [ ] Dive\n\n# Wind\n\n- [ ] Sail\n';

/** What no release keeps, or none yet. */
const odd: readonly unknown[] = [
	null,
	true,
	'yes',
	5,
	[],
	['a'],
	{},
	{ version: 2, open: { a: true } },
	{ [sample.toString()]: null },
	{ [sample.toString()]: 'path' },
	{ [sample.toString()]: [1, null, {}] },
	{ [sample.toString()]: { length: 2 } },
	JSON.parse('{"__proto__":["a"],"constructor":["b"]}'),
];

describe('what another release has kept', () => {
	before(diskIsWatched);
	beforeEach(() => write(sample, text));
	afterEach(async () => {
		closeHistories();
		await cleanUp();
	});

	it('of the tree is read or dropped', async () => {
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample, text);
		const whole = await new Tree(roadmaps).outline();
		for (const value of odd) {
			for (const key of ['tree.expanded', 'tree.hidesCompleted', 'tree.selected']) {
				const memento = new MemoryMemento();
				await memento.update(key, value);
				const tree = new Tree(roadmaps, memento);
				const isHiding = key === 'tree.hidesCompleted' && value === true;
				const rows = await tree.outline();
				assert.equal(rows.join() === whole.join(), !isHiding, `${key}: ${JSON.stringify(value)}`);
				const [row] = await tree.provider.getChildren();
				assert.ok(row);
				tree.expansion.set([row], true);
				assert.ok(new Tree(roadmaps, memento).expansion.isOpen(row), 'from now on it is kept as this release does');
			}
		}
	});

	it('does not keep the extension from starting', async () => {
		const { extensionUri } = extensions.getExtension(extensionId) ?? { extensionUri: sample };
		for (const value of odd) {
			const live = followLive();
			try {
				const memento = new MemoryMemento();
				for (const key of ['tree.expanded', 'tree.hidesCompleted', 'tree.selected', 'tree.expanded.2', 'another']) {
					await memento.update(key, value);
				}
				const subscriptions: { dispose(): unknown }[] = [];
				const context = { extensionUri, subscriptions, workspaceState: memento } as unknown as ExtensionContext;
				const api = activate(context);
				await api.whenReady;
				subscriptions.reverse().forEach(each => void each.dispose());
				assert.deepEqual(
					['tree.expanded.2', 'another'].map(key => memento.get<unknown>(key)),
					[value, value],
				);
			} finally {
				live.restore();
			}
		}
	});

	it('of a history is read as long as its format is the same', async () => {
		const storage = at(freshFolder());
		const file = await write(at(freshFolder(), 'ROADMAP.md'), '- [x] a\n- [x] b\n');
		const roadmaps = await openStore();
		const roadmap = await untilRead(roadmaps, file);
		await openHistories(roadmaps, storage).record();
		const uri = await keptOf(storage, file);
		const today = localDay(Date.now());
		// As release 0.1.0 writes it. What can no longer be read has another number, and this is then dropped.
		const old = {
			format: 1,
			value: {
				uri: file.toString(),
				history: {
					sections: [[]],
					texts: ['a', 'b'],
					versions: [
						{ day: today - 9, events: [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0] },
						{ day: today - 5, events: [4, 0, 0, 0, 1, 0] },
					],
				},
				before: { text: '- [ ] a\n- [ ] b\n', states: 'extended' },
				now: { text: '- [x] a\n- [ ] b\n', states: 'extended' },
			},
		};
		const told = async (stored: unknown): Promise<string[]> => {
			await write(uri, JSON.stringify(stored));
			const history = await openHistories(roadmaps, storage).read(roadmap, never);
			assert.ok(history);
			return outline(history);
		};
		const [first, then] = [`${dateOf(today - 9)}: added a, added b`, `${dateOf(today - 5)}: completed a`];
		assert.deepEqual(await told(old), [first, then, `${dateOf(today)}: completed b`]);
		const anew = [`${dateOf(today)}: added a, added b`];
		const { value } = old;
		const { history } = value;
		for (const stored of [
			{ ...old, format: 0 },
			{ ...old, format: '1' },
			{ value },
			{ ...old, value: null },
			{ ...old, value: { ...value, history: null } },
			{ ...old, value: { ...value, before: null } },
			{ ...old, value: { ...value, now: { text: 5, states: 'extended' } } },
			{ ...old, value: { ...value, now: { text: '', states: 'other' } } },
			{ ...old, value: { ...value, history: { ...history, texts: [5, 'b'] } } },
			{ ...old, value: { ...value, history: { ...history, sections: [[7]] } } },
			...[1e300, -1, 1.5, 'x', null].map(day => ({
				...old,
				value: { ...value, history: { ...history, versions: [{ day, events: [0, 0, 0, 0, 0, 0] }] } },
			})),
		]) {
			assert.deepEqual(await told(stored), anew, JSON.stringify(stored));
		}
	});

	it('of a history is left alone where it is of a newer release, and of others beside it', async () => {
		const storage = at(freshFolder());
		const file = await write(at(freshFolder(), 'ROADMAP.md'), '- [ ] a\n');
		const roadmaps = await openStore();
		await untilRead(roadmaps, file, '- [ ] a\n');
		await openHistories(roadmaps, storage).record();
		const uri = await keptOf(storage, file);
		const newer = '{"format":2,"value":{"uri":"x","days":[]}}';
		const other = await write(Uri.joinPath(storage, 'index.json'), '{"format":7}');
		await write(uri, newer);
		const histories = openHistories(roadmaps, storage);
		for (const content of ['- [x] a\n', '- [ ] a\n- [ ] b\n']) {
			await write(file, content);
			await histories.read(await untilRead(roadmaps, file, content), never);
			await histories.record();
		}
		assert.deepEqual([await textOf(uri), await textOf(other)], [newer, '{"format":7}']);
	});

	it('of a review opens it, or closes its tab', async () => {
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample, text);
		const extension = extensions.getExtension(extensionId)?.extensionUri ?? Uri.file('/no-extension');
		const log = window.createOutputChannel('Tests of upgrades', { log: true });
		const reviews = createReviews({ roadmaps, histories: openHistories(roadmaps), extension, log });
		const uri = sample.toString();
		try {
			for (const state of [
				...odd,
				{ uri: '' },
				{ uri: 5 },
				{ uri: 'no address' },
				{ uri: 'a b://c' },
				{ uri: '//x' },
			]) {
				assert.equal(await isClosed(reviews, state), true, JSON.stringify(state));
			}
			for (const state of [
				{ uri, week: 'x' },
				{ uri, week: 1e300 },
				{ uri, table: {}, zoom: 5 },
				{ uri, week: -5 },
			]) {
				assert.equal(await isClosed(reviews, state), false, JSON.stringify(state));
			}
		} finally {
			reviews.dispose();
		}
	});
});

/** Restores a review; says whether its tab is closed again at once. */
async function isClosed(reviews: Reviews, state: unknown): Promise<boolean> {
	const panel = window.createWebviewPanel(`${reviewPanel}.another`, 'Restored', ViewColumn.Active);
	await until(() => panel.active); // else VS Code complains that it is gone before it was shown
	let isGone = false;
	panel.onDidDispose(() => (isGone = true));
	reviews.restore(panel, state);
	await until(() => isGone || panel.webview.html !== '');
	return isGone;
}

/** The file in which the history of a roadmap is kept. */
async function keptOf(storage: Uri, file: Uri): Promise<Uri> {
	for (const [name] of await workspace.fs.readDirectory(storage)) {
		const uri = Uri.joinPath(storage, name);
		if ((await textOf(uri)).includes(JSON.stringify(file.toString()))) {
			return uri;
		}
	}
	throw new Error(`Nothing is kept of ${file.path}`);
}
