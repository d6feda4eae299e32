import type { Node, Roadmap } from './model';
import { descendants, labelOf, pathAt, type Parent } from './walk';

/** What tells a node from its siblings, but for those of the same kind and words. */
export function keyOf(node: Node): string {
	return `${node.kind}:${labelOf(node)}`;
}

/**
 * Finds a node of one reading in a later reading of the same file: by the path of headings and items that leads to it, its
 * text and its place among siblings of the same words; else, where its words stand only once, wherever they went.
 *
 * `undefined` where that is not certain: of two tasks with the same words one may have gone, and the wrong one must not be
 * taken for the other.
 */
export function relocate(from: Roadmap, node: Node, to: Roadmap): Node | undefined {
	return byPath(from, node, to) ?? byWords(from, node, to);
}

function byPath(from: Roadmap, node: Node, to: Roadmap): Node | undefined {
	let before: Parent = from;
	let now: Parent = to;
	for (const step of pathAt(from, node.span.start)) {
		const candidate = counterpart(before, step, now);
		if (!candidate || step === node) {
			return candidate;
		}
		before = step;
		now = candidate;
	}
	return undefined;
}

function counterpart(before: Parent, child: Node, now: Parent): Node | undefined {
	const key = keyOf(child);
	const same = before.children.filter(sibling => keyOf(sibling) === key);
	const candidates = now.children.filter(sibling => keyOf(sibling) === key);
	return same.length === candidates.length ? candidates[same.indexOf(child)] : undefined;
}

function byWords(from: Roadmap, node: Node, to: Roadmap): Node | undefined {
	const same = withKey(from, keyOf(node));
	const candidates = withKey(to, keyOf(node));
	return same.length === 1 && candidates.length === 1 ? candidates[0] : undefined;
}

function withKey(roadmap: Roadmap, key: string): Node[] {
	return [...descendants(roadmap)].filter(node => keyOf(node) === key);
}
