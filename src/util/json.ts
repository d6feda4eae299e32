/** UTF-8 takes at most so many bytes for one UTF-16 unit. */
const mostBytes = 3;

/** The bytes of a value's JSON, part by part: millions of characters take too long at a stretch. */
export function* jsonInSteps(value: unknown): Generator<void, Uint8Array> {
	const parts: string[] = [];
	for (const part of partsOf(value)) {
		parts.push(part);
		yield;
	}
	const bytes = new Uint8Array(mostBytes * parts.reduce((sum, { length }) => sum + length, 0));
	let length = 0;
	for (const part of parts) {
		length += new TextEncoder().encodeInto(part, bytes.subarray(length)).written;
		yield;
	}
	return bytes.subarray(0, length);
}

/** Each value that is no object with properties is one part. */
function* partsOf(value: unknown): Generator<string> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		yield JSON.stringify(value);
		return;
	}
	let before = '{';
	for (const [key, each] of Object.entries(value)) {
		if (each !== undefined) {
			yield `${before}${JSON.stringify(key)}:`;
			yield* partsOf(each);
			before = ',';
		}
	}
	yield before === '{' ? '{}' : '}';
}
