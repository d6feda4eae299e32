import type { Locator } from 'playwright-core';
import { openWindow, type Window, type WindowOptions } from '../host/window';

/** What a person does with the roadmap's view and the status bar, in their words. */
export class RoadmapView {
	constructor(readonly window: Window) {}

	/** Opens a window, and the view in it once the first row is there. */
	static async open(options: WindowOptions = {}): Promise<RoadmapView> {
		const view = new RoadmapView(await openWindow(options));
		await view.window.openRoadmapView();
		return view;
	}

	get page() {
		return this.window.page;
	}

	/** The row whose label starts with these words. */
	row(words: string): Locator {
		return this.rows.filter({ has: this.page.getByText(words) }).first();
	}

	get rows(): Locator {
		return this.page.locator('.sidebar .monaco-list-row');
	}

	box(words: string): Locator {
		return this.row(words).locator('.custom-view-tree-node-item-checkbox');
	}

	/** Waits until a row's box is ticked, or not. */
	async boxIs(words: string, ticked: boolean): Promise<void> {
		const box = this.row(words).locator(`.custom-view-tree-node-item-checkbox[aria-checked="${ticked}"]`);
		await box.waitFor();
	}

	async expand(words: string): Promise<void> {
		await this.row(words).locator('.monaco-tl-twistie').click();
	}

	/** Waits until a row says these figures, as in `2/6`. */
	async figuresAre(words: string, figures: string): Promise<void> {
		await this.row(words).getByText(figures, { exact: true }).waitFor();
	}

	/** The status bar's item, by what it says. */
	status(text: string): Locator {
		return this.page.locator('.statusbar-item').filter({ hasText: text });
	}

	async statusIs(text: string): Promise<void> {
		await this.status(text).waitFor();
	}

	/**
	 * Hovers over something until the hover with these words is there, and gives it. VS Code hides a hover when what is below
	 * the mouse is drawn anew, and does not show it again before the mouse has moved: so a person moves it a little.
	 */
	async hover(target: Locator, words: string): Promise<Locator> {
		const hover = this.page.locator('.monaco-hover:visible, .workbench-hover:visible').filter({ hasText: words });
		await eventually(
			`a hover with ${words}`,
			async () => {
				await this.page.mouse.move(640, 300);
				await target.hover();
				return hover.waitFor({ timeout: 3000 }).then(
					() => true,
					() => false,
				);
			},
			isShown => isShown,
		);
		return hover;
	}

	/** The words of all rows in sight, from the top. */
	async labels(): Promise<string[]> {
		const rows = await this.rows.evaluateAll(elements =>
			elements
				.map(element => ({
					top: element.getBoundingClientRect().top,
					text: element.querySelector('.label-name')?.textContent ?? '',
				}))
				.sort((a, b) => a.top - b.top),
		);
		return rows.map(({ text }) => text);
	}

	/** Waits until the rows in sight have exactly these words. */
	async labelsAre(...words: string[]): Promise<void> {
		await eventually(
			`rows ${words.join(' | ')}`,
			() => this.labels(),
			labels => labels.join('\n') === words.join('\n'),
		);
	}

	/** Opens a row's context menu and chooses from it. VS Code ignores a click that comes too soon after the menu. */
	async choose(words: string, command: string): Promise<void> {
		const item = this.page.getByRole('menuitem', { name: command });
		await this.row(words).click({ button: 'right' });
		await item.hover();
		await this.page.locator('.action-item.focused').filter({ has: item }).waitFor();
		await this.page.keyboard.press('Enter');
		await item.waitFor({ state: 'hidden' });
	}

	async close(): Promise<void> {
		await this.window.close();
	}
}

/** Looks again and again until what it sees is as expected; what it saw last is in the message when it never is. */
export async function eventually<T>(
	what: string,
	look: () => T | Promise<T>,
	isExpected: (seen: T) => boolean,
): Promise<T> {
	const deadline = Date.now() + 20_000;
	for (;;) {
		const seen = await look();
		if (isExpected(seen)) {
			return seen;
		}
		if (Date.now() > deadline) {
			throw new Error(`Expected ${what}, but saw ${JSON.stringify(seen)}`);
		}
		await new Promise(resolve => setTimeout(resolve, 50));
	}
}
