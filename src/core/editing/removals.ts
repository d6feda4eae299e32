import type { TextEdit } from '../model';
import { firstWhere } from '../numbers';
import { bulletOf, quotesOf } from './bullet';
import type { Draft, Entry } from './draft';
import { endOfLines, type Gap, gapBefore } from './gaps';
import { isOneList } from './itemSlots';
import { blanksBefore, blanksFrom, type Lines } from './lines';
import type { Slot } from './slots';

/**
 * The edits that take entries out, whole lines of them, with one of the gaps around. What comes next in the same list takes
 * their place, and what they were the end of ends before; else the larger gap stays, but no rule comes before first sections.
 *
 * @param leaving In document order, none inside another.
 * @param arrivals Where lines are put in at the same time, in order: what comes right behind keeps the gap there.
 * @param keepsLarger Whether the larger gap stays also in lists.
 */
export function removals(
	draft: Draft,
	leaving: readonly Entry[],
	arrivals: readonly Slot[],
	keepsLarger: boolean,
): TextEdit[] {
	const nextFrom = (offset: number): Slot | undefined =>
		arrivals[firstWhere(arrivals.length, index => (arrivals[index] as Slot).offset >= offset)];
	const comesBetween = (from: number, to: number): boolean => (nextFrom(from)?.offset ?? to) < to;
	return runsOf(draft, leaving, comesBetween).map(([first, last]) => {
		const start = draft.lineOf(first);
		const end = endOfLines(draft, last);
		// Something comes in its place, and has both gaps around.
		if (comesBetween(start, start + 1)) return { start, end, newText: '' };
		const before = gapAbove(draft, first);
		const behind = gapBelow(draft, last, end);
		const isFirst = before.start <= draft.start;
		const comesBehind = comesBetween(end, behind.end) || (comesBetween(end, end + 1) && !nextFrom(end)?.isBefore);
		if (isFirst && !comesBehind) return { start, end: behind.end, newText: '' };
		const isLast = behind.end === draft.text.length;
		const isBehindLarger =
			behind.count >= before.count && !(behind.hasRule && !before.hasRule && isFirstSection(draft, first));
		const isBehindBetter = keepsLarger ? undefined : isGapBehindBetter(draft, last);
		return comesBehind || isLast || (isBehindBetter ?? isBehindLarger)
			? { start: isFirst ? start : before.start, end, newText: '' }
			: { start, end: behind.end, newText: '' };
	});
}

/** Not where another item of the list takes the place of an entry; but where what is around an entry ends with it. */
function isGapBehindBetter(draft: Draft, entry: Entry): boolean | undefined {
	const { behind, kind, parent, rank } = entry;
	const next = draft.at(behind);
	if (kind === 'section') return next && next.rank < rank ? true : undefined;
	if (next?.kind === 'item' && next.rank === rank && isOneList(draft, entry, next)) return false;
	return rank > 0 && behind === draft.behind(parent) ? true : undefined;
}

function isFirstSection(draft: Draft, section: Entry): boolean {
	return draft.sectionsIn(section.parent)[0] === section;
}

/** The first and the last of the entries that stand side by side, with nothing between and nothing to come there. */
function runsOf(
	draft: Draft,
	leaving: readonly Entry[],
	comesBetween: (from: number, to: number) => boolean,
): (readonly [Entry, Entry])[] {
	const runs: (readonly [Entry, Entry])[] = [];
	let end = -1;
	for (const entry of leaving) {
		const run = runs.at(-1);
		const goesOn = run && gapAbove(draft, entry).start <= end && !comesBetween(end, draft.lineOf(entry) + 1);
		if (goesOn) runs[runs.length - 1] = [run[0], entry];
		else runs.push([entry, entry]);
		end = endOfLines(draft, entry);
	}
	return runs;
}

function gapAbove(draft: Draft, entry: Entry): Gap {
	const line = draft.lineOf(entry);
	return entry.kind === 'section'
		? gapBefore(draft.text, line)
		: plainGap(blanksBefore(draft.text, line, isInQuote(draft, entry)));
}

function gapBelow(draft: Draft, entry: Entry, end: number): Gap {
	return entry.kind === 'section'
		? gapBefore(draft.text, draft.endOf(entry))
		: plainGap(blanksFrom(draft.text, end, isInQuote(draft, entry)));
}

function plainGap(blanks: Lines): Gap {
	return { ...blanks, hasRule: false };
}

function isInQuote(draft: Draft, entry: Entry): boolean {
	return quotesOf(bulletOf(draft, entry).prefix) !== '';
}
