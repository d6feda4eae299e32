import { commands, type Disposable } from 'vscode';
import { commands as ids, extensionId, walkthrough } from '../contributions';

/** What helps to find one's way. */
export function registerHelp(): Disposable {
	return commands.registerCommand(ids.getStarted, async () => {
		await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough}`, false);
	});
}
