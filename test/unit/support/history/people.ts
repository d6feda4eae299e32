import type { TaskState } from '../../../../src/core';
import type { Random } from '../random';
import { allItems, allParts, allTasks, type Draft, type Item, type Part, type Style } from './draft';
import { isCommon, reworded, rewritten, taskText, titleText } from './words';

/** What somebody does to a roadmap between two commits. Nothing where there is nothing to do it to. */
type Doing = (writer: Writer) => void;

interface Placed {
	/** The title of the section, and the text. */
	readonly place: string;
	readonly item: Item;
}

/** Does to a draft what people do, by chance. */
export class Writer {
	draft: Draft;
	private fresh = 0;
	private focus: Part | undefined;
	/** Versions to go back to. */
	private readonly versions: Draft[] = [];
	/** Who was removed, by where it was and what it said. */
	private readonly gone = new Map<string, Item[]>();
	private readonly used = new Set<string>();

	constructor(
		readonly random: Random,
		parts: number,
	) {
		const style: Style = {
			bullet: '-',
			indent: 2,
			isWrapped: false,
			isLoose: false,
			isSetext: false,
			emphasis: '',
			level: 2,
			ends: '',
			isNumbered: random.chance(0.2),
		};
		this.draft = { parts: [], style };
		this.draft.parts = Array.from({ length: parts }, () => this.part(0));
	}

	/** Does something, and takes note of it. */
	commit(): void {
		this.versions.push(structuredClone(this.draft));
		if (this.versions.length > 6) this.versions.shift();
		const before = this.places();
		this.focus = this.random.chance(0.6) ? this.somePart() : undefined;
		const times = this.random.chance(0.1) ? 6 + this.random.below(15) : 1 + this.random.below(5);
		for (let count = 0; count < times; count++) this.random.pick(doings)(this);
		this.note(before);
	}

	/** Takes note of who is gone, and of who is back. */
	private note(before: ReadonlyMap<number, Placed>): void {
		const now = this.places();
		for (const [place, tasks] of this.gone) {
			const left = tasks.filter(({ id = 0 }) => !now.has(id));
			if (left.length > 0) this.gone.set(place, left);
			else this.gone.delete(place);
		}
		for (const [id, { place, item }] of before) {
			if (!now.has(id)) this.gone.set(place, [...(this.gone.get(place) ?? []), item]);
		}
	}

	/** Goes back to a version of late; most often the last one. */
	revert(): void {
		const version = this.random.chance(0.7) ? this.versions.at(-2) : this.random.pick(this.versions);
		if (version) this.draft = structuredClone(version);
	}

	part(depth: number): Part {
		const { random } = this;
		const title = titleText(random);
		const items = random.some(depth === 0 && random.chance(0.3) ? 0 : 2, 9, () => this.item(title, 0));
		return {
			title,
			items,
			parts: depth < 2 && random.chance(0.3) ? random.some(1, 3, () => this.part(depth + 1)) : [],
		};
	}

	item(title: string, depth: number): Item {
		const { random } = this;
		const isPlain = depth === 0 && random.chance(0.05);
		const items =
			isPlain || (depth < 2 && random.chance(0.12)) ? random.some(1, 4, () => this.item(title, depth + 1)) : [];
		const state = random.pick<TaskState>(['open', 'open', 'open', 'done', 'done', 'active']);
		return isPlain ? { id: undefined, text: taskText(random), state, items } : { ...this.task(title, state), items };
	}

	/**
	 * A task in words that no other has or had, but for those that stand in many sections. Who writes such a one where it
	 * was removed means the same.
	 */
	task(title: string, state: TaskState): Item {
		const other = this.random.chance(0.25) ? this.some()?.text : undefined;
		let text = taskText(this.random, other);
		while (this.used.has(text) && !isCommon(text)) text = taskText(this.random);
		this.used.add(text);
		const id = isCommon(text) ? this.gone.get(`${title}\n${text}`)?.pop()?.id : undefined;
		return { id: id === undefined || this.has(id) ? this.fresh++ : id, text, state, items: [] };
	}

