import { cpus } from 'node:os';

/** How long to go on measuring one row of a table, in milliseconds, and how often at least. */
const budget = 1000;
const least = 10;

/**
 * The median time of each of several things done on the same inputs, in milliseconds. They take turns, so that what else the
 * machine does falls on all of them alike.
 *
 * @param prepare Makes an input, whose time does not count.
 * @param burst How many inputs one of them gets before it is another's turn. The first finds the processor's caches full of
 * the others' things, as a keystroke does; with several, the median is of those that come after.
 */
export function medians<Input>(
	prepare: () => Input,
	tasks: readonly ((input: Input) => unknown)[],
	burst = 5,
): number[] {
	const times = tasks.map((): number[] => []);
	const end = performance.now() + budget;
	for (let round = 0; round * burst < least || performance.now() < end; round++) {
		const inputs = Array.from({ length: burst }, prepare);
		tasks.forEach((task, index) => times[index]?.push(...inputs.map(input => time(() => task(input)))));
	}
	return times.map(middle);
}

/** Milliseconds that something takes, once. */
function time(task: () => unknown): number {
	const start = performance.now();
	task();
	return performance.now() - start;
}

/** The median. */
export function middle(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** What is measured on, for the head of a report. */
export function machine(): string {
	return `Node.js ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`;
}

/** Two digits that count, and `ms`. */
export function milliseconds(value: number): string {
	return `${value < 10 ? String(Number(value.toPrecision(2))) : String(Math.round(value))} ms`;
}

export function times(value: number): string {
	return `${value < 10 ? value.toFixed(1) : String(Math.round(value))}×`;
}

/** Prints a table in Markdown; all columns but the first hold figures. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
	const lines = [head, ['---', ...head.slice(1).map(() => '--:')], ...rows];
	console.log(`\n${lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')}`);
}
