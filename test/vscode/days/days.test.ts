import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands, extensions, languages, Range, TextEdit, Uri, window, workspace } from 'vscode';
import { extensionId } from '../../../src/contributions';
import { Random } from '../../unit/support/random';
import { Repository } from '../../host/repository';
import '../support/cleanUp';
import { closeEditors, diskIsWatched } from '../support/files';
import { startProduct, type Product } from '../support/product';
import { until } from '../support/until';
import { textLike, type Action, type Day, type Deed } from './day';
import { Disk } from './disk';
import { editorActions, replaced } from './editorActions';
import { rowActions } from './rowActions';
import { textFault, whatIsWrong } from './shown';
import {
	formatted,
	noFile,
	outcomesOf,
	textOf,
	withFile,
	withReloads,
	withoutOrder,
	type FileState,
	type World,
} from './world';
import { configure, worldActions } from './worldActions';

const seed = Number(process.env['DAYS_SEED'] ?? 1);
const count = Number(process.env['DAYS_COUNT'] ?? 500);
/** Steps between reloads of the window: one in the short form. */
const reloads = Math.min(2000, Math.ceil(count / 2));
/** What is done at the same time, at times. */
const together = 0.2;
/** Characters of a text that people still look at. */
const longest = 3000;
/** How long all that a step leads to may take to come about. */
const patience = 30_000;

const first = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/no-folder');
const second = Uri.joinPath(first, '../second');
const folders = [first.toString(), second.toString()] as const;
/** Where a day is written down while the window is reloaded. */
const kept = join(dirname(first.fsPath), 'day.json');

const actions: readonly (readonly [string, readonly [weight: number, Action]])[] = Object.entries({
	...rowActions,
	...editorActions,
	...worldActions,
});
const sum = actions.reduce((total, [, [weight]]) => total + weight, 0);

interface Kept {
	readonly step: number;
	readonly started: number;
	readonly counts: Record<string, number>;
	readonly world: Omit<World, 'files'> & { readonly files: readonly (readonly [string, FileState])[] };
}