	/** Some task that was removed of late, and the title of its section. */
	removed(): readonly [title: string, task: Item] | undefined {
		const places = [...this.gone].filter(([, tasks]) => tasks.length > 0).slice(-8);
		if (places.length === 0) return undefined;
		const [place, tasks] = this.random.pick(places);
		const task = tasks.pop();
		// A revert may have put it back already.
		if (!task || this.has(task.id)) return undefined;
		return [place.split('\n')[0] ?? '', { ...task, items: [] }];
	}

	private has(id: number | undefined): boolean {
		return allTasks(this.draft).some(task => task.id === id);
	}

	copy(item: Item): Item {
		return {
			...item,
			id: item.id === undefined ? undefined : this.fresh++,
			items: item.items.map(each => this.copy(each)),
		};
	}

	private places(): ReadonlyMap<number, Placed> {
		const places = new Map<number, Placed>();
		for (const { title, items } of allParts(this.draft)) {
			for (const item of allItems({ items })) {
				if (item.id !== undefined) places.set(item.id, { place: `${title}\n${item.text}`, item: { ...item } });
			}
		}
		return places;
	}

	/** Some task, in that state. */
	some(state?: TaskState): Item | undefined {
		const isFit = (item: Item): boolean => item.id !== undefined && (state === undefined || item.state === state);
		const near = allItems(this.somePart() ?? { items: [] }).filter(isFit);
		const tasks = near.length > 0 ? near : allTasks(this.draft).filter(isFit);
		return tasks.length > 0 ? this.random.pick(tasks) : undefined;
	}

	/** Some section; as a rule the one that is being worked on. */
	somePart(): Part | undefined {
		const parts = allParts(this.draft);
		const { focus } = this;
		if (focus && parts.includes(focus) && this.random.chance(0.7)) return focus;
		return parts.length > 0 ? this.random.pick(parts) : undefined;
	}

	/** The list that an item stands in. */
	listOf(item: Item): Item[] {
		const lists = allParts(this.draft).flatMap(part => [part.items, ...allItems(part).map(({ items }) => items)]);
		return lists.find(list => list.includes(item)) ?? [];
	}

	take(item: Item): void {
		const list = this.listOf(item);
		list.splice(list.indexOf(item), 1);
	}
}

const mark =
	(from: TaskState | undefined, to: TaskState): Doing =>
	writer => {
		const task = writer.some(from);
		if (task) task.state = to;
	};

const add =
	(state: TaskState): Doing =>
	writer => {
		const part = writer.somePart();
		if (!part) return;
		const place = writer.random.chance(0.6) ? part.items.length : writer.random.below(part.items.length + 1);
		part.items.splice(place, 0, writer.task(part.title, state));
	};

const remove =
	(state: TaskState): Doing =>
	writer => {
		const task = writer.some(state);
		if (task) writer.take(task);
	};

const reword =
	(change: (random: Random, text: string) => string, state?: TaskState): Doing =>
	writer => {
		const task = writer.some();
		if (!task) return;
		task.text = change(writer.random, task.text);
		task.state = state ?? task.state;
	};

const putBack: Doing = writer => {
	const [title, task] = writer.removed() ?? [];
	const part = allParts(writer.draft).find(each => each.title === title) ?? writer.somePart();
	if (part && task) part.items.splice(writer.random.below(part.items.length + 1), 0, task);
};

const moveTask: Doing = writer => {
	const task = writer.some();
	const part = writer.somePart();
	if (!task || !part) return;
	writer.take(task);
	part.items.splice(writer.random.below(part.items.length + 1), 0, task);
};

const sortPart: Doing = writer => {
	const part = writer.somePart();
	const rank = ({ state }: Item): number => (state === 'done' ? 1 : 0);
	if (!part) return;
	if (writer.random.chance(0.4)) part.items.sort((one, other) => rank(one) - rank(other));
	else if (writer.random.chance(0.2)) part.items.sort((one, other) => (one.text < other.text ? -1 : 1));
	else
		part.items.splice(
			writer.random.below(part.items.length),
			0,
			...part.items.splice(writer.random.below(part.items.length), 1),
		);
};

const renamePart: Doing = writer => {
	const part = writer.somePart();
	if (part)
		part.title = writer.random.chance(0.5)
			? titleText(writer.random)
			: `${part.title} ${writer.random.pick(['2', 'first', 'and more'])}`;
};

