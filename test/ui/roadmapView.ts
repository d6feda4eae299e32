import type { Locator } from 'playwright-core';
import { pressUntil } from '../host/pressing';
import { openWindow, type Window, type WindowOptions } from '../host/window';

/** The sample opens the way to its next task, and that row is the last to come. */
const nextInSample = 'Practise the claw grip';

/** What a person does with the roadmap's view and the status bar, in their words. */
export class RoadmapView {
	constructor(readonly window: Window) {}

	/** Opens a window and the view in it. The extension knows the workspace when this resolves, and no row moves any more. */
	static async open(options: WindowOptions = {}): Promise<RoadmapView> {
		const view = new RoadmapView(await openWindow(options));
		await view.window.openRoadmapView();
		const first = options.folder === undefined ? view.row(nextInSample) : view.rows;
		const welcome = view.page.locator('.sidebar .welcome-view-content .monaco-button');
		await first.or(welcome).filter({ visible: true }).first().waitFor();
		return view;
	}

	get page() {
		return this.window.page;
	}

	/** The row whose label starts with these words. */
	row(words: string): Locator {
		const start = new RegExp(`^${words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`);
		return this.rows.filter({ has: this.page.locator('.label-name', { hasText: start }) });
	}

	get rows(): Locator {
		return this.page.locator('.sidebar .monaco-list-row:not(.monaco-tree-sticky-row)');
	}

	box(words: string): Locator {
		return this.row(words).locator('.custom-view-tree-node-item-checkbox');
	}

	/** Waits until a row's box is ticked, or not. */
	async boxIs(words: string, ticked: boolean): Promise<void> {
		const box = this.row(words).locator(`.custom-view-tree-node-item-checkbox[aria-checked="${ticked}"]`);
		await box.waitFor();
	}

	/** A button in the view's title. */
	title(name: string): Locator {
		return this.page.locator('.sidebar .composite.title').getByRole('button', { name });
	}

	/** Chooses from the menu behind the buttons in the view's title. */
	async titleMore(command: string): Promise<void> {
		await this.page.locator('.sidebar .composite.title .codicon-toolbar-more').click();
		const item = this.page.getByRole('menuitem', { name: command });
		await item.hover();
		await this.page.locator('.action-item.focused').filter({ has: item }).waitFor();
		await this.page.keyboard.press('Enter');
		await item.waitFor({ state: 'hidden' });
	}

	async expand(words: string): Promise<void> {
		await this.row(words).locator('.monaco-tl-twistie').click();
	}

	/**
	 * Clicks a row, and waits until the editor shows its place: VS Code does so a moment later, whatever else is done; and not
	 * at all where it draws the tree anew meanwhile, so a person clicks again.
	 */
	async select(words: string, line: number): Promise<void> {
		await eventually(
			`the place of ${words}`,
			async () => {
				await this.row(words).click();
				return this.cursorIs(line, 5000).then(
					() => true,
					() => false,
				);
			},
			isShown => isShown,
		);
		await this.isSelected(words);
	}

	async isSelected(words: string): Promise<void> {
		await this.row(words).and(this.page.locator('.selected')).waitFor();
	}

	/** Waits until the keyboard's focus in the tree is on a row. */
	async isFocused(words: string): Promise<void> {
		await this.row(words).and(this.page.locator('.focused')).waitFor();
	}

	/** Waits until the cursor of the active editor is in a line. */
	async cursorIs(line: number, timeout = 30_000): Promise<void> {
		await this.status(`Ln ${line}, `).waitFor({ timeout });
	}

