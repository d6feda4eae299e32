import type { TaskState } from '../../../../src/core';

/** An item of a list: a task, or without `id` a plain one. */
export interface Item {
	/** Which task it is, whatever it is called and wherever it stands. */
	readonly id: number | undefined;
	text: string;
	state: TaskState;
	items: Item[];
}

export interface Part {
	title: string;
	items: Item[];
	parts: Part[];
}

/** How somebody writes their Markdown. Nothing of it shows in plain text, but for `ends`. */
export interface Style {
	bullet: '-' | '*' | '+' | '1.';
	indent: 2 | 4;
	isWrapped: boolean;
	isLoose: boolean;
	isSetext: boolean;
	emphasis: '' | '**' | '_' | '`' | '[]';
	/** The level of the outermost headings. */
	level: 1 | 2;
	/** What stands behind every task. */
	ends: '' | '.';
	isNumbered: boolean;
}

/** A roadmap that somebody writes. */
export interface Draft {
	parts: Part[];
	style: Style;
}

export function allParts({ parts }: { readonly parts: readonly Part[] }): Part[] {
	return parts.flatMap(part => [part, ...allParts(part)]);
}

export function allItems({ items }: { readonly items: readonly Item[] }): Item[] {
	return items.flatMap(item => [item, ...allItems(item)]);
}

/** All tasks in document order. */
export function allTasks(draft: Draft): (Item & { readonly id: number })[] {
	const items = allParts(draft).flatMap(allItems);
	return items.filter((item): item is Item & { readonly id: number } => item.id !== undefined);
}

const marks: Readonly<Record<TaskState, string>> = { open: ' ', done: 'x', active: '~', dropped: '-' };

export function markdownOf({ parts, style }: Draft): string {
	return parts.map((part, index) => partText(part, style, style.level, `${String(index + 1)}.`)).join('\n');
}

function partText({ title, items, parts }: Part, style: Style, level: number, number: string): string {
	const shown = style.isNumbered ? `${number} ${title}` : title;
	const heading =
		style.isSetext && level <= 2
			? `${shown}\n${(level === 1 ? '=' : '-').repeat(shown.length)}`
			: `${'#'.repeat(Math.min(level, 6))} ${shown}`;
	const list = items.map((item, index) => itemText(item, style, '', index + 1)).join(style.isLoose ? '\n' : '');
	const inner = parts.map((part, index) => partText(part, style, level + 1, `${number}${String(index + 1)}`));
	return [`${heading}\n`, list, ...inner].filter(text => text !== '').join('\n');
}

function itemText({ id, text, state, items }: Item, style: Style, indent: string, number: number): string {
	const marker = style.bullet === '1.' ? `${String(number)}.` : style.bullet;
	const box = id === undefined ? '' : `[${marks[state]}] `;
	const inner = indent + ' '.repeat(Math.max(style.indent, marker.length + 1));
	const shown = dressed(id === undefined ? text : text + style.ends, style);
	const own = `${indent}${marker} ${box}${style.isWrapped ? shown.replaceAll(/(.{24,}?) /g, `$1\n${inner}`) : shown}\n`;
	return own + items.map((item, index) => itemText(item, style, inner, index + 1)).join('');
}

/** With the markup of some style around the last word, or the link around all. */
function dressed(text: string, { emphasis }: Style): string {
	if (emphasis === '') return text;
	if (emphasis === '[]') return `[${text}](https://example.org/${String(text.length)})`;
	return text.replace(/[A-Za-z]{3,}(?= |$)/, word => emphasis + word + emphasis);
}
