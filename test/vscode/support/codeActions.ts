import { commands, type CodeAction, type Range, type Uri } from 'vscode';

/**
 * What can be done in a place, in VS Code's words. VS Code drops the question when another extension, or ours, begins or ends
 * to answer such questions meanwhile: then it is asked again, as a person would.
 */
export async function codeActionsIn(uri: Uri, range: Range, ...more: readonly unknown[]): Promise<CodeAction[]> {
	for (;;) {
		try {
			return await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, ...more);
		} catch (error) {
			if (!(error instanceof Error && error.message.startsWith('Canceled'))) {
				throw error;
			}
		}
	}
}
