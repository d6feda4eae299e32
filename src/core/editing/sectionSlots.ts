import type { Draft, Entry } from './draft';
import { gapBefore } from './gaps';
import { isUnderlined } from './headings';
import { blanksBefore, linesOf } from './lines';
import type { SectionSlot, Target } from './slots';

/** Where sections go: on the level of those beside them, or one below what they go into. */
export function sectionSlot(draft: Draft, target: Target, leaving: ReadonlySet<number>): SectionSlot {
	const { text } = draft;
	const { parent, before, behind } = target;
	const siblings = draft.sectionsIn(parent);
	const staying = siblings.filter(({ index }) => !leaving.has(index));
	const next = before
		? staying.find(({ index }) => index >= before.index)
		: behind && staying.find(({ index }) => index > behind.index);
	const gap = gapAmong(draft, siblings, next);
	const outer = draft.at(parent);
	const example = next ?? siblings.at(-1) ?? outer;
	const common = { between: gap, isUnderlined: example !== undefined && isUnderlined(draft, example) };
	if (next) {
		const rank = behind && !leaving.has(behind.index) ? behind.rank : next.rank;
		return { ...common, offset: draft.lineOf(next), before: [], behind: gap, rank, isBefore: true };
	}
	const end = outer ? draft.endOf(outer) : text.length;
	const { start, count } = gapBefore(text, end);
	return {
		...common,
		offset: start,
		before: start <= draft.start ? [] : gap,
		behind: end < text.length && count === 0 ? gap : [],
		isBefore: false,
		rank: behind?.rank ?? staying[0]?.rank ?? (outer ? outer.rank + 1 : 2),
	};
}

/** The lines between sections that stand side by side, at best those before `next`; else as many blank ones as elsewhere. */
function gapAmong(draft: Draft, siblings: readonly Entry[], next: Entry | undefined): readonly string[] {
	const { text } = draft;
	const [, ...others] = siblings;
	const example = next ? (others.find(({ index }) => index >= next.index) ?? others.at(-1)) : others.at(-1);
	if (example) {
		const { start, end } = gapBefore(text, draft.lineOf(example));
		return linesOf(text.slice(start, end)).map(line => line.trimEnd());
	}
	const isBelow = (entry: Entry): boolean =>
		entry.kind === 'section' && blanksBefore(text, draft.lineOf(entry), false).start > draft.start;
	const heading = (next && isBelow(next) ? next : undefined) ?? draft.entries.find(isBelow);
	const { count } = heading ? blanksBefore(text, draft.lineOf(heading), false) : { count: 1 };
	return Array<string>(count).fill('');
}
