import { commands, env, extensions, lm, Uri, workspace, WorkspaceEdit } from 'vscode';
import type { RoadmapApi } from '../../../src/api';
import { commands as ids, extensionId, tools, type Settings } from '../../../src/contributions';
import { addTasks, idOf, tasksIn, toggle, type Task } from '../../../src/core';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import { set } from '../support/settings';
import { labelOfItem } from '../support/shownTree';
import { textLike, type Action, type Day, type Deed } from './day';
import { anyFile } from './editorActions';
import { productEdit } from './edits';
import { nameOf } from './rowActions';
import { done, noFile, rewritten, stateOf, withFile, type Chosen, type Effect } from './world';

/** What other programs and extensions do, agents, and git; and what a person changes around it all. */
export const worldActions: Readonly<Record<string, readonly [weight: number, Action]>> = {
	write: [7, written],
	writeByExtension: [2, writtenByExtension],
	remove: [1, removed],
	return: [3, returned],
	rename: [1, renamed],
	renameInside: [1, renamedInside],
	checkout: [1.5, checkedOut],
	rebase: [0.7, rebased],
	reset: [0.7, resetHard],
	setState: [4, statesSet],
	agentSets: [3, agentSets],
	agentAdds: [3, agentAdds],
	setting: [2, settingChanged],
	hide: [1, hidden],
	folder: [1, folderChanged],
	review: [0.5, reviewed],
	copy: [1, copied],
};

function keysIn({ world, folders }: Day): string[] {
	const [first, second] = folders;
	return [
		`${first}/ROADMAP.md`,
		`${first}/docs/ROADMAP.md`,
		...(world.folders.includes(second) ? [`${second}/ROADMAP.md`] : []),
	];
}

function anyKey(day: Day, holds: (key: string) => boolean): string | undefined {
	const keys = keysIn(day).filter(holds);
	return keys.length > 0 ? day.random.pick(keys) : undefined;
}

const isThere =
	({ world }: Day) =>
	(key: string): boolean =>
		stateOf(world, key).disk !== undefined;

function short(key: string): string {
	return nameOf({ uri: Uri.parse(key) });
}

function written(day: Day): Deed | undefined {
	const key = anyKey(day, isThere(day));
	const text = textLike(day.random);
	const replaces = day.random.chance(0.4);
	return key === undefined
		? undefined
		: {
				says: `another program ${replaces ? 'replaces' : 'writes'} ${short(key)}`,
				run: () => day.disk.write(key, text, replaces),
				effect: world => done(rewritten(world, key, text)),
				// An edit and its saving are one thing to the model, and this may come in between.
				goesWithOthers: !day.world.settings.saveAfterEdit,
			};
}

function writtenByExtension(day: Day): Deed | undefined {
	const key = anyKey(day, isThere(day));
	const text = textLike(day.random);
	return key === undefined
		? undefined
		: {
				says: `another extension writes the file ${short(key)}`,
				run: async () => workspace.fs.writeFile(Uri.parse(key), Buffer.from(text)),
				effect: world => done(rewritten(world, key, text)),
			};
}

function removed(day: Day): Deed | undefined {
	const key = anyKey(day, isThere(day));
	return key === undefined
		? undefined
		: {
				says: `another program deletes ${short(key)}`,
				run: () => day.disk.remove(key),
				effect: world => done(rewritten(world, key, undefined)),
			};
}

function returned(day: Day): Deed | undefined {
	const key = anyKey(day, each => !isThere(day)(each));
	const text = textLike(day.random);
	return key === undefined
		? undefined
		: {
				says: `${short(key)} comes back`,
				run: () => day.disk.write(key, text),
				effect: world => done(rewritten(world, key, text)),
			};
}

/** From a name that is one of a roadmap to one that is none, or back. */
function renaming({ world, folders: [first], random }: Day): readonly [string, string] | undefined {
	const names = [`${first}/docs/ROADMAP.md`, `${first}/docs/PLAN.md`] as const;
	const [from, to] = random.chance(0.5) ? names : [names[1], names[0]];
	const isFree = stateOf(world, to).disk === undefined && stateOf(world, to).text === undefined;
	return stateOf(world, from).disk !== undefined && isFree ? [from, to] : undefined;
}

function renamed(day: Day): Deed | undefined {
	const names = renaming(day);
	if (!names) {
		return undefined;
	}
	const [from, to] = names;
	return {
		says: `another program renames ${short(from)} to ${short(to)}`,
		run: () => day.disk.rename(from, to),
		effect: world => done(rewritten(rewritten(world, to, stateOf(world, from).disk), from, undefined)),
	};
}