describe('random days', () => {
	let day: Kept | undefined;
	let world: World;
	let product: Product;
	let disk: Disk;
	let repository: Repository;
	const warnings: string[] = [];
	/** What people are told that nobody has to be told. */
	const messages: string[] = [];
	const answers: (string | undefined)[] = [];
	const undo: (() => void)[] = [];
	const done: string[] = [];
	const errors: string[] = [];

	before(async function () {
		this.timeout(60_000);
		if (existsSync(kept)) {
			day = JSON.parse(readFileSync(kept, 'utf8')) as Kept;
			rmSync(kept);
		}
		await until(() => extensions.getExtension(extensionId)?.isActive);
		listenIn();
		disk = new Disk();
		await diskIsWatched();
		if (day) {
			world = { ...day.world, files: new Map(day.world.files.map(afterReload)), hidesCompleted: false };
			repository = Repository.at(first.fsPath);
		} else {
			await begin();
		}
		world.folders.forEach(folder => disk.watch(folder));
		const storage = join(dirname(first.fsPath), 'storage');
		mkdirSync(storage, { recursive: true });
		product = startProduct(Uri.file(storage));
		undo.push(() => void product.end());
		const formatter = languages.registerDocumentFormattingEditProvider('markdown', {
			provideDocumentFormattingEdits: document => {
				const text = document.getText();
				const all = new Range(document.positionAt(0), document.positionAt(text.length));
				return formatted(text) === text ? [] : [TextEdit.replace(all, formatted(text))];
			},
		});
		undo.push(() => void formatter.dispose());
		await settle([]);
	});

	after(async () => {
		undo.reverse().forEach(each => each());
		disk.dispose();
		await closeEditors();
	});

	/** Hears what people are told, answers what they are asked, and sees what goes wrong unnoticed. */
	function listenIn(): void {
		const heard: Record<string, unknown> = {
			showWarningMessage: (message: string) => Promise.resolve(void warnings.push(message)),
			showErrorMessage: (message: string) => Promise.resolve(void warnings.push(message)),
			showInformationMessage: (message: string) => Promise.resolve(void messages.push(message)),
			showInputBox: () => Promise.resolve(answers.shift()),
			showQuickPick: () => Promise.resolve(undefined),
		};
		const members = window as unknown as Record<string, unknown>;
		for (const [name, member] of Object.entries(heard)) {
			const original = members[name];
			members[name] = member;
			undo.push(() => (members[name] = original));
		}
		const fail = (error: unknown): void => {
			if (!isCancelled(error)) {
				errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
			}
		};
		process.on('unhandledRejection', fail);
		undo.push(() => process.off('unhandledRejection', fail));
	}

	async function begin(): Promise<void> {
		const settings: World['settings'] = {
			states: 'extended',
			cascade: 'off',
			saveAfterEdit: false,
			codeLens: true,
			doneTasks: 'dim',
			'tree.emptySections': 'auto',
			files: ['**/ROADMAP.md'],
			formatOnSave: true,
		};
		await configure(settings);
		repository = Repository.create(first.fsPath);
		world = { files: new Map(), folders: [folders[0]], settings, hidesCompleted: false };
		const random = new Random(seed);
		mkdirSync(second.fsPath);
		for (const key of [`${folders[0]}/ROADMAP.md`, `${folders[0]}/docs/ROADMAP.md`, `${folders[1]}/ROADMAP.md`]) {
			const text = textLike(random);
			const path = Uri.parse(key).fsPath;
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, text);
			world = withFile(world, key, { disk: text, known: text });
		}
		world = withFile(world, `${folders[0]}/docs/PLAN.md`, noFile);
		repository.commit({}, { at: '2026-03-01T12:00:00Z' });
	}

	/** Waits until all is as one of the outcomes has it. */
	async function settle(deeds: readonly Deed[]): Promise<void> {
		const effects = deeds.map(({ effect }) => effect);
		const end = Date.now() + patience;
		for (;;) {
			const faults: string[] = [];
			const outcomes = withReloads({ world, refusals: 0 })
				.flatMap(({ world: start }) => outcomesOf(start, effects))
				.flatMap(withReloads);
			for (const outcome of outcomes) {
				const isTold = outcome.refusals === warnings.length;
				let fault =
					textFault(outcome.world, key => disk.read(key)) ??
					(isTold ? undefined : `told: ${warnings.join() || 'nothing'}`);
				const isText = fault === undefined;
				fault ??= (await whatIsWrong(outcome.world, product)) ?? errors[0];
				if (fault === undefined) {
					world = asOpen(deeds.length > 1 ? withoutOrder(world, outcome.world) : outcome.world);
					return;
				}
				faults.push(fault);
				if (isText) {
					break;
				}
			}
			if (Date.now() > end) {
				const told = `told: ${[...warnings, ...messages].join(' ')}`;
				throw new Error([...new Set(faults), `open: ${openNow()}`, `cursors: ${cursorsNow()}`, told].join('\n'));
			}
			await new Promise(later => void setTimeout(later, 3));
		}
	}

	/** VS Code opens documents for extensions, and closes them when nobody uses them any more. */
	function asOpen(now: World): World {
		let after = now;
		for (const [key, { text, disk: onDisk }] of now.files) {
			const document = workspace.textDocuments.find(each => each.uri.toString() === key && !each.isClosed);
			if (document && text === undefined) {
				after = withFile(after, key, { text: document.getText(), known: onDisk });
			} else if (!document && text !== undefined) {
				after = withFile(after, key, { text: undefined, known: onDisk, isDirty: false, past: [], future: [] });
			}
		}
		return after;
	}

	async function step(number: number): Promise<string[]> {
		const random = new Random(seed, number);
		world = asOpen(world);
		warnings.length = 0;
		messages.length = 0;
		answers.length = 0;
		const given: Day = {
			random,
			world,
			product,
			disk,
			repository,
			folders,
			word: `w${number}`,
			answer: answer => answers.push(answer),
		};
		const chosen = [choose(given)];
		if (chosen[0]?.[1].goesWithOthers && random.chance(together)) {
			chosen.push(...random.some(1, 2, () => choose(given)).filter(([, deed]) => deed.goesWithOthers));
		}
		const deeds = chosen.map(([, deed]) => deed);
		done.push(`${number}: ${deeds.map(({ says }) => says).join(' | ')}`);
		await Promise.all(deeds.map(({ run }) => run()));
		await settle(deeds);
		return chosen.map(([name]) => name);
	}

	/** Something that can be done, by its weight; no text grows for ever. */
	function choose(given: Day): readonly [string, Deed] {
		const isLong = [...world.files].some(([key]) => (textOf(world, key)?.length ?? 0) > longest);
		const shorter = isLong && given.random.chance(0.3) ? replaced(given) : undefined;
		if (shorter) {
			return ['replace', shorter];
		}
		for (;;) {
			let left = given.random.next() * sum;
			const chosen = actions.find(([, [weight]]) => (left -= weight) < 0);
			const deed = chosen?.[1][1](given);
			if (chosen && deed) {
				return [chosen[0], deed];
			}
		}
	}

	it('leave every text as the core has it, and everything shows that text', async function () {
		this.timeout(0);
		const counts = day?.counts ?? {};
		const started = day?.started ?? Date.now();
		const from = day?.step ?? 0;
		for (let number = from; number < count; number++) {
			if (number % reloads === 0 && number > from) {
				await reload({ step: number, started, counts, world: { ...world, files: [...world.files] } });
			}
			const before = Date.now();
			try {
				for (const name of await inTime(step(number))) {
					counts[name] = (counts[name] ?? 0) + 1;
				}
			} catch (error) {
				const again = `npm run soak -- days --seed ${seed} --count ${number + 1}`;
				throw new Error([`Step ${number} of seed ${seed} (${again}):`, ...done.slice(-20), String(error)].join('\n'));
			}
			if (process.env['DAYS_TELL'] !== undefined) {
				console.log(`${done.at(-1)} (${Date.now() - before} ms)`);
			}
			if (number % 1000 === 999) {
				console.log(`seed ${seed}: ${number + 1} steps, ${Math.round((Date.now() - started) / 1000)} s`);
			}
			if (number % 50 === 49) {
				await commands.executeCommand('notifications.clearAll');
			}
		}
		const shown = Object.entries(counts)
			.sort()
			.map(([name, times]) => `${name} ${times}`);
		console.log(`seed ${seed}, ${count} steps, ${Math.round((Date.now() - started) / 1000)} s: ${shown.join(', ')}`);
	});

	/**
	 * Does not end: after the reload another extension host goes on with what is written down. Not right behind an edit: VS Code
	 * writes down what is unsaved a second later, in a browser some time after that, and tells nobody when it is done.
	 */
	async function reload(now: Kept): Promise<never> {
		writeFileSync(kept, JSON.stringify(now));
		await new Promise(later => void setTimeout(later, 4000));
		for (;;) {
			// VS Code refuses where it has something left to write down, and answers no more where it reloads.
			await commands.executeCommand('workbench.action.reloadWindow').then(undefined, () => undefined);
			await new Promise(later => void setTimeout(later, 500));
		}
	}
});

