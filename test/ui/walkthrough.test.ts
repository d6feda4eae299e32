import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../host/paths';
import type { WindowOptions } from '../host/window';
import { eventually, RoadmapView } from './roadmapView';

const steps = ['create', 'tick', 'next', 'review', 'agents'] as const;
const titles = {
	create: 'Create or open a roadmap',
	tick: 'Tick what is done',
	next: 'Go on with what is next',
	review: 'Look back at the week',
	agents: 'Let an agent help',
};

/** Chat is off in all windows of ours, and the step about agents with it. */
const settings = { 'chat.disableAIFeatures': false };

/** Wide enough for VS Code to show pictures beside the steps. */
const viewport = { width: 1680, height: 840 };

async function open(options: WindowOptions) {
	const view = await RoadmapView.open({ viewport, settings, ...options });
	// Old releases know of walkthroughs some seconds after the window was opened; before, they open one of their own.
	await eventually(
		'the walkthrough',
		async () => {
			await view.window.runCommand('Roadmap: Get Started');
			return step(view, 'create')
				.waitFor({ timeout: 3000 })
				.then(
					() => true,
					async () => {
						await view.window.runCommand('View: Close All Editors');
						return false;
					},
				);
		},
		isShown => isShown,
	);
	return view;
}

function step(view: RoadmapView, id: keyof typeof titles) {
	return view.page.locator('.getting-started-step').filter({ hasText: titles[id] });
}

async function isChecked(view: RoadmapView, id: keyof typeof titles): Promise<void> {
	await step(view, id).locator('.codicon-getting-started-step-checked').first().waitFor();
}

async function showStep(view: RoadmapView, id: keyof typeof titles): Promise<void> {
	await step(view, id).click();
	await step(view, id).and(view.page.locator('.expanded')).waitFor();
}

/** What is drawn in a frame, as far as it is a picture. */
async function drawnIn(frame: Frame): Promise<string> {
	const lines = frame.locator('body > svg path');
	return lines.evaluateAll(paths => paths.map(path => path.getAttribute('d')).join()).catch(() => '');
}

function pictureOf(id: string): string {
	const picture = readFileSync(join(root, `media/walkthrough/${id}.svg`), 'utf8');
	return [...picture.matchAll(/<path\b[^>]* d="([^"]*)"/g)].map(([, line]) => line).join();
}

describe('The walkthrough', () => {
	for (const theme of ['dark', 'light', 'contrast', 'contrastLight'] as const) {
		it(`has a picture for each step, ${theme}`, async () => {
			const view = await open({ theme });
			for (const id of steps) {
				await showStep(view, id);
				await eventually(
					`the picture of ${id}`,
					async () => Promise.all(view.page.frames().map(drawnIn)),
					pictures => pictures.includes(pictureOf(id)),
				);
				await view.window.screenshot(`walkthrough-${id}-${theme}`);
			}
		});
	}

	it('checks off what was done', async () => {
		const view = await open({ folder: { 'README.md': '# Nothing yet\n' } });
		const create = step(view, 'create').locator('.monaco-button').filter({ hasText: 'Create Roadmap…' });
		// VS Code gives a step the focus when it is shown, and anew when settings become known, which closes what asks.
		await eventually(
			'a project created',
			async () => {
				await create.click();
				const project = view.pickEntry('What is done now');
				return project.click({ timeout: 3000 }).then(
					() => true,
					() => false,
				);
			},
			isCreated => isCreated,
		);
		await view.box('Something small').click();
		await view.statusIs('13% · 1/8');
		await view.title('Go to Next Task').click();
		await view.cursorIs(6);
		await view.window.runCommand('Roadmap: Get Started');
		await isChecked(view, 'create');
		await isChecked(view, 'tick');
		await isChecked(view, 'next');
		await view.window.screenshot('walkthrough-checked');
	});

	it('leaves agents out where there is no chat', async () => {
		const view = await open({ settings: {} });
		await step(view, 'review').waitFor();
		await step(view, 'agents').waitFor({ state: 'detached' });
	});

	it('is there in the oldest release', async () => {
		const view = await open({ release: '1.100', settings: {} });
		await showStep(view, 'tick');
		await view.window.screenshot('walkthrough-oldest');
	});
});
