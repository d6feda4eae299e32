import * as assert from 'node:assert/strict';
import { commands, extensions, LanguageModelTextPart, lm, workspace, type MarkdownString } from 'vscode';
import { createTools } from '../../../src/agents/tools';
import { note } from '../../../src/agents/words';
import { extensionId, tools } from '../../../src/contributions';
import { cleanUp } from '../support/cleanUp';
import { at, freshFolder, read, remove, sample, write } from '../support/files';
import { editorWith } from '../support/marked';
import { setRoadmap } from '../support/settings';
import { openStore, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

const text = [
	'# Sea',
	'',
	'## Water',
	'',
	'- [ ] Swim',
	'  - [x] Float',
	'- [~] Dive',
	'',
	'## Wind',
	'',
	'* [ ] Sail',
	'* [-] Kite',
	'',
	'## Later',
	'',
].join('\n');

/** Has VS Code call a tool, as a language model would, and gives what the model is told behind the note on what is quoted. */
async function call(tool: keyof typeof tools, input: object = {}): Promise<string> {
	const { content } = await lm.invokeTool(tools[tool], { input, toolInvocationToken: undefined });
	const [first, ...parts] = content.map(part => (part instanceof LanguageModelTextPart ? part.value : '?'));
	assert.equal(first, `${note}\n`);
	return parts.join('');
}

/** The ids of the sample's tasks and sections by their words. */
async function ids(): Promise<Readonly<Record<string, string>>> {
	const lines = `${await call('tasks')}\n${await call('progress')}`.split('\n');
	return Object.fromEntries(
		lines.flatMap(line => {
			const [, id = '', words = ''] = /(?:\[.\]|-) ([a-z][a-z0-9]{7}\S*) "([^"]+)"/.exec(line) ?? [];
			return id === '' ? [] : [[words.trim(), id]];
		}),
	);
}

async function idOf(words: string): Promise<string> {
	const id = (await ids())[words];
	assert.ok(id, words);
	return id;
}

function withoutIds(result: string): string[] {
	return result.replaceAll(/(?<=(?:\[.\]|-)) [a-z][a-z0-9]{7}(?= )/g, '').split('\n');
}

