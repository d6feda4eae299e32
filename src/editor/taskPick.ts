import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { hasTasks, isToDo, labelOf, progressOf, type Node, type Roadmap, type Task } from '../core';
import { shown } from '../util/emoji';
import { escapeIcons } from '../util/text';
import { tellThatThereAreNoTasks } from '../workspace/absence';
import { toggleNodes } from '../workspace/editing';
import { namesOf } from '../workspace/names';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';

const longestWords = 200;

interface TaskItem extends QuickPickItem {
	readonly file: ReadRoadmap;
	readonly task: Task;
}

/** Lets the person choose tasks by their words: open ones first, with where they stand, done ones below. */
export async function pickTask(roadmaps: Roadmaps): Promise<void> {
	await roadmaps.whenReady;
	const files = roadmaps.files.filter(file => file.kind === 'read');
	const items = itemsOf(files);
	if (items.length === 0) {
		tellThatThereAreNoTasks(roadmaps);
		return;
	}
	const picked = await window.showQuickPick(withSeparators(items), {
		placeHolder: l10n.t('Which task is done?'),
		matchOnDescription: true,
	});
	if (picked && 'task' in picked) {
		await toggleNodes(roadmaps, picked.file, [picked.task]);
	}
}

function itemsOf(files: readonly ReadRoadmap[]): TaskItem[] {
	const names = namesOf(files);
	return files.flatMap((file, index) => {
		const trail = files.length > 1 ? [names[index] ?? ''] : [];
		return [...tasksWithTrail(file.roadmap, trail)].map(([task, around]) => toItem(file, task, around));
	});
}

/** Every task, with the words that lead to it; the document's title, which leads to all, left out. */
function* tasksWithTrail(roadmap: Roadmap, trail: readonly string[]): Generator<[Task, readonly string[]]> {
	const title = titleSection(roadmap);
	const stack: [Node, readonly string[]][] = roadmap.children
		.map(child => [child, trail] as [Node, string[]])
		.reverse();
	for (let top = stack.pop(); top; top = stack.pop()) {
		const [node, around] = top;
		if (node.kind === 'task') {
			yield [node, around];
		}
		const inside = node === title ? around : [...around, withProgress(node)];
		for (const child of [...node.children].reverse()) {
			stack.push([child, inside]);
		}
	}
}

/** The section around all tasks, if it is one. */
function titleSection({ children }: Roadmap): Node | undefined {
	const [first, second] = children.filter(child => child.kind === 'task' || hasTasks(child));
	return first?.kind === 'section' && !second ? first : undefined;
}

function withProgress(node: Node): string {
	const { done, total } = progressOf(node);
	// Cut here, as this is said of each task inside.
	return `${shown(labelOf(node), longestWords)} ${done}/${total}`;
}

function toItem(file: ReadRoadmap, task: Task, trail: readonly string[]): TaskItem {
	const icons = {
		open: '$(circle-large)',
		active: '$(play-circle)',
		done: '$(pass-filled)',
		dropped: '$(circle-slash)',
	};
	return {
		label: `${icons[task.state]} ${words(task.text) || l10n.t('(no text)')}`,
		description: words(trail.join(' › ')),
		file,
		task,
	};
}

function withSeparators(items: readonly TaskItem[]): (TaskItem | QuickPickItem)[] {
	const toDo = items.filter(({ task }) => isToDo(task));
	const rest = items.filter(({ task }) => !isToDo(task));
	const separator = (label: string): QuickPickItem => ({ label, kind: QuickPickItemKind.Separator });
	return [
		...(toDo.length > 0 ? [separator(l10n.t('To do')), ...toDo] : []),
		...(rest.length > 0 ? [separator(l10n.t('Done')), ...rest] : []),
	];
}

function words(text: string): string {
	return escapeIcons(shown(text, longestWords));
}
