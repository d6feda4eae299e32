import type { Span } from '../../../src/core';

/** The text without its marks, and what they stand for: `‸` is a cursor, `«` and `»` stand around a selection. */
export function unmarked(marked: string): { text: string; selections: Span[] } {
	const places = [...marked.matchAll(/[‸«»]/g)].map(({ 0: mark, index }, before) => ({ mark, offset: index - before }));
	const selections = places.flatMap(({ mark, offset: start }, index) =>
		mark === '»' ? [] : [{ start, end: mark === '‸' ? start : (places[index + 1]?.offset ?? start) }],
	);
	return { text: marked.replaceAll(/[‸«»]/g, ''), selections };
}
