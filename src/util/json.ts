import { breathe } from './breathe';

/** The JSON of a value in UTF-8. Others have their turn between its parts: what is kept of thousands of tasks is long. */
export async function encodeJson(value: object): Promise<Uint8Array> {
	const encoder = new TextEncoder();
	const parts: Uint8Array[] = [];
	for (const part of jsonParts(value)) {
		parts.push(encoder.encode(part));
		await breathe();
	}
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let offset = 0;
	for (const part of parts) {
		bytes.set(part, offset);
		offset += part.length;
	}
	return bytes;
}

/** What an object has under a key is a part, or several where it is an object. */
function* jsonParts(value: object): Generator<string> {
	let separator = '{';
	for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
		if (inner !== undefined) {
			yield `${separator}${JSON.stringify(key)}:`;
			yield* isDictionary(inner) ? jsonParts(inner) : [JSON.stringify(inner)];
			separator = ',';
		}
	}
	yield separator === '{' ? '{}' : '}';
}

function isDictionary(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
