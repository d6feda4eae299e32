import type { Memento } from 'vscode';

const storageKey = 'tree.hidesCompleted';

/** Whether what is completed is hidden, kept for the workspace. */
export class Completed {
	constructor(private readonly memento: Memento) {}

	get isHidden(): boolean {
		return this.memento.get<unknown>(storageKey) === true;
	}

	hide(isHidden: boolean): void {
		void this.memento.update(storageKey, isHidden);
	}
}
