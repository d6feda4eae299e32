import { DataTransferItem, type CancellationToken, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import { views } from '../contributions';
import type { TreeEditing } from './editing';
import type { Element } from './model';

/** What VS Code calls what is dragged out of a view. */
const rowsType = `application/vnd.code.tree.${views.tree.toLowerCase()}`;
const textType = 'text/plain';

/** Rows on their way. VS Code makes JSON of what is dragged, which rows, knowing their parents and children, cannot be. */
class DraggedRows {
	constructor(readonly rows: readonly Element[]) {}

	toJSON(): null {
		return null;
	}
}

/** Rows dragged onto rows move in the text; text from elsewhere becomes tasks; rows dragged elsewhere are their Markdown. */
export class DragAndDrop implements TreeDragAndDropController<Element> {
	readonly dragMimeTypes = [textType];
	readonly dropMimeTypes = [rowsType, textType];

	/** @param editing Is there once the view is, which a drag starts in. */
	constructor(private readonly editing: () => TreeEditing) {}

	handleDrag(rows: readonly Element[], data: DataTransfer): void {
		data.set(rowsType, new DataTransferItem(new DraggedRows(rows)));
		data.set(textType, new DataTransferItem(this.editing().markdownOf(rows)));
	}

	async handleDrop(target: Element | undefined, data: DataTransfer, token: CancellationToken): Promise<void> {
		const dragged: unknown = data.get(rowsType)?.value;
		if (dragged instanceof DraggedRows) {
			await this.editing().move(dragged.rows, target);
			return;
		}
		const text = await data.get(textType)?.asString();
		if (text !== undefined && !token.isCancellationRequested) {
			await this.editing().insert(target, text);
		}
	}
}
