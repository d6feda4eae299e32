import { window, type QuickPickItem } from 'vscode';

/** Takes the entry with this label, or none, of what is offered while `work` is done; gives all that was offered. */
export async function pickedDuring(label: string | undefined, work: () => Promise<unknown>): Promise<QuickPickItem[]> {
	const offered: QuickPickItem[] = [];
	const { showQuickPick } = window;
	const pick = (items: readonly QuickPickItem[]): Promise<QuickPickItem | undefined> => {
		offered.push(...items);
		return Promise.resolve(items.find(item => item.label === label));
	};
	Object.assign(window, { showQuickPick: pick });
	try {
		await work();
	} finally {
		Object.assign(window, { showQuickPick });
	}
	return offered;
}
