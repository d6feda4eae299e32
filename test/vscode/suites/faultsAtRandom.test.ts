import * as assert from 'node:assert/strict';
import { commands, workspace, type Uri } from 'vscode';
import { tasksIn } from '../../../src/core';
import type { Histories } from '../../../src/history/histories';
import { documentOf } from '../../../src/workspace/entry';
import { toggleNodes, type Outcome } from '../../../src/workspace/editing';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { Random } from '../../unit/support/random';
import { cleanUp } from '../support/cleanUp';
import { FaultyFiles, type Fault, type Operation } from '../support/faultyFiles';
import { open } from '../support/files';
import { closeHistories, openHistories, outline, readHistory } from '../support/histories';
import { setRoadmap } from '../support/settings';
import { closeStores, openStore, shown, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';
import { asWorkspaceFolder } from '../support/workspaceFolder';

/** Of the long run; see test/soak. On the web there is no environment. */
const asked = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env ?? {};
const seed = Number(asked['FAULTS_SEED'] ?? 1);
const count = Number(asked['FAULTS_COUNT'] ?? 40);

/** After so many steps all is well for a while, and everything has to be as it should. */
const stretch = 10;

const text = '# Sea\n\n## Water\n\n- [ ] Swim\n  - [ ] Float\n- [x] Dive\n\n## Wind\n\n- [ ] Sail\n- [ ] Row\n';

type Apply = typeof workspace.applyEdit;

describe('faults at random', () => {
	const { applyEdit } = workspace;
	const figures = { steps: 0, injected: 0, edits: 0, applied: 0, refused: 0, told: 0, losses: 0 };
	let files: FaultyFiles;
	let remove: () => void;
	let roadmaps: Roadmaps;
	let histories: Histories;
	let uris: readonly Uri[];
	let releasing: ReturnType<typeof setInterval>;

	beforeEach(async () => {
		files = new FaultyFiles();
		remove = asWorkspaceFolder(files.uri('/random'));
		uris = ['/random/ROADMAP.md', '/random/docs/ROADMAP.md'].map(path => files.change(path, text));
		roadmaps = await openStore();
		histories = openHistories(roadmaps, files.uri('/storage/histories'));
		await Promise.all(uris.map(uri => untilRead(roadmaps, uri)));
		await histories.record();
	});
	afterEach(async () => {
		clearInterval(releasing);
		Object.assign(workspace, { applyEdit });
		files.fault = () => undefined;
		files.release();
		closeHistories();
		await cleanUp();
		remove();
		files.dispose();
	});

	it('lose nothing, and are told once', async function () {
		this.timeout(60_000 + count * 2000);
		for (let number = 0; number < count; number++) {
			const random = new Random(seed, number);
			try {
				await step(random);
				if (number % stretch === stretch - 1) {
					await recover();
				}
			} catch (error) {
				figures.losses++;
				throw new Error(`seed ${seed}, step ${number}: ${String(error)}`, { cause: error });
			}
		}
		figures.injected += files.injected;
		console.log(`    seed ${seed}: ${JSON.stringify(figures)}`);
	});

	async function step(random: Random): Promise<void> {
		figures.steps++;
		const share = random.pick([0, 0.2, 0.5, 0.9]);
		files.fault = (operation, path) => (random.chance(share) ? faultFor(random, operation, path) : undefined);
		clearInterval(releasing);
		releasing = setInterval(() => files.release(random.pick(['first', 'last'])), 30);
		const uri = random.pick(uris);
		switch (random.below(6)) {
			case 0:
			case 1:
			case 2:
				await tick(random, uri);
				break;
			case 3:
				await changeOnDisk(random, uri);
				break;
			case 4:
				await toldDuring(() => histories.record());
				break;
			default: {
				const file = roadmaps.get(uri);
				if (file?.kind === 'read') {
					await toldDuring(() => readHistory(histories, file));
				}
				await roadmaps.readAgain();
			}
		}
	}

	/** Ticks a task that is shown: the text is as asked or as before, and the person is told once if it is not. */
	async function tick(random: Random, uri: Uri): Promise<void> {
		const file = roadmaps.get(uri);
		if (file?.kind !== 'read') {
			return;
		}
		await setRoadmap('saveAfterEdit', random.chance(0.5));
		figures.edits++;
		const before = documentOf(uri)?.getText() ?? files.textOf(uri.path) ?? '';
		const task = random.pick([...tasksIn(file.roadmap)]);
		const apply = applying(random);
		let outcome: Outcome = 'unchanged';
		Object.assign(workspace, { applyEdit: apply });
		const told = await toldDuring(async () => {
			outcome = await toggleNodes(roadmaps, file, [task], { cascade: 'off' });
		}).finally(() => Object.assign(workspace, { applyEdit }));
		const after = documentOf(uri)?.getText() ?? before;
		const mark = task.state === 'open' ? 'x' : ' ';
		const wanted = before.slice(0, task.mark) + mark + before.slice(task.mark + 1);
		figures.told += told.length;
		if ((outcome as Outcome) === 'applied') {
			figures.applied++;
			assert.equal(after, wanted);
			assert.ok(told.length <= 1, told.join('\n'));
		} else {
			figures.refused++;
			assert.equal(after, before, outcome);
			assert.equal(told.length, 1, `${outcome}: ${told.join('\n')}`);
		}
	}

	/** What VS Code makes of an edit. */
	function applying(random: Random): Apply {
		const kinds: Apply[] = [
			applyEdit,
			applyEdit,
			applyEdit,
			() => Promise.resolve(false),
			() => Promise.resolve(true),
			() => Promise.reject(new Error('not now')),
			async edit => {
				await applyEdit(edit);
				return false;
			},
		];
		const kind = random.pick(kinds);
		figures.injected += Number(kind !== applyEdit);
		return kind;
	}

	/** Another program writes; where VS Code has unsaved text, that would be a question for the person. */
	async function changeOnDisk(random: Random, uri: Uri): Promise<void> {
		if (documentOf(uri)?.isDirty) {
			return;
		}
		const now = files.textOf(uri.path) ?? '';
		files.fault = () => undefined;
		files.change(uri.path, now.includes('Anchor') ? text : `${now}- [${random.pick([' ', 'x'])}] Anchor\n`);
		await settled(uri);
	}

	/** All is well again: everything is shown as it is, and what is kept is whole. */
	async function recover(): Promise<void> {
		files.fault = () => undefined;
		files.release();
		for (const uri of uris) {
			await settled(uri);
			await untilRead(roadmaps, uri, documentOf(uri)?.getText() ?? files.textOf(uri.path));
		}
		await toldDuring(() => histories.record());
		for (const path of files.pathsIn('/storage').filter(each => each.endsWith('.json'))) {
			assert.equal(typeof JSON.parse(files.textOf(path) ?? ''), 'object', path); // throws where it is half written
		}
		// A window that is opened anew knows all that was kept.
		const other = openHistories(roadmaps, files.uri('/storage/histories'));
		for (const uri of uris) {
			const file = await untilRead(roadmaps, uri);
			assert.deepEqual(outline(await readHistory(other, file)), outline(await readHistory(histories, file)));
		}
		closeHistories();
		closeStores();
		roadmaps = await openStore();
		histories = openHistories(roadmaps, files.uri('/storage/histories'));
		await Promise.all(uris.map(uri => untilRead(roadmaps, uri)));
	}

	/** Saves what is unsaved, and waits until VS Code has read what is on the disk. */
	async function settled(uri: Uri): Promise<void> {
		const document = documentOf(uri);
		if (!document) {
			return;
		}
		await until(
			async () => {
				if (document.isDirty && !(await document.save())) {
					await open(uri);
					await commands.executeCommand('workbench.action.files.revert');
				}
				return document.isClosed || (!document.isDirty && document.getText() === files.textOf(uri.path));
			},
			() => [document.getText(), files.textOf(uri.path), shown(roadmaps)],
		);
	}
});

/** Roadmaps are VS Code's to read and write: what it makes of a part of a text is not ours to mend. */
function faultFor(random: Random, operation: Operation, path: string): Fault {
	const common: Fault[] = ['hangs', 'isLate', 'isDenied', 'isUnavailable'];
	const own: Fault[] = operation === 'write' ? ['isFull', 'isTruncated'] : operation === 'read' ? ['vanishes'] : [];
	return random.pick(path.startsWith('/storage') ? [...common, ...own.filter(each => each !== 'vanishes')] : common);
}
