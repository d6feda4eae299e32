import type { TextEdit } from '../model';

/** Edits in document order, those that touch made one, and no more changed than differs. */
export function patchOf(text: string, edits: readonly TextEdit[]): TextEdit[] {
	const merged: TextEdit[] = [];
	for (const edit of [...edits].sort(inOrder)) {
		const last = merged.at(-1);
		if (!last || edit.start > last.end) merged.push(edit);
		else
			merged[merged.length - 1] = {
				start: last.start,
				end: Math.max(last.end, edit.end),
				newText: last.newText + edit.newText,
			};
	}
	return merged.flatMap(edit => smallest(text, edit));
}

/** Those of the edits that are about lines which none of the removals, in document order, takes out. */
export function outside(removals: readonly TextEdit[], edits: readonly TextEdit[]): TextEdit[] {
	let index = 0;
	return [...edits].sort(inOrder).filter(({ start }) => {
		while (index < removals.length && (removals[index] as TextEdit).end <= start) index++;
		const next = removals[index];
		return next === undefined || start < next.start;
	});
}

function inOrder(one: TextEdit, other: TextEdit): number {
	return one.start - other.start || one.end - other.end;
}

/** An edit without what stays: line by line where there are as many lines as before, and within lines. */
function smallest(text: string, { start, end, newText }: TextEdit): TextEdit[] {
	const before = text.slice(start, end).split(/(?<=\n|\r(?!\n))/);
	const now = newText.split(/(?<=\n|\r(?!\n))/);
	if (before.length !== now.length) return [withoutSame({ start, end, newText }, before, now)];
	const edits: TextEdit[] = [];
	let offset = start;
	before.forEach((line, index) => {
		const other = now[index] as string;
		if (other !== line)
			edits.push(
				withoutSame({ start: offset, end: offset + line.length, newText: other }, Array.from(line), Array.from(other)),
			);
		offset += line.length;
	});
	return edits;
}

/** An edit that is made of parts, without those that are the same at its start and end. */
function withoutSame({ start, end, newText }: TextEdit, before: readonly string[], now: readonly string[]): TextEdit {
	const limit = Math.min(before.length, now.length);
	let first = 0;
	let from = 0;
	while (first < limit && before[first] === now[first]) from += (before[first++] as string).length;
	let last = 0;
	let to = 0;
	while (last < limit - first && before.at(-1 - last) === now.at(-1 - last))
		to += (before.at(-1 - last++) as string).length;
	return { start: start + from, end: end - to, newText: newText.slice(from, newText.length - to) };
}
