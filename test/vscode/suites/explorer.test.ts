import * as assert from 'node:assert/strict';
import { window, type CancellationToken, type FileDecoration, type FileDecorationProvider, type Uri } from 'vscode';
import { registerExplorer } from '../../../src/explorer';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { cleanUp } from '../support/cleanUp';
import { at, closeEditors, freshFolder, open, remove, sample, write } from '../support/files';
import { never } from '../support/histories';
import { editorWith } from '../support/marked';
import { setRoadmap } from '../support/settings';
import { openStore, untilGone, untilRead } from '../support/store';
import { until } from '../support/until';

/** Stands for all files, of which VS Code is told without addresses. */
const everything = '*';

/** Takes the provider that is registered, to ask it as VS Code does, and keeps what it tells of. */
function badgesOf(roadmaps: Roadmaps) {
	const { registerFileDecorationProvider } = window;
	let provider: FileDecorationProvider | undefined;
	const take = (given: FileDecorationProvider) => registerFileDecorationProvider((provider = given));
	Object.assign(window, { registerFileDecorationProvider: take });
	const registered = registerExplorer(roadmaps);
	Object.assign(window, { registerFileDecorationProvider });
	const told: string[] = [];
	provider?.onDidChangeFileDecorations?.(uris =>
		told.push(...(uris ? [uris].flat().map(({ path }) => path) : [everything])),
	);
	const badge = (uri: Uri, token: CancellationToken = never) =>
		provider?.provideFileDecoration(uri, token) as FileDecoration | undefined;
	return { badge, told, dispose: () => void registered.dispose() };
}

describe('badges in the explorer', () => {
	let badges: ReturnType<typeof badgesOf>;
	let roadmaps: Roadmaps;

	beforeEach(async () => {
		roadmaps = await openStore();
		badges = badgesOf(roadmaps);
	});
	afterEach(async () => {
		badges.dispose();
		await cleanUp();
	});

	const cases = [
		{ text: '- [ ] a\n', badge: '0', tooltip: '0 of 1 tasks done' },
		{ text: `${'- [x] a\n'.repeat(16)}${'- [ ] b\n'.repeat(44)}`, badge: '27', tooltip: '16 of 60 tasks done' },
		{ text: `${'- [x] a\n'.repeat(999)}- [ ] b\n`, badge: '99', tooltip: '999 of 1000 tasks done' },
		{ text: '- [x] a\n- [-] b\n', badge: '✓', tooltip: '1 of 1 tasks done' },
		{ text: '# Only words\n', badge: undefined, tooltip: undefined },
	];
	for (const { text, badge, tooltip } of cases) {
		it(`say ${badge ?? 'nothing'} where ${tooltip ?? 'there are no tasks'}`, async () => {
			await editorWith(text);
			await untilRead(roadmaps, sample, text);
			assert.deepEqual([badges.badge(sample)?.badge, badges.badge(sample)?.tooltip], [badge, tooltip]);
		});
	}

	it('are on no other file', async () => {
		const other = await write(at('README.md'), '- [ ] a\n');
		await open(other);
		assert.equal(badges.badge(other), undefined);
	});

	it('follow what is typed, and nothing is told where they stay the same', async () => {
		const editor = await editorWith('# Title\n\n- [ ] a\n- [ ] b\n');
		await untilRead(roadmaps, sample, editor.document.getText());
		assert.equal(badges.badge(sample)?.tooltip, '0 of 2 tasks done');
		badges.told.length = 0;
		await editor.edit(edit => edit.insert(editor.document.positionAt(7), ' of it'));
		await untilRead(roadmaps, sample, '# Title of it\n\n- [ ] a\n- [ ] b\n');
		assert.deepEqual(badges.told, []);
		await editor.edit(edit => edit.delete(editor.document.lineAt(3).range));
		await until(() => badges.badge(sample)?.tooltip === '0 of 1 tasks done');
		assert.deepEqual(badges.told, [sample.path]);
	});

	it('come with a roadmap, and go with it', async () => {
		const uri = await write(at(freshFolder(), 'ROADMAP.md'), '- [ ] a\n');
		await open(uri);
		await untilRead(roadmaps, uri);
		await until(() => badges.told.includes(uri.path));
		badges.told.length = 0;
		await closeEditors();
		await remove(uri);
		await untilGone(roadmaps, uri);
		assert.ok(badges.told.includes(uri.path));
		assert.equal(badges.badge(uri), undefined);
	});

	it('come and go at once with the setting', async () => {
		await untilRead(roadmaps, sample);
		assert.equal(badges.badge(sample)?.badge, '10');
		badges.told.length = 0;
		await setRoadmap('explorerBadge', false);
		await until(() => badges.told.length > 0);
		assert.equal(badges.badge(sample), undefined);
		await setRoadmap('explorerBadge', true);
		await until(() => badges.told.length > 1);
		assert.equal(badges.badge(sample)?.badge, '10');
	});

	it('are all asked for again where more change than VS Code can be told of', async () => {
		const folder = freshFolder();
		const many = Array.from({ length: 300 }, (_, number) => at(folder, String(number), 'ROADMAP.md'));
		await Promise.all(many.map(uri => write(uri, '- [ ] a\n')));
		await roadmaps.searchAgain();
		assert.deepEqual(new Set(many.map(uri => badges.badge(uri)?.badge)), new Set(['0']));
		badges.told.length = 0;
		await setRoadmap('explorerBadge', false);
		await until(() => badges.told.length > 0);
		assert.deepEqual(badges.told, [everything]);
	});
});
