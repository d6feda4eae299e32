/** A short name for a text, the same at all times; two texts may share one, though hardly ever. Not for secrets. */
export function hash(text: string): string {
	// Two rounds of FNV-1a with different seeds, 64 bits together.
	let first = 0x811c9dc5;
	let second = 0x01000193;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		first = Math.imul(first ^ unit, 0x01000193);
		second = Math.imul(second ^ unit, 0x85ebca6b);
	}
	return `${(first >>> 0).toString(36)}${(second >>> 0).toString(36)}`;
}
