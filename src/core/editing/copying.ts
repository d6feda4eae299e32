import type { Node } from '../model';
import { blockOf, render } from './block';
import { bulletOf } from './bullet';
import { type EditOptions, topMost } from './change';
import { createDrafter, type Draft, type Entry } from './draft';
import { endOfLines } from './gaps';
import { linesOf } from './lines';

/** The Markdown of nodes with all that is in them, as it would stand in a file of its own, by line feeds; for the clipboard. */
export function markdownOf(text: string, nodes: readonly Node[], { states = 'gfm' }: EditOptions = {}): string {
	const draft = createDrafter(states)(text);
	const entries = topMost(draft, nodes) ?? [];
	return entries
		.map((entry, index) => {
			const isApart = index > 0 && (entry.kind === 'section' || entries[index - 1]?.kind === 'section');
			return [...(isApart ? [''] : []), ...markdownLines(draft, entry)].map(line => `${line}\n`).join('');
		})
		.join('');
}

function markdownLines(draft: Draft, entry: Entry): string[] {
	if (entry.kind === 'section') {
		return linesOf(draft.text.slice(draft.lineOf(entry), endOfLines(draft, entry)));
	}
	return render(blockOf(draft, entry), { ...bulletOf(draft, entry), prefix: '' });
}
