import { l10n, window, type TextEditor } from 'vscode';
import type { Roadmaps } from '../workspace/roadmaps';

/** The active editor, if it is one of a roadmap; else the person is told that it has to be. */
export async function roadmapEditor(roadmaps: Roadmaps): Promise<TextEditor | undefined> {
	await roadmaps.whenReady;
	const editor = window.activeTextEditor;
	if (editor && roadmaps.get(editor.document.uri)?.kind === 'read') {
		return editor;
	}
	void window.showInformationMessage(l10n.t('Open a roadmap in an editor first.'));
	return undefined;
}
