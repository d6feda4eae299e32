import { commands } from 'vscode';

/** Puts the focus on the first row of the list in focus; says whether it is there, as VS Code throws while it draws rows anew. */
export async function focusFirst(): Promise<boolean> {
	try {
		await commands.executeCommand('list.focusFirst');
		return true;
	} catch {
		return false;
	}
}
