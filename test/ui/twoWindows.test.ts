import assert from 'node:assert/strict';
import { Random } from '../unit/support/random';
import { RoadmapView } from './roadmapView';

const seed = Number(process.env['WINDOWS_SEED'] ?? 1);
const steps = Number(process.env['WINDOWS_COUNT'] ?? 12);
const tasks = ['Swim', 'Dive', 'Row', 'Sail'];

/** What is done, and what is not saved yet. */
interface Seen {
	done: ReadonlySet<string>;
	isUnsaved: boolean;
}

function textOf(done: ReadonlySet<string>): string {
	return `# Sea\n\n${tasks.map(task => `- [${done.has(task) ? 'x' : ' '}] ${task}\n`).join('')}`;
}

describe('Two windows on one folder', () => {
	it('show each what is saved and what is unsaved there, whatever is ticked in either', async function () {
		this.timeout(60_000 + steps * 20_000);
		const first = await RoadmapView.open({ folder: { 'ROADMAP.md': textOf(new Set()) } });
		const second = new RoadmapView(await first.window.openAnother());
		await second.window.openRoadmapView();
		await first.followsDisk();
		await second.followsDisk();
		const windows = [first, second].map(view => ({
			view,
			seen: { done: new Set<string>(), isUnsaved: false },
		}));
		let disk: ReadonlySet<string> = new Set();
		const log: string[] = [];
		for (let step = 0; step < steps; step++) {
			const random = new Random(seed, step);
			const number = random.below(2);
			const { view, seen } = windows[number] as (typeof windows)[number];
			const other = windows[1 - number] as (typeof windows)[number];
			if (seen.isUnsaved && random.chance(0.6)) {
				const saves = !other.seen.isUnsaved;
				log.push(`${saves ? 'save' : 'revert'} in window ${number}`);
				await view.window.openFile('ROADMAP.md');
				await (saves ? view.page.keyboard.press('ControlOrMeta+S') : view.window.runCommand('File: Revert File'));
				await view.page.locator('.tab.active:not(.dirty)').filter({ hasText: 'ROADMAP.md' }).waitFor();
				if (saves) {
					disk = seen.done;
					other.seen = { done: disk, isUnsaved: false };
				}
				Object.assign(seen, { done: disk, isUnsaved: false });
			} else {
				const task = random.pick(tasks);
				log.push(`tick ${task} in window ${number}`);
				await view.page.mouse.move(640, 600); // else the hover of one box hides another
				await view.box(task).click();
				const now = new Set(seen.done);
				if (!now.delete(task)) {
					now.add(task);
				}
				Object.assign(seen, { done: now, isUnsaved: true });
			}
			try {
				for (const each of windows) {
					await shows(each.view, each.seen);
				}
				assert.equal(first.window.readFile('ROADMAP.md'), textOf(disk));
			} catch (error) {
				throw new Error(`Step ${step} of seed ${seed}:\n${log.join('\n')}\n${String(error)}`);
			}
		}
	});
});

async function shows(view: RoadmapView, { done }: Seen): Promise<void> {
	for (const task of tasks) {
		await view.boxIs(task, done.has(task));
	}
	await view.statusIs(`${(100 * done.size) / tasks.length}% · ${done.size}/${tasks.length}`);
}
