const deadline = 10_000;
const interval = 10;

/**
 * Waits until a condition holds, as VS Code tells most things a moment later.
 *
 * @param state What is the case instead; it is shown when the time is up.
 * @returns What the condition gave that was true.
 */
export async function until<T>(
	condition: () => T | Promise<T>,
	state: () => unknown = () => undefined,
): Promise<NonNullable<T>> {
	const end = Date.now() + deadline;
	for (;;) {
		const value = await condition();
		if (value) {
			return value;
		}
		if (Date.now() > end) {
			throw new Error(`Not so within ${deadline / 1000} s: ${condition.toString()}\nbut: ${show(state())}`);
		}
		await new Promise<void>(later => void setTimeout(later, interval));
	}
}

/** What a condition gives within two seconds, for those who then ask VS Code again, as a person would. */
export async function soon<T>(condition: () => T): Promise<T> {
	const end = Date.now() + 2000;
	for (let value = condition(); ; value = condition()) {
		if (value || Date.now() > end) {
			return value;
		}
		await new Promise<void>(later => void setTimeout(later, interval));
	}
}

function show(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value, undefined, 1) as string | undefined);
	return (text ?? 'nothing to show').slice(0, 2000);
}
