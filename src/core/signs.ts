import type { TaskState } from './model';

/** What the words of a list item say of its state, where that is clear. */
export interface Sign {
	readonly state: Exclude<TaskState, 'dropped'>;
	/** A sign at the start or the end of the words, or their being struck through. */
	readonly kind: 'sign' | 'strike';
	/** Where the words start and end without what a box says in its place. */
	readonly start: number;
	readonly end: number;
}

/** Emoji and dingbats, also by GitHub's short codes, which nobody means anything else by. */
const pictures = {
	done: String.raw`(?:[✅✔✓☑]\uFE0F?|:(?:(?:white|heavy)_check_mark|ballot_box_with_check):)`,
	open: String.raw`(?:[🔲☐⬜]\uFE0F?|:(?:black_square_button|white_large_square):)`,
	active: String.raw`(?:[🚧⏳🔄]\uFE0F?|:(?:construction|hourglass_flowing_sand|arrows_counterclockwise):)`,
} as const;

/** What is almost a box, in front of words: in other brackets, with other space in and behind it. Links are none. */
const boxes = {
	done: String.raw`\[[^\S\r\n]?[xX✓✔✅☑]\uFE0F?[^\S\r\n]?\](?![[(:])|\([^\S\r\n]?[xX✓✔]\uFE0F?[^\S\r\n]?\)(?=\s)`,
	open: String.raw`\[[^\S\r\n]{0,3}\](?![[(:])|\([^\S\r\n]{1,3}\)(?=\s)`,
} as const;

const said = (words: string): string => String.raw`([*_]{0,2})(?:\((?:${words})\)|\[(?:${words})\](?![[(:]))\1`;
const saidDone = said('done|completed?');
const saidActive = said('wip|in progress');

const signs = (
	[
		['done', `${saidDone}|${boxes.done}|${pictures.done}`, `${saidDone}|${pictures.done}`],
		['open', `${boxes.open}|${pictures.open}`, pictures.open],
		['active', `${saidActive}|${pictures.active}`, `${saidActive}|${pictures.active}`],
	] as const
).map(([state, first, last]) => ({
	state,
	first: new RegExp(`^(?:${first})`, 'iu'),
	last: new RegExp(`(?:${last})$`, 'iu'),
}));

/** With these among the words, as in a list of what is there and what is not, a sign says nothing of the whole. */
const others = new RegExp(`${Object.values(pictures).join('|')}|[❌✖✗✘❎☒🟢🟡🟠🔴]|:x:`, 'iu');

/**
 * Reads the first paragraph of a list item, as it is written, without white space around. Where the words stand between
 * other signs, it says nothing. There may be no words beside the sign.
 */
export function readSign(words: string): Sign | undefined {
	const sign = signAround(words);
	if (sign && sign.state !== 'done') {
		return sign;
	}
	const { start, end } = sign ?? { start: 0, end: words.length };
	const strike = isStruck(words.slice(start, end)) ? 2 : 0;
	return strike === 0
		? sign
		: { state: 'done', kind: sign?.kind ?? 'strike', start: start + strike, end: end - strike };
}

function signAround(words: string): Sign | undefined {
	for (const { state, first, last } of signs) {
		const before = first.exec(words)?.[0].length;
		const behind = before === undefined ? last.exec(words)?.index : undefined;
		if (before === undefined && behind === undefined) continue;
		const start = before === undefined ? 0 : skipWhite(words, before);
		const end = behind === undefined ? words.length : trimWhite(words, behind);
		const left = words.slice(start, end);
		const isOnLine = behind === undefined ? startsLine(left) : endsLine(left);
		if (left !== '' && (!isOnLine || others.test(left))) return undefined;
		// No mark on GitHub says that somebody is at it: there, the sign goes on saying it.
		const isKept = state === 'active' && left !== '';
		return { state, kind: 'sign', ...(isKept ? { start: 0, end: words.length } : { start, end }) };
	}
	return undefined;
}

/** Whether something is left on the line that a sign was taken from the start of. */
function startsLine(left: string): boolean {
	return /^[^\r\n]/.test(left);
}

/**
 * Whether something is left on the line that a sign was taken from the end of. A later line needs a letter: of others,
 * without the sign, Markdown may make something else than words, as of `---`.
 */
function endsLine(left: string): boolean {
	const start = Math.max(left.lastIndexOf('\n'), left.lastIndexOf('\r')) + 1;
	return start === 0 || /\p{L}/u.test(left.slice(start));
}

function isStruck(words: string): boolean {
	const inner = words.slice(2, -2);
	const isWhole = words.length > 4 && words.startsWith('~~') && words.endsWith('~~') && !inner.includes('~~');
	return isWhole && /^[^\s~](?:[^]*[^\s~\\])?$/.test(inner);
}

function skipWhite(text: string, start: number): number {
	let index = start;
	while (isWhite(text.charAt(index))) index++;
	return index;
}

function trimWhite(text: string, end: number): number {
	let index = end;
	while (isWhite(text.charAt(index - 1))) index--;
	return index;
}

/** White space on a line, of whatever width. */
function isWhite(character: string): boolean {
	return /[^\S\r\n]/.test(character);
}