/** What is unsaved comes back; nothing can be undone. */
function afterReload([key, file]: readonly [string, FileState]): [string, FileState] {
	const { disk, known, text, isDirty } = { ...noFile, ...file };
	return [key, isDirty ? { ...noFile, disk, known, text, isDirty } : { ...noFile, disk, known: disk }];
}

/** Documents and tabs, for whoever reads of a failure. */
function openNow(): string {
	const documents = workspace.textDocuments.map(({ uri, isDirty }) => `${isDirty ? '*' : ''}${uri.path}`);
	const tabs = window.tabGroups.all.flatMap(group =>
		group.tabs.map(({ label, isDirty }) => `${isDirty ? '*' : ''}${label}`),
	);
	return `${documents.join(', ')}; tabs: ${tabs.join(', ')}`;
}

function cursorsNow(): string {
	const { activeTextEditor: editor } = window;
	const places = editor?.selections.map(({ active, anchor }) =>
		[anchor, active].map(({ line, character }) => `${line}:${character}`).join('–'),
	);
	return editor ? `${editor.document.uri.path} ${places?.join(', ') ?? ''}` : 'none';
}

function isCancelled(error: unknown): boolean {
	return error instanceof Error && error.name.startsWith('Cancel');
}

async function inTime<T>(work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('It does not end.')), 4 * patience);
	});
	try {
		return await Promise.race([work, tooLate]);
	} finally {
		clearTimeout(timer);
	}
}
