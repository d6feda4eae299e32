import * as assert from 'node:assert/strict';
import { lexer, type Token } from 'marked';
import { CodeActionTriggerKind, commands, LanguageModelTextPart, MarkdownString, Range, window } from 'vscode';
import { note } from '../../../src/agents/words';
import { createTools } from '../../../src/agents/tools';
import { commands as ids, tools } from '../../../src/contributions';
import { tasksIn } from '../../../src/core';
import { pickTask } from '../../../src/editor/taskPick';
import { SectionLenses } from '../../../src/editor/codeLens';
import { markdownOf } from '../../../src/review/markdown';
import { reviewView } from '../../../src/review/view';
import { fillTemplate, subjectOf } from '../../../src/statusBar/template';
import { roadmapTable, sectionTable } from '../../../src/statusBar/tooltip';
import type { Element } from '../../../src/tree/model';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { hostileWords } from '../../unit/support/hostile';
import { cleanUp } from '../support/cleanUp';
import { diskIsWatched, open, sample, write } from '../support/files';
import { pickedDuring } from '../support/picked';
import { viewOptions } from '../support/reviewed';
import { openStore, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { Tree } from '../support/tree';

/** Halves of characters cannot be in a file. */
const all = Object.values(hostileWords).filter(words => words !== hostileWords['surrogates']);
const section = (words: string, mark: string): string =>
	`## ${words}\n\n- [${mark}] ${words}\n  - [ ] inner ${words}\n`;
const text = `---\ntarget: <img src=x> $(bug) ${'x'.repeat(1000)}\n---\n\n# ${hostileWords['handler'] ?? ''}\n\n${all.map(words => section(words, ' ')).join('\n')}`;
const done = text.replaceAll('- [ ]', '- [x]');

/** What would move, hide or break what stands around. */
const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** An icon in VS Code's labels, unless a backslash stands before it. */
const icons = /(?<!\\)\$\([a-z]/i;

/** Everything that a Markdown text of VS Code's is made of, as VS Code reads it. */
function* tokensIn(tokens: readonly Token[]): Generator<Token> {
	for (const token of tokens) {
		yield token;
		if (token.type === 'table') {
			const { header, rows } = token as { header: Cell[]; rows: Cell[][] };
			yield* tokensIn([...header, ...rows.flat()].flatMap(cell => cell.tokens));
		}
		if (token.type === 'list') {
			yield* tokensIn((token as { items: Token[] }).items);
		}
		yield* tokensIn('tokens' in token ? (token.tokens ?? []) : []);
	}
}

interface Cell {
	readonly tokens: Token[];
}

function kindsIn(markdown: string): Set<string> {
	return new Set([...tokensIn(lexer(markdown))].map(({ type }) => type));
}

/** A hover that trusts nobody, and is not endless. */
function checkTooltip(tooltip: unknown): string {
	assert.ok(tooltip instanceof MarkdownString);
	assert.ok(!tooltip.supportHtml && !tooltip.supportThemeIcons && tooltip.baseUri === undefined);
	assert.ok(tooltip.value.length < 10_000, `${tooltip.value.length} characters`);
	return tooltip.value;
}

describe('hostile words', () => {
	let roadmaps: Roadmaps;
	let file: ReadRoadmap;

	before(diskIsWatched);
	beforeEach(async () => {
		await write(sample, text);
		roadmaps = await openStore();
		file = await untilRead(roadmaps, sample, text);
		assert.equal([...tasksIn(file.roadmap)].length, 2 * all.length);
	});
	afterEach(cleanUp);

	it('are words in the tree and its hovers', async () => {
		const tree = new Tree(roadmaps);
		const check = async (row: Element): Promise<number> => {
			const { label, description, tooltip, command, accessibilityInformation } = await tree.resolved(row);
			assert.ok(typeof label === 'string' && label !== '' && label.length <= 1000);
			assert.doesNotMatch(label, controls);
			assert.doesNotMatch(accessibilityInformation?.label ?? '', controls);
			assert.match(String(description), /^(\d+\/\d+)?( ?← next)?$|^undefined$/);
			const value = checkTooltip(tooltip);
			assert.ok(tooltip instanceof MarkdownString && !tooltip.isTrusted);
			assert.ok(!kindsIn(value).has('image'), value);
			assert.equal(command?.command, 'vscode.open');
			assert.equal(String(command.arguments?.[0]), sample.toString());
			const rows = await tree.provider.getChildren(row);
			const below = await Promise.all(rows.map(check));
			return below.reduce((sum, count) => sum + count, 1);
		};
		const rows = await Promise.all((await tree.provider.getChildren()).map(check));
		assert.equal(
			rows.reduce((sum, count) => sum + count, 0),
			3 * all.length,
		);
	});

	it('are words in the status bar and its hover, where only our links run our commands', () => {
		const subject = subjectOf(file.roadmap, 'ROADMAP.md');
		for (const words of all) {
			const filled = fillTemplate(
				'$(check) ${name} ${next} ${percent}',
				{ ...subject, name: words, next: words },
				'1%',
			);
			assert.doesNotMatch(filled.slice(8), icons);
			assert.doesNotMatch(filled, controls);
			assert.ok(filled.length < 200);
			const row = { name: words, progress: { done: 1, total: 2 } };
			const several = roadmapTable(row, [row, row]);
			const kinds = kindsIn(checkTooltip(several));
			assert.ok(several.isTrusted === undefined && !kinds.has('link') && !kinds.has('html') && !kinds.has('image'));
		}
		const tooltip = sectionTable(file, 'ROADMAP.md');
		const tokens = [...tokensIn(lexer(checkTooltip(tooltip)))];
		const links = tokens.flatMap(token => (token.type === 'link' ? (token as { href: string }).href : []));
		assert.deepEqual(
			links.map(link => link.replace(/\?.*/, '')),
			[`command:${ids.goToNextTask}`, `command:${ids.weeklyReview}`],
		);
		assert.ok(tokens.every(({ type }) => type !== 'html' && type !== 'image'));
		assert.equal(tokens.filter(({ type }) => type === 'table').length, 1);
	});

	it('are words where tasks are picked', async () => {
		const offered = await pickedDuring(undefined, () => pickTask(roadmaps));
		assert.ok(offered.length > 2 * all.length);
		for (const { label, description = '', detail = '' } of offered) {
			const [, words = ''] = /^(?:\$\([a-z-]+\) )?([^]*)$/.exec(label) ?? [];
			assert.ok(words.length <= 250 && description.length <= 250);
			for (const said of [words, description, detail]) {
				assert.doesNotMatch(said, controls);
				assert.doesNotMatch(said, icons);
			}
		}
	});

	it('are words above sections and in the menu of actions', async () => {
		const { document } = await open(sample);
		const lenses = new SectionLenses(roadmaps);
		const titles = lenses.provideCodeLenses(document).map(lens => lenses.resolveCodeLens(lens).command?.title ?? '');
		lenses.dispose();
		assert.equal(titles.length, 3 * (all.length + 1));
		for (const title of titles) {
			assert.ok(title.length < 100);
			assert.doesNotMatch(title, controls);
			assert.doesNotMatch(title, icons);
		}
		for (let line = 0; line < document.lineCount; line += 24) {
			const actions = await commands.executeCommand<{ title: string }[]>(
				'vscode.executeCodeActionProvider',
				sample,
				new Range(line, 0, line, 0),
				'refactor.rewrite.roadmap',
				CodeActionTriggerKind.Invoke,
			);
			for (const { title } of actions) {
				assert.ok(title.length < 120);
				assert.doesNotMatch(title, controls);
			}
		}
	});

	it('are words in a review and its Markdown', () => {
		const options = viewOptions({ '2026-11-20': text, '2026-11-24': text, '2026-11-25': done }, '2026-11-26');
		const review = reviewView({ ...options, invalidTarget: hostileWords['script'], dailyMinutes: 30 });
		const said = JSON.stringify(review);
		assert.ok(said.length < 200_000, `${said.length} characters`);
		assert.doesNotMatch(said, /\\u00[01]|[\u202a-\u202e\u2066-\u2069]/);
		const markdown = markdownOf(review);
		assert.equal(markdown.split('\n').filter(line => line.startsWith('- [x] ')).length, 2 * all.length);
		const kinds = kindsIn(markdown);
		for (const kind of ['html', 'image', 'link', 'code', 'codespan', 'blockquote', 'table', 'def', 'del', 'em']) {
			assert.ok(!kinds.has(kind), kind);
		}
	});

	it('are quoted for language models', async () => {
		const runner = createTools(roadmaps);
		const call = async (name: keyof typeof tools, input: object): Promise<string> => {
			const { content } = await runner.invoke(tools[name], { input, toolInvocationToken: undefined });
			const [first, second] = content.map(part => (part instanceof LanguageModelTextPart ? part.value : ''));
			assert.equal(first, `${note}\n`);
			return second ?? '';
		};
		const quotes = /"(?:[^"\\]|\\.)*"/g;
		const results = [
			await call('progress', {}),
			await call('tasks', { limit: 200 }),
			await call('tasks', { text: 'inner', limit: 200 }),
			await call('tasks', { section: 'inner' }),
			await call('setState', { tasks: ['nonsense'], state: 'done' }),
			await call('addTasks', { section: 'nonsense', tasks: ['a'] }),
		];
		for (const result of results) {
			assert.ok(result.length < 100_000, `${result.length} characters`);
			for (const line of result.split('\n')) {
				assert.doesNotMatch(line, controls);
				assert.doesNotMatch(line, /[\u200b\u2060\ufeff\u{e0000}-\u{e007f}]/u);
				const ours = line.replaceAll(quotes, '“”');
				assert.match(
					ours,
					/^( *(- )?(\[.\] )?[a-z0-9]{8,12}(\.\d+)? “”( \((in|inside) “”\))?(: [\w %(),]+)?|(In|Next:|Nearest:|Sections|Tasks found|Error:|There is no|The tool|“”, “”:|- “”|and \d+ more).*)$/,
				);
				assert.doesNotMatch(ours, /script|Ignore|command|canary|<|\$/);
			}
		}
		const prepared = await runner.prepare(tools.setState, {
			input: { tasks: [...(results[1]?.matchAll(/\] (\S+) "/g) ?? [])].map(([, id]) => id), state: 'done' },
		});
		const { message } = prepared?.confirmationMessages ?? {};
		const kinds = kindsIn(checkTooltip(message));
		assert.deepEqual(
			[...kinds].filter(kind => !['paragraph', 'text', 'escape', 'space', 'br'].includes(kind)),
			[],
		);
	});

	it('are added as words, and as nothing else', async () => {
		const before = '# Sea\n\n- [ ] Swim\n';
		const { document } = await open(await write(sample, before));
		await untilRead(roadmaps, sample, before);
		const tasks = all.filter(({ length }) => length < 1000).map(words => `${words}\n# ${words}\n\n- [x] ${words}`);
		const runner = createTools(roadmaps);
		for (const words of tasks) {
			const count = [...tasksIn(roadmaps.parserOf(sample).parse(document.getText()))].length;
			const kept = document.getText();
			const input = { section: 'Sea', tasks: [words] };
			await runner.invoke(tools.addTasks, { input, toolInvocationToken: undefined });
			const now = document.getText();
			const roadmap = roadmaps.parserOf(sample).parse(now);
			const states = [...tasksIn(roadmap)].map(({ state }) => state);
			assert.ok(now === kept || (now.startsWith(kept) && states.length === count + 1), JSON.stringify(words));
			assert.ok(states.every(state => state === 'open') && roadmap.children.length === 1, JSON.stringify(words));
		}
		assert.ok([...tasksIn(roadmaps.parserOf(sample).parse(document.getText()))].length > tasks.length / 2);
	});

	it('are told to nobody', async () => {
		const told = await toldDuring(async () => {
			await open(sample);
			await commands.executeCommand(ids.goToNextTask);
			await commands.executeCommand(ids.foldCompleted);
		});
		assert.ok(window.activeTextEditor);
		told.forEach(message => assert.doesNotMatch(message, /script|canary|Ignore/));
	});
});
