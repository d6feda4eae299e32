import assert from 'node:assert/strict';
import { Random } from '../unit/support/random';
import { RoadmapView } from './roadmapView';

const seed = Number(process.env['WINDOWS_SEED'] ?? 1);
const steps = Number(process.env['WINDOWS_COUNT'] ?? 12);
const tasks = ['Swim', 'Dive', 'Row', 'Sail'];

/** A window, with what is done there, saved or not. */
interface Side {
	readonly view: RoadmapView;
	done: ReadonlySet<string>;
	isUnsaved: boolean;
}

function textOf(done: ReadonlySet<string>): string {
	return `# Sea\n\n${tasks.map(task => `- [${done.has(task) ? 'x' : ' '}] ${task}\n`).join('')}`;
}

describe('Two windows on one folder', () => {
	it('show each what is saved and what is unsaved there, whatever is ticked in either', async function () {
		this.timeout(60_000 + steps * 20_000);
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': textOf(new Set()) } });
		const another = new RoadmapView(await view.window.openAnother());
		await another.window.openRoadmapView();
		await view.followsDisk();
		await another.followsDisk();
		const one: Side = { view, done: new Set(), isUnsaved: false };
		const other: Side = { view: another, done: new Set(), isUnsaved: false };
		const log: string[] = [];
		for (let step = 0; step < steps; step++) {
			const random = new Random(seed, step);
			const [here, there] = random.chance(0.5) ? [one, other] : [other, one];
			const action = !here.isUnsaved || random.chance(0.4) ? tick : there.isUnsaved ? revert : save;
			log.push(`${action.name} ${here === one ? 'here' : 'there'}`);
			try {
				await action(here, there, random);
				await shows(one);
				await shows(other);
			} catch (error) {
				throw new Error(`Step ${step} of seed ${seed}: ${log.join(', ')}\n${String(error)}`, { cause: error });
			}
		}
	});
});

async function tick(here: Side, _: Side, random: Random): Promise<void> {
	const task = random.pick(tasks);
	const done = new Set(here.done);
	if (!done.delete(task)) {
		done.add(task);
	}
	await here.view.page.mouse.move(640, 600); // else the hover of one box hides another
	await here.view.box(task).click();
	here.done = done;
	here.isUnsaved = true;
}

async function save(here: Side, there: Side): Promise<void> {
	await here.view.window.openFile('ROADMAP.md');
	await here.view.page.keyboard.press('ControlOrMeta+S');
	await untilClean(here);
	assert.equal(here.view.window.readFile('ROADMAP.md'), textOf(here.done));
	there.done = here.done;
}

/** Nobody saves over what is unsaved elsewhere: it is taken back, to what is on disk. */
async function revert(here: Side): Promise<void> {
	await here.view.window.openFile('ROADMAP.md');
	await here.view.window.runCommand('File: Revert File');
	await untilClean(here);
	const text = here.view.window.readFile('ROADMAP.md');
	here.done = new Set(tasks.filter(task => text.includes(`[x] ${task}`)));
}

async function untilClean(side: Side): Promise<void> {
	await side.view.page.locator('.tab.active:not(.dirty)').filter({ hasText: 'ROADMAP.md' }).waitFor();
	side.isUnsaved = false;
}

async function shows({ view, done }: Side): Promise<void> {
	for (const task of tasks) {
		await view.boxIs(task, done.has(task));
	}
	await view.statusIs(`${(100 * done.size) / tasks.length}% · ${done.size}/${tasks.length}`);
}