const movePart: Doing = writer => {
	const { parts } = writer.draft;
	const [part] = parts.splice(writer.random.below(parts.length), 1);
	if (part) parts.splice(writer.random.below(parts.length + 1), 0, part);
};

const reformat: Doing = ({ random, draft: { style } }) => {
	const kinds: (() => void)[] = [
		() => (style.bullet = random.pick(['-', '*', '+', '1.'])),
		() => (style.indent = random.pick([2, 4])),
		() => (style.isWrapped = !style.isWrapped),
		() => (style.isLoose = !style.isLoose),
		() => (style.isSetext = !style.isSetext),
		() => (style.emphasis = random.pick(['', '**', '_', '`', '[]'])),
		() => (style.level = random.pick([1, 2])),
	];
	random.pick(kinds)();
	random.pick(kinds)();
};

const restyle: Doing = ({ random, draft: { style } }) => {
	if (random.chance(0.5)) style.ends = style.ends === '' ? '.' : '';
	else style.isNumbered = !style.isNumbered;
};

const nest: Doing = writer => {
	const task = writer.some();
	if (!task) return;
	const list = writer.listOf(task);
	const above = list[list.indexOf(task) - 1];
	if (!above) return;
	writer.take(task);
	above.items.push(task);
};

const unnest: Doing = writer => {
	const part = writer.somePart();
	const parent = part?.items.find(({ items }) => items.length > 0);
	const [item] = parent?.items.splice(-1) ?? [];
	if (part && parent && item) part.items.splice(part.items.indexOf(parent) + 1, 0, item);
};

const addPart: Doing = writer => {
	const { parts } = writer.draft;
	parts.splice(writer.random.below(parts.length + 1), 0, writer.part(1));
};

const removePart: Doing = writer => {
	const { parts } = writer.draft;
	if (parts.length > 6) parts.splice(writer.random.below(parts.length), 1);
};

const splitPart: Doing = writer => {
	const part = writer.somePart();
	if (!part || part.items.length < 4) return;
	const items = part.items.splice(part.items.length >> 1);
	const { parts } = writer.draft;
	parts.splice(writer.random.below(parts.length + 1), 0, { title: titleText(writer.random), items, parts: [] });
};

const joinParts: Doing = writer => {
	const { parts } = writer.draft;
	const index = writer.random.below(parts.length - 1);
	const [one, other] = parts.slice(index, index + 2);
	if (!one || !other || parts.length < 6) return;
	one.items.push(...other.items);
	one.parts.push(...other.parts);
	parts.splice(index + 1, 1);
};

const wrapParts: Doing = ({ random, draft }) => {
	const [only, ...others] = draft.parts;
	if (only && others.length === 0) draft.parts = only.parts;
	else draft.parts = [{ title: titleText(random), items: [], parts: draft.parts }];
};

const copyBlock: Doing = writer => {
	const [from, to] = [writer.somePart(), writer.somePart()];
	if (from && to && from !== to) to.items.push(...from.items.slice(0, 3).map(item => writer.copy(item)));
};

const clearDone: Doing = writer => {
	const part = writer.somePart();
	if (part) part.items = part.items.filter(({ state, items }) => state !== 'done' || items.length > 0);
};

/** How often people do what, of a thousand. */
const often: readonly (readonly [number, Doing])[] = [
	[290, mark('open', 'done')],
	[30, mark('active', 'done')],
	[25, mark('done', 'open')],
	[30, mark('open', 'active')],
	[8, mark('active', 'open')],
	[12, mark('open', 'dropped')],
	[165, add('open')],
	[45, add('done')],
	[55, remove('done')],
	[40, remove('open')],
	[12, clearDone],
	[80, reword(reworded)],
	[6, reword(rewritten)],
	[30, reword(reworded, 'done')],
	[40, moveTask],
	[50, sortPart],
	[14, renamePart],
	[6, movePart],
	[16, reformat],
	[2, restyle],
	[10, writer => writer.revert()],
	[12, putBack],
	[10, nest],
	[8, unnest],
	[6, addPart],
	[2, removePart],
	[4, splitPart],
	[3, joinParts],
	[1, wrapParts],
	[3, copyBlock],
];

const doings = often.flatMap(([count, doing]) => Array.from({ length: count }, () => doing));
