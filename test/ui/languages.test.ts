import * as assert from 'node:assert/strict';
import { translated } from '../l10n/strings';
import { pseudo, pseudoExtension, pseudoLanguage, untranslated } from './pseudo';
import { ReviewedView } from './reviewedView';
import { RoadmapView } from './roadmapView';

const german = translated('code', 'de');

function inGerman(text: string): string {
	return german[text] ?? text;
}

describe('In German', () => {
	for (const release of ['1.139', '1.100'] as const) {
		it(`the view speaks, in the code's words and in the manifest's (VS Code ${release})`, async () => {
			const view = await RoadmapView.open({ release, language: 'de' });
			await view.statusIs('10\u00a0% · 3/29');
			await view.title('Gehe zur nächsten Aufgabe').waitFor();
			await view.row('Practise the claw grip').getByText('← als Nächstes').waitFor();
			await view.title('Erledigte Aufgaben ausblenden').click();
			await view.page.getByText('3 erledigte Aufgaben sind ausgeblendet').waitFor();
		});
	}

	// There, VS Code translates the manifest of an extension from the gallery only.
	it('VS Code for the Web shows the words of the code', async () => {
		const view = await RoadmapView.open({ web: true, language: 'de' });
		await view.statusIs('10\u00a0% · 3/29');
		await view.row('Practise the claw grip').getByText('← als Nächstes').waitFor();
	});

	it('the review has its words, dates and figures', async () => {
		const review = await ReviewedView.open({ language: 'de', viewport: { width: 1000, height: 900 } }, inGerman);
		await review.tile('Prognose').waitFor();
		await review.says(/79\s%/);
		await review.says('30 von 38 Aufgaben erledigt');
		assert.match((await review.page.locator('nav .week').textContent()) ?? '', /^\d\d?\..*20\d\d$/);
		assert.equal(await review.page.locator('html').getAttribute('lang'), 'de');
		await review.view.window.screenshot('language-de-review');
	});
});

describe('In a language with longer words', () => {
	const inPseudo = { language: pseudoLanguage };

	it('nothing of the tree, its menus and hovers and of the status bar is in English or cut off', async () => {
		const view = await RoadmapView.open({ ...inPseudo, extension: pseudoExtension() });
		const roadmap = view.window.readFile('ROADMAP.md');
		const isTranslated = (text: string): void => assert.deepEqual(untranslated(text, roadmap), [], text);
		const status = view.status('3/29');
		isTranslated(await view.page.locator('.sidebar .composite.title h2').innerText());
		for (const row of await view.rows.all()) isTranslated((await row.getAttribute('aria-label')) ?? '');
		isTranslated(await view.rows.allInnerTexts().then(texts => texts.join('\n')));
		isTranslated((await status.locator('a').first().getAttribute('aria-label')) ?? '');

		const table = await view.hover(status, pseudo('Weekly review'));
		await view.window.screenshot('language-pseudo-status');
		isTranslated(await table.innerText());
		assert.deepEqual(await table.evaluate(cutOff), []);

		const hover = await view.hover(view.row('Baking').locator('.label-name'), 'Baking');
		await view.window.screenshot('language-pseudo-hover');
		isTranslated((await hover.innerText()).replace('ROADMAP.md', ''));
		assert.deepEqual(await hover.evaluate(cutOff), []);

		await view.row('Baking').click({ button: 'right' });
		const menu = view.page.locator('.monaco-menu');
		await menu.getByText(pseudo('Copy as Markdown')).waitFor();
		await view.window.screenshot('language-pseudo-menu');
		isTranslated((await menu.locator('.action-label').allInnerTexts()).join('\n'));
	});

	for (const width of [1000, 760]) {
		it(`nothing of a review that is ${width} pixels wide with the tree beside it`, async () => {
			const options = { ...inPseudo, extension: pseudoExtension(), viewport: { width, height: 1000 } };
			const review = await ReviewedView.open({ ...options, settings: { 'roadmap.targetDate': '2999-13-01' } }, pseudo);
			const roadmap = review.view.window.readFile('ROADMAP.md');
			await review.view.page.mouse.move(600, 990);
			await review.view.window.screenshot(`language-pseudo-review-${width}`);
			await review.page.getByText(pseudo('Show as table')).click();
			await review.page.getByRole('table').waitFor();
			await review.view.window.screenshot(`language-pseudo-table-${width}`);
			const said = await review.page.locator('#page').evaluate(allSaid);
			assert.deepEqual(untranslated(said.replace('2999-13-01', ''), roadmap), []);
			assert.deepEqual(await review.page.locator('html').evaluate(cutOff), []);
		});
	}

	it('nothing of what a window without a roadmap says', async () => {
		const view = await RoadmapView.open({ ...inPseudo, extension: pseudoExtension(), folder: { 'a.md': 'a' } });
		const welcome = view.page.locator('.sidebar .welcome-view-content');
		await view.window.screenshot('language-pseudo-welcome');
		assert.deepEqual(untranslated(await welcome.innerText(), ''), []);
		assert.deepEqual(await welcome.evaluate(cutOff), []);
	});
});

/** Runs in the page: all that it says, to the eye and to a screen reader. */
function allSaid(page: Element): string {
	const names = ['title', 'aria-label', 'aria-description', 'aria-valuetext'];
	return [...page.querySelectorAll('*')]
		.flatMap(element => [
			...[...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent),
			...names.map(name => element.getAttribute(name)),
		])
		.join('\n');
}

/** Runs in the page: the words of what has no room for them. */
function cutOff(root: Element): string[] {
	return [root, ...root.querySelectorAll('*')]
		.filter(element => element instanceof HTMLElement && getComputedStyle(element).overflowX !== 'visible')
		.filter(element => !element.matches('.scroll') && element.scrollWidth > element.clientWidth + 1)
		.map(element => element.textContent);
}
