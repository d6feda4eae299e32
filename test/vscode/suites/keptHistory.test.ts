import * as assert from 'node:assert/strict';
import { CancellationTokenSource, Range, Uri, workspace } from 'vscode';
import { localDay } from '../../../src/history/days';
import type { Histories, RoadmapHistory } from '../../../src/history/histories';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { cleanUp } from '../support/cleanUp';
import { FaultyFiles } from '../support/faultyFiles';
import { at, diskIsWatched, exists, freshFolder, open, read as textOf, write } from '../support/files';
import { closeHistories, dateOf, never, openHistories, outline } from '../support/histories';
import { setRoadmap } from '../support/settings';
import { openStore, untilRead } from '../support/store';

const today = localDay(Date.now());
const day = (ago: number): string => dateOf(today - ago);

describe('histories that are kept', () => {
	let file: Uri;
	let storage: Uri;
	let roadmaps: Roadmaps;
	let histories: Histories;

	beforeEach(async () => {
		await diskIsWatched();
		file = at(freshFolder(), 'ROADMAP.md');
		storage = at(freshFolder());
		roadmaps = await openStore();
		histories = openHistories(roadmaps, storage);
	});
	afterEach(async () => {
		closeHistories();
		await cleanUp();
	});

	/** Saves a text, and records it as it is. */
	async function save(text: string): Promise<void> {
		await write(file, text);
		await untilRead(roadmaps, file, text);
		await histories.record();
	}

	async function history(from = histories): Promise<RoadmapHistory> {
		const history = await from.read(await untilRead(roadmaps, file), never);
		assert.ok(history);
		return history;
	}

	/** The file in which the history is kept. */
	async function kept(): Promise<Uri> {
		const names = (await workspace.fs.readDirectory(storage)).map(([name]) => name);
		for (const name of names) {
			const uri = Uri.joinPath(storage, name);
			if ((await textOf(uri)).includes(JSON.stringify(file.toString()))) {
				return uri;
			}
		}
		throw new Error(`Nothing of ${file.path} in ${names.join(', ')}`);
	}

	/** As if everything so far had been some days earlier. */
	async function later(days: number): Promise<void> {
		const uri = await kept();
		const text = await textOf(uri);
		await write(
			uri,
			text.replaceAll(/"day":(\d+)/g, (_, number) => `"day":${String(Number(number) - days)}`),
		);
	}

	it('begin with what is there, and are of one version for each day', async () => {
		await save('- [ ] a\n- [ ] b\n- [ ] c\n');
		await save('- [x] a\n- [ ] b\n- [ ] c\n');
		await save('- [x] a\n- [x] b\n- [ ] c\n');
		const first = ['added a, added b, added c', 'completed a, completed b'];
		assert.deepEqual(outline(await history()), [`${day(0)}: ${first[0]}`, `${day(0)}: ${first[1]}`]);
		await later(2);
		await save('- [x] b\n- [x] a\n- [ ] c\n');
		await save('- [x] b\n- [x] c\n');
		const read = await history();
		const versions = [`${day(2)}: ${first[0]}`, `${day(2)}: ${first[1]}`, `${day(0)}: completed c, removed a`];
		assert.deepEqual(outline(read), versions);
		assert.deepEqual([read.source, dateOf(read.since), read.isShallow, read.ids], ['kept', day(2), false, [1, 2]]);
		assert.deepEqual(outline(await history(openHistories(roadmaps, storage))), versions);
	});

	it('end with what is not saved, nor recorded', async () => {
		await save('- [ ] a\n');
		await later(1);
		const editor = await open(file);
		await editor.edit(edit => edit.replace(new Range(0, 3, 0, 4), 'x'));
		await untilRead(roadmaps, file, '- [x] a\n');
		const before = await textOf(await kept());
		assert.deepEqual(outline(await history()), [`${day(1)}: added a`, `${day(0)}: completed a`]);
		assert.equal(await textOf(await kept()), before);
	});

	it('have no version for a day on which no task changed', async () => {
		await save('- [ ] a\n');
		await later(1);
		await save('# Sea\n');
		await save('- [ ] a\n');
		await later(1);
		await save('Words\n\n- [ ] a\n');
		assert.deepEqual(outline(await history()), [`${day(2)}: added a`, `${day(1)}:`]);
		await later(1);
		await save('Words\n\n- [x] a\n');
		assert.deepEqual(outline(await history()), [`${day(3)}: added a`, `${day(2)}:`, `${day(0)}: completed a`]);
	});

	it('are bounded: old days become where they begin', async () => {
		await save('- [ ] a\n');
		for (let days = 0; days < 3; days++) {
			await later(1);
			await save(`- [${days % 2 === 0 ? 'x' : ' '}] a\n`);
		}
		const uri = await kept();
		const text = await textOf(uri);
		const stored = JSON.parse(text) as { value: { history: { versions: { day: number; events: number[] }[] } } };
		const { versions } = stored.value.history;
		const [base, ...rest] = versions;
		const many = Array.from({ length: 500 }, (_, ago) => ({ day: today - 600 + ago, events: rest[ago % 2]?.events }));
		stored.value.history.versions = [base, ...many, rest[2]] as typeof versions;
		await write(uri, JSON.stringify(stored));
		await later(1);
		await save('- [ ] a\n');
		const read = await history();
		assert.equal(read.versions.length, 401);
		assert.deepEqual(read.versions[0]?.events, [
			{ kind: 'added', task: { id: 0, text: 'a', section: [], state: 'open' }, isBack: false },
		]);
		assert.deepEqual(outline(read).slice(-2), [`${day(1)}: completed a`, `${day(0)}: reopened a`]);
	});

	it('are made anew when what was kept is broken, and left alone when a newer release kept it', async () => {
		await save('- [ ] a\n');
		const uri = await kept();
		const whole = await textOf(uri);
		for (const broken of ['', whole.slice(0, -5), '{"format":1,"value":{}}', 'null']) {
			await write(uri, broken);
			const anew = openHistories(roadmaps, storage);
			assert.deepEqual(outline(await history(anew)), [`${day(0)}: added a`]);
			await anew.record();
			assert.equal(await textOf(uri), whole);
		}
		const newer = whole.replace('"format":1', '"format":2');
		await write(uri, newer);
		const anew = openHistories(roadmaps, storage);
		await anew.record();
		await write(file, '- [x] a\n');
		await untilRead(roadmaps, file, '- [x] a\n');
		await anew.record();
		assert.equal(await textOf(uri), newer);
		assert.deepEqual(outline(await history(anew)), [`${day(0)}: added a`, `${day(0)}: completed a`]);
	});

	it('are read by the settings of their days', async () => {
		await setRoadmap('states', 'gfm');
		await save('- [ ] a\n- [~] b\n');
		await later(1);
		await setRoadmap('states', 'extended');
		await untilRead(roadmaps, file);
		await histories.record();
		assert.deepEqual(outline(await history()), [`${day(1)}: added a`, `${day(0)}: added b`]);
	});

	it('go on together in several windows', async () => {
		await save('- [ ] a\n- [ ] b\n');
		const other = openHistories(roadmaps, storage);
		await later(1);
		await save('- [x] a\n- [ ] b\n');
		await write(file, '- [x] a\n- [x] b\n');
		await untilRead(roadmaps, file, '- [x] a\n- [x] b\n');
		await Promise.all([other.record(), histories.record()]);
		const versions = [`${day(1)}: added a, added b`, `${day(0)}: completed a, completed b`];
		assert.deepEqual(outline(await history()), versions);
		assert.deepEqual(outline(await history(other)), versions);
	});

	it('are forgotten when they are cleared', async () => {
		await save('- [ ] a\n');
		await later(3);
		await save('- [x] a\n');
		await histories.clear();
		assert.deepEqual(outline(await history()), [`${day(0)}: added a`]);
		await histories.record();
		assert.equal((await textOf(await kept())).includes(`"day":${String(today - 3)}`), false);
	});

	it('tell of it when they are cleared, also where the disk refuses that', async () => {
		await save('- [ ] a\n');
		let changes = 0;
		histories.onDidChange(() => changes++);
		await histories.clear();
		assert.equal(changes, 1);
		const files = new FaultyFiles();
		const faulty = openHistories(roadmaps, files.uri('/kept'));
		await faulty.record();
		assert.ok(files.pathsIn('/kept').length > 0);
		files.fault = operation => (operation === 'delete' ? 'isDenied' : undefined);
		await assert.rejects(faulty.clear());
		files.dispose();
	});

	it('are in memory where there is no place for them, or it cannot be written', async () => {
		await write(file, '- [ ] a\n');
		await untilRead(roadmaps, file, '- [ ] a\n');
		const readonly = await write(at(freshFolder(), 'a file'), 'x');
		for (const place of [undefined, Uri.joinPath(readonly, 'in it')]) {
			const memory = openHistories(roadmaps, place);
			await write(file, '- [ ] a\n');
			await untilRead(roadmaps, file, '- [ ] a\n');
			await memory.record();
			await write(file, '- [x] a\n');
			await untilRead(roadmaps, file, '- [x] a\n');
			assert.deepEqual(outline(await history(memory)), [`${day(0)}: added a`, `${day(0)}: completed a`]);
		}
		assert.equal(await textOf(readonly), 'x');
		assert.equal(await exists(storage), false);
	});

	it('are not read when that is cancelled', async () => {
		await save('- [ ] a\n');
		const source = new CancellationTokenSource();
		source.cancel();
		assert.equal(await histories.read(await untilRead(roadmaps, file), source.token), undefined);
	});
});
