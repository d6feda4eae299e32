const deadline = 20_000;
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

function show(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value, undefined, 1) as string | undefined);
	return (text ?? 'nothing to show').slice(0, 2000);
}
