import { insertion } from './edit';
import { box, thoseThatHold, type ItemEdit } from './itemEdits';
import type { Item } from './items';
import type { Span, TaskStates, TextEdit } from './model';
import { Selected } from './selected';
import { readSign, type Sign } from './signs';
import type { Parse } from './parser';

/** What would make a task of a plain list item. */
export interface NewTask {
	/** One for each item, so that it is made a task whole or not at all. */
	readonly edit: TextEdit;
	readonly state: Sign['state'];
	/** What in the item's words says that it is not merely open. */
	readonly saidBy: Sign['kind'] | undefined;
}

const marks = { open: ' ', done: 'x', active: '~' } as const;

/**
 * What would make tasks of plain list items: each in the state that its words say, without the sign that the box replaces
 * (`✅`, `(done)`, `~~struck~~`, an empty box), and open where they say nothing. Nothing else in the text would change its
 * meaning; items of which that cannot be said are left out. In document order.
 *
 * @param selections Which items: those that begin on the lines of these, or that a cursor, a span of no length, stands in.
 * @param states What `parse` goes by; in GitHub's there is no mark for what is in progress.
 */
export function turnIntoTasks(
	text: string,
	parse: Parse,
	selections: readonly Span[],
	states: TaskStates,
): readonly NewTask[] {
	const items = new Selected(text, parse(text), selections).plainItems();
	return thoseThatHold(
		text,
		items.map(item => newTask(text, item, states)),
		states,
	);
}

function newTask(text: string, item: Item, states: TaskStates): NewTask & ItemEdit {
	const { start, end } = item.words;
	const words = text.slice(start, end);
	const sign = readSign(words);
	if (!sign || (sign.state === 'active' && states === 'gfm')) {
		return { item, edit: insertion(start, box), state: 'open', saidBy: undefined };
	}
	const { state, kind: saidBy } = sign;
	const newBox = box.replace(' ', marks[state]);
	const edit =
		sign.end === words.length
			? { start, end: start + sign.start, newText: newBox }
			: { start, end, newText: newBox + words.slice(sign.start, sign.end) };
	return { item, edit, state, saidBy };
}
