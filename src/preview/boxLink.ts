import type { Task } from '../core';
import { hash } from '../util/hash';

/** What the link on a box says of its task: enough to find it, and to see whether it is still the one that was shown. */
export interface BoxLink {
	/** The roadmap: a hash of its address. */
	readonly file: string;
	/** The offset of the character between the brackets. */
	readonly mark: number;
	/** As the box showed it; of a link that was made elsewhere, any word. */
	readonly state: string;
	/** A hash of what stands behind the box, on its line. */
	readonly words: string;
}

/** An address, as far as it matters here. */
export interface Address {
	readonly path: string;
	readonly query: string;
}

const path = '/toggle';
const query = /^key=(?<key>\w+)&file=(?<file>\w+)&mark=(?<mark>\d{1,9})&state=(?<state>[a-z]+)&words=(?<words>\w+)$/;

/**
 * The part of a box's link behind the extension's id.
 *
 * @param key Known to this window's previews only: anybody may make links that lead to an extension.
 * @param file A hash of the roadmap's address.
 * @param text Which the task was read from.
 */
export function boxLinkTo(key: string, file: string, text: string, task: Task): string {
	const { mark, state } = task;
	return `${path}?key=${key}&file=${file}&mark=${mark}&state=${state}&words=${wordsOf(text, task)}`;
}

/** What a link says that has this key; `undefined` for any other. */
export function readBoxLink(key: string, address: Address): BoxLink | undefined {
	const found = address.path === path ? query.exec(address.query)?.groups : undefined;
	if (found?.['key'] !== key) {
		return undefined;
	}
	const { file = '', mark = '', state = '', words = '' } = found;
	return { file, mark: Number(mark), state, words };
}

/** Whether a task of a text is the one that a link was on, in whatever state it is now. */
export function isOn(link: BoxLink, text: string, task: Task): boolean {
	return task.mark === link.mark && wordsOf(text, task) === link.words;
}

function wordsOf(text: string, { mark }: Task): string {
	const start = text.indexOf(']', mark);
	const length = text.slice(start).search(/[\r\n]/);
	return hash(length < 0 ? text.slice(start) : text.slice(start, start + length));
}
