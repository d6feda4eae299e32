import { applyEdits } from './edit';
import type { Fault, Fix } from './fault';
import { lazily } from './lazily';
import { atxContent } from './leaves';
import { lineStart } from './lineEnds';
import type { Roadmap, Section, Span } from './model';
import { createParser } from './parser';
import { progressOf } from './progress';
import { toggle } from './toggle';
import { sectionsIn } from './walk';

const emoji = '(?:[✅✓✔☑]\\ufe0f?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):)';
const word = '(?:done|completed?)';
const said = `(?:(?:${emoji}\\s*)?${word}(?:\\s*${emoji})?|${emoji})`;
const bracketed = `[(（[【]\\s*${said}\\s*[)）\\]】]`;
const divider = '(?:\\s*[:：|·–—]|\\s-+(?=\\s))\\s*';

/**
 * What at a heading's end says that it is done, with what sets it off. A word has to be set off: by brackets, a colon or a
 * dash, an emoji, emphasis, the number before it (`Phase 1 done`), or nothing else being there. `Getting things done` and
 * `Feature complete` are headings like others, as are `2 of 5 done` and `Auto-complete`.
 */
const ending = new RegExp(
	[
		`^${said}`,
		`\\s*${bracketed}`,
		`${divider}${said}`,
		`\\s*${emoji}(?:\\s*${word})?`,
		`(?:${divider}|\\s|^)(\\*{1,2}|_{1,2})${said}\\1`,
		`(?<=\\p{L}[-.\\s#]{0,2}\\d[\\d.]*)(?<!\\b(?:of|from|to)\\s+\\d+)\\s+${word}`,
	]
		.map(pattern => `${pattern}$`)
		.join('|'),
	'iu',
);

/** What a title with such a mark ends with, set off or not. */
const shownEnding = new RegExp(`(?:${word}|${emoji})\\s*[)）\\]】]?$`, 'iu');

/** The mark in that, with the brackets or the emphasis around. */
const core = new RegExp(`(?:${bracketed}|(\\*{1,2}|_{1,2})${said}\\1|${said})$`, 'iu');

/** What sets a mark off from the words before it. */
const setOff = /^[\s:：|·–—-]*$/;

/** Characters looked at from the end of a heading. */
const reach = 80;

/** The sections of a roadmap whose headings say that they are done though a task in them is not; at most `most`. */
export function headingFaults(text: string, roadmap: Roadmap, most: number): Fault[] {
	const faults: Fault[] = [];
	for (const section of sectionsIn(roadmap)) {
		if (faults.length === most) break;
		const { done, total } = progressOf(section);
		const mark = done < total ? markOf(text, section) : undefined;
		if (mark) {
			const fixes = [tickAll(text, roadmap, section), ...removal(text, section, mark)];
			faults.push({ kind: 'doneHeading', span: mark.span, toDo: total - done, fixes });
		}
	}
	return faults;
}

interface Mark {
	readonly words: string;
	readonly span: Span;
	/** Where what sets it off starts. */
	readonly start: number;
}

/** The mark at a heading's end, where it stands there as it is shown: not as code, HTML or a link. */
function markOf(text: string, { heading, title }: Section): Mark | undefined {
	if (!shownEnding.test(title.slice(-reach))) return undefined;
	const { start, end } = contentOf(text, heading);
	const found = ending.exec(text.slice(Math.max(start, end - reach), end))?.[0] ?? '';
	const [source = '', emphasis = ''] = core.exec(found) ?? [];
	const words = source.slice(emphasis.length, source.length - emphasis.length);
	const isShown = words !== '' && title.endsWith(words);
	return isShown ? { words, span: { start: end - source.length, end }, start: end - found.length } : undefined;
}

/** Where a heading's content is: without hashes, underline and white space around. */
function contentOf(text: string, { start, end }: Span): Span {
	const last = lineStart(text, end);
	const [from, to] = last > start ? [start, last] : atxContent(text, start, end);
	return { start: from, end: from + text.slice(from, to).trimEnd().length };
}

function tickAll(text: string, roadmap: Roadmap, section: Section): Fix {
	const fix: Fix = { kind: 'tickInside', words: '', edits: [] };
	return lazily(fix, 'edits', () => toggle(text, roadmap, [section], { state: 'done' }));
}

/** What takes the mark off, where that leaves the heading the rest of its title: the parser has the last word. */
function removal(text: string, { heading, level }: Section, { words, span, start }: Mark): Fix[] {
	const edit = { start, end: span.end, newText: '' };
	const before = titleOf(text.slice(heading.start, heading.end), level);
	const moved = { ...edit, start: start - heading.start, end: span.end - heading.start };
	const after = titleOf(applyEdits(text.slice(heading.start, heading.end), [moved]), level);
	const isLess = before !== undefined && after !== undefined && before.startsWith(after) && before.endsWith(words);
	const left = isLess && after !== '' ? before.slice(after.length, before.length - words.length) : undefined;
	return left !== undefined && setOff.test(left) ? [{ kind: 'removeMark', words, edits: [edit] }] : [];
}

/** The title of a text that is a heading of this level and nothing else. */
function titleOf(source: string, level: number): string | undefined {
	// Behind an empty line, what starts like front matter is none.
	const { children } = createParser().parse(`\n${source}`);
	const [only, ...others] = children;
	const isHeading = only?.kind === 'section' && only.level === level && others.length + only.children.length === 0;
	return isHeading ? only.title : undefined;
}
