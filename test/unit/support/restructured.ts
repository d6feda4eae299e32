import assert from 'node:assert/strict';
import {
	applyEdits,
	type Change,
	createParser,
	descendants,
	labelOf,
	type Node,
	type Parent,
	type Place,
	type Refusal,
	type Roadmap,
} from '../../../src/core';

const parser = createParser({ states: 'extended' });

/** What a test does to a text: to which nodes, where, and with which words. */
export interface Asked {
	readonly roadmap: Roadmap;
	readonly nodes: readonly Node[];
	readonly place: Place;
	readonly words: readonly string[];
}

type Operation = (text: string, asked: Asked) => Change | Refusal;

export const options = { states: 'extended' } as const;

/**
 * Compares whole texts before and after an operation, and says which it refuses.
 *
 * What is asked for reads `a, b → c`: the nodes of the words `a` and `b`, or those words themselves, into `c`; `→ before c` and
 * `→ behind c` are beside it, and without a place it is the roadmap itself. A node may be named by its first word.
 */
export function trying(operation: Operation): {
	makes: (asked: string, before: string, after: string) => void;
	keeps: (asked: string, text: string) => void;
	refuses: (asked: string, text: string, reason: Refusal['refused']) => void;
} {
	const changeOf = (asked: string, text: string) => operation(text, askedOf(asked, parser.parse(text)));
	const makes = (asked: string, before: string, after: string) => {
		const change = changeOf(asked, before);
		assert.ok(!('refused' in change), `${asked}: ${JSON.stringify(change)}\n${before}`);
		assert.equal(applyEdits(before, change.edits), after, asked);
		assert.deepEqual(
			change.edits.filter(({ start, end, newText }) => before.slice(start, end) === newText),
			[],
			`${asked}: edits that change nothing`,
		);
	};
	return {
		makes,
		keeps: (asked, text) => makes(asked, text, text),
		refuses: (asked, text, reason) => assert.deepEqual(changeOf(asked, text), { refused: reason }, `${asked}\n${text}`),
	};
}

function askedOf(asked: string, roadmap: Roadmap): Asked {
	const [words = '', place = ''] = asked.split(/ ?→ ?/);
	const all = words.split(', ');
	return {
		roadmap,
		words: all,
		get nodes() {
			return all.map(word => nodeOf(roadmap, word));
		},
		get place() {
			return placeOf(roadmap, place);
		},
	};
}

/** The node that says this, or starts with the word. */
export function nodeOf(roadmap: Roadmap, words: string): Node {
	const all = [...descendants(roadmap)];
	const node = all.find(each => labelOf(each) === words) ?? all.find(each => labelOf(each).split(' ')[0] === words);
	assert.ok(node, `no ${words}`);
	return node;
}

function placeOf(roadmap: Roadmap, place: string): Place {
	if (place === '') return { parent: roadmap };
	const [, side, words = ''] = /^(before|behind) (.*)$/.exec(place) ?? [];
	if (side === undefined) return { parent: nodeOf(roadmap, place) };
	const beside = nodeOf(roadmap, words);
	return { parent: parentOf(roadmap, beside), [side]: beside };
}

export function parentOf(roadmap: Roadmap, node: Node): Parent {
	return [...descendants(roadmap)].find(({ children }) => children.includes(node)) ?? roadmap;
}
