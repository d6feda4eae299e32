import { commands, l10n, type Disposable, type TreeView } from 'vscode';
import { finishedIn } from '../core';
import { commands as ids, contextKeys } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import type { Completed } from './completed';
import type { TreeDataProvider } from './dataProvider';
import type { Element, TreeModel } from './model';

/** The commands that hide and show what is completed, and the line that says how much is hidden. */
export function registerHiding(
	view: TreeView<Element>,
	model: TreeModel,
	roadmaps: Roadmaps,
	provider: TreeDataProvider,
	completed: Completed,
): Disposable {
	const owned = new DisposableStore();
	const told = new Map<string, boolean>();
	const setContext = (key: string, value: boolean): void => {
		if (told.get(key) !== value) {
			told.set(key, value);
			void commands.executeCommand('setContext', key, value);
		}
	};
	const update = (): void => {
		const hidden = completed.isHidden ? countFinished(roadmaps) : undefined;
		const isAll = hidden !== undefined && hidden > 0 && model.top.length === 0;
		setContext(contextKeys.hidesCompleted, hidden !== undefined);
		setContext(contextKeys.allHidden, isAll);
		// VS Code shows no welcome, which says the same and leads out, beside a message.
		const message = hidden === undefined || isAll ? '' : inWords(hidden);
		if (view.message !== message) {
			view.message = message;
		}
	};
	const hide = (isHidden: boolean): void => {
		completed.hide(isHidden);
		provider.update();
		update();
	};
	owned.add(commands.registerCommand(ids.hideCompleted, () => hide(true)));
	owned.add(commands.registerCommand(ids.showCompleted, () => hide(false)));
	owned.add(roadmaps.onDidChange(update));
	owned.add(provider.onDidChangeTreeData(update));
	update();
	return owned;
}

/** Exactly what is finished with is hidden. */
function countFinished({ files }: Roadmaps): number {
	return files.reduce((sum, file) => sum + (file.kind === 'read' ? finishedIn(file.roadmap) : 0), 0);
}

function inWords(hidden: number): string {
	switch (hidden) {
		case 0:
			return l10n.t('Completed tasks are hidden');
		case 1:
			return l10n.t('1 completed task is hidden');
		default:
			return l10n.t('{0} completed tasks are hidden', hidden);
	}
}
