import { commands, extensions } from 'vscode';
import type { GitExtension, GitRepository } from '../../../src/history/gitApi';

/** Closes what Git has open: else it goes on looking at folders that are gone. */
export async function closeRepositories(): Promise<void> {
	const extension = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
	const api = extension?.getAPI(1) as unknown as { readonly repositories: readonly GitRepository[] };
	for (let open = api.repositories[0]; open; open = api.repositories[0]) {
		await commands.executeCommand('git.close', open.rootUri);
	}
}
