import { pathAt, type Node, type Parent, type Place, type Roadmap } from '../core';
import type { Content } from './content';

/** A place in a roadmap by what it is named after: nodes, which are found again when the roadmap has changed. */
export interface NamedPlace {
	/** The node to put something into; the roadmap itself when left out. */
	readonly into?: Node | undefined;
	/** The node to put something right before or behind. */
	readonly before?: Node | undefined;
	readonly behind?: Node | undefined;
}

/** Where a task goes that is added at a row: into a section or group, behind a task. */
export function placeForTask(content: Content): NamedPlace {
	const node = nodeOf(content);
	return node?.kind === 'task' ? { behind: node } : { into: node };
}

/** Where a section goes that is added at a row: behind the section that the row stands in. */
export function placeForSection(content: Content): NamedPlace {
	const node = nodeOf(content);
	const section = node && content.file.kind === 'read' ? sectionAround(content.file.roadmap, node) : undefined;
	return section ? { behind: section } : {};
}

/**
 * Where dragged nodes go that are dropped on a row. What can hold them takes them in behind what it has: a roadmap and a
 * section take anything, but a section no other of its own level or above; a group takes items. On anything else they take
 * its place: behind it when they come from above in the same list, else before it.
 */
export function placeForDrop(content: Content, dragged: readonly Node[]): NamedPlace {
	const { file } = content;
	const [first] = dragged;
	const target = nodeOf(content);
	if (!target || !first || file.kind !== 'read') return {};
	const onto = first.kind === 'section' ? sectionAround(file.roadmap, target) : target;
	if (!onto) return {};
	if (first.kind === 'section' ? levelOf(onto) < first.level : onto.kind !== 'task') return { into: onto };
	const parent = parentOf(file.roadmap, onto);
	const isFromAbove = parent.children.includes(first) && first.span.start < onto.span.start;
	return isFromAbove ? { behind: onto } : { before: onto };
}

/** The place in a roadmap as it is now; its nodes are of that roadmap. */
export function placeIn(roadmap: Roadmap, { into, before, behind }: NamedPlace): Place {
	const beside = before ?? behind;
	return { parent: into ?? (beside ? parentOf(roadmap, beside) : topOf(roadmap)), before, behind };
}

/** What holds the top rows: the roadmap, or the lone section of its title, which has no row. */
function topOf(roadmap: Roadmap): Parent {
	const [only] = roadmap.children;
	return roadmap.children.length === 1 && only?.kind === 'section' ? only : roadmap;
}

function nodeOf(content: Content): Node | undefined {
	return content.kind === 'node' ? content.node : undefined;
}

function levelOf(node: Node): number {
	return node.kind === 'section' ? node.level : Infinity;
}

function parentOf(roadmap: Roadmap, node: Node): Parent {
	const path = pathAt(roadmap, node.span.start);
	return path[path.indexOf(node) - 1] ?? roadmap;
}

/** A section itself, or the one that an item stands in. */
function sectionAround(roadmap: Roadmap, node: Node): Node | undefined {
	const path = pathAt(roadmap, node.span.start);
	return path.slice(0, path.indexOf(node) + 1).findLast(({ kind }) => kind === 'section');
}
