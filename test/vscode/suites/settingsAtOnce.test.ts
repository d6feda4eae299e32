import * as assert from 'node:assert/strict';
import { commands, languages, window, type CodeLens, type TreeDataProvider, type TreeViewOptions } from 'vscode';
import { commands as ids, type Settings } from '../../../src/contributions';
import { labelOf } from '../../../src/core';
import { registerTree } from '../../../src/tree';
import type { Element } from '../../../src/tree/model';
import type { Roadmaps } from '../../../src/workspace/roadmaps';
import { cleanUp } from '../support/cleanUp';
import { diskIsWatched, sample } from '../support/files';
import { editorWith } from '../support/marked';
import { MemoryMemento } from '../support/memento';
import { setRoadmap } from '../support/settings';
import { figures, openStore, shown, untilGone, untilRead, untilShown } from '../support/store';
import { until } from '../support/until';

/** Changes a setting, and waits for what a person sees of it. Nothing is reloaded, and nothing else is done. */
type Effect = () => Promise<void>;

/** Each setting, and its effect; or the suite that has it, where it takes more than a few lines to see. */
const effects: Readonly<Record<keyof Settings, Effect | `${string}.test.ts`>> = {
	files: async () => {
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample);
		await setRoadmap('files', ['**/OTHER.md']);
		await untilGone(roadmaps, sample);
		await setRoadmap('files', ['**/ROADMAP.md']);
		await untilShown(roadmaps, sample);
	},
	states: async () => {
		const editor = await editorWith('- [~] a\n- [x] b\n');
		const roadmaps = await openStore();
		await untilFigures(roadmaps, '1/2', editor.document.getText());
		await setRoadmap('states', 'gfm');
		await untilFigures(roadmaps, '1/1', editor.document.getText());
	},
	cascade: async () => {
		const editor = await editorWith('- [ ] ¦a\n  - [ ] b\n');
		await setRoadmap('cascade', 'down');
		await commands.executeCommand(ids.toggleTask);
		await until(() => editor.document.getText() === '- [x] a\n  - [x] b\n');
	},
	saveAfterEdit: async () => {
		const editor = await editorWith('- [ ] ¦a\n');
		await setRoadmap('saveAfterEdit', true);
		await commands.executeCommand(ids.toggleTask);
		await until(() => editor.document.getText() === '- [x] a\n' && !editor.document.isDirty);
	},
	'tree.emptySections': async () => {
		await editorWith('# T\n\n## Full\n\n- [ ] a\n\n## Empty\n');
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample, '# T\n\n## Full\n\n- [ ] a\n\n## Empty\n');
		const tree = treeOf(roadmaps);
		try {
			await until(async () => (await tree.labels()) === 'Full', tree.labels);
			await setRoadmap('tree.emptySections', 'show');
			await until(() => tree.told() > 0);
			assert.equal(await tree.labels(), 'Full Empty');
		} finally {
			tree.dispose();
		}
	},
	'tree.followCursor': 'test/ui/settings.test.ts',
	explorerBadge: 'explorer.test.ts',
	codeLens: async () => {
		await editorWith('## A\n\n- [ ] a\n');
		await until(async () => (await lenses()) > 0);
		await setRoadmap('codeLens', false);
		await until(async () => (await lenses()) === 0);
	},
	doneTasks: 'test/ui/settings.test.ts',
	preview: 'preview.test.ts',
	diagnostics: async () => {
		await editorWith('-[ ] a\n');
		const hints = () => languages.getDiagnostics(sample).length;
		await until(() => hints() === 1, hints);
		await setRoadmap('diagnostics', 'off');
		await until(() => hints() === 0, hints);
	},
	'statusBar.visible': 'statusBar.test.ts',
	'statusBar.alignment': 'statusBar.test.ts',
	'statusBar.text': 'statusBar.test.ts',
	weekStart: 'reviewPanel.test.ts',
	targetDate: 'reviewPanel.test.ts',
	dailyMinutes: 'test/ui/settings.test.ts',
};

async function untilFigures(roadmaps: Roadmaps, wanted: string, text: string): Promise<void> {
	await until(
		async () => figures(await untilRead(roadmaps, sample, text)) === wanted,
		() => shown(roadmaps),
	);
}

async function lenses(): Promise<number> {
	return (await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', sample)).length;
}

/** The tree as it is registered, asked as VS Code asks it; its ids get other names, as the extension's own are taken. */
function treeOf(roadmaps: Roadmaps) {
	const { createTreeView } = window;
	const { registerCommand } = commands;
	let provider: TreeDataProvider<Element> | undefined;
	const create = (id: string, options: TreeViewOptions<Element>) => {
		provider = options.treeDataProvider;
		return createTreeView(`${id}.another`, options);
	};
	Object.assign(window, { createTreeView: create });
	Object.assign(commands, {
		registerCommand: (id: string, run: () => unknown) => registerCommand(`${id}.another`, run),
	});
	const registered = registerTree(roadmaps, new MemoryMemento());
	Object.assign(window, { createTreeView });
	Object.assign(commands, { registerCommand });
	let told = 0;
	provider?.onDidChangeTreeData?.(() => told++);
	return {
		told: () => told,
		labels: async (): Promise<string> => {
			const rows = (await provider?.getChildren()) ?? [];
			return rows.map(({ content }) => (content.kind === 'node' ? labelOf(content.node) : content.kind)).join(' ');
		},
		dispose: () => void registered.dispose(),
	};
}

describe('a setting that is changed', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	for (const [key, effect] of Object.entries(effects)) {
		if (typeof effect === 'function') {
			it(`takes effect at once: roadmap.${key}`, effect);
		}
	}
});
