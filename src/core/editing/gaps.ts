import { bodyStart } from '../frontMatter';
import type { Draft, Entry } from './draft';
import { blanksBefore, type Lines, startOfLine } from './lines';

/** What stands between a section and the next heading, or the text's end: blank lines, and among them often a rule. */
export interface Gap extends Lines {
	readonly hasRule: boolean;
}

/** The gap above the line that starts at `offset`. A rule, as many put one between sections, has blank lines around it. */
export function gapBefore(text: string, offset: number): Gap {
	const below = blanksBefore(text, offset, false);
	const line = startOfLine(text, Math.max(0, below.start - 1));
	if (!isRule(text.slice(line, below.start))) return { ...below, hasRule: false };
	const above = blanksBefore(text, line, false);
	// What ends front matter looks like one.
	if (above.count === 0 || above.start < bodyStart(text)) return { ...below, hasRule: false };
	return { start: above.start, end: offset, count: above.count + 1 + below.count, hasRule: true };
}

/** Whether a line without indent is a rule (CommonMark 4.1), or the underline of a heading. */
export function isRule(line: string): boolean {
	return /^([-*_])(?:[ \t]*\1){2,}\s*$/.test(line);
}

/** Where the lines of an entry end; the gap behind a section is not its own. */
export function endOfLines(draft: Draft, entry: Entry): number {
	const end = draft.endOf(entry);
	return entry.kind === 'item' ? end : gapBefore(draft.text, end).start;
}
