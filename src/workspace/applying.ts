import { Range, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { applyEdits, type Span, type TextEdit } from '../core';

/** Edits of a document, and what they were made for. */
export interface Planned {
	readonly document: TextDocument;
	/** Of the document, and its text, before. */
	readonly version: number;
	readonly before: string;
	readonly edits: readonly TextEdit[];
}

/** Whether a document has its edits, and nothing else has changed. */
export function isAsAsked({ document, before, edits }: Planned): boolean {
	return document.getText() === applyEdits(before, edits);
}

/** Applies edits with one undo; not where one of the documents has changed, nor, mostly, where one cannot be changed. */
export async function apply(changes: readonly Pick<Planned, 'document' | 'edits'>[]): Promise<boolean> {
	const edit = new WorkspaceEdit();
	for (const { document, edits } of changes) {
		for (const { start, end, newText } of edits) {
			edit.replace(document.uri, rangeOf(document, { start, end }), newText);
		}
	}
	return await applied(edit);
}

/** @returns Whether VS Code says that it has applied an edit. */
export async function applied(edit: WorkspaceEdit): Promise<boolean> {
	try {
		return await workspace.applyEdit(edit);
	} catch {
		return false;
	}
}

export function rangeOf(document: TextDocument, { start, end }: Span): Range {
	return new Range(document.positionAt(start), document.positionAt(end));
}

/** What takes edits back that were applied. */
export function inverse({ document, before, edits }: Planned): Pick<Planned, 'document' | 'edits'> {
	let shift = 0;
	const back = edits.map(({ start, end, newText }) => {
		const from = start + shift;
		shift += newText.length - (end - start);
		return { start: from, end: from + newText.length, newText: before.slice(start, end) };
	});
	return { document, edits: back };
}
