import { Selection, type TextDocument } from 'vscode';

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
