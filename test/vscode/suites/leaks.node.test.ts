import * as assert from 'node:assert/strict';
import { cpSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MarkdownIt from 'markdown-it';
import { commands, env, extensions, Selection, TabInputWebview, Uri, window } from 'vscode';
import { commands as ids, extensionId, tools } from '../../../src/contributions';
import { Repository } from '../../host/repository';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, open, sample, write } from '../support/files';
import { never } from '../support/histories';
import { startProduct, type Activate, type Product } from '../support/product';
import { canBeOpened, type ShownRow } from '../support/shownTree';
import { followTimers, type FollowedTimers } from '../support/timers';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

const rounds = Number(process.env['LEAKS_COUNT'] ?? 3);
/** Rounds until all code is loaded and compiled, behind which memory has to stay as it is. */
const warmUp = 10;
/** How much more there may be in the end, of what there was behind the first rounds. */
const growth = 0.05;

const text = `# Sea\n\n## Water\n\n- [ ] Swim\n  - [x] Float\n- [ ] Dive\n- [ ] Row :sailboat:\n\n## Wind\n\n- [x] Sail\n- [ ] Steer\n`;

describe('an extension that is started, used and ended', () => {
	before(diskIsWatched);
	afterEach(cleanUp);

	it(`leaves nothing behind, ${rounds} times`, async function () {
		this.timeout(60_000 + rounds * 10_000);
		const extension = extensions.getExtension(extensionId);
		assert.ok(extension);
		await until(() => extension.isActive);
		// As it is shipped, and loaded once, as VS Code does it; from another folder than the installed one, to be told from it.
		const code = realpathSync(extension.extensionPath);
		const copy = join(code, 'out/test/shipped');
		cpSync(join(code, 'dist'), copy, { recursive: true });
		const { activate } = createRequire(join(copy, 'index.js'))('./extension.js') as { readonly activate: Activate };
		Repository.create(at().fsPath).commit({ 'ROADMAP.md': text }, { at: '2026-03-02T12:00:00Z' });
		const { document } = await open(sample);
		await until(() => document.getText() === text);
		const timers = followTimers(copy);
		const ended: WeakRef<object>[] = [];
		const heaps: number[] = [];
		let processes: number | undefined;
		try {
			for (let round = 0; round < rounds; round++) {
				ended.push(await startUseAndEnd(activate, timers));
				heaps.push(await heapUsed());
				// Those of VS Code's own extensions are in this host too: a server for Markdown, and Git's for a moment.
				processes ??= processesNow();
				await until(() => processesNow() <= (processes ?? 0), processesNow);
			}
		} finally {
			timers.restore();
		}
		assert.ok(timers.started() > 0, 'timers of the extension are followed');
		await until(
			async () => {
				await heapUsed();
				// The last one may still be on the stack.
				return ended.filter(each => each.deref()).length <= 1;
			},
			() => `${ended.filter(each => each.deref()).length} of ${rounds} are still there`,
		);
		const megabytes = heaps.map(heap => (heap / 2 ** 20).toFixed(1));
		const [before = 0, after = 0] = [heaps[warmUp - 1], heaps.at(-1)];
		console.log(
			`      heap behind rounds, in MB: ${megabytes.filter((_, index) => index % Math.ceil(rounds / 10) === 0).join(', ')}; last: ${megabytes.at(-1)}`,
		);
		assert.ok(rounds <= 2 * warmUp || after < before * (1 + growth), `the heap grew from ${before} to ${after}`);
	});

	async function startUseAndEnd(activate: Activate, timers: FollowedTimers): Promise<WeakRef<object>> {
		const product = startProduct(at('.vscode', 'storage'), activate);
		const { tree, log } = product;
		const told = await toldDuring(() => use(product));
		assert.deepEqual([told, log], [[], []]);
		assert.deepEqual(product.end(), []);
		// A file that is being read is waited for no longer when it is read; nothing else waits, or it would run out.
		const ranOut = timers.ranOut();
		await until(
			() => timers.running().length === 0,
			() => timers.running(),
		);
		assert.equal(timers.ranOut(), ranOut);
		await until(
			() => webviews().length === 0,
			() => webviews(),
		);
		return new WeakRef(tree.provider);
	}
});

