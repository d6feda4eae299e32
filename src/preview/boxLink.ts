import { labelOf, type Task } from '../core';
import { hash } from '../util/hash';

/** What the link on a box says of its task: enough to find it, and to see whether it is still the one that was shown. */
export interface BoxLink {
	/** The roadmap: a hash of its address. */
	readonly file: string;
	/** The offset of the character between the brackets. */
	readonly mark: number;
	/** As the box showed it; of a link that was made elsewhere, any word. */
	readonly state: string;
	/** A hash of the task's words. */
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
 */
export function boxLinkTo(key: string, file: string, task: Task): string {
	const { mark, state } = task;
	return `${path}?key=${key}&file=${file}&mark=${mark}&state=${state}&words=${hash(labelOf(task))}`;
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

/** Whether a task is the one that a link was on, in whatever state it is now. */
export function isOn(link: BoxLink, task: Task): boolean {
	return task.mark === link.mark && hash(labelOf(task)) === link.words;
}
