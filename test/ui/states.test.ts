import * as assert from 'node:assert/strict';
import { pressUntil } from '../host/pressing';
import { eventually, RoadmapView } from './roadmapView';

describe('What there is to see', () => {
	it('without a roadmap: what this is for, and a button that starts one', async () => {
		const view = await RoadmapView.open({ folder: { 'README.md': '# Nothing here\n' } });
		const button = view.page.getByRole('button', { name: 'Create Roadmap…' });
		await button.waitFor();
		assert.equal(await view.status('no tasks yet').count(), 0);
		await view.window.screenshot('state-welcome');
		await button.click();
		await view.pickEntry('Learning Path').waitFor();
		await view.window.screenshot('create-roadmap');
		await view.page.keyboard.type('Project');
		await view.window.takePick('Project');
		await view.row('What you are working on').waitFor();
		await view.statusIs('0% · 0/8');
		await view.page.keyboard.type('Plans'); // the words of the title are selected
		await view.editorShows('# Plans\n');
		await view.window.screenshot('state-created');
	});

	it('without a folder: what a roadmap is, and a button that opens one', async () => {
		const view = await RoadmapView.open({ folder: {}, isEmpty: true });
		await view.page.getByRole('button', { name: 'Open Folder' }).waitFor();
		await view.page.getByRole('button', { name: 'Create Roadmap…' }).waitFor();
		await view.page.getByText('A roadmap is a Markdown file with headings and tasks.').first().waitFor();
		await view.window.screenshot('state-no-folder');
		await view.window.runCommand('Roadmap: Toggle Task');
		await view.page.getByText('There is no roadmap in this workspace.').first().waitFor();
	});

	it('without a folder, a roadmap all the same: where the person says', async () => {
		const view = await RoadmapView.open({ folder: {}, isEmpty: true });
		await view.window.runCommand('Roadmap: Create Roadmap…');
		const path = view.page.locator('.quick-input-widget input[type="text"]');
		await view.page.getByText('Where should the roadmap be?').waitFor();
		await eventually(
			'a proposed place',
			() => path.inputValue(),
			place => /[/\\]/.test(place),
		);
		await view.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
		await view.window.screenshot('create-where');
		await path.fill(`${view.window.folder}/`);
		await pressUntil(view.page, 'Enter', view.pickEntry('Release Plan'));
		await view.page.keyboard.type('Release');
		await view.window.takePick('Release Plan');
		await view.row('0.1: to try out').waitFor();
		await view.statusIs('0% · 0/9');
		await view.page.locator('.tab.active:not(.dirty)').filter({ hasText: 'ROADMAP.md' }).waitFor();
		await view.window.screenshot('state-elsewhere');
	});

	it('no welcome while the workspace is still being searched', async () => {
		const view = await RoadmapView.open({ web: true }); // where the search takes its time
		await view.page.addInitScript(() => {
			const look = new MutationObserver(() => {
				if (document.querySelector('.sidebar .pane-body.welcome .monaco-button')) {
					look.disconnect();
					document.documentElement.classList.add('was-welcome');
				}
			});
			look.observe(document, { subtree: true, childList: true, attributeFilter: ['class'] });
		});
		await view.window.reload();
		await view.row('Basics').waitFor();
		assert.equal(await view.page.locator('html.was-welcome').count(), 0);
	});

	it('a roadmap without tasks: its outline, and a line that says so', async () => {
		const view = await RoadmapView.open({
			folder: { 'ROADMAP.md': '# Plans\n\n## Soon\n\n- Something\n\n## Later\n\n### Much later\n' },
		});
		await view.labelsAre('No checkboxes yet: this is the outline', 'Soon', 'Later');
		await view.statusIs('no tasks yet');
		await view.row('No checkboxes yet').hover();
		await view.window.screenshot('state-outline');
		await view.row('No checkboxes yet').getByRole('button', { name: 'Make Tasks of Its List Items' }).click();
		await view.page.locator('.bulk-edit-panel .monaco-list-row').filter({ hasText: 'Something' }).waitFor();
		await view.page.getByRole('button', { name: 'Apply', exact: true }).click();
		await view.statusIs('0% · 0/1');
	});

	it('without a roadmap in a folder that is not trusted: what works there, and what does not', async () => {
		const view = await RoadmapView.open({ folder: { 'README.md': '# Nothing here\n' }, trusted: false });
		await view.page.getByRole('button', { name: 'Create Roadmap…' }).waitFor();
		await view.page.getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
		await view.window.screenshot('state-welcome-untrusted');
	});

	it('several roadmaps: one row each, by folder where names clash, and one that cannot be read', async () => {
		const view = await RoadmapView.open({
			folder: {
				'ROADMAP.md': '- [ ] Everything\n',
				'docs/roadmap.md': '- [x] Docs\n',
				'packages/api/ROADMAP.md': '- [ ] Api\n- [x] More\n',
				'broken/ROADMAP.md': '\0\0\0binary\0\0',
			},
		});
		await view.row('packages/api').waitFor();
		await view.figuresAre('packages/api', '1/2');
		await view.row('broken').getByText('not a text file').waitFor();
		await view.statusIs('50% · 2/4');
		await view.window.screenshot('state-several');
	});

	it('tasks in progress and dropped, long words, emoji and Markdown as text', async () => {
		const text = [
			'# Title',
			'',
			'## :rocket: **Launch** `v2` <b>now</b> [link](https://example.org) $(flame)',
			'',
			'- [~] Under way',
			'- [-] Given up',
			`- [ ] ${'A very long task that goes on and on '.repeat(20)}`,
			'- [x] Done & dusted &amp; &copy;',
			'- [/] Half of it',
			'  - [x] One',
			'  - [ ] Two',
			'',
		].join('\n');
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text } });
		await view.row('🚀 Launch v2 now link $(flame)').waitFor();
		await view.statusIs('33% · 2/6');
		await view.row('Done & dusted & ©').waitFor();
		await view.window.screenshot('state-marks');
	});

	it('in restricted mode as everywhere', async () => {
		const view = await RoadmapView.open({ trusted: false });
		await view.box('Practise the claw grip').click();
		await view.statusIs('14% · 4/29');
		await view.window.screenshot('state-restricted');
	});

	it('in VS Code for the Web', async () => {
		const view = await RoadmapView.open({ web: true, theme: 'light' });
		await view.box('Practise the claw grip').click();
		await view.statusIs('14% · 4/29');
		await view.window.screenshot('state-web');
	});

	it('in the oldest release', async () => {
		const view = await RoadmapView.open({ release: '1.100' });
		await view.box('Practise the claw grip').click();
		await view.statusIs('14% · 4/29');
		await view.boxIs('Practise the claw grip', true);
		await view.select('Basics', 5);
		await view.page.keyboard.press('ArrowDown');
		await view.isFocused('Sharpen a knife');
		await view.page.keyboard.press('Space');
		await view.statusIs('10% · 3/29');
		await view.window.screenshot('state-oldest');
	});
});
