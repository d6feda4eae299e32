import type { Node } from '../model';
import { type Change, type EditOptions, type Refusal, withEntries } from './change';
import type { Draft, Entry } from './draft';
import { type Going, moveTo } from './moving';
import { listOf } from './numbering';
import { holdsTask } from './itemSlots';

/** Moves what is finished to the end of its list: of each list that one of the nodes belongs to. */
export function sortFinished(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return withEntries(text, nodes, options, (workpiece, entries) => {
		const { draft } = workpiece;
		const goings: Going[] = [];
		const seen = new Set<Entry>();
		for (const entry of entries) {
			if (entry.kind === 'section' || seen.has(entry)) continue;
			const list = listOf(draft, entry);
			for (const item of list) seen.add(item);
			const last = list.findLastIndex(item => !isFinished(draft, item));
			const finished = list.slice(0, last + 1).filter(item => isFinished(draft, item));
			if (finished.length > 0) {
				goings.push({ target: { parent: entry.parent, behind: list[last] }, entries: finished });
			}
		}
		return moveTo(workpiece, goings);
	});
}

/** Whether nothing is to do in an item that holds tasks, itself included. */
function isFinished(draft: Draft, item: Entry): boolean {
	if (!holdsTask(draft, item)) return false;
	for (let index = item.index; index < item.behind; index++) {
		const state = draft.at(index)?.state;
		if (state === 'open' || state === 'active') return false;
	}
	return true;
}
