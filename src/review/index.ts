import { commands, window, type Disposable } from 'vscode';
import { commands as ids, reviewPanel } from '../contributions';
import type { HistoriesLater } from '../history';
import { DisposableStore } from '../util/disposable';
import type { Services } from './panel';
import { createReviews, type Reviews } from './reviews';

/** The weekly review of each roadmap. Its code is loaded when somebody first asks for one. */
export function registerReview(services: Omit<Services, 'histories'>, histories: HistoriesLater): Disposable {
	const owned = new DisposableStore();
	let made: Reviews | undefined;
	const reviews = (): Reviews => (made ??= owned.add(createReviews({ ...services, histories: histories.get() })));
	owned.add(commands.registerCommand(ids.weeklyReview, (address: unknown) => reviews().open(address)));
	owned.add(commands.registerCommand(ids.copyWeeklyReview, (address: unknown) => reviews().copy(address)));
	owned.add(commands.registerCommand(ids.clearHistory, () => reviews().clearHistory()));
	owned.add(
		window.registerWebviewPanelSerializer(reviewPanel, {
			deserializeWebviewPanel: (panel, state) => {
				reviews().restore(panel, state);
				return Promise.resolve();
			},
		}),
	);
	return owned;
}
