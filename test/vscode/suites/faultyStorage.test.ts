import * as assert from 'node:assert/strict';
import type { Memento, Uri } from 'vscode';
import { localDay } from '../../../src/history/days';
import { markdownOf } from '../../../src/review/markdown';
import { reviewView } from '../../../src/review/view';
import { writerFor } from '../../../src/review/writing';
import { Completed } from '../../../src/tree/completed';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { Random } from '../../unit/support/random';
import { cleanUp } from '../support/cleanUp';
import { FaultyFiles, type Fault } from '../support/faultyFiles';
import { at, diskIsWatched, freshFolder, write } from '../support/files';
import { closeHistories, openHistories, outline, readHistory } from '../support/histories';
import { MemoryMemento } from '../support/memento';
import { openStore, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { Tree } from '../support/tree';
import { until } from '../support/until';

const first = '# Sea\n\n- [ ] Swim\n- [ ] Dive\n';
const second = '# Sea\n\n- [x] Swim\n- [ ] Dive\n';
const third = '# Sea\n\n- [x] Swim\n- [x] Dive\n';
const today = localDay(Date.now());

describe('storage that goes wrong', () => {
	let files: FaultyFiles;
	let storage: Uri;
	let uri: Uri;
	let roadmaps: Roadmaps;

	beforeEach(async () => {
		await diskIsWatched();
		files = new FaultyFiles();
		storage = files.uri('/storage/histories');
		uri = await write(at(freshFolder(), 'ROADMAP.md'), first);
		roadmaps = await openStore();
		await untilRead(roadmaps, uri, first);
	});
	afterEach(async () => {
		closeHistories();
		await cleanUp();
		files.dispose();
	});

	/** Saves a text and has it recorded, as a new window would; gives what is told meanwhile. */
	async function record(text: string, histories = openHistories(roadmaps, storage)): Promise<string[]> {
		await write(uri, text);
		await untilRead(roadmaps, uri, text);
		return toldDuring(() => histories.record());
	}

	async function history(histories = openHistories(roadmaps, storage)): Promise<string[]> {
		return outline(await readHistory(histories, await untilRead(roadmaps, uri)));
	}

	/** The file in which the history of the roadmap is kept. */
	function kept(): string {
		const path = files
			.pathsIn('/storage/histories')
			.find(each => each.endsWith('.json') && files.textOf(each)?.includes(JSON.stringify(uri.toString())));
		assert.ok(path, files.pathsIn('/storage').join('\n'));
		return path;
	}

	/** As if everything so far had been a day earlier. */
	function aDayLater(): void {
		const path = kept();
		const text = files.textOf(path) ?? '';
		files.change(
			path,
			text.replaceAll(/"day":(\d+)/g, (_, day) => `"day":${Number(day) - 1}`),
		);
	}

	const writing: [string, 'write' | 'rename' | 'create', Fault][] = [
		['is full', 'write', 'isFull'],
		['may not be written', 'write', 'isDenied'],
		['writes a part and says nothing', 'write', 'isTruncated'],
		['may not rename', 'rename', 'isDenied'],
	];
	for (const [name, operation, fault] of writing) {
		it(`keeps what was there where it ${name}, says so once, and goes on when it can`, async () => {
			assert.deepEqual(await record(first), []);
			aDayLater();
			const whole = files.textOf(kept());
			const histories = openHistories(roadmaps, storage);
			files.fault = each => (each === operation ? fault : undefined);
			const told = [...(await record(second, histories)), ...(await record(third, histories))];
			assert.equal(told.length, 1);
			assert.match(told[0] ?? '', /cannot be noted.*Look whether the disk is full/);
			if (operation !== 'rename') {
				assert.equal(files.textOf(kept()), whole);
			}
			assert.match((await history(histories)).at(-1) ?? '', /completed Swim, completed Dive$/);
			assert.match((await history()).join('\n'), /added Swim, added Dive\n/, 'another window has it all');
			files.fault = () => undefined;
			await histories.record();
			assert.match(
				(await history()).at(-1) ?? '',
				/completed Swim, completed Dive$/,
				'though nothing has changed since',
			);
			await record(second, histories);
			assert.match((await history()).join('\n'), /added Swim, added Dive\n.*completed Swim$/);
		});
	}

	for (const fault of ['isDenied', 'isUnavailable'] as const) {
		it(`does not replace what it cannot read as it ${fault}`, async () => {
			await record(first);
			aDayLater();
			const whole = files.textOf(kept());
			const histories = openHistories(roadmaps, storage);
			files.fault = operation => (operation === 'read' ? fault : undefined);
			const told = await record(second, histories);
			assert.equal(told.length, 1);
			assert.equal(files.textOf(kept()), whole);
			files.fault = () => undefined;
			await record(third, histories);
			assert.match((await history()).join('\n'), /added Swim, added Dive\n.*completed Swim, completed Dive$/);
		});
	}

	it('puts aside what is damaged, says so once, and begins anew', async () => {
		await record(first);
		const path = kept();
		const damaged = files.textOf(path)?.slice(0, -20) ?? '';
		files.change(path, damaged);
		const histories = openHistories(roadmaps, storage);
		const told = [...(await record(second, histories)), ...(await record(third, histories))];
		assert.equal(told.length, 1);
		assert.match(told[0] ?? '', /were damaged, and begin anew\. If you have a backup of .*\.json, put it back\.$/);
		assert.equal(files.textOf(`${path}.damaged`), damaged);
		assert.match((await history()).at(-1) ?? '', /completed Dive$/);
	});

	it('has all that a window wrote that was stopped while it replaced the old with the new', async () => {
		await record(first);
		aDayLater();
		await record(second);
		const path = kept();
		const whole = files.textOf(path) ?? '';
		await files.delete(files.uri(path));
		files.change(`${path}.draft-half`, whole.slice(0, -30));
		files.change(`${path}.draft-whole`, whole);
		assert.match((await history()).join('\n'), /added Swim, added Dive\n.*completed Swim$/);
		await record(third);
		assert.match((await history()).join('\n'), /added Swim, added Dive\n.*completed Swim, completed Dive$/);
		// And the next window tidies up.
		await record(first);
		const left = files.pathsIn('/storage').filter(each => !each.endsWith('.json'));
		assert.deepEqual(left, []);
	});

	it('is not taken for empty while another window replaces it', async () => {
		await record(first);
		aDayLater();
		const path = kept();
		const whole = files.textOf(path) ?? '';
		const histories = openHistories(roadmaps, storage);
		await history(histories);
		await files.delete(files.uri(path));
		setTimeout(() => files.change(path, whole), 20);
		assert.match((await history(histories)).join('\n'), /^\S+ added Swim, added Dive$/);
	});

	it('is read or made anew, whatever became of its bytes', async function () {
		this.timeout(120_000);
		await record(first);
		aDayLater();
		await record(second);
		const path = kept();
		const whole = files.textOf(path) ?? '';
		for (let number = 0; number < 25; number++) {
			const text = damaged(whole, new Random(1, number));
			files.change(path, text);
			const told = await toldDuring(async () => {
				const histories = openHistories(roadmaps, storage);
				const file = await untilRead(roadmaps, uri);
				const history = await readHistory(histories, file);
				const start = Date.now();
				drawn(file, history);
				assert.ok(Date.now() - start < 2000, `seed 1, number ${number}: ${text}`);
				await histories.record();
				closeHistories();
			});
			assert.ok(told.length <= 1, told.join('\n'));
		}
	});

	it('leaves the tree alone where nothing can be remembered', async () => {
		const full: Memento = {
			keys: () => [],
			get: <T>(_: string, otherwise?: T) => otherwise as T,
			update: () => Promise.reject(new Error('ENOSPC')),
		};
		const unhandled: unknown[] = [];
		const hear = (event: unknown): void => void unhandled.push(event);
		const node = (globalThis as { process?: { on?: unknown } }).process?.on ? process : undefined;
		node?.on('unhandledRejection', hear);
		const tree = new Tree(roadmaps, full);
		const [row] = await tree.provider.getChildren();
		assert.ok(row);
		tree.expansion.set([row], true);
		tree.completed.hide(true);
		await until(async () => (await tree.outline()).length > 0);
		node?.off('unhandledRejection', hear);
		tree.provider.dispose();
		assert.deepEqual(unhandled, []);
	});

	it('shows the tree whatever was remembered', async () => {
		for (const value of [null, 5, 'x', [], { a: 5 }, { a: null }, [[1]], true]) {
			const memento = new MemoryMemento();
			await memento.update('tree.expanded', value);
			await memento.update('tree.hidesCompleted', value);
			const tree = new Tree(roadmaps, memento);
			assert.ok((await tree.outline()).length > 0);
			assert.equal(new Completed(memento).isHidden, value === true);
			tree.provider.dispose();
		}
	});
});

/** A text with something in it changed, cut, doubled or put elsewhere. */
function damaged(text: string, random: Random): string {
	const start = random.below(text.length);
	const end = Math.min(text.length, start + 1 + random.below(random.pick([1, 1, 3, 20])));
	switch (random.below(5)) {
		case 0:
			return text.slice(0, start);
		case 1:
			return text.slice(0, start) + text.slice(end);
		case 2:
			return text.slice(0, start) + random.pick(['0', '9', '-', 'e9', '"', '}', 'null', '\0', '[]']) + text.slice(end);
		case 3:
			return text.slice(0, end) + text.slice(start);
		default: {
			const numbers = [...text.matchAll(/-?\d+/g)];
			const { index, 0: number } = random.pick(numbers);
			const other = random.pick(['-1', '0', '1', '7', '99999', '20000000', '-20000000', '1e308', '"x"', 'null', '{}']);
			return text.slice(0, index) + other + text.slice(index + number.length);
		}
	}
}

function drawn(file: ReadRoadmap, history: Awaited<ReturnType<typeof readHistory>>): void {
	const view = reviewView({ file, history, name: 'x', today, firstDayOfWeek: 1, write: writerFor('en-US') });
	assert.ok(markdownOf(view).length > 0);
}
