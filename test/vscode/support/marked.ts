import { Selection, type TextDocument, type TextEditor } from 'vscode';
import { open, sample, write } from './files';
import { until } from './until';

/** A text with its selections: `¦` is a cursor, `«` and `»` are the ends of a selection. */
export interface Marked {
	readonly text: string;
	readonly selectionsIn: (document: TextDocument) => Selection[];
}

export function marked(source: string): Marked {
	const offsets: number[] = [];
	let removed = 0;
	for (const { 0: mark, index } of source.matchAll(/[¦«»]/g)) {
		offsets.push(index - removed++);
		if (mark === '¦') {
			offsets.push(offsets.at(-1) ?? 0);
		}
	}
	return {
		text: source.replaceAll(/[¦«»]/g, ''),
		selectionsIn: document =>
			offsets.flatMap((start, index) =>
				index % 2 === 0
					? [new Selection(document.positionAt(start), document.positionAt(offsets[index + 1] ?? start))]
					: [],
			),
	};
}

/**
 * Opens a file with this text and these cursors.
 *
 * @param uri The sample's roadmap when left out, which the extension knows.
 */
export async function editorWith(source: string, uri = sample): Promise<TextEditor> {
	const { text, selectionsIn } = marked(source);
	await write(uri, text);
	const editor = await open(uri);
	const plain = text.replace(/^\uFEFF/, '');
	await until(
		() => editor.document.getText() === plain,
		() => editor.document.getText(),
	);
	const selections = selectionsIn(editor.document);
	if (selections.length > 0) {
		editor.selections = selections;
	}
	return editor;
}
