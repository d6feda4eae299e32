import * as assert from 'node:assert/strict';
import { eventually, RoadmapView } from './roadmapView';

const text = `# Harbour ✅

- [x] Quay
  - [ ] Bollards
  - [x] Ladders
- [] Crane
-[x] Lights
- [ ] Slipway
  - [x] Rails
  - [x] Winch
`;

describe('Quick fixes', () => {
	it('write a checkbox, where the mouse is told what is wrong', async () => {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text } });
		await view.window.openFile('ROADMAP.md');
		await view.statusIs('67% · 4/6');
		await view.page.locator('.squiggly-info').nth(1).waitFor();
		await view.page.locator('.squiggly-hint').nth(2).waitFor();
		const hover = view.page.locator('.monaco-hover:visible').filter({ hasText: 'GitHub draws no checkbox here' });
		await eventually(
			'a hover that says what is wrong',
			async () => {
				const box = await view.page.locator('.squiggly-info').first().boundingBox();
				await view.page.mouse.move(640, 300);
				await view.page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 10, { steps: 3 });
				return hover.waitFor({ timeout: 3000 }).then(
					() => true,
					() => false,
				);
			},
			isShown => isShown,
		);
		assert.match(await hover.innerText(), /Roadmap\(checkbox\)/);
		await view.window.screenshot('diagnostics-hover');
		await view.page.mouse.move(640, 600);
		await hover.waitFor({ state: 'hidden' });
		await view.line('Crane').click();
		await view.quickFix('Write the checkbox as [ ]');
		await view.window.screenshot('quick-fix-checkbox');
		await view.chooseFix('Write the checkbox as [ ]', '- [ ] Crane');
		await view.statusIs('57% · 4/7');
	});

	it('leave it to people which of two marks is wrong', async () => {
		const view = await RoadmapView.open({ folder: { 'ROADMAP.md': text }, theme: 'light' });
		await view.window.openFile('ROADMAP.md');
		await view.page.locator('.squiggly-hint').nth(2).waitFor();
		await view.line('Quay').click();
		await view.isSelected('Quay'); // the tree following would close the menu
		await view.quickFix('Reopen this task');
		await view.window.screenshot('quick-fix-marks');
		await view.chooseFix('Tick the one that is to do', '[x] Bollards');
		await view.page.locator('.squiggly-hint').nth(2).waitFor({ state: 'detached' });
		await view.page.keyboard.press('ControlOrMeta+Z');
		await view.editorShows('  - [ ] Bollards');
		await view.page.locator('.squiggly-hint').nth(2).waitFor();
		await view.line('Harbour').click();
		await view.cursorIs(1);
		await view.quickFix('Take “✅” off the heading');
		await view.window.screenshot('quick-fix-heading');
	});
});
