import type { Memento } from 'vscode';
import { remember } from './remember';

const storageKey = 'tree.hidesCompleted';

/** Whether what is completed is hidden, kept for the workspace. */
export class Completed {
	constructor(private readonly memento: Memento) {}

	get isHidden(): boolean {
		return this.memento.get<unknown>(storageKey) === true;
	}

	hide(isHidden: boolean): void {
		remember(this.memento, storageKey, isHidden);
	}
}
