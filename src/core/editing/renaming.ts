import { applyEdits } from '../edit';
import type { Node, TextEdit } from '../model';
import { at } from '../numbers';
import { bulletOf } from './bullet';
import { type Change, type EditOptions, oneLine, type Refusal, withEntries } from './change';
import { createDrafter, type Draft, type Entry, textLinesOf } from './draft';
import { isAsWanted, saying, staying } from './wanted';

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
		const wanted = draft.entries.map(each => (each === entry ? saying(each, newText) : staying(draft, each)));
		return isAsWanted(after, wanted, draft, edits) ? { edits, starts: [entry.start] } : 'unsafe';
	});
}

function wordsEdit(draft: Draft, entry: Entry, newText: string): TextEdit[] {
	const lines = textLinesOf(entry);
	const from = at(lines, 0);
	const source = draft.text.slice(from, at(lines, lines.length - 1));
	// What is white space elsewhere, such as U+3000, may be all that Markdown takes for text.
	const words = source.trim() || source;
	if (words !== '') {
		const start = from + source.indexOf(words);
		return [{ start, end: start + words.length, newText }];
	}
	// Empty text starts nowhere: it goes right behind the marks or the bullet.
	const start = entry.start + (entry.kind === 'section' ? entry.rank : bulletOf(draft, entry).marker.length);
	return [{ start, end: start, newText: ` ${newText}` }];
}
