import * as assert from 'node:assert/strict';
import { MarkdownString, Position, StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode';
import { registerStatusBar } from '../../../src/statusBar';
import { cleanUp } from '../support/cleanUp';
import { at, closeEditors, diskIsWatched, freshFolder, open, sample, write } from '../support/files';
import { set, setRoadmap } from '../support/settings';
import { openStore, untilRead } from '../support/store';
import { until } from '../support/until';

const text = '# Sea\n\n## Water\n\n- [x] Swim\n- [ ] Dive\n- [-] Drown\n\n## Wind\n\n- [ ] $(trash) :rocket:\n';

/** A status bar item of VS Code's, and whether it is shown, which the item itself does not tell. */
interface Watched {
	readonly item: StatusBarItem;
	isShown: boolean;
	isDisposed: boolean;
	/** How often something of it was set. */
	touches: number;
}

describe('the status bar', () => {
	let items: Watched[];
	let registration: Disposable | undefined;

	before(diskIsWatched);
	beforeEach(() => {
		items = [];
	});
	afterEach(async () => {
		registration?.dispose();
		assert.ok(items.every(({ isDisposed }) => isDisposed));
		await cleanUp();
	});

	/** Shows progress as the extension does, in items under another name than its own. */
	async function show(content: string) {
		await write(sample, content);
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample, content);
		const { createStatusBarItem } = window;
		Object.assign(window, {
			createStatusBarItem: (id: string, alignment: StatusBarAlignment, priority: number) => {
				if (/[\\/]dist[\\/]/.test(String(new Error().stack))) {
					return createStatusBarItem(id, alignment, priority); // the installed extension's own
				}
				const watched = watch(createStatusBarItem(`${id}.another`, alignment, priority));
				items.push(watched);
				return watched.item;
			},
		});
		const statusBar = registerStatusBar(roadmaps);
		registration = {
			dispose: () => {
				Object.assign(window, { createStatusBarItem });
				statusBar.dispose();
			},
		};
		return roadmaps;
	}

	const current = (): Watched => {
		const last = items.at(-1);
		assert.ok(last, 'there is an item');
		return last;
	};
	const says = (expected: string | RegExp): Promise<unknown> =>
		until(
			() => (typeof expected === 'string' ? current().item.text === expected : expected.test(current().item.text)),
			() => current().item.text,
		);

	it('says how far along the roadmap is, in figures and in words', async () => {
		await show(text);
		const { item, isShown } = current();
		assert.ok(isShown);
		assert.equal(item.text, '$(checklist) 33% · 1/3');
		assert.equal(item.accessibilityInformation?.label, 'Sea: 1 of 3 tasks done, 33%');
		assert.equal(item.alignment, StatusBarAlignment.Left);
		assert.equal(item.command, 'roadmap.tree.focus');
	});

	it('shows a table of sections when it is hovered over, with links to the next task and the review', async () => {
		await show(text);
		const { tooltip } = current().item;
		assert.ok(tooltip instanceof MarkdownString);
		assert.ok(!tooltip.supportHtml && !tooltip.supportThemeIcons);
		const linked = ['roadmap.goToNextTask', 'roadmap.weeklyReview'];
		assert.deepEqual(tooltip.isTrusted, { enabledCommands: linked });
		const links = [...tooltip.value.matchAll(/\(command:([\w.]+)\?(.*?)\)/g)];
		assert.deepEqual(
			links.map(([, command]) => command),
			linked,
		);
		for (const [, , args = ''] of links) {
			assert.deepEqual(JSON.parse(decodeURIComponent(args)), [sample.toString()]);
		}
		assert.match(tooltip.value, /\| Water \|.*▰▰▰▰▱▱▱▱.*\| 1\/2 \|\n\| Wind \|.*▱▱▱▱▱▱▱▱.*\| 0\/1 \|/);
		assert.match(tooltip.value, /Next: Dive/);
	});

	it('makes no link of the words of a roadmap', async () => {
		const link = '[a](command:roadmap.goToNextTask)';
		await show(`# \\${link}\n\n## \\${link}\n\n- [ ] \\${link} <a href="command:x">b</a>\n`);
		const { value } = current().item.tooltip as MarkdownString;
		assert.deepEqual(value.match(/(?<!\\)\[.*?(?<!\\)\]/g), ['[Go to it]', '[Weekly review]']);
	});

	it('shows the next task whole, and roadmaps without tasks without figures', async () => {
		const next = 'Sail around the cape with a crew of eight and a cat that is afraid of water';
		const other = await write(at(freshFolder(), 'ROADMAP.md'), '# Land\n');
		const roadmaps = await show(`- [ ] ${next}\n`);
		await untilRead(roadmaps, other);
		const tooltip = (): string => (current().item.tooltip as MarkdownString).value;
		await until(() => tooltip().includes('0/1'), tooltip);
		assert.match(tooltip(), /\| {2}\| no tasks yet \|/);
		await open(sample);
		await until(() => tooltip().includes(`Next: ${next}`), tooltip);
	});

	it('follows typing', async () => {
		await show(text);
		const editor = await open(sample);
		const dive = text.indexOf('[ ] Dive') + 1;
		await editor.edit(edit => edit.insert(editor.document.positionAt(dive - 3), '- [x] More\n'));
		await says('$(checklist) 50% · 2/4');
	});

	it('is left alone where nothing that it shows has changed', async () => {
		const roadmaps = await show(text);
		const { touches } = current();
		const editor = await open(sample);
		await editor.edit(edit => edit.insert(editor.document.positionAt(text.indexOf('Wind')), 'Strong '));
		await untilRead(roadmaps, sample, editor.document.getText());
		const afterHeading = current().touches;
		assert.ok(afterHeading > touches, 'the hover shows sections');
		await editor.edit(edit => edit.insert(editor.document.positionAt(text.indexOf('Swim')), 'Learn to '));
		await untilRead(roadmaps, sample, editor.document.getText());
		const note = await open(await write(at(freshFolder(), 'note.md'), text));
		await note.edit(edit => edit.insert(new Position(0, 0), '- [x] a\n'));
		await note.document.save();
		assert.equal(current().touches, afterHeading);
	});

	it('fills in roadmap.statusBar.text at once', async () => {
		await show(text);
		await setRoadmap(
			'statusBar.text',
			'${name}: ${open} of ${total}, ${done} done, ${percent}. ${next} ${other} $(check)',
		);
		await says('Sea: 2 of 3, 1 done, 33%. Dive ${other} $(check)');
	});

	it('draws no icons of the words of a roadmap', async () => {
		await show('# $(trash)\n\n- [ ] $(flame) :rocket:\n');
		await setRoadmap('statusBar.text', '${name} ${next}');
		await says('\\$(trash) \\$(flame) 🚀');
	});

	it('follows roadmap.statusBar.visible at once', async () => {
		await show(text);
		await setRoadmap('statusBar.visible', false);
		await until(() => !current().isShown);
		await setRoadmap('statusBar.visible', true);
		await until(() => current().isShown);
	});

	it('changes sides at once', async () => {
		await show(text);
		await setRoadmap('statusBar.alignment', 'right');
		await until(
			() => current().item.alignment === StatusBarAlignment.Right && current().isShown,
			() => items.map(({ item, isShown, isDisposed }) => [item.alignment, isShown, isDisposed]),
		);
		await says('$(checklist) 33% · 1/3');
		assert.ok(items[0]?.isDisposed);
		await setRoadmap('statusBar.alignment', 'left');
		await until(() => current().item.alignment === StatusBarAlignment.Left && current().isShown);
		assert.deepEqual(
			items.map(({ isShown }) => isShown),
			[false, false, true],
		);
	});

	it('says that there are no tasks yet', async () => {
		await show('# Sea\n');
		assert.equal(current().item.text, '$(checklist) no tasks yet');
		assert.equal(current().item.accessibilityInformation?.label, 'Sea: no tasks yet');
	});

	it('is hidden without a roadmap', async () => {
		await show(text);
		await setRoadmap('files', []);
		await until(() => !current().isShown);
	});

	it('speaks of the roadmap of the active editor, else of the last one, else of all', async () => {
		const other = await write(at(freshFolder(), 'ROADMAP.md'), '# Land\n\n- [x] Walk\n');
		const roadmaps = await show(text);
		await untilRead(roadmaps, other);
		await says('$(checklist) 50% · 2/4');
		await open(other);
		await says('$(checklist) 100% · 1/1');
		await open(sample);
		await says('$(checklist) 33% · 1/3');
		await open(await write(at(freshFolder(), 'note.txt'), 'abc'));
		await says('$(checklist) 33% · 1/3');
		await closeEditors();
		await says('$(checklist) 33% · 1/3');
	});

	it('keeps to its defaults where settings are odd', async () => {
		await set('roadmap.statusBar.text', 17);
		await set('roadmap.statusBar.alignment', ['right']);
		await set('roadmap.statusBar.visible', 'no');
		await show(text);
		const { item, isShown } = current();
		assert.ok(isShown);
		assert.equal(item.text, '$(checklist) 33% · 1/3');
		assert.equal(item.alignment, StatusBarAlignment.Left);
	});
});

function watch(original: StatusBarItem): Watched {
	const note = (call: () => void, change: Partial<Watched>) => (): void => {
		call.call(original);
		Object.assign(watched, change);
	};
	const calls: Record<string, () => void> = {
		show: note(() => original.show(), { isShown: true }),
		hide: note(() => original.hide(), { isShown: false }),
		dispose: note(() => original.dispose(), { isShown: false, isDisposed: true }),
	};
	const item = new Proxy({} as StatusBarItem, {
		get: (_, key) => calls[String(key)] ?? (Reflect.get(original, key, original) as unknown),
		set: (_, key, value) => {
			watched.touches++;
			return Reflect.set(original, key, value, original);
		},
	});
	const watched: Watched = { item, isShown: false, isDisposed: false, touches: 0 };
	return watched;
}