describe('the tools of language models', () => {
	before(() => until(() => extensions.getExtension(extensionId)?.isActive));
	afterEach(cleanUp);

	it('are there, with what a model needs to know', () => {
		for (const name of Object.values(tools)) {
			const tool = lm.tools.find(each => each.name === name);
			assert.ok(tool, name);
			assert.ok(tool.description.length > 200);
			assert.ok(tool.inputSchema);
			assert.ok(tool.tags.includes('roadmap'));
		}
	});

	describe('that read', () => {
		beforeEach(() => editorWith(text));

		it('tell how far the roadmap is', async () => {
			assert.deepEqual(withoutIds(await call('progress')), [
				'"ROADMAP.md", "Sea": 1 of 4 done (25%), 1 in progress, 1 dropped, not counted',
				'Next: [ ] "Swim" (in "Sea > Water")',
				'Sections, by their ids:',
				'- "Sea": 1 of 4 done (25%)',
				'  - "Water": 1 of 3 done (33%)',
				'  - "Wind": 0 of 1 done (0%)',
				'  - "Later": no tasks',
			]);
		});

		it('tell how far a section is, by its id or title', async () => {
			const lines = [
				'"ROADMAP.md", "Wind": 0 of 1 done (0%), 1 dropped, not counted',
				'Next: [ ] "Sail" (in "Sea > Wind")',
			];
			assert.deepEqual(withoutIds(await call('progress', { section: 'wind' })), lines);
			assert.deepEqual(withoutIds(await call('progress', { section: await idOf('Wind') })), lines);
			assert.match(
				await call('progress', { section: 'The wind' }),
				/^Error: There is no section.*Nearest:\n- \w+ "Sea > Wind"$/s,
			);
		});

		it('list tasks, where they are and what is around them', async () => {
			assert.deepEqual(withoutIds(await call('tasks')), [
				'Tasks found in "ROADMAP.md": 5',
				'In "Sea > Water":',
				'[ ] "Swim"',
				'  [x] "Float"',
				'[~] "Dive"',
				'In "Sea > Wind":',
				'[ ] "Sail"',
				'[-] "Kite"',
			]);
		});

		it('list the tasks that are asked for', async () => {
			const found = async (input: object) =>
				withoutIds(await call('tasks', input)).flatMap(line => /\[.\] (.*)/.exec(line)?.[1]?.replaceAll('"', '') ?? []);
			assert.deepEqual(await found({ state: 'open' }), ['Swim', 'Sail']);
			assert.deepEqual(await found({ state: 'todo' }), ['Swim', 'Dive', 'Sail']);
			assert.deepEqual(await found({ state: 'dropped', section: 'Wind' }), ['Kite']);
			assert.deepEqual(await found({ text: 'I', section: 'Water' }), ['Swim', 'Dive']);
			assert.deepEqual(await found({ state: 'done' }), ['Float (inside Swim)']);
			assert.deepEqual(await found({ roadmap: './ROADMAP.md', text: 'ski' }), []);
		});

		it('list no more tasks than they should, and say how many there are', async () => {
			const result = await call('tasks', { limit: 2, offset: 1 });
			assert.match(result, /^Tasks found in "ROADMAP\.md": 5, of which listed here: 2\n/);
			assert.match(result, /Float.*Dive"\nand 2 more: pass "offset": 3, or narrow the search$/s);
		});

		it('refuse what does not fit, and say why', async () => {
			assert.equal(
				await call('tasks', { state: 'finished', limit: 1000, what: 1, section: 5 }),
				'Error: There is no "what"; there are "roadmap", "section", "state", "text", "limit", "offset". "section" must be ' +
					'a string. "state" must be one of "open", "active", "done", "dropped", "todo". "limit" must be a whole number ' +
					'from 1 to 200.',
			);
			assert.match(await call('tasks', []), /^Error: The input must be an object/);
		});

		it('read no other file', async () => {
			const secret = await write(at(freshFolder(), 'secret.md'), '- [ ] Secret\n');
			for (const roadmap of [workspace.asRelativePath(secret), secret.fsPath, secret.toString(), '../ROADMAP.md']) {
				const result = await call('tasks', { roadmap });
				assert.match(result, /^Error: .* is no roadmap of this workspace\. There are:\n- "ROADMAP\.md"$/);
			}
		});
	});

	it('take the roadmap that is named where there are several', async () => {
		const uri = await write(at(freshFolder(), 'ROADMAP.md'), '- [x] Other\n');
		const roadmap = workspace.asRelativePath(uri);
		await until(async () => (await call('progress')).includes(roadmap));
		assert.match(await call('progress'), /There are several roadmaps.*- "ROADMAP\.md": .*1 of 1 done/s);
		assert.match(
			await call('tasks'),
			/^Error: There are several roadmaps: name one in "roadmap"\. There are:\n- "ROADMAP\.md"\n/,
		);
		assert.match(await call('tasks', { roadmap }), /: 1\n\[x\] \w+ "Other"$/);
		assert.match(await call('tasks', { roadmap: uri.toString() }), /Other"$/);
	});

	it('know what another program has just written', async () => {
		await write(sample, '- [ ] Brand new\n');
		await until(async () => (await call('tasks')).includes('Brand new'));
	});

	it('know a file that another program has just made', async () => {
		await remove(sample);
		let answer = '';
		await until(
			async () => (answer = await call('progress')).includes('There is no roadmap in this workspace'),
			() => answer,
		);
		// In folders of their own: of a file that was open, VS Code hands out the old text until it hears of the disk.
		await write(at(freshFolder(), 'ROADMAP.md'), '- [ ] Brand new\n');
		assert.match(await call('tasks'), /Brand new/);
		const roadmap = `${freshFolder()}/ROADMAP.md`;
		await write(at(roadmap), '- [ ] Another\n');
		assert.match(await call('tasks', { roadmap }), /Another/);
	});

	it('say so where there is no roadmap', async () => {
		await remove(sample);
		let answer = '';
		await until(
			async () => (answer = await call('progress')).includes('There is no roadmap in this workspace'),
			() => answer,
		);
	});

	it('show only as many sections as there is room for', async () => {
		const many = Array.from({ length: 70 }, (_, index) => `## Part ${index}\n\n### Inner\n\n- [ ] Task\n`);
		await editorWith(`# All\n\n${many.slice(0, 40).join('\n')}`);
		const some = await call('progress');
		assert.equal(some.split('\n').length, 3 + 41 + 1);
		assert.match(some, /\nand 40 more; pass one of these as "section" to see those inside it$/);
		await editorWith(many.join('\n'));
		assert.match(await call('progress'), /Part 59": 0 of 1 done \(0%\)\nand 80 more;/);
	});

	describe('that set states', () => {
		it('change one character each, undone by one undo, and say what changed', async () => {
			const { document } = await editorWith(text);
			const { Swim, Sail, Float } = await ids();
			const result = await call('setState', {
				state: 'done',
				tasks: [{ id: Sail }, { id: Swim, text: 'swim' }, Float],
			});
			assert.deepEqual(withoutIds(result).slice(0, 3), [
				'Changed in "ROADMAP.md":',
				'[x] "Swim" (in "Sea > Water"), was open',
				'[x] "Sail" (in "Sea > Wind"), was open',
			]);
			assert.match(result, /\nWere so already: \w{8}\nNow: 3 of 4 done \(75%\).*\nNot saved yet: .*/);
			assert.equal(document.getText(), text.replace('[ ] Swim', '[x] Swim').replace('[ ] Sail', '[x] Sail'));
			assert.equal(await read(sample), text);
			await commands.executeCommand('undo');
			await until(() => document.getText() === text);
		});

		it('set every state', async () => {
			const { document } = await editorWith('- [ ] a\n- [ ] b\n- [x] c\n');
			const { a, b, c } = await ids();
			await call('setState', { state: 'active', tasks: [{ id: a }] });
			await call('setState', { state: 'dropped', tasks: [{ id: b }] });
			await call('setState', { state: 'open', tasks: [{ id: c }] });
			assert.equal(document.getText(), '- [~] a\n- [-] b\n- [ ] c\n');
		});

		it('find tasks again whatever happened elsewhere', async () => {
			const { document } = await editorWith(text);
			const id = await idOf('Sail');
			await editorWith(`Words.\n\n${text.replace('- [ ] Swim', '- [x] Swim far\n- [ ] Sail').replace('## Later', '')}`);
			await call('setState', { state: 'done', tasks: [{ id }] });
			assert.match(document.getText(), /- \[ \] Sail[^]*\* \[x\] Sail/);
		});

		it('change nothing for an id that is wrong or out of date, and name the nearest', async () => {
			const { document } = await editorWith(text);
			const { Swim, Dive } = await ids();
			const changed = text.replace('## Water', '## Waves');
			await editorWith(changed);
			const now = await ids();
			const result = await call('setState', { state: 'done', tasks: [{ id: Swim }, { id: now['Sail'] }] });
			assert.match(result, /^Error: "Not all|^Error: There is no task/);
			assert.match(
				result,
				new RegExp(`There is no task with the id "${Swim ?? ''}"\\.\nNearest:\n- \\[ \\] ${now['Swim'] ?? ''} "Swim"`),
			);
			assert.match(
				await call('setState', { state: 'done', tasks: [{ id: 'nonsense', text: 'Divve' }] }),
				new RegExp(`Nearest:\n- \\[~\\] ${now['Dive'] ?? ''} "Dive" \\(in "Sea > Waves"\\)`),
			);
			assert.match(await call('setState', { state: 'done', tasks: [{ id: Dive }] }), /^Error: /);
			assert.equal(document.getText(), changed);
		});

		it('change nothing where the task says something else than expected', async () => {
			const { document } = await editorWith(text);
			const { Swim, Dive } = await ids();
			const result = await call('setState', { state: 'done', tasks: [{ id: Swim, text: 'Dive' }] });
			assert.match(
				result,
				new RegExp(
					`The task with the id "${Swim ?? ''}" says "Swim"\\.\nNearest:\n- \\[~\\] ${Dive ?? ''} "Dive"[^-]*$`,
				),
			);
			assert.equal(document.getText(), text);
		});

		it('take along what roadmap.cascade says, and save as roadmap.saveAfterEdit says', async () => {
			await editorWith('- [ ] Boat\n  - [ ] Hull\n');
			await setRoadmap('cascade', 'both');
			await setRoadmap('saveAfterEdit', true);
			const result = await call('setState', { state: 'done', tasks: [{ id: await idOf('Hull') }] });
			assert.match(
				result,
				/Changed in "ROADMAP\.md":\n.* "Hull", was open\nChanged with them, as the setting roadmap\.cascade says:\n.* "Boat", was open\nNow: 2 of 2 done \(100%\)$/,
			);
			assert.equal(await read(sample), '- [x] Boat\n  - [x] Hull\n');
		});

		it('refuse states that the settings do not read', async () => {
			await editorWith(text);
			await setRoadmap('states', 'gfm');
			const swim = await until(async () => (await ids())['Swim']);
			assert.match(await call('setState', { state: 'dropped', tasks: [{ id: swim }] }), /^Error: .*roadmap\.states/);
		});

		it('refuse what does not fit, and say why', async () => {
			await editorWith(text);
			for (const [input, fault] of [
				[{}, /"tasks" must be a list of 1 to 100 .* "state" is needed/],
				[{ state: 'done', tasks: [] }, /"tasks" must be/],
				[{ state: 'done', tasks: [{ id: 5 }] }, /"tasks" must be/],
				[{ state: 'finished', tasks: [{ id: 'a' }] }, /"state" must be one of/],
				[{ state: 'done', tasks: ['a'], roadmap: 'other.md' }, /"other\.md" is no roadmap/],
			] as const) {
				assert.match(await call('setState', input), fault);
			}
		});

		it('tell the model, and not the person, what cannot be done', async () => {
			await editorWith(text);
			assert.deepEqual(
				await toldDuring(async () => {
					assert.match(await call('setState', { state: 'open', tasks: ['nonsense'] }), /^Error/);
					assert.match(await call('setState', { state: 'open', tasks: [await idOf('Swim')] }), /^Nothing to change/);
				}),
				[],
			);
		});
	});

	describe('that add tasks', () => {
		it('add them to a section, in its style, and say what ids they have', async () => {
			const { document } = await editorWith(text);
			const result = await call('addTasks', { section: 'Wind', tasks: ['- [ ] *Surf*', ' Row\nfar '] });
			assert.deepEqual(withoutIds(result).slice(0, 3), [
				'Added to "ROADMAP.md":',
				'[ ] "Surf" (in "Sea > Wind")',
				'[ ] "Row far" (in "Sea > Wind")',
			]);
			assert.match(document.getText(), /\* \[-\] Kite\n\* \[ \] \*Surf\*\n\* \[ \] Row far\n/);
			assert.ok(result.includes(await idOf('Surf')));
			await commands.executeCommand('undo');
			await until(() => document.getText() === text);
		});

		it('add them after a task, inside one, and to an empty section', async () => {
			const { document } = await editorWith(text);
			const { Swim, Later } = await ids();
			await call('addTasks', { after: Swim, tasks: ['Wade'] });
			await call('addTasks', { inside: Swim, tasks: ['Breathe'] });
			await call('addTasks', { section: Later, tasks: ['Rest'] });
			assert.match(document.getText(), /- \[ \] Swim\n {2}- \[x\] Float\n {2}- \[ \] Breathe\n- \[ \] Wade\n/);
			assert.match(document.getText(), /## Later\n\n\* \[ \] Rest\n/);
		});

		it('ask where, and refuse what is not there', async () => {
			const { document } = await editorWith(text);
			for (const [input, fault] of [
				[{ tasks: ['a'] }, /Name the place/],
				[{ tasks: ['a'], section: 'Wind', after: 'b' }, /one of "section", "after" and "inside" only/],
				[{ tasks: [' '], section: 'Wind' }, /"tasks" must be a list/],
				[{ tasks: ['a'], after: 'nonsense' }, /There is no task with the id "nonsense"/],
				[{ tasks: ['a'], section: 'Land' }, /There is no section "Land"/],
			] as const) {
				assert.match(await call('addTasks', input), fault);
			}
			assert.equal(document.getText(), text);
		});

		it('need no place where there are no sections', async () => {
			const { document } = await editorWith('- [ ] a\n');
			await call('addTasks', { tasks: ['b'] });
			assert.equal(document.getText(), '- [ ] a\n- [ ] b\n');
		});
	});

	describe('ask before they change something', () => {
		/** What the person would be asked, in Markdown. */
		async function asked(tool: keyof typeof tools, input: object): Promise<string | undefined> {
			const roadmaps = await openStore();
			await untilRead(roadmaps, sample);
			const prepared = await createTools(roadmaps).prepare(tools[tool], { input });
			const { title, message } = prepared?.confirmationMessages ?? {};
			return title === undefined ? undefined : `${title}\n${(message as MarkdownString).value}`;
		}

		it('with every task that will change', async () => {
			await editorWith('- [ ] Boat [x](command:y)\n  - [ ] Hull\n');
			await setRoadmap('cascade', 'up');
			assert.equal(
				await asked('setState', { state: 'done', tasks: [await idOf('Hull')] }),
				'Change tasks of the roadmap?\nROADMAP\\.md\n\n• Boat x: open → done  \n• Hull: open → done',
			);
		});

		it('with the words and the place, which are no Markdown there', async () => {
			await editorWith('# 1 < 2 & [b]\n\n- [ ] a\n');
			assert.equal(
				await asked('addTasks', { tasks: ['[Surf](command:x) **now**'], section: '1 < 2 & [b]' }),
				'Add tasks to the roadmap?\nROADMAP\\.md, in “1 \\< 2 \\& \\[b\\]”\n\n' +
					'• \\[Surf\\]\\(command\\:x\\) \\*\\*now\\*\\*',
			);
		});

		it('with no more tasks than a person reads', async () => {
			await editorWith('# Sea\n');
			const tasks = Array.from({ length: 30 }, (_, index) => `Task ${index}`);
			assert.match((await asked('addTasks', { tasks, section: 'Sea' })) ?? '', /• Task 19 {2}\n• and 10 more$/);
		});

		it('but not where nothing will change, nor to read', async () => {
			await editorWith(text);
			assert.equal(await asked('progress', {}), undefined);
			assert.equal(await asked('tasks', {}), undefined);
			assert.equal(await asked('setState', { state: 'open', tasks: [await idOf('Swim')] }), undefined);
			assert.equal(await asked('setState', { state: 'done', tasks: ['nonsense'] }), undefined);
			assert.equal(await asked('addTasks', { tasks: ['a'], section: 'Land' }), undefined);
		});

		it('and change nothing that they did not ask for', async () => {
			const { document } = await editorWith('- [ ] a\n');
			const id = await idOf('a');
			await editorWith('- [ ] b\n');
			const roadmaps = await openStore();
			const runner = createTools(roadmaps);
			const input = { state: 'done', tasks: [{ id }] };
			await runner.prepare(tools.setState, { input });
			await editorWith('- [ ] a\n');
			const options = { input, toolInvocationToken: undefined };
			const [, part] = (await runner.invoke(tools.setState, options)).content;
			assert.match((part as LanguageModelTextPart).value, /^Error: There is no task/);
			assert.equal(document.getText(), '- [ ] a\n');
			await runner.invoke(tools.setState, options);
			assert.equal(document.getText(), '- [x] a\n');
		});
	});
});
