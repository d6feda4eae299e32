import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopExtensionHosts } from '../host/extensionHosts';
import { eventually, RoadmapView } from '../ui/roadmapView';
import { Random } from '../unit/support/random';
import type { Asked } from './index';

const text = '# Sea\n\n- [ ] Swim\n- [ ] Dive\n- [ ] Sail\n';
const tasks = ['Swim', 'Dive', 'Sail'];

/** After so many milliseconds without a change roadmaps are recorded; see src/history/index.ts. */
const recording = 5000;

/** Windows whose extension host is stopped while a task is ticked, or while the history is written. */
export async function soakStops({ seed, count = 50 }: Asked): Promise<number> {
	const figures = { stops: 0, asAsked: 0, asBefore: 0, keptFiles: 0, losses: 0 };
	for (let number = 0; number < count; number++) {
		try {
			const { became, kept } = await stopOne(new Random(seed, number));
			figures[became]++;
			figures.keptFiles += kept;
			figures.stops++;
		} catch (error) {
			console.error(`seed ${seed}, stop ${number}: ${String(error)}`);
			figures.losses++;
		}
	}
	console.log(`Stopped extension hosts, seed ${seed}: ${JSON.stringify(figures)}`);
	return Math.min(figures.losses, 1);
}

/** Stops one, opens the window again and looks: the text is as asked or as before, what is kept is whole, and all goes on. */
export async function stopOne(random: Random): Promise<{ became: 'asAsked' | 'asBefore'; kept: number }> {
	const settings = { 'roadmap.saveAfterEdit': random.chance(0.7) };
	const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text }, settings });
	const { window } = view;
	try {
		const task = random.pick(tasks);
		const asked = text.replace(`[ ] ${task}`, `[x] ${task}`);
		await view.box(task).click();
		await sleep(random.chance(0.3) ? recording + random.below(2000) : random.below(150));
		assert.ok(stopExtensionHosts() > 0, 'there was one to stop');
		await window.reload();
		await window.openRoadmapView();
		await view.row(task).waitFor();
		const onDisk = window.readFile('ROADMAP.md');
		assert.ok([text, asked].includes(onDisk), `on the disk: ${onDisk}`);
		await window.openFile('ROADMAP.md');
		const whole = [text, asked].map(each => each.trimEnd());
		const shown = await eventually(
			'the text as asked or as before',
			async () => (await window.editorText()).trimEnd(),
			seen => whole.includes(seen),
		);
		const isTicked = shown === asked.trimEnd();
		await view.boxIs(task, isTicked);
		const kept = checkKept(dirname(window.settingsFile));
		const other = random.pick(tasks.filter(each => each !== task));
		await view.box(other).click();
		await view.boxIs(other, true);
		return { became: isTicked ? 'asAsked' : 'asBefore', kept };
	} finally {
		await window.close();
	}
}

/** No file of the extension's own is half written. @param folder Of the user's data. @returns How many there are. */
function checkKept(folder: string): number {
	const storage = join(folder, 'workspaceStorage');
	let kept = 0;
	for (const name of existsSync(storage) ? readdirSync(storage, { recursive: true, encoding: 'utf8' }) : []) {
		if (/histories[\\/][^\\/]*\.json$/.test(name)) {
			assert.equal(typeof JSON.parse(readFileSync(join(storage, name), 'utf8')), 'object', name);
			kept++;
		}
	}
	return kept;
}
