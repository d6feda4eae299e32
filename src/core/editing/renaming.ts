import { applyEdits } from '../edit';
import type { Node, TextEdit } from '../model';
import { type Change, type EditOptions, oneLine, type Refusal, withEntries } from './change';
import { createDrafter, type Draft, type Entry } from './draft';
import { isAsWanted, staying } from './wanted';

/** The Markdown of a node's own text, on one line: what `rename` changes. `undefined` where the node is none of the text's. */
export function wordsOf(text: string, node: Node, { states = 'gfm' }: EditOptions = {}): string | undefined {
	const draft = createDrafter(states)(text);
	const entry = draft.entryOf(node);
	return entry && draft.wordsOf(entry);
}

/** Gives a node other words: one line of Markdown, in place of the source of its text. Its notes and what is inside stay. */
export function rename(text: string, node: Node, words: string, options: EditOptions = {}): Change | Refusal {
	const newText = oneLine(words);
	if (newText === '') return { refused: 'noWords' };
	return withEntries(text, [node], options, ({ draft, drafter }, [entry]) => {
		if (!entry || draft.wordsOf(entry) === newText) return { edits: [], starts: [] };
		const edits = wordsEdit(draft, entry, newText);
		const after = drafter(applyEdits(draft.text, edits));
		const wanted = draft.entries.map(each =>
			each === entry ? { ...staying(draft, each), says: newText } : staying(draft, each),
		);
		return isAsWanted(after, wanted, draft) ? { edits, starts: [entry.start] } : 'unsafe';
	});
}

function wordsEdit(draft: Draft, { words: lines, kind, start, rank }: Entry, newText: string): TextEdit[] {
	const { text } = draft;
	const from = lines[0] ?? start;
	const to = lines.at(-1) ?? from;
	const source = text.slice(from, to);
	const words = source.trim();
	// The text of an empty heading starts nowhere: it goes right behind the marks.
	const isEmpty = words === '' && kind === 'section' && text.charAt(start) === '#';
	const first = isEmpty ? start + rank : from + source.indexOf(words);
	return [{ start: first, end: first + words.length, newText: isEmpty ? ` ${newText}` : newText }];
}