/** A document goes along, with what is unsaved. */
function renamedInside(day: Day): Deed | undefined {
	const names = renaming(day);
	if (!names) {
		return undefined;
	}
	const [from, to] = names;
	return {
		says: `rename ${short(from)} to ${short(to)}`,
		run: async () => {
			const edit = new WorkspaceEdit();
			edit.renameFile(Uri.parse(from), Uri.parse(to));
			await workspace.applyEdit(edit);
		},
		effect: world => {
			// What another program has written there VS Code takes for what it read itself.
			const { disk } = stateOf(world, from);
			const moved = { ...stateOf(world, from), known: disk, past: [], future: [] };
			return done(withFile(withFile(world, to, moved), from, noFile));
		},
	};
}

/** Git changes files behind the open documents. What it made of them is seen afterwards: git is right. */
function byGit(day: Day, says: string, change: (day: Day) => void): Deed {
	const keys = keysIn(day).filter(key => key.startsWith(`${day.folders[0]}/`));
	keys.push(`${day.folders[0]}/docs/PLAN.md`);
	const after = new Map<string, string | undefined>();
	return {
		says,
		run: async () => {
			const before = new Map(keys.map(key => [key, day.disk.read(key)]));
			change(day);
			keys.forEach(key => after.set(key, day.disk.read(key)));
			const changed = keys.filter(key => before.get(key) !== after.get(key));
			await day.disk.hearing(changed, () => undefined);
		},
		effect: world => {
			let now = world;
			for (const [key, disk] of after) {
				if (disk !== stateOf(now, key).disk) {
					now = rewritten(now, key, disk);
					// Git deletes and creates: VS Code may have read what was there in between.
					now = stateOf(now, key).isDirty ? now : withFile(now, key, { past: [], future: [] });
				}
			}
			return done(now);
		},
	};
}

const committed = { at: '2026-03-02T12:00:00Z' };

function checkedOut(day: Day): Deed {
	const branch = day.random.pick(['main', 'plans', 'ideas']);
	return byGit(day, `git commit and checkout ${branch}`, ({ repository, random }) => {
		repository.commit({}, committed);
		const isThere = repository.git('branch', '--list', branch).trim() !== '';
		repository.git('checkout', '--quiet', ...(isThere ? [branch] : ['-b', branch]));
		if (random.chance(0.5)) {
			repository.commit({ 'ROADMAP.md': textLike(day.random) }, committed);
		}
	});
}

function rebased(day: Day): Deed {
	return byGit(day, 'git rebase', ({ repository }) => {
		repository.commit({}, committed);
		try {
			repository.git('rebase', '--quiet', '-X', 'theirs', 'main');
		} catch {
			repository.git('rebase', '--abort'); // a file was deleted here and changed there
		}
	});
}

function resetHard(day: Day): Deed {
	return byGit(day, 'git reset --hard HEAD~1', ({ repository }) => {
		repository.commit({}, committed);
		repository.git('reset', '--quiet', '--hard', 'HEAD~1');
	});
}

function someTasks(day: Day, file: ReadRoadmap): Task[] {
	const tasks = [...tasksIn(file.roadmap)];
	return tasks.length > 0 ? [...new Set(day.random.some(1, 3, () => day.random.pick(tasks)))] : [];
}

/** Those who asked are told what was not done or not saved, and the person is told nothing. */
function silently(effect: Effect): Effect {
	return world => effect(world).map(outcome => ({ ...outcome, refusals: 0 }));
}

type State = 'open' | 'done' | 'active';

function stateEdit(file: ReadRoadmap, tasks: readonly Task[], state: State) {
	return silently(
		productEdit({
			file,
			nodes: tasks,
			make: ({ text, roadmap, nodes }, { settings: { cascade } }) => toggle(text, roadmap, nodes, { state, cascade }),
		}),
	);
}

/** Another extension sets states through the API of the installed extension: a refusal is a value, which nobody is told. */
function statesSet(day: Day): Deed | undefined {
	const file = anyFile(day);
	const tasks = file ? someTasks(day, file) : [];
	if (!file || tasks.length === 0) {
		return undefined;
	}
	const state = day.random.pick<State>(['open', 'done', 'done', 'active']);
	const wanted = tasks.map(task => idOf(file.roadmap, task) ?? '');
	const isRefused = state === 'active' && day.world.settings.states === 'gfm';
	return {
		says: `setState ${nameOf(file)} ${tasks.map(({ text }) => text).join(', ')} ${state}`,
		run: async () => {
			const api = extensions.getExtension<RoadmapApi>(extensionId)?.exports;
			const result = await api?.setState(file.uri, wanted, state);
			if ((result?.outcome === 'refused') !== isRefused) {
				throw new Error(JSON.stringify(result));
			}
		},
		effect: isRefused ? done : stateEdit(file, tasks, state),
	};
}

function pathOf(file: ReadRoadmap): string {
	return file.uri.toString();
}

async function call(day: Day, tool: string, input: object): Promise<string> {
	if (day.random.chance(0.5)) {
		return day.product.call(tool, input);
	}
	const { content } = await lm.invokeTool(tool, { input, toolInvocationToken: undefined });
	const [, answer] = content as { readonly value: string }[]; // behind the note on what is quoted
	return answer?.value ?? '';
}

