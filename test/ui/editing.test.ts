import { eventually, RoadmapView } from './roadmapView';

const roadmap = `# Plan

## Bread

- [ ] Flour
- [ ] Water
  - [ ] Warm it
  Notes on water
- [x] Salt

## Cake

1. [ ] Eggs
2. [ ] Sugar

## Later
`;

async function open(text = roadmap): Promise<RoadmapView> {
	const view = await RoadmapView.open({
		folder: { 'ROADMAP.md': text },
		settings: { 'roadmap.tree.emptySections': 'show', 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 50 },
	});
	await view.row('Flour').waitFor();
	return view;
}

/** Waits until a roadmap, which saves itself, reads as it should. */
async function textIs(view: RoadmapView, text: string, name = 'ROADMAP.md'): Promise<void> {
	await eventually(
		`${name} with\n${text}`,
		() => view.window.readFile(name),
		now => now === text,
	);
}

describe('Editing in the tree', () => {
	it('drags a task onto another, which it takes the place of', async () => {
		const view = await open();
		await view.drag('Salt', 'Flour');
		await textIs(view, roadmap.replace('- [x] Salt\n', '').replace('- [ ] Flour', '- [x] Salt\n- [ ] Flour'));
		await view.window.screenshot('editing-dragged');
	});

	it('drags a task with all that belongs to it into an empty section', async () => {
		const view = await open();
		await view.drag('Water', 'Later');
		const water = '- [ ] Water\n  - [ ] Warm it\n  Notes on water\n';
		await textIs(view, `${roadmap.replace(water, '')}\n${water}`);
	});
});
