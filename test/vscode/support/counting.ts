import { workspace } from 'vscode';

type Call = (...args: unknown[]) => unknown;

/** Which calls of VS Code's are counted. */
type Counted = 'asRelativePath' | 'decode' | 'findFiles' | 'getConfiguration';

/** Whether it is the tests that call, with the code they bring along: the installed extension has the same API. */
export function isFromTests(): boolean {
	return !/[\\/]dist[\\/](web[\\/])?extension\.js/.test(String(new Error().stack));
}

/** How often the tests' own copy of the extension calls these while `work` is done. */
export async function callsDuring(
	names: readonly Counted[],
	work: () => Promise<unknown>,
): Promise<Record<string, number>> {
	const calls: Record<string, number> = {};
	const members = workspace as unknown as Record<string, Call>;
	const originals = names.map(name => [name, members[name] as Call] as const);
	for (const [name, original] of originals) {
		calls[name] = 0;
		members[name] = (...args) => {
			calls[name] = (calls[name] ?? 0) + Number(isFromTests());
			return original(...args);
		};
	}
	try {
		await work();
	} finally {
		Object.assign(workspace, Object.fromEntries(originals));
	}
	return calls;
}
