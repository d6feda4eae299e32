import * as assert from 'node:assert/strict';
import { commands, env, extensions, TabInputWebview, Uri, ViewColumn, window, workspace, type Tab } from 'vscode';
import { extensionId, reviewPanel } from '../../../src/contributions';
import { ReviewPanel } from '../../../src/review/panel';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder, open, read, remove, sample, write } from '../support/files';
import { closeHistories, openHistories } from '../support/histories';
import { pickedDuring } from '../support/picked';
import { setRoadmap } from '../support/settings';
import { openStore } from '../support/store';
import { until } from '../support/until';

const text = '# Sea\n\n## Water\n\n- [x] Swim\n- [ ] Dive\n';

function reviews(): Tab[] {
	return window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes(reviewPanel));
}

/** Waits until there are reviews of these roadmaps, and no others. */
async function untilReviewed(...names: readonly string[]): Promise<void> {
	const labels = (): string[] => reviews().map(({ label }) => label);
	await until(() => labels().sort().join() === names.map(name => `Review: ${name}`).join(), labels);
}

describe('the command for a review', () => {
	before(diskIsWatched);
	beforeEach(() => write(sample, text));
	afterEach(cleanUp);

	it('opens one tab for each roadmap', async () => {
		await commands.executeCommand('roadmap.weeklyReview', sample.toString());
		await untilReviewed('Sea');
		await commands.executeCommand('roadmap.weeklyReview');
		await untilReviewed('Sea');
		const other = await write(at(freshFolder(), 'ROADMAP.md'), '# Air\n\n- [ ] Fly\n');
		await open(other);
		await until(async () => {
			await commands.executeCommand('roadmap.weeklyReview', other);
			return reviews().length === 2;
		});
		await untilReviewed('Air', 'Sea');
	});

	it('asks which roadmap is meant where there are several', async () => {
		await write(at('docs', 'ROADMAP.md'), '# Air\n\n- [ ] Fly\n- [x] Land\n');
		const offered = await pickedDuring('docs', async () => {
			await until(
				async () => {
					await commands.executeCommand('roadmap.weeklyReview'); // of the only one, until the extension knows both
					return reviews().some(({ label }) => label === 'Review: Air');
				},
				() => reviews().map(({ label }) => label),
			);
		});
		const item = offered.find(({ label }) => label === 'docs');
		assert.deepEqual([item?.description, item?.detail], ['Air', '1 of 2 tasks done']);
	});

	it('copies it as Markdown', async () => {
		await until(async () => {
			await commands.executeCommand('roadmap.copyWeeklyReview', sample);
			return (await env.clipboard.readText()).startsWith('# Sea: ');
		});
		// What was finished this week is for the other suites to say: it is the same file for all of them.
		const markdown = await env.clipboard.readText();
		assert.match(markdown, /^\*\*50%\*\* · 1 of 2 tasks done · Finished this week: \d/m);
		assert.match(markdown, /^## Finished$[^]+^## Forecast: done by$/m);
	});

	it('copies what is so now, also where the review is open but out of sight', async () => {
		const copied = async (): Promise<string> => {
			await commands.executeCommand('roadmap.copyWeeklyReview', sample);
			return await env.clipboard.readText();
		};
		await commands.executeCommand('roadmap.weeklyReview', sample);
		await untilReviewed('Sea');
		await until(async () => (await copied()).includes('1 of 2 tasks done'), copied);
		await open(sample);
		await write(sample, text.replace('[ ] Dive', '[x] Dive'));
		await until(async () => (await copied()).includes('2 of 2 tasks done'), copied);
	});

	it('clears what is kept only when the person says so', async () => {
		const { showWarningMessage } = window;
		const asked: unknown[][] = [];
		Object.assign(window, {
			showWarningMessage: (...given: unknown[]) => {
				asked.push(given);
				return Promise.resolve(asked.length === 1 ? undefined : 'Clear History');
			},
		});
		try {
			await commands.executeCommand('roadmap.clearHistory');
			await commands.executeCommand('roadmap.clearHistory');
		} finally {
			Object.assign(window, { showWarningMessage });
		}
		assert.equal(asked.length, 2);
		assert.match(JSON.stringify(asked[0]), /"modal":true/);
	});
});

describe('a review in its tab', () => {
	let review: ReviewPanel | undefined;

	before(diskIsWatched);
	beforeEach(() => write(sample, text));
	afterEach(async () => {
		review?.dispose();
		review = undefined;
		closeHistories();
		await cleanUp();
	});

	async function show(uri = sample, week?: number): Promise<ReviewPanel> {
		const roadmaps = await openStore();
		const extension = extensions.getExtension(extensionId)?.extensionUri ?? Uri.file('/no-extension');
		const panel = window.createWebviewPanel(`${reviewPanel}.another`, 'Review', ViewColumn.Active);
		const log = window.createOutputChannel('Tests of reviews', { log: true });
		review = new ReviewPanel(panel, uri, week, { roadmaps, histories: openHistories(roadmaps), extension, log });
		return review;
	}

	const says = (words: string | RegExp): Promise<unknown> =>
		until(
			() => review?.markdown?.match(words),
			() => review?.markdown,
		);

	it('follows what is typed', async () => {
		const { panel } = await show();
		await says('1 of 2 tasks done');
		assert.equal(panel.title, 'Review: Sea');
		const document = await workspace.openTextDocument(sample);
		const editor = await window.showTextDocument(document, ViewColumn.Beside);
		await editor.edit(edit => edit.insert(document.positionAt(text.length), '- [x] Sail\n'));
		await says('2 of 3 tasks done');
		await editor.edit(edit => edit.insert(document.positionAt(2), 'Open '));
		await until(() => panel.title === 'Review: Open Sea');
	});

	it('follows its settings at once', async () => {
		await show();
		await says('1 of 2 tasks done');
		await setRoadmap('targetDate', '2099-01-01');
		await says('For Jan 1, 2099 you need a pace of 0.1 a week.');
		await write(sample, `---\ntarget: 2098-01-01\n---\n${text}`);
		await says('For Jan 1, 2098 you need');
		await setRoadmap('weekStart', 'monday');
		const weekday = async (): Promise<unknown> => {
			await says(/^# Sea: /);
			return review?.markdown?.split('\n')[0];
		};
		const monday = await weekday();
		await setRoadmap('weekStart', 'saturday');
		await until(
			async () => (await weekday()) !== monday,
			() => review?.markdown,
		);
	});

	it('says so when the roadmap is gone, and is there again with it', async () => {
		const uri = await write(at(freshFolder(), 'ROADMAP.md'), text);
		await show(uri);
		await says('1 of 2 tasks done');
		await remove(uri);
		await until(() => review?.markdown === undefined);
		await write(uri, text.replace('[ ]', '[x]'));
		await says('2 of 2 tasks done');
	});

	it('ends with its tab', async () => {
		const shown = await show();
		await says('1 of 2 tasks done');
		let isClosed = false;
		shown.onDidClose(() => (isClosed = true));
		shown.panel.dispose();
		await until(() => isClosed);
		assert.equal(await read(sample), text);
	});
});
