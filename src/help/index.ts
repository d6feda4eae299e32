import { commands, type Disposable } from 'vscode';
import { commands as ids, extensionId, walkthrough } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { reportIssue } from './reportIssue';

/** What helps to find one's way, and to say what is wrong. */
export function registerHelp(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	owned.add(
		commands.registerCommand(ids.getStarted, async () => {
			await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough}`, false);
		}),
	);
	owned.add(
		commands.registerCommand(ids.reportIssue, async () => {
			await roadmaps.whenReady;
			await reportIssue(roadmaps);
		}),
	);
	return owned;
}
