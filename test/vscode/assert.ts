/**
 * Stands in for `node:assert/strict` where there is no Node.js, for the part of it that tests use most. Failures carry
 * both values, so that mocha shows the difference.
 */
class AssertionError extends Error {
	override readonly name = 'AssertionError';
	readonly showDiff = true;

	constructor(
		message: string,
		readonly actual?: unknown,
		readonly expected?: unknown,
	) {
		super(message);
	}
}

type Message = string | Error | undefined;

function failWith(message: Message, otherwise: string, ...values: unknown[]): never {
	throw message instanceof Error ? message : new AssertionError(message ?? otherwise, ...values);
}

export function ok(value: unknown, message?: Message): asserts value {
	if (!value) {
		failWith(message, `Expected something true, not ${show(value)}.`);
	}
}

export function fail(message?: Message): never {
	failWith(message, 'Failed.');
}

export function equal<T>(actual: unknown, expected: T, message?: Message): asserts actual is T {
	if (!Object.is(actual, expected)) {
		failWith(message, `Expected ${show(expected)}, not ${show(actual)}.`, actual, expected);
	}
}

export function notEqual(actual: unknown, expected: unknown, message?: Message): void {
	if (Object.is(actual, expected)) {
		failWith(message, `Expected anything but ${show(expected)}.`);
	}
}

export function deepEqual<T>(actual: unknown, expected: T, message?: Message): asserts actual is T {
	if (!isDeepEqual(actual, expected)) {
		failWith(message, 'Expected values to be deeply equal.', actual, expected);
	}
}

export function notDeepEqual(actual: unknown, expected: unknown, message?: Message): void {
	if (isDeepEqual(actual, expected)) {
		failWith(message, `Expected anything but ${show(expected)}.`);
	}
}

export function match(text: string, pattern: RegExp, message?: Message): void {
	if (!pattern.test(text)) {
		failWith(message, `Expected ${show(text)} to match ${String(pattern)}.`);
	}
}

export function doesNotMatch(text: string, pattern: RegExp, message?: Message): void {
	if (pattern.test(text)) {
		failWith(message, `Expected ${show(text)} not to match ${String(pattern)}.`);
	}
}

export function throws(work: () => unknown, pattern?: RegExp): void {
	let thrown: unknown;
	try {
		work();
	} catch (error) {
		thrown = error;
	}
	checkError(thrown, pattern);
}

export async function rejects(work: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> {
	const promise = typeof work === 'function' ? work() : work;
	const thrown = await promise.then(
		() => undefined,
		(error: unknown) => error,
	);
	checkError(thrown, pattern);
}

function checkError(thrown: unknown, pattern: RegExp | undefined): void {
	ok(thrown !== undefined, 'Expected an error.');
	if (pattern) {
		match(thrown instanceof Error ? String(thrown) : show(thrown), pattern);
	}
}

/** Equal by value, as far as the values of tests go: primitives, arrays, maps, sets, and objects of the same kind. */
function isDeepEqual(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) {
		return true;
	}
	if (!isObject(one) || !isObject(other) || Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) {
		return false;
	}
	if ((one instanceof Map && other instanceof Map) || (one instanceof Set && other instanceof Set)) {
		return isDeepEqual([...one], [...other]);
	}
	if (one instanceof Date && other instanceof Date) {
		return one.getTime() === other.getTime();
	}
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every(name => Object.hasOwn(other, name) && isDeepEqual(one[name], other[name]))
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
	return value === undefined ? 'undefined' : JSON.stringify(value);
}

export {
	equal as strictEqual,
	notEqual as notStrictEqual,
	deepEqual as deepStrictEqual,
	notDeepEqual as notDeepStrictEqual,
};
export default Object.assign(
	(value: unknown, message?: Message) => ok(value, message),
	{ ok, fail, equal, notEqual, deepEqual, notDeepEqual, match, doesNotMatch, throws, rejects },
	{ strictEqual: equal, notStrictEqual: notEqual, deepStrictEqual: deepEqual, notDeepStrictEqual: notDeepEqual },
);
