import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, Uri } from 'vscode';
import { labelOf, progressOf, type Node, type Progress, type TaskState } from '../core';
import { icons } from '../contributions';
import { shown } from '../util/emoji';
import { shorten } from '../util/text';
import type { Problem } from '../workspace/roadmapFile';
import { spokenState } from '../workspace/spokenState';
import type { Content } from './content';
import { droppedUri } from './droppedTasks';
import type { Element } from './model';

/** More than any screen shows; VS Code cuts at the view's edge, but should not be handed megabytes. */
const longestLabel = 1000;

/** Of the row around, which a screen reader says with each of its rows. */
const longestPlace = 60;

export type ItemState = 'leaf' | 'collapsed' | 'expanded';

const collapsibleStates = {
	leaf: TreeItemCollapsibleState.None,
	collapsed: TreeItemCollapsibleState.Collapsed,
	expanded: TreeItemCollapsibleState.Expanded,
};

/** How a row looks. Its hover and its click are found out when somebody asks for them. */
export function toTreeItem({ id, content, parent }: Element, state: ItemState): TreeItem {
	const item = new TreeItem(labelOfContent(content), collapsibleStates[state]);
	item.id = id;
	switch (content.kind) {
		case 'file':
			describeFile(item, content);
			break;
		case 'node':
			describeNode(item, content, parent && labelOfContent(parent.content));
			break;
		case 'notice':
			item.iconPath = new ThemeIcon('info');
			item.contextValue = `notice.${content.notice}`;
	}
	return item;
}

function labelOfContent(content: Content): string {
	switch (content.kind) {
		case 'file':
			return content.name;
		case 'node':
			return shown(labelOf(content.node), longestLabel) || l10n.t('(no text)');
		case 'notice':
			return content.notice === 'noTasks'
				? l10n.t('No checkboxes yet: this is the outline')
				: l10n.t('No headings or tasks yet');
	}
}

function describeFile(item: TreeItem, { file, name }: Extract<Content, { kind: 'file' }>): void {
	item.contextValue = 'file';
	if (file.kind === 'read') {
		const progress = progressOf(file.roadmap);
		item.description = figures(progress);
		item.iconPath = ring(progress);
		item.accessibilityInformation = { label: l10n.t('{0}, roadmap, {1}', name, spokenFigures(progress)) };
	} else {
		item.description = problemText(file.problem);
		item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
	}
}

/** Why a roadmap cannot be shown, and what to do. */
export function problemText(problem: Problem): string {
	switch (problem) {
		case 'tooLarge':
			return l10n.t('too large to read (over 50 MB)');
		case 'binary':
			return l10n.t('not a text file');
		case 'unreadable':
			return l10n.t('cannot be read');
	}
}

function describeNode(
	item: TreeItem,
	{ node, isNext }: Extract<Content, { kind: 'node' }>,
	around: string | undefined,
): void {
	const progress = progressOf(node);
	item.contextValue = node.kind === 'task' ? `task.${node.state}` : node.kind;
	item.accessibilityInformation = { label: spokenNode(node, progress, isNext, around) };
	if (node.kind === 'task' || progress.total > 0) {
		const isDone = node.kind === 'task' ? node.state === 'done' : progress.done === progress.total;
		item.checkboxState = checkbox(isDone, node.kind === 'task');
	}
	if (progress.total > 0) {
		item.description = figures(progress);
		item.iconPath = ring(progress, node.kind === 'task' && node.state === 'active');
	}
	if (node.kind === 'task') {
		describeState(item, node.state);
	}
	if (isNext) {
		item.description = [item.description, l10n.t('← next')].filter(Boolean).join(' ');
	}
}

function checkbox(isDone: boolean, isTask: boolean): NonNullable<TreeItem['checkboxState']> {
	const tooltip = isTask
		? isDone
			? l10n.t('Done: click to reopen')
			: l10n.t('Click to tick')
		: isDone
			? l10n.t('All done: click to reopen all tasks')
			: l10n.t('Click to tick all tasks');
	return { state: isDone ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked, tooltip };
}

function describeState(item: TreeItem, state: TaskState): void {
	if (state === 'active') {
		item.iconPath ??= new ThemeIcon('play-circle', new ThemeColor('charts.yellow'));
	} else if (state === 'dropped') {
		item.iconPath = new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));
		item.resourceUri = Uri.parse(droppedUri);
	}
}

/** A ring filled in eighths; anything begun shows at least one, anything unfinished leaves one open. */
function ring({ done, total }: Progress, isActive = false): ThemeIcon {
	const isFinished = total > 0 && done === total;
	const eighths = done === 0 ? 0 : isFinished ? 8 : Math.min(7, Math.max(1, Math.round((8 * done) / total)));
	const begun = isFinished ? 'charts.green' : 'charts.blue';
	const color = isActive ? 'charts.yellow' : eighths === 0 ? 'descriptionForeground' : begun;
	return new ThemeIcon(icons.ring(eighths), new ThemeColor(color));
}

function figures({ done, total }: Progress): string {
	return total > 0 ? `${done}/${total}` : l10n.t('no tasks yet');
}

function spokenFigures({ done, total }: Progress): string {
	return total > 0 ? l10n.t('{0} of {1} done', done, total) : l10n.t('no tasks yet');
}

/**
 * "Learn SQL basics, task, open, in SQL Databases, 0 of 3 done": what a screen reader says instead of the row's pieces.
 *
 * @param around The words of the row around it.
 */
function spokenNode(node: Node, progress: Progress, isNext: boolean, around: string | undefined): string {
	const words = [shown(labelOf(node), longestLabel) || l10n.t('(no text)'), spokenKind(node)];
	if (node.kind === 'task') {
		words.push(spokenState(node.state));
	}
	if (around !== undefined) {
		words.push(l10n.t('in {0}', shorten(around, longestPlace)));
	}
	if (progress.total > 0) {
		words.push(spokenFigures(progress));
	}
	if (isNext) {
		words.push(l10n.t('next to do'));
	}
	return words.join(', ');
}

function spokenKind(node: Node): string {
	switch (node.kind) {
		case 'section':
			return l10n.t('section');
		case 'group':
			return l10n.t('group');
		case 'task':
			return l10n.t('task');
	}
}
