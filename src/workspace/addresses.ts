import { l10n, Uri, window } from 'vscode';

/**
 * The address that somebody passes to a command, as a `Uri` or in words, as in a link: in words. `undefined` for anything
 * else, which is no address: VS Code itself passes what it likes to the commands of its menus.
 */
export function addressIn(value: unknown): string | undefined {
	try {
		return typeof value === 'string' || value instanceof Uri ? value.toString() : undefined;
	} catch {
		return undefined; // made to look like one
	}
}

/** The address in words, as a `Uri`; `undefined` where it is none. */
export function uriFrom(address: string): Uri | undefined {
	try {
		return Uri.parse(address, true);
	} catch {
		return undefined;
	}
}

/** Says that an address is not one of a roadmap here: nothing else is read, shown or changed for it. */
export function tellThatThereIsNoRoadmap(): void {
	void window.showInformationMessage(l10n.t('There is no roadmap at this address that can be read.'));
}

/** Says that a command was called with something that the extension did not make for it. */
export function tellThatNothingIsMeant(): void {
	void window.showInformationMessage(
		l10n.t('This command is for what the view or the editor of a roadmap shows; nothing was done.'),
	);
}
