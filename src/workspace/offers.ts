import { commands, l10n, type Command, type Disposable, type TextDocument, type Uri } from 'vscode';
import { commands as ids } from '../contributions';
import type { TextEdit } from '../core';
import { tellThatNothingIsMeant } from './addresses';
import { editRoadmap } from './editing';
import type { Roadmaps } from './roadmaps';

/** Edits that somebody may choose, and the text that they are for: in any other they would change the wrong characters. */
class Offer {
	constructor(
		readonly uri: Uri,
		readonly text: string,
		readonly edits: readonly TextEdit[],
	) {}
}

/**
 * What a code action does that changes a document as it is now. Not an edit of its own: VS Code would apply that to whatever
 * the document is when it is chosen, and menus stay open for long.
 */
export function commandFor(document: TextDocument, title: string, edits: readonly TextEdit[]): Command {
	return { title, command: ids.applyCodeAction, arguments: [new Offer(document.uri, document.getText(), edits)] };
}

/** Has what is chosen of the code actions done. */
export function registerOffers(roadmaps: Roadmaps): Disposable {
	return commands.registerCommand(ids.applyCodeAction, async (offer: unknown) => {
		if (offer instanceof Offer) {
			await editRoadmap(roadmaps, offer.uri, now =>
				now === offer.text
					? offer.edits
					: l10n.t('The roadmap has changed meanwhile; nothing was done. Choose the action again.'),
			);
		} else {
			tellThatNothingIsMeant();
		}
	});
}
