import * as assert from 'node:assert/strict';
import { commands, extensions, LanguageModelTextPart, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { createTools } from '../../../src/agents/tools';
import { createApi, type SetStateResult, type TaskState } from '../../../src/api';
import { commands as ids, extensionId, tools } from '../../../src/contributions';
import { tasksIn } from '../../../src/core';
import { activate } from '../../../src/extension';
import { messageFrom, keptFrom } from '../../../src/review/messages';
import { editRoadmap, toggleNodes } from '../../../src/workspace/editing';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import { hostileWords } from '../../unit/support/hostile';
import { cleanUp } from '../support/cleanUp';
import { at, closeEditors, diskIsWatched, freshFolder, read, sample, write } from '../support/files';
import { followLive } from '../support/live';
import { MemoryMemento } from '../support/memento';
import { openStore, untilGone, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

const text = '# Sea\n\n- [ ] Swim\n- [ ] Dive\n';

/** Throws whatever of it is looked at. */
function grenade(): object {
	const names = ['id', 'content', 'parent', 'uri', 'scheme', 'path', 'fsPath', 'toString', 'toJSON', 'length', 'then'];
	const bomb = { get: () => thrown(), enumerable: true };
	return Object.defineProperties({}, Object.fromEntries(names.slice(0, -1).map(name => [name, bomb])));
}

function thrown(): never {
	throw new Error('Nobody should look at this.');
}

/** What a command may be called with by somebody who knows no better, or better than we like. */
function oddValues(secret: Uri): unknown[] {
	const fake = {
		id: '1',
		content: { kind: 'file', file: { kind: 'read', uri: secret, text, roadmap: {} }, name: 'x' },
	};
	const polluting: unknown = JSON.parse('{"__proto__":{"a":1}}');
	const bare: unknown = Object.create(null);
	const forged: unknown = Object.create(Uri.prototype);
	const words = ['', 'x', 'focused ', '../ROADMAP.md', secret.toString(), secret.fsPath];
	const uris = [secret, Uri.parse('nowhere:/ROADMAP.md'), Uri.parse('https://canary.invalid/ROADMAP.md'), forged];
	return [
		...[...words, ...Object.values(hostileWords).slice(0, 12), ...uris],
		...[0, -1, NaN, Infinity, true, false, 10n, Symbol('x')],
		...[{}, [], [[]], () => thrown(), new Date(), new Map(), bare, polluting],
		...[fake, [fake], { ...fake, content: undefined }, { $treeItemHandle: '0/0:x' }, grenade(), [grenade()]],
	];
}

describe('what comes from outside', () => {
	let secret: Uri;
	let untouched: Uri[];

	before(diskIsWatched);
	beforeEach(async () => {
		await write(sample, text);
		secret = await write(at(freshFolder(), 'secret.md'), text);
		untouched = [sample, secret];
	});
	afterEach(async () => {
		for (const uri of untouched) {
			assert.equal(await read(uri), text);
			const open = workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
			assert.ok(!open?.isDirty, uri.path);
		}
		await cleanUp();
	});

	it('does nothing as an argument of a command, but is refused', async function () {
		this.timeout(60_000);
		const another = await AnotherExtension.start();
		try {
			for (const id of Object.values(ids).filter(each => !takesNothing.includes(each))) {
				for (const value of oddValues(secret)) {
					const isAddress = typeof value === 'string' || value instanceof Uri;
					// Others do as they would without, which is for other tests.
					if (isAddress || !takesAddress.includes(id)) {
						for (const args of [[value], [value, [value]]]) {
							const told = await another.run(id, args);
							const isRefused = refusals.some(refusal => told.join().startsWith(refusal));
							assert.ok(isRefused || isForged(value), `${id} with ${typeof value}: ${told.join()}`);
						}
					}
				}
			}
			assert.deepEqual(another.logged, []);
			assert.deepEqual(
				window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
				[],
			);
		} finally {
			await another.end();
		}
	});

	it('is refused by the API with a reason', async () => {
		const roadmaps = await openStore();
		const file = await untilRead(roadmaps, sample, text);
		const api = createApi(roadmaps);
		const id = api.roadmaps.find(({ uri }) => uri.path === file.uri.path)?.tasks[0]?.id ?? '';
		const setState = (...[uri, ids, state]: readonly unknown[]): Promise<SetStateResult> =>
			api.setState(uri as Uri, ids as string[], state as TaskState);
		const throwing: unknown[] = [];
		Object.defineProperty(throwing, 0, { get: thrown });
		for (const value of [...oddValues(secret), undefined, null, throwing]) {
			for (const args of [
				[value, [id], 'done'],
				[sample, value, 'done'],
				[sample, [value], 'done'],
				[sample, [id], value],
			]) {
				const isNothing = Array.isArray(args[1]) && args[1].length === 0;
				const result = await setState(...args);
				assert.ok(result.outcome === 'refused' ? result.reason !== '' : isNothing, JSON.stringify(result));
			}
		}
	});

	it('is refused by the tools of language models with a reason', async () => {
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample, text);
		const runner = createTools(roadmaps);
		const circle: Record<string, unknown> = {};
		circle['tasks'] = circle;
		for (const name of Object.values(tools)) {
			for (const value of [...oddValues(secret), undefined, null, circle]) {
				for (const input of [value, { roadmap: value, tasks: ['x'], state: 'done' }, { tasks: value, state: 'done' }]) {
					const isFine = ['{}', '{"state":"done"}'].includes(jsonOf(input) ?? '');
					await runner.prepare(name, { input });
					const { content } = await runner.invoke(name, { input, toolInvocationToken: undefined });
					const part = content[1];
					assert.ok(part instanceof LanguageModelTextPart);
					const isRead = name === tools.progress || name === tools.tasks;
					assert.ok(
						part.value.startsWith('Error: ') || (isRead && isFine),
						`${name} with ${jsonOf(input) ?? 'no JSON'}: ${part.value}`,
					);
				}
			}
		}
	});

	it('is no message of a page, nor what was kept of one', () => {
		for (const value of [...oddValues(secret), undefined, null]) {
			// All of it comes as JSON.
			const message: unknown = JSON.parse(jsonOf(value) ?? 'null');
			assert.equal(messageFrom(message), undefined);
			assert.equal(keptFrom(message), undefined);
		}
		for (const message of [
			{ kind: 'week', start: 1.5 },
			{ kind: 'week', start: '1' },
			{ kind: 'week', start: Number.MAX_VALUE },
			{ kind: 'open', task: secret.toString() },
			{ kind: 'open' },
			{ kind: 'constructor' },
			{ kind: ['copy'] },
			{ type: 'copy' },
		]) {
			assert.equal(messageFrom(message), undefined);
		}
	});

	it('is not edited where it is no roadmap of the workspace, or no longer', async () => {
		const roadmaps = await openStore();
		const file = await untilRead(roadmaps, sample, text);
		const outside: ReadRoadmap = { ...file, uri: secret };
		const [task] = [...tasksIn(file.roadmap)];
		assert.ok(task);
		const refused = /is no roadmap of this workspace, or no longer; nothing was changed\.$/;
		const told = await toldDuring(async () => {
			assert.equal(await toggleNodes(roadmaps, outside, [task]), 'refused');
			const edits = [{ start: 0, end: 0, newText: 'x' }];
			assert.equal(await editRoadmap(roadmaps, secret, () => edits), 'refused');
			assert.equal(await editRoadmap(roadmaps, Uri.parse('nowhere:/ROADMAP.md'), () => edits), 'refused');
		});
		assert.equal(told.length, 3);
		told.forEach(message => assert.match(message, refused));
		const other = await write(at(freshFolder(), 'ROADMAP.md'), text);
		const known = await untilRead(roadmaps, other, text);
		await workspace.fs.rename(other, other.with({ path: `${other.path}.old` }));
		await untilGone(roadmaps, other);
		untouched.push(other.with({ path: `${other.path}.old` }));
		assert.equal((await toldDuring(() => toggleNodes(roadmaps, known, [task]))).length, 1);
	});
});

/** Commands that look at no arguments, and do what they say; of these the last two open what is VS Code's own. */
const takesNothing: readonly string[] = [
	ids.toggleTask,
	ids.createRoadmap,
	ids.turnListIntoTasks,
	ids.foldCompleted,
	ids.expandAll,
	ids.expandOpen,
	ids.hideCompleted,
	ids.showCompleted,
	ids.clearHistory,
	ids.getStarted,
	ids.reportIssue,
];

/** Commands that overlook what is no address, as VS Code passes them what it likes. */
const takesAddress: readonly string[] = [
	ids.goToNextTask,
	ids.goToPreviousTask,
	ids.completeAndGoToNext,
	ids.weeklyReview,
	ids.copyWeeklyReview,
];

const refusals = [
	'This command is for what the view or the editor of a roadmap shows; nothing was done.',
	'There is no roadmap at this address that can be read.',
	'The text has changed; nothing was ticked. Click the box again.',
];

/** What has JSON of it, where there is any. */
function jsonOf(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}

/** What says that it is an address, and is none: it is overlooked like all that is none. */
function isForged(value: unknown): boolean {
	return value instanceof Uri && jsonOf(value) === undefined;
}

/** The extension once more, with its own commands and a log that is looked at. */
class AnotherExtension {
	readonly logged: string[] = [];
	readonly #told: string[] = [];
	#end: () => Promise<void> = () => Promise.resolve();

	static async start(): Promise<AnotherExtension> {
		const another = new AnotherExtension();
		const live = followLive();
		const { createOutputChannel, showInformationMessage, showWarningMessage } = window;
		const tell = (message: string): Promise<undefined> => Promise.resolve(void another.#told.push(message));
		Object.assign(window, { createOutputChannel: () => another.#log() });
		Object.assign(window, { showInformationMessage: tell, showWarningMessage: tell });
		const subscriptions: { dispose(): unknown }[] = [];
		const extensionUri = extensions.getExtension(extensionId)?.extensionUri;
		const context = { extensionUri, subscriptions, workspaceState: new MemoryMemento() } as unknown as ExtensionContext;
		const api = activate(context);
		Object.assign(window, { createOutputChannel });
		another.#end = async () => {
			subscriptions.reverse().forEach(each => void each.dispose());
			live.restore();
			Object.assign(window, { showInformationMessage, showWarningMessage });
			await closeEditors();
		};
		await api.whenReady;
		await until(() => api.roadmaps.some(({ title }) => title === 'Sea'));
		return another;
	}

	/** Runs a command, which must not throw; gives what the person would be told. */
	async run(id: string, args: readonly unknown[]): Promise<string[]> {
		this.#told.length = 0;
		await commands.executeCommand(`${id}.another`, ...args);
		return [...this.#told];
	}

	async end(): Promise<void> {
		await this.#end();
	}

	#log(): object {
		const hear = (words: unknown): void => void this.logged.push(String(words));
		const silent = (): void => undefined;
		return { error: hear, warn: hear, info: silent, debug: silent, trace: silent, dispose: silent };
	}
}
