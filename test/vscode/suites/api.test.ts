import * as assert from 'node:assert/strict';
import { commands, extensions, Uri } from 'vscode';
import type { RoadmapApi, RoadmapInfo, SetStateResult, TaskInfo } from '../../../src/api';
import { extensionId } from '../../../src/contributions';
import { cleanUp } from '../support/cleanUp';
import { at, freshFolder, read, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { setRoadmap } from '../support/settings';
import { until } from '../support/until';

const text = '# Sea\n\n- [ ] Swim\n  - [x] Float\n\n## Wind\n\n- [~] Sail\n- [-] Kite\n';

interface Told extends Omit<RoadmapInfo, 'uri'> {
	readonly uri: string;
}

/** What another extension sees: an extension in `test/fixtures/extensions` uses ours. */
const neighbour = {
	roadmaps: async (): Promise<readonly Told[]> => commands.executeCommand('neighbour.roadmaps'),
	changes: async (): Promise<number> => commands.executeCommand('neighbour.changes'),
	setState: async (...args: unknown[]): Promise<SetStateResult> =>
		commands.executeCommand('neighbour.setState', ...args),
};

async function untilSeen(): Promise<Told> {
	return until(async () => (await neighbour.roadmaps()).find(({ title }) => title === 'Sea'), neighbour.roadmaps);
}

function idOf({ tasks }: Told, words: string): string {
	return tasks.find(task => task.text === words)?.id ?? 'none';
}

describe('the API for other extensions', () => {
	before(async () => {
		const extension = extensions.getExtension<{ version: number }>('roadmap-tests.neighbour');
		assert.ok(extension, 'the neighbour is installed');
		assert.deepEqual(await extension.activate(), { version: 1 });
	});
	afterEach(cleanUp);

	it('gives the roadmaps with progress and tasks', async () => {
		await editorWith(text);
		const { uri, title, progress, tasks } = await untilSeen();
		assert.equal(uri, sample.toString());
		assert.equal(title, 'Sea');
		assert.deepEqual(progress, { done: 1, total: 3, percent: 33 });
		const shown = ({ text: words, state, sections }: TaskInfo) => `${words}: ${state}, ${sections.join(' > ')}`;
		assert.deepEqual(tasks.map(shown), [
			'Swim: open, Sea',
			'Float: done, Sea',
			'Sail: active, Sea > Wind',
			'Kite: dropped, Sea > Wind',
		]);
		assert.equal(new Set(tasks.map(({ id }) => id)).size, 4);
	});

	it('tells of changes', async () => {
		const before = await neighbour.changes();
		await editorWith('# Sky\n\n- [ ] Fly\n');
		await until(async () => (await neighbour.changes()) > before);
		await until(async () => (await neighbour.roadmaps()).some(({ title }) => title === 'Sky'));
	});

	it('sets states, undone by one undo', async () => {
		const { document } = await editorWith(text);
		const seen = await untilSeen();
		const result = await neighbour.setState(seen.uri, [idOf(seen, 'Swim'), idOf(seen, 'Sail')], 'done');
		assert.ok(result.outcome === 'changed');
		assert.deepEqual(
			result.changes.map(change => `${change.text}: ${change.before} → ${change.state}`),
			['Swim: open → done', 'Sail: active → done'],
		);
		assert.equal(document.getText(), text.replace('[ ] Swim', '[x] Swim').replace('[~] Sail', '[x] Sail'));
		assert.equal(await read(sample), text);
		assert.deepEqual(await neighbour.setState(seen.uri, [idOf(seen, 'Swim')], 'done'), { outcome: 'unchanged' });
		await commands.executeCommand('undo');
		await until(() => document.getText() === text);
	});

	it('finds tasks again by their ids whatever happened elsewhere', async () => {
		const { document } = await editorWith(text);
		const id = idOf(await untilSeen(), 'Sail');
		await editorWith(`Words.\n\n${text.replace('Swim', 'Swim far\n- [ ] Sail')}`);
		assert.equal((await neighbour.setState(sample, [id], 'done')).outcome, 'changed');
		assert.match(document.getText(), /- \[ \] Sail[^]*- \[x\] Sail/);
	});

	it('refuses with a value', async () => {
		const { document } = await editorWith(text);
		const seen = await untilSeen();
		const swim = idOf(seen, 'Swim');
		const secret = await write(at(freshFolder(), 'secret.md'), text);
		for (const args of [
			[secret, [swim], 'done'],
			[Uri.parse('nowhere:/ROADMAP.md'), [swim], 'done'],
			[sample, [swim], 'finished'],
			[sample, swim, 'done'],
			[sample, [5], 'done'],
			[undefined],
		]) {
			const result = await neighbour.setState(...args);
			assert.ok(result.outcome === 'refused' && result.reason !== '', JSON.stringify(args));
			assert.deepEqual(result.unknown, []);
		}
		const stale = await neighbour.setState(sample, [swim, `${idOf(seen, 'Sail')}x`], 'done');
		assert.ok(stale.outcome === 'refused');
		assert.deepEqual(
			stale.unknown.map(({ nearest }) => nearest[0]?.text),
			['Sail'],
		);
		const many = await neighbour.setState(sample, Array<string>(9).fill(`${idOf(seen, 'Sail')}x`), 'done');
		assert.ok(many.outcome === 'refused');
		assert.equal(many.unknown.filter(({ nearest }) => nearest.length > 0).length, 5);
		await setRoadmap('states', 'gfm');
		assert.equal((await neighbour.setState(sample, [swim], 'active')).outcome, 'refused');
		assert.equal(document.getText(), text);
	});

	it('gives the same objects for what did not change', async () => {
		await editorWith(text);
		await untilSeen();
		const api = extensions.getExtension<RoadmapApi>(extensionId)?.exports;
		assert.ok(api);
		const [first] = api.roadmaps;
		assert.equal(api.roadmaps[0], first);
		assert.equal(first?.tasks, api.roadmaps[0]?.tasks);
	});
});
