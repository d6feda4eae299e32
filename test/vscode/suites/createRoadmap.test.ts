import * as assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { outlineFrom } from '../../../src/create/outline';
import { cleanUp } from '../support/cleanUp';
import { at, exists, open, read, remove, sample, write } from '../support/files';
import { pickedDuring } from '../support/picked';
import { figures, openStore, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

async function untilSampleIsActive(): Promise<void> {
	await until(
		() => window.activeTextEditor?.document.uri.toString() === sample.toString(),
		() => window.activeTextEditor?.document.uri.toString(),
	);
}

/** Starts a roadmap with what has this label; gives all that is offered. */
async function create(label: string | undefined): Promise<string[]> {
	const offered = await pickedDuring(label, async () => commands.executeCommand(ids.createRoadmap));
	return offered.map(item => item.label);
}

function selected(): string | undefined {
	const editor = window.activeTextEditor;
	return editor?.document.getText(editor.selection);
}

const starts = [
	{ label: 'Empty', title: 'Roadmap', progress: '0/1' },
	{ label: 'Project', title: 'Roadmap', progress: '0/8' },
	{ label: 'Release Plan', title: 'Releases', progress: '0/9' },
	{ label: 'Learning Path: Backend Developer', title: 'Becoming a Backend Developer', progress: '0/46' },
];

describe('roadmap.createRoadmap', () => {
	afterEach(cleanUp);

	for (const { label, title, progress } of starts) {
		it(`starts with ${label}, and has its title selected`, async () => {
			await remove(sample);
			const told = await toldDuring(() => create(label));
			assert.deepEqual(told, []);
			await untilSampleIsActive();
			assert.equal(figures(await untilRead(await openStore(), sample)), progress);
			await until(() => selected() === title, selected);
			assert.equal(window.activeTextEditor?.document.isDirty, false);
		});
	}

	it('offers all that a roadmap can start with, and makes nothing when nothing is picked', async () => {
		await remove(sample);
		assert.deepEqual(
			await create(undefined),
			starts.map(({ label }) => label),
		);
		assert.equal(await exists(sample), false);
	});

	it('starts with the headings of the Markdown in the editor', async () => {
		await open(await write(at('notes.md'), '# Notes\n\nSome words.\n\n## One **thing**\n\n- list\n\nAnother\n---\n'));
		await remove(sample);
		assert.ok((await create('Headings of notes.md')).includes('Headings of notes.md'));
		await untilSampleIsActive();
		assert.equal(
			await read(sample),
			'# Notes\n\n## One **thing**\n\n- [ ] First task\n\n## Another\n\n- [ ] First task\n',
		);
		await until(() => selected() === 'Notes', selected);
	});

	it('offers no headings where there are none', async () => {
		await open(await write(at('plain.md'), 'Only words\n'));
		await remove(sample);
		assert.equal((await create(undefined)).length, starts.length);
	});

	it('never overwrites: it asks nothing, and shows what is there', async () => {
		const before = await read(sample);
		const told = await toldDuring(async () => assert.deepEqual(await create('Empty'), []));
		assert.deepEqual(told, ['ROADMAP.md is there already.']);
		await untilSampleIsActive();
		assert.equal(await read(sample), before);
	});

	it('sees what is there in another letter case', async () => {
		await remove(sample);
		const other = await write(at('roadmap.MD'), '- [ ] a\n');
		const told = await toldDuring(async () => assert.deepEqual(await create('Empty'), []));
		assert.deepEqual(told, ['roadmap.MD is there already.']);
		assert.equal(await read(other), '- [ ] a\n');
	});

	it('makes one only, however often it is called at once', async () => {
		await remove(sample);
		await toldDuring(() =>
			pickedDuring('Empty', () => Promise.all([1, 2].map(() => commands.executeCommand(ids.createRoadmap)))),
		);
		await untilSampleIsActive();
		assert.ok(await exists(sample));
		assert.match(await read(sample), /^# /);
	});
});

describe('a roadmap from headings', () => {
	const cases: readonly [what: string, text: string, roadmap: string | undefined][] = [
		['none', 'words\n', undefined],
		['headings without words', '#\n\n## ##\n', undefined],
		['no title', '## A ##\n', '# Roadmap\n\n## A\n\n- [ ] First task\n'],
		['levels as they are', '# T\n\n### A\n\n#### B\n', '# T\n\n### A\n\n#### B\n\n- [ ] First task\n'],
		['underlined, over two lines', '#one\n  two\n===\n', '# #one two\n\n- [ ] First task\n'],
		['line ends of Windows', '# T\r\n\r\n## A\r\n', '# T\n\n## A\n\n- [ ] First task\n'],
		['code is none', '# T\n\n```\n# no\n```\n', '# T\n\n- [ ] First task\n'],
	];
	for (const [what, text, roadmap] of cases) {
		it(what, () => assert.equal(outlineFrom(text), roadmap));
	}
});
