import { Likeness } from './history/likeness';
import { spellingOf } from './history/spelling';
import { Wordings } from './history/wording';
import { keyOf } from './identity';
import type { Node, Roadmap, Task } from './model';
import { labelOf, tasksIn } from './walk';

/** How many characters of an id come from a node's own words, and how many from what is around it. */
const ownLength = 5;
const aroundLength = 3;

const mostNearest = 3;

/** As for FNV-1a: where a hash starts, and what each step multiplies it by. */
const start = 0x811c9dc5;
const prime = 0x01000193;

/** No character, so that a hash tells `ab, c` from `a, bc`. */
const end = 0x10000;

interface Addresses {
	readonly ids: ReadonlyMap<Node, string>;
	readonly nodes: ReadonlyMap<string, Node>;
}

/** Roadmaps never change, so neither do the ids in them. */
const known = new WeakMap<Roadmap, Addresses>();

/**
 * A short id of a node, for those who cannot keep hold of the node itself: letters and digits, a letter first.
 *
 * It is made of the node's kind and words and those of all that is around it, and of nothing else: it stays the same when
 * something is ticked, added, moved or deleted elsewhere, in every reading of the file. Of several nodes that are equal in
 * all this, each has its number and their count in its id (`…-2of3`): once one of them is gone it is not certain which, and
 * the ids of all are others.
 *
 * @param node One of this `roadmap`; `undefined` for any other.
 */
export function idOf(roadmap: Roadmap, node: Node): string | undefined {
	return addressesIn(roadmap).ids.get(node);
}

/** The node with an id; `undefined` where there is none, never one that is merely like it. */
export function findById(roadmap: Roadmap, id: string): Node | undefined {
	return addressesIn(roadmap).nodes.get(id);
}

function addressesIn(roadmap: Roadmap): Addresses {
	let addresses = known.get(roadmap);
	if (!addresses) known.set(roadmap, (addresses = read(roadmap)));
	return addresses;
}

function read(roadmap: Roadmap): Addresses {
	const equals = new Map<string, Node[]>();
	for (const { node, id } of withHashes(roadmap)) {
		const same = equals.get(id);
		if (same) same.push(node);
		else equals.set(id, [node]);
	}
	const ids = new Map<Node, string>();
	for (const [id, same] of equals) {
		same.forEach((node, index) => ids.set(node, same.length === 1 ? id : `${id}-${index + 1}of${same.length}`));
	}
	return { ids, nodes: new Map([...ids].map(([node, id]) => [id, node])) };
}

/** All nodes in document order, with ids that equal ones share. */
function withHashes(roadmap: Roadmap): { readonly node: Node; readonly id: string }[] {
	const found: { node: Node; id: string }[] = [];
	const stack = [...roadmap.children].reverse().map(node => ({ node, around: start }));
	for (let top = stack.pop(); top; top = stack.pop()) {
		const { node, around } = top;
		const key = keyOf(node);
		found.push({ node, id: ownPart(key) + digits(around, aroundLength) });
		const inside = feed(around, key);
		for (let index = node.children.length - 1; index >= 0; index--) {
			stack.push({ node: node.children[index] as Node, around: inside });
		}
	}
	return found;
}

function ownPart(key: string): string {
	return digits(feed(start, key), ownLength, 10 * 36 ** (ownLength - 1));
}

function feed(hash: number, text: string): number {
	let state = hash;
	for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), prime);
	return Math.imul(state ^ end, prime);
}

/** A hash as a number of so many digits, `first` at least. Its bits are mixed first, as MurmurHash3 does in the end. */
function digits(hash: number, length: number, first = 0): string {
	let state = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
	const mixed = (state ^ (state >>> 16)) >>> 0;
	return (first + (mixed % (36 ** length - first))).toString(36).padStart(length, '0');
}

/**
 * The nodes that may be meant by an id that stands for none, the likeliest first: with the same words elsewhere, with words
 * or an id that are much the same, or from the place where the node was.
 *
 * @param text The words that are expected, as far as they are known.
 * @param among Nodes of this `roadmap`; all its tasks when left out.
 * @returns Three at most; none for which nothing speaks.
 */
export function nearestTo<Kind extends Node = Task>(
	roadmap: Roadmap,
	id: string,
	text = '',
	among: Iterable<Kind> = tasksIn(roadmap) as Iterable<Kind>,
): Kind[] {
	const nodes = [...among];
	const likeness = text === '' ? undefined : likenessTo(text, nodes);
	const [own, around] = [id.slice(0, ownLength), id.slice(ownLength, ownLength + aroundLength)];
	const scores = nodes.map((node, index) => {
		const other = idOf(roadmap, node) as string;
		const sameWords = Number(other.startsWith(own) && own.length === ownLength);
		const samePlace = Number(other.slice(ownLength).startsWith(around) && around.length === aroundLength);
		// Comparing spellings takes time; a slip is in one part of an id, and leaves the other as it is.
		const spelling = sameWords + samePlace > 0 ? spellingOf(id, other) : 0;
		return { node, score: 2 * sameWords + 2 * (likeness?.[index] ?? 0) + spelling + samePlace / 4 };
	});
	return scores
		.filter(({ score }) => score > 0)
		.sort((one, other) => other.score - one.score)
		.slice(0, mostNearest)
		.map(({ node }) => node);
}

/** How alike words are to a node's, whatever their letter case, punctuation and Markdown: 0 for not at all, to 1. */
export function likenessOf(text: string, node: Node): number {
	return likenessTo(text, [node])[0] as number;
}

function likenessTo(text: string, nodes: readonly Node[]): number[] {
	const wordings = new Wordings();
	const [wanted, others] = [wordings.of(text), nodes.map(node => wordings.of(labelOf(node)))];
	const likeness = new Likeness(wordings.spelt);
	return others.map(other => (other.key === wanted.key ? 1 : likeness.of(wanted, other, true)));
}
