import {
	l10n,
	StatusBarAlignment,
	window,
	workspace,
	type Disposable,
	type MarkdownString,
	type StatusBarItem,
} from 'vscode';
import { percent, progressOf } from '../core';
import { focusTree, statusBarItem } from '../contributions';
import { Disposable as Owner } from '../util/disposable';
import { shown } from '../util/emoji';
import { namesOf } from '../workspace/names';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting, settingId } from '../workspace/settings';
import { fillTemplate, subjectOf, sumOf, type Subject } from './template';
import { roadmapTable, sectionTable } from './tooltip';

/** Beside source control and problems on the left, beside the cursor's position on the right. */
const priority = 10;

/** Of a roadmap's name, as screen readers say it. */
const longestName = 200;

/** How far along the roadmap at hand is: that of the active editor, else the one last looked at, else all together. */
export function registerStatusBar(roadmaps: Roadmaps): Disposable {
	return new StatusBar(roadmaps);
}

class StatusBar extends Owner {
	#item: StatusBarItem;
	/** What the item shows, in one text; nothing while it is hidden. */
	#shown = '';
	#lastLookedAt: string | undefined;

	constructor(private readonly roadmaps: Roadmaps) {
		super();
		this.#item = createItem();
		this.register({ dispose: () => this.#item.dispose() });
		this.register(roadmaps.onDidChange(() => this.#update()));
		this.register(window.onDidChangeActiveTextEditor(() => this.#update()));
		this.register(
			workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(settingId('statusBar.alignment'))) {
					this.#item.dispose(); // an item cannot change sides
					this.#item = createItem();
					this.#shown = '';
				}
				if (event.affectsConfiguration('roadmap.statusBar')) {
					this.#update();
				}
			}),
		);
		this.#update();
	}

	#update(): void {
		const files = this.roadmaps.files.filter(file => file.kind === 'read');
		if (files.length === 0 || !setting('statusBar.visible')) {
			this.#item.hide();
			this.#shown = '';
			return;
		}
		const names = namesOf(files);
		const current = this.#current(files);
		const file = files[current];
		if (file) {
			const name = names[current] ?? '';
			this.#show(subjectOf(file.roadmap, name), sectionTable(file, name));
			return;
		}
		const sum = sumOf(
			files.map(({ roadmap }) => roadmap),
			l10n.t('{0} roadmaps', files.length),
		);
		const rows = files.map(({ roadmap }, index) => ({ name: names[index] ?? '', progress: progressOf(roadmap) }));
		this.#show(sum, roadmapTable(sum, rows));
	}

	/** Every touch of an item is sent to the window, which draws it anew: most of what is typed changes nothing here. */
	#show(subject: Subject, tooltip: MarkdownString): void {
		const { progress } = subject;
		const share = l10n.t('{0}%', percent(progress));
		const text =
			progress.total > 0
				? fillTemplate(setting('statusBar.text'), subject, share)
				: `$(checklist) ${l10n.t('no tasks yet')}`;
		const label = spoken(subject);
		const all = [text, label, tooltip.value].join('\n');
		if (all !== this.#shown) {
			this.#shown = all;
			this.#item.text = text;
			this.#item.tooltip = tooltip;
			this.#item.accessibilityInformation = { label };
			this.#item.show();
		}
	}

	/** The index of the roadmap at hand; -1 where there is none. */
	#current(files: readonly ReadRoadmap[]): number {
		const active = window.activeTextEditor?.document.uri.toString();
		if (files.some(({ uri }) => uri.toString() === active)) {
			this.#lastLookedAt = active;
		}
		return files.length === 1 ? 0 : files.findIndex(({ uri }) => uri.toString() === this.#lastLookedAt);
	}
}

function spoken({ name, progress }: Subject): string {
	const words = shown(name, longestName);
	return progress.total > 0
		? l10n.t('{0}: {1} of {2} tasks done, {3}%', words, progress.done, progress.total, percent(progress))
		: l10n.t('{0}: no tasks yet', words);
}

function createItem(): StatusBarItem {
	const isRight = setting('statusBar.alignment') === 'right';
	// VS Code remembers the side of every id that it has shown, and puts another item of that id there too.
	const item = isRight
		? window.createStatusBarItem(`${statusBarItem}.right`, StatusBarAlignment.Right, priority)
		: window.createStatusBarItem(statusBarItem, StatusBarAlignment.Left, priority);
	item.name = l10n.t('Roadmap Progress');
	item.command = focusTree;
	return item;
}
