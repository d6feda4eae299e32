import * as assert from 'node:assert/strict';
import { RoadmapView } from './roadmapView';

const folder = {
	'ROADMAP.md': '# Sea\n\n- [ ] Swim <b>far</b> `$(rocket)` [now](command:x)\n- [ ] Dive\n- [ ] Sail\n',
};

/** Has an extension ask for what a language model would: to tick the first two tasks. */
async function askedIn(view: RoadmapView) {
	await view.labelsAre('Swim far $(rocket) now', 'Dive', 'Sail');
	await view.window.runCommand('Neighbour: Tick First Tasks as an Agent');
	const dialog = view.page.locator('.monaco-dialog-box');
	await dialog.getByText('Change tasks of the roadmap?').waitFor();
	return dialog;
}

describe('A language model that wants to tick tasks', () => {
	it('may do so once the person has seen which, and agreed', async () => {
		const view = await RoadmapView.open({ folder, web: true, neighbours: true });
		const dialog = await askedIn(view);
		const words = (await dialog.innerText()).replaceAll('\u00a0', ' ');
		for (const line of ['ROADMAP.md', 'Swim far $(rocket) now: open → done', '• Dive: open → done']) {
			assert.ok(words.includes(line), words);
		}
		await view.window.screenshot('agents-question');
		await dialog.getByRole('button', { name: 'Yes' }).click();
		await view.statusIs('67% · 2/3');
		await view.page.getByText('Changed in "ROADMAP.md":').first().waitFor();
		await view.window.screenshot('agents-changed');
	});

	it('changes nothing without that', async () => {
		const view = await RoadmapView.open({ folder, web: true, neighbours: true });
		const dialog = await askedIn(view);
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await view.page.getByText('Not allowed: ').first().waitFor();
		await view.statusIs('0% · 0/3');
	});
});
