import { l10n, Uri, window, workspace } from 'vscode';
import { pathOf } from '../workspace/names';

/**
 * Asks for a place and writes a text there.
 *
 * @param beside The roadmap, in whose folder the place is first looked for.
 * @returns What became of it in words; `undefined` where nobody chose a place.
 */
export async function saveMarkdown(text: string, beside: Uri, name: string): Promise<string | undefined> {
	const uri = await window.showSaveDialog({
		defaultUri: Uri.joinPath(beside, '..', name),
		filters: { [l10n.t('Markdown')]: ['md'] },
		saveLabel: l10n.t('Save Review'),
	});
	if (!uri) {
		return undefined;
	}
	try {
		await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
		return l10n.t('Saved as {0}', pathOf(uri));
	} catch {
		return l10n.t('It could not be saved there. Choose another place.');
	}
}
