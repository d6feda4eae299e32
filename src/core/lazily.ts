/** Lets `read` give the value of a property, once. It stays one that can be listed, compared and serialised. */
export function lazily<Value extends object>(node: Value, key: keyof Value, read: () => unknown): Value {
	let value: unknown;
	return Object.defineProperty(node, key, { enumerable: true, get: () => (value ??= read()) });
}
