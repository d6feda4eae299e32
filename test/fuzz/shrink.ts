/** Makes texts as few and as short as they can be made, piece by piece, while `fails` holds for them. */
export function shrink(texts: readonly string[], fails: (texts: readonly string[]) => boolean): readonly string[] {
	let smallest = texts;
	for (let before = Infinity; sizeOf(smallest) < before;) {
		before = sizeOf(smallest);
		smallest = without(smallest, fails);
		for (let index = 0; index < smallest.length; index++) {
			const others = smallest;
			const replaced = (units: readonly string[]) => others.map((text, at) => (at === index ? units.join('') : text));
			const units = without((others[index] ?? '').split(''), fewer => fails(replaced(fewer)));
			smallest = replaced(units);
		}
	}
	return smallest;
}

function sizeOf(texts: readonly string[]): number {
	return texts.length + texts.join('').length;
}

/** Takes out halves, quarters and so on down to single pieces, from the end, where the rest still fails. */
function without<Piece>(pieces: readonly Piece[], fails: (pieces: readonly Piece[]) => boolean): readonly Piece[] {
	let rest = pieces;
	for (let size = rest.length >> 1 || rest.length; size > 0; size >>= 1) {
		for (let start = rest.length - size; start >= 0; start -= size) {
			const fewer = [...rest.slice(0, start), ...rest.slice(start + size)];
			if (fails(fewer)) rest = fewer;
		}
	}
	return rest;
}
