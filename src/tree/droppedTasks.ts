import { l10n, ThemeColor, window, type Disposable } from 'vscode';

/** The address that dropped tasks' rows carry, only so that their label can be dimmed. */
export const droppedUri = 'roadmap-task:dropped';

/** Dims the rows of dropped tasks: a label's colour is only to be had through a decoration. */
export function registerDroppedTasks(): Disposable {
	return window.registerFileDecorationProvider({
		provideFileDecoration: uri =>
			uri.toString() === droppedUri
				? { color: new ThemeColor('disabledForeground'), tooltip: l10n.t('dropped') }
				: undefined,
	});
}