function agentSets(day: Day): Deed | undefined {
	const file = anyFile(day);
	const tasks = file ? someTasks(day, file) : [];
	if (!file || tasks.length === 0) {
		return undefined;
	}
	const state = day.random.pick<State>(['open', 'done']);
	const meant = tasks.map(task => ({ id: idOf(file.roadmap, task) ?? '', text: task.text }));
	return {
		says: `an agent sets ${nameOf(file)} ${tasks.map(({ text }) => text).join(', ')} ${state}`,
		run: async () => {
			const told = await call(day, tools.setState, { roadmap: pathOf(file), tasks: meant, state });
			if (told.startsWith('Error')) {
				throw new Error(told);
			}
		},
		effect: stateEdit(file, tasks, state),
	};
}

function agentAdds(day: Day): Deed | undefined {
	const file = anyFile(day);
	const [task] = file ? someTasks(day, file) : [];
	if (!file || !task) {
		return undefined;
	}
	return {
		says: `an agent adds ${day.word} inside “${task.text}” of ${nameOf(file)}`,
		run: async () => {
			const inside = idOf(file.roadmap, task);
			const told = await call(day, tools.addTasks, { roadmap: pathOf(file), tasks: [day.word], inside });
			if (!/^(Added|Error)/.test(told)) {
				throw new Error(told);
			}
		},
		effect: silently(
			productEdit({
				file,
				nodes: [task],
				make: ({ text, nodes: [now], options }) => addTasks(text, { parent: now as Task }, [day.word], options),
			}),
		),
	};
}

const values: { readonly [K in keyof Chosen]: readonly Chosen[K][] } = {
	states: ['gfm', 'extended'],
	cascade: ['off', 'down', 'up', 'both'],
	saveAfterEdit: [false, true],
	codeLens: [true, true, false],
	doneTasks: ['dim', 'strike', 'none'],
	'tree.emptySections': ['auto', 'show', 'hide'],
	files: [['**/ROADMAP.md'], ['ROADMAP.md'], ['**/PLAN.md', '**/ROADMAP.md']],
	formatOnSave: [true, false],
};

/** Puts settings of a world in force. */
export async function configure(settings: Partial<Chosen>): Promise<void> {
	for (const [key, value] of Object.entries(settings)) {
		await set(key === 'formatOnSave' ? 'editor.formatOnSave' : `roadmap.${key as keyof Settings}`, value);
	}
}

function settingChanged(day: Day): Deed {
	const key = day.random.pick(Object.keys(values) as (keyof Chosen)[]);
	const value = day.random.pick<unknown>(values[key]);
	const change = { [key]: value } as Partial<Chosen>;
	return {
		says: `set ${key} to ${JSON.stringify(value)}`,
		run: () => configure(change),
		effect: world => done({ ...world, settings: { ...world.settings, ...change } }),
	};
}

function hidden(day: Day): Deed {
	const hidesCompleted = !day.world.hidesCompleted;
	return {
		says: hidesCompleted ? 'hide what is completed' : 'show what is completed',
		run: () => day.product.run(hidesCompleted ? ids.hideCompleted : ids.showCompleted),
		effect: world => done({ ...world, hidesCompleted }),
	};
}

/** A folder comes or goes; with unsaved text in it it stays. */
function folderChanged(day: Day): Deed | undefined {
	const [first, second] = day.folders;
	const isThere = day.world.folders.includes(second);
	if (isThere && stateOf(day.world, `${second}/ROADMAP.md`).isDirty) {
		return undefined;
	}
	const folders = isThere ? [first] : [first, second];
	return {
		says: `${isThere ? 'remove' : 'add'} a folder`,
		run: () => changeFolders(day.disk, second, !isThere),
		effect: world => done({ ...world, folders }),
	};
}

export async function changeFolders(disk: Day['disk'], folder: string, isAdded: boolean): Promise<void> {
	const changed = new Promise<void>(resolve => {
		const listener = workspace.onDidChangeWorkspaceFolders(() => {
			listener.dispose();
			resolve();
		});
	});
	if (isAdded) {
		workspace.updateWorkspaceFolders(1, 0, { uri: Uri.parse(folder) });
		await changed;
		disk.watch(folder);
	} else {
		disk.unwatch(folder);
		workspace.updateWorkspaceFolders(1, 1);
		await changed;
	}
}

function reviewed(day: Day): Deed | undefined {
	const file = anyFile(day);
	return file
		? {
				says: `open the review of ${nameOf(file)}`,
				run: () => day.product.run(ids.weeklyReview, file.uri.toString()),
				effect: done,
			}
		: undefined;
}

function copied(day: Day): Deed | undefined {
	const row = day.product.tree.visibleRows[0];
	return row
		? {
				says: `copy “${labelOfItem(row.item)}”`,
				run: async () => {
					await day.product.run(ids.copyMarkdown, row.element);
					await env.clipboard.readText();
					await commands.executeCommand('notifications.clearAll');
				},
				effect: done,
			}
		: undefined;
}
