import { commands, window } from 'vscode';

type Say = (message: string, ...rest: unknown[]) => Thenable<unknown>;

/** Listens in on what the extension tells people while `work` is done; they are told all the same. */
export async function toldDuring(work: () => Promise<unknown>): Promise<string[]> {
	const told: string[] = [];
	const speakers = window as unknown as Record<string, Say>;
	const names = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'];
	const originals = names.map(name => [name, speakers[name]] as const);
	for (const [name, original] of originals) {
		speakers[name] = (message, ...rest) => {
			told.push(message);
			return original?.(message, ...rest) ?? Promise.resolve();
		};
	}
	try {
		await work();
	} finally {
		for (const [name, original] of originals) {
			if (original) {
				speakers[name] = original;
			}
		}
		await commands.executeCommand('notifications.clearAll');
	}
	return told;
}
