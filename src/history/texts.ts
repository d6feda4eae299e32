import { workspace, type Uri } from 'vscode';
import type { Commit } from './commits';
import type { GitRepository } from './gitApi';

/** So many texts are asked for at a time: each takes a process of git's. */
const atATime = 8;

/** VS Code hands no larger texts to extensions, so that the roadmap was none then; see workspace/reading.ts. */
const largest = 50 * 1024 * 1024;

/**
 * What a file was in each of these commits, in their order; `undefined` where it was not there or was no text. Some are
 * asked for ahead.
 *
 * @param uri The file as it is now, which tells how texts are encoded.
 */
export async function* textsOf(
	repository: GitRepository,
	commits: readonly Commit[],
	uri: Uri,
): AsyncGenerator<string | undefined, void, undefined> {
	const asked: Promise<Settled>[] = [];
	for (let next = 0, given = 0; given < commits.length; given++) {
		while (asked.length < atATime && next < commits.length) {
			asked.push(settled(textOf(repository, commits[next++] as Commit, uri)));
		}
		const result = await (asked.shift() as Promise<Settled>);
		if ('error' in result) {
			throw result.error;
		}
		yield result.text;
	}
}

type Settled = { readonly text: string | undefined } | { readonly error: unknown };

/** A failure is told when it is its turn, or never. */
function settled(text: Promise<string | undefined>): Promise<Settled> {
	return text.then(
		text => ({ text }),
		(error: unknown) => ({ error }),
	);
}

async function textOf(repository: GitRepository, { hash, path }: Commit, uri: Uri): Promise<string | undefined> {
	let bytes: Uint8Array;
	try {
		bytes = await repository.buffer(hash, path);
	} catch (error) {
		// Deleted in this commit. But if git cannot even tell of the commit, the reason is another one.
		await repository.getCommit(hash).catch(() => {
			throw error;
		});
		return undefined;
	}
	return bytes.length > largest ? undefined : await decoded(bytes, uri);
}

/** Decodes as the editor would. */
async function decoded(bytes: Uint8Array, uri: Uri): Promise<string | undefined> {
	try {
		return await workspace.decode(bytes, { uri });
	} catch {
		return undefined; // binary
	}
}
