/** The VS Code releases the extension is tested in: the oldest it supports, and the newest. */
export const releases = {
	'1.100': { codeServer: '4.100.3', needsNewerNode: false },
	'1.139': { codeServer: '4.139.1', needsNewerNode: true },
} as const;

/** A VS Code release with a Node.js extension host, as on the desktop, in Remote and in Codespaces. */
export type Release = keyof typeof releases;

export const newest: Release = '1.139';

/** VS Code for the Web: a web worker as the extension host, as on vscode.dev. */
export const webRelease = '1.137.0';

/** Recent servers need a newer Node.js than the project does; it is brought along where the running one is older. */
export const newerNode = '24';

/** A ripgrep for the release whose own one is downloaded from elsewhere; without it `findFiles` finds nothing. */
export const ripgrep = '1.18.0';

export function isRelease(name: string | undefined): name is Release {
	return name !== undefined && Object.hasOwn(releases, name);
}

/** The releases that the command line names, or all of them. */
export function releasesNamed(names: readonly string[]): Release[] {
	const unknown = names.find(name => !isRelease(name));
	if (unknown !== undefined) {
		throw new Error(`No VS Code ${unknown} here; there are: ${Object.keys(releases).join(', ')}.`);
	}
	const all = Object.keys(releases).filter(isRelease);
	return names.length > 0 ? all.filter(release => names.includes(release)) : all;
}
