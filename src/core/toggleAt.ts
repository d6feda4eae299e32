import { insertion } from './edit';
import { box, thoseThatHold } from './itemEdits';
import type { Item } from './items';
import type { Roadmap, Span, Task, TextEdit } from './model';
import { Selected } from './selected';
import { toggle, type ToggleOptions } from './toggle';

/**
 * The edits that tick or untick what stands under cursors and selections: of a cursor, the task in whose own text it
 * stands, on whichever line; of a selection, the tasks that begin on its lines. Where there is no task at all, plain list
 * items become open tasks. Empty where there is neither.
 *
 * @param selections A cursor is a span of no length. The first task decides whether all are ticked or unticked.
 */
export function toggleAt(
	text: string,
	roadmap: Roadmap,
	selections: readonly Span[],
	options: ToggleOptions = {},
): TextEdit[] {
	const selected = new Selected(text, roadmap, selections);
	const tasks = selected.tasks();
	return tasks.length > 0 ? toggle(text, roadmap, tasks, options) : thatBecomeTasks(text, selected.plainItems());
}

/** The edits that make open tasks of plain items, which are read the same whichever other marks the roadmap knows. */
function thatBecomeTasks(text: string, items: readonly Item[]): TextEdit[] {
	const edits = items.map(item => ({ item, edit: insertion(item.words.start, box), state: 'open' as const }));
	return thoseThatHold(text, edits, 'gfm').map(({ edit }) => edit);
}

/** The tasks that `toggleAt` ticks or unticks, each once, in document order. */
export function tasksAt(text: string, roadmap: Roadmap, selections: readonly Span[]): Task[] {
	const tasks = new Set(new Selected(text, roadmap, selections).tasks());
	return [...tasks].sort((a, b) => a.mark - b.mark);
}

/** The task in whose own text, on whichever of its lines, an offset stands. */
export function taskAt(text: string, roadmap: Roadmap, offset: number): Task | undefined {
	return tasksAt(text, roadmap, [{ start: offset, end: offset }])[0];
}
