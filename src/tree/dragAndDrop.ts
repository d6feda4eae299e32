import { DataTransferItem, type CancellationToken, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import { views } from '../contributions';
import type { TreeEditing } from './editing';
import { Element } from './model';

/** What VS Code calls what is dragged out of a view. */
const rowsType = `application/vnd.code.tree.${views.tree.toLowerCase()}`;
const textType = 'text/plain';

/** Rows dragged onto rows move in the text; text from elsewhere becomes tasks; rows dragged elsewhere are their Markdown. */
export class DragAndDrop implements TreeDragAndDropController<Element> {
	readonly dragMimeTypes = [textType];
	readonly dropMimeTypes = [rowsType, textType];

	/** @param editing Is there once the view is, which a drag starts in. */
	constructor(private readonly editing: () => TreeEditing) {}

	handleDrag(rows: readonly Element[], data: DataTransfer): void {
		data.set(rowsType, new DataTransferItem(rows));
		data.set(textType, new DataTransferItem(this.editing().markdownOf(rows)));
	}

	async handleDrop(target: Element | undefined, data: DataTransfer, token: CancellationToken): Promise<void> {
		const rows: unknown = data.get(rowsType)?.value;
		if (Array.isArray(rows)) {
			await this.editing().move(
				rows.filter(row => row instanceof Element),
				target,
			);
			return;
		}
		const text = await data.get(textType)?.asString();
		if (text !== undefined && !token.isCancellationRequested) {
			await this.editing().insert(target, text);
		}
	}
}
