import { thoseThatHold } from './itemEdits';
import { contentsOf } from './items';
import type { Task, TaskStates, TextEdit } from './model';

/**
 * The edits that make plain list items of tasks: they take the boxes away and the white space behind. Tasks are left out
 * whose words would be something else without the box, as in `- [ ] # Heading`.
 *
 * @param tasks Of a roadmap that this text was read as, by `states`.
 */
export function makePlain(text: string, tasks: readonly Task[], states: TaskStates): TextEdit[] {
	const marks = new Set(tasks.map(({ mark }) => mark));
	const edits = contentsOf(text, states)
		.items.filter(({ state, mark }) => state !== undefined && marks.has(mark))
		.map(item => ({ item, edit: { start: item.mark - 1, end: item.words.start, newText: '' }, state: undefined }));
	return thoseThatHold(text, edits, states).map(({ edit }) => edit);
}
