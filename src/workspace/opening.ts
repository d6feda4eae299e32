import { l10n, window, workspace, type TextDocument, type Uri } from 'vscode';
import { escapeMessage } from '../util/text';
import { patience, within } from '../util/patience';
import { pathOf } from './names';

/** Opens a file, or tells the person, or whom `tell` tells, that it cannot be opened and what to do. */
export async function openDocument(
	uri: Uri,
	tell: (reason: string) => void = reason => void window.showWarningMessage(reason),
): Promise<TextDocument | undefined> {
	const document = await open(uri);
	if (!document) {
		const name = escapeMessage(pathOf(uri));
		tell(l10n.t('{0} cannot be opened; nothing was changed. Look whether it is still there and can be read.', name));
	}
	return document;
}

async function open(uri: Uri): Promise<TextDocument | undefined> {
	try {
		return await within(patience, workspace.openTextDocument(uri));
	} catch {
		return undefined; // gone, or more than VS Code hands to extensions
	}
}