	/** Waits until the active editor shows a text. */
	async editorShows(text: string): Promise<void> {
		await eventually(
			`an editor with ${text}`,
			() => this.window.editorText(),
			shown => shown.includes(text),
		);
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

	/** Waits until VS Code watches the disk, which it begins some time after its window has opened: it misses all before. */
	async followsDisk(): Promise<void> {
		const before = this.window.readFile('ROADMAP.md');
		const written = this.status('100% · 1/1');
		await eventually(
			'news of the disk',
			() => {
				this.window.writeFile('ROADMAP.md', '- [x] Watched\n');
				return written.isVisible();
			},
			isSeen => isSeen,
		);
		this.window.writeFile('ROADMAP.md', before);
		await written.waitFor({ state: 'hidden' });
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

	/**
	 * Shows what can be done where the cursor is, and gives the entry with these words. VS Code drops the question without a
	 * word where the cursor was moved a moment ago, as it then asks once more by itself, and where an extension has just started;
	 * and it closes the menu with a change of the layout. So a person presses again.
	 */
	async quickFix(words: string): Promise<void> {
		if (!(await this.fix(words).isVisible())) {
			await pressUntil(this.page, 'ControlOrMeta+.', this.fix(words), 'Escape');
		}
	}

	/**
	 * Chooses from that menu, which is open, until a line has these words: again where VS Code had forgotten meanwhile what it
	 * offers, as it does on a busy machine.
	 */
	async chooseFix(words: string, line: string): Promise<void> {
		await eventually(
			`a line with ${line}`,
			async () => {
				await this.quickFix(words);
				await this.fix(words).click();
				return this.line(line)
					.first()
					.waitFor({ timeout: 5000 })
					.then(
						() => true,
						() => false,
					);
			},
			isDone => isDone,
		);
	}

	/** An entry of that menu. */
	fix(words: string): Locator {
		return this.page.locator('.action-widget .monaco-list-row').filter({ hasText: words });
	}

	/** An entry of the quick pick. */
	pickEntry(words: string): Locator {
		return this.page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: words });
	}

	/** A line of the active editor with these words. */
	line(words: string): Locator {
		return this.page.locator('.editor-group-container.active .view-line').filter({ hasText: words });
	}

	/**
	 * Follows a link in the editor, until the status bar says this: again where VS Code was just asking for links anew and had
	 * forgotten where this one leads, which it tells in a notification.
	 */
	async clickLink(link: Locator, status: string): Promise<void> {
		await eventually(
			`a link that makes it ${status}`,
			async () => {
				await this.clickWith('ControlOrMeta', link);
				return this.status(status)
					.waitFor({ timeout: 5000 })
					.then(
						() => true,
						() => false,
					);
			},
			isDone => isDone,
		);
	}

	/** Clicks where something is in the editor, with a key held down. */
	private async clickWith(key: string, target: Locator): Promise<void> {
		const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
		await this.page.keyboard.down(key);
		await this.page.mouse.click(x + width / 2, y + height / 2);
		await this.page.keyboard.up(key);
	}

	/** Opens the context menu of something and chooses from it. VS Code ignores a click that comes too soon after the menu. */
	async choose(target: Locator, command: string): Promise<void> {
		const item = this.page.getByRole('menuitem', { name: command });
		await target.click({ button: 'right' });
		await item.hover();
		await this.page.locator('.action-item.focused').filter({ has: item }).waitFor();
		await this.page.keyboard.press('Enter');
		await item.waitFor({ state: 'hidden' });
	}

	/**
	 * Drags a row with the mouse and drops it on another.
	 *
	 * @param beforeDrop Is done while the other row shows that it takes the drop.
	 */
	async drag(words: string, onto: string, beforeDrop?: () => Promise<void>): Promise<void> {
		const { mouse } = this.page;
		const target = this.row(onto);
		await this.row(words).hover();
		await mouse.down();
		const box = await target.boundingBox();
		if (!box) {
			throw new Error(`${onto} is not in sight`);
		}
		const [x, y] = [box.x + 100, box.y + box.height / 2];
		await mouse.move(x, y, { steps: 5 });
		await mouse.move(x + 1, y); // the row is entered with the first move, and asked whether it takes a drop with the next
		await target.and(this.page.locator('.drop-target')).waitFor();
		await beforeDrop?.();
		await mouse.up();
	}

	/** Drags a row into the active editor, onto its last line: with Shift, as VS Code asks for. */
	async dragToEditor(words: string): Promise<void> {
		const { keyboard, mouse } = this.page;
		const box = await this.page.locator('.editor-group-container.active .view-line').last().boundingBox();
		if (!box) {
			throw new Error('There is no editor');
		}
		await this.row(words).hover();
		await mouse.down();
		await keyboard.down('Shift');
		await mouse.move(box.x + 5, box.y + box.height / 2, { steps: 5 });
		await mouse.move(box.x + 6, box.y + box.height / 2);
		await mouse.up();
		await keyboard.up('Shift');
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
	const deadline = Date.now() + 30_000;
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
