import { lineBehind } from '../lineEnds';
import type { TaskState, TextEdit } from '../model';
import { contentLines } from './block';
import { bulletOf, contentColumn } from './bullet';
import { type Draft, type Entry, ROOT } from './draft';
import { isRule } from './gaps';
import { isBlank, linesOf } from './lines';

/** What an edit is to lead to: all entries in document order. Whatever else came of it would be a task changed unasked. */
export interface Wanted {
	readonly kind: Entry['kind'];
	readonly rank: number;
	readonly state: TaskState | undefined;
	/** What it says: as an entry of a draft does, or as was typed. */
	readonly says: Entry | string;
	readonly draft?: Draft;
}

/** An entry that is to stay as it is; with another rank where it moves. */
export function staying(draft: Draft, says: Entry, rank = says.rank): Wanted {
	return { kind: says.kind, rank, state: says.state, says, draft };
}

/** An entry that is to have other words. */
export function saying({ kind, rank, state }: Entry, words: string): Wanted {
	return { kind, rank, state, says: words };
}

/**
 * Whether a draft has these entries and no others, each with its own text, and before them the text that `root` has.
 *
 * @param edits What was done to `root` to get there, in document order.
 */
export function isAsWanted(
	draft: Draft,
	wanted: readonly Wanted[],
	root: Draft,
	edits: readonly TextEdit[] = [],
): boolean {
	if (draft.entries.length !== wanted.length) return false;
	const isUntouched = untouchedBy(edits, root, draft);
	return (
		draft.entries.every((entry, index) => {
			const each = wanted[index] as Wanted;
			return isSameKind(entry, each) && (isUntouched(entry, each) || saysTheSame(draft, entry, each));
		}) && isSame(ownLines(draft, undefined), ownLines(root, undefined))
	);
}

function isSameKind(entry: Entry, { kind, rank, state }: Wanted): boolean {
	return entry.kind === kind && entry.rank === rank && entry.state === state;
}

/** Tells quickly of items whose lines all stand before the edits, or behind, that they say what they said. */
function untouchedBy(edits: readonly TextEdit[], root: Draft, draft: Draft): (entry: Entry, wanted: Wanted) => boolean {
	const from = edits[0]?.start ?? Infinity;
	const last = edits.at(-1);
	const to = last ? lineBehind(root.text, last.end) : Infinity;
	const moved = draft.text.length - root.text.length;
	return ({ start, end }, { kind, says, draft: other }) => {
		if (kind === 'section' || typeof says === 'string' || other !== root) return false;
		if (says.end < from) return start === says.start && end === says.end;
		return says.start >= to && start === says.start + moved && end === says.end + moved;
	};
}

function saysTheSame(draft: Draft, entry: Entry, { says, draft: other = draft }: Wanted): boolean {
	if (typeof says === 'string') return draft.wordsOf(entry) === says;
	// Words are compared in any case: in a footnote, the same characters may make others.
	return (
		draft.wordsOf(entry) === other.wordsOf(says) &&
		(hasSameSource(draft, entry, other, says) || isSame(ownLines(draft, entry), ownLines(other, says)))
	);
}

/** Whether two entries stand there with the same characters: quicker to tell than whether they say the same. */
function hasSameSource(one: Draft, entry: Entry, other: Draft, was: Entry): boolean {
	return (
		one.text.slice(entry.start, ownEnd(one, entry)) === other.text.slice(was.start, ownEnd(other, was)) &&
		(entry.kind === 'section' || contentColumn(bulletOf(one, entry)) === contentColumn(bulletOf(other, was)))
	);
}

/** Where an item ends, or what a heading has before the next one. */
function ownEnd(draft: Draft, entry: Entry | undefined): number {
	if (entry?.kind === 'item') return entry.end;
	let index = entry ? entry.index + 1 : 0;
	while (draft.at(index)?.kind === 'item') index = draft.behind(index);
	const next = draft.at(index);
	return next ? draft.lineOf(next) : draft.text.length;
}

/** What an entry says itself, or the text before the first heading: its lines without what is inside and without blank ones. */
function ownLines(draft: Draft, entry: Entry | undefined): string[] {
	const { text } = draft;
	const parts: string[] = [];
	let start = entry?.kind === 'item' ? entry.start : (entry?.end ?? 0);
	for (const item of draft.itemsIn(entry?.index ?? ROOT)) {
		parts.push(text.slice(start, item.start));
		start = item.end;
	}
	parts.push(text.slice(start, ownEnd(draft, entry)));
	const lines = parts.flatMap(linesOf);
	const own = (entry?.kind === 'item' ? contentOf(draft, entry, lines) : lines).filter(line => !isBlank(line, true));
	// A rule at the end of a section belongs to the gap behind.
	return entry?.kind !== 'item' && isRule(own.at(-1) ?? '') ? own.slice(0, -1) : own;
}

function contentOf(draft: Draft, entry: Entry, [first = '', ...rest]: readonly string[]): string[] {
	const bullet = bulletOf(draft, entry);
	const content = contentLines(rest, bullet).map(({ indent, words }) => ' '.repeat(indent) + words);
	return [first.slice(bullet.marker.length).trimStart(), ...content];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((line, index) => line === other[index]);
}
