import type { TextEdit } from '../model';
import { bulletOf, quotesOf } from './bullet';
import type { Draft, Entry } from './draft';
import { endOfLines, type Gap, gapBefore } from './gaps';
import { blanksBefore, blanksFrom, type Lines } from './lines';

/**
 * The edits that take entries out, whole lines of them, with one of the gaps around. The larger one stays, but not a rule that
 * stood behind only; what comes right behind keeps the gap there.
 *
 * @param leaving In document order, none inside another.
 * @param arrivals Where lines are put in at the same time.
 */
export function removals(draft: Draft, leaving: readonly Entry[], arrivals: readonly number[]): TextEdit[] {
	const { text } = draft;
	const comesBetween = (from: number, to: number): boolean => arrivals.some(offset => offset >= from && offset < to);
	return runsOf(draft, leaving, comesBetween).map(([first, last]) => {
		const start = draft.lineOf(first);
		const end = endOfLines(draft, last);
		const before = gapAbove(draft, first);
		const behind = gapBelow(draft, last, end);
		const isFirst = before.start <= draft.start;
		const comesBehind = comesBetween(end, behind.end);
		if (isFirst && !comesBehind) return { start, end: behind.end, newText: '' };
		const isBetterBehind = before.hasRule === behind.hasRule && behind.count >= before.count;
		return comesBehind || isBetterBehind || behind.end === text.length
			? { start: isFirst ? start : before.start, end, newText: '' }
			: { start, end: behind.end, newText: '' };
	});
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