function webviews(): string[] {
	const tabs = window.tabGroups.all.flatMap(group => group.tabs);
	return tabs.filter(({ input }) => input instanceof TabInputWebview).map(({ label }) => label);
}

function processesNow(): number {
	return process.getActiveResourcesInfo().filter(name => name === 'ProcessWrap').length;
}

async function heapUsed(): Promise<number> {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	// What is weak is let go of between two tasks.
	for (let times = 0; times < 3; times++) {
		await new Promise(later => void setTimeout(later, 0));
		collect();
	}
	return process.memoryUsage().heapUsed;
}

/** Everything that there is to use, each once, on a text that is the same again behind it. */
async function use(product: Product): Promise<void> {
	const { tree, run, call, api, lenses, links } = product;
	const editor = await open(sample);
	const { document } = editor;
	const before = document.getText();
	await api.whenReady;
	await tree.settle();
	for (const row of tree.visibleRows.filter(({ rows, item }) => rows === undefined && canBeOpened(item))) {
		await tree.turn(row);
	}
	const rowOf = async (label: string): Promise<ShownRow> => {
		await tree.settle();
		const row = tree.visibleRows.find(({ item }) => item.label === label);
		assert.ok(row);
		return row;
	};
	const dive = await rowOf('Dive');
	await tree.provider.resolveTreeItem?.(dive.item, dive.element, never);
	tree.select([dive.element]);
	for (const id of [ids.toggleSelected, ids.duplicate, ids.indent, ids.outdent, ids.sortFinished]) {
		await run(id, (await rowOf('Dive')).element);
	}
	for (const id of [
		ids.copyMarkdown,
		ids.pasteMarkdown,
		ids.remove,
		ids.undo,
		ids.redo,
		ids.expandAll,
		ids.expandOpen,
	]) {
		await run(id, (await rowOf('Row ⛵')).element);
	}
	await run(ids.hideCompleted);
	await run(ids.showCompleted);
	await open(sample);
	editor.selection = new Selection(4, 8, 4, 8);
	for (const id of [
		ids.toggleTask,
		ids.goToNextTask,
		ids.goToPreviousTask,
		ids.completeAndGoToNext,
		ids.foldCompleted,
	]) {
		await run(id);
	}
	for (const lens of lenses.provideCodeLenses(document).filter(({ says }) => says === 'tick')) {
		await run(ids.toggleSection, lens);
	}
	for (const provider of ['CodeLens', 'Link', 'FoldingRange']) {
		await commands.executeCommand(`vscode.execute${provider}Provider`, sample, 100);
	}
	await commands.executeCommand('vscode.executeCodeActionProvider', sample, editor.selection);
	await commands.executeCommand('vscode.executeDocumentSymbolProvider', sample);
	await useFromOutside(product);
	await call(tools.progress, {});
	await call(tools.tasks, {});
	await api.setState(sample, [api.roadmaps[0]?.tasks[0]?.id ?? ''], 'done');
	const link = /href="([^"]*)"/.exec(rendered(product, document.getText()))?.[1]?.replaceAll('&#38;', '&') ?? '';
	if (link.startsWith(env.uriScheme)) {
		await links.handleUri(Uri.parse(link));
	}
	await write(at('other.md'), String(Math.random()));
	await run(ids.weeklyReview, sample);
	await until(() => webviews().includes('Review: Sea'), webviews);
	await run(ids.copyWeeklyReview, sample);
	const another = await open(sample);
	await another.edit(edit => edit.replace(new Selection(document.positionAt(0), document.positionAt(1e6)), before));
	await until(() => api.roadmaps[0]?.progress.done === 2);
}

function rendered({ api }: Product, source: string): string {
	const md = new MarkdownIt();
	api.extendMarkdownIt(md as unknown as Parameters<Product['api']['extendMarkdownIt']>[0]);
	return md.renderer.render(md.parse(source, {}), md.options, { currentDocument: sample, resourceProvider: {} });
}

async function useFromOutside({ call, api }: Product): Promise<void> {
	const [task] = api.roadmaps[0]?.tasks ?? [];
	await call(tools.setState, { tasks: [{ id: task?.id }], state: 'open' });
	await call(tools.addTasks, { tasks: ['Anchor'], inside: task?.id });
}
