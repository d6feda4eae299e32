import { hasTasks, keyOf, labelOf, nextTask, progressOf, type Node, type Roadmap, type Task } from '../core';
import type { Settings } from '../contributions';
import type { ReadRoadmap, RoadmapFile } from '../workspace/roadmapFile';

/** What one row of the tree stands for. */
export type Content =
	/** A roadmap among several, or one that cannot be read. */
	| { readonly kind: 'file'; readonly file: RoadmapFile; readonly name: string }
	| {
			readonly kind: 'node';
			readonly file: ReadRoadmap;
			readonly node: Node;
			/** Whether it is the task to go on with. */
			readonly isNext: boolean;
	  }
	/** A line that says why there is nothing to tick. */
	| { readonly kind: 'notice'; readonly file: ReadRoadmap; readonly notice: 'noTasks' | 'empty' };

export type EmptySections = Settings['tree.emptySections'];

/** The top rows: a single roadmap's own, or one row for each roadmap. */
export function topContents(files: readonly RoadmapFile[], names: readonly string[], empty: EmptySections): Content[] {
	const [only] = files;
	return files.length === 1 && only?.kind === 'read'
		? contentsOfFile(only, empty)
		: files.map((file, index) => ({ kind: 'file', file, name: names[index] ?? '' }));
}

/** The rows below one. */
export function contentsBelow(content: Content, empty: EmptySections): Content[] {
	switch (content.kind) {
		case 'file':
			return content.file.kind === 'read' ? contentsOfFile(content.file, empty) : [];
		case 'node':
			return asContents(content.file, shownChildren(content.file.roadmap, content.node.children, empty));
		case 'notice':
			return [];
	}
}

/** Whether there are rows below one; cheaper than to make them. */
export function hasContentsBelow(content: Content, empty: EmptySections): boolean {
	switch (content.kind) {
		case 'file':
			return content.file.kind === 'read'; // at least a notice
		case 'node': {
			const { file, node } = content;
			// What is in a section is not made before somebody opens it.
			return node.kind === 'section' && !showsAll(file.roadmap, empty) ? hasTasks(node) : node.children.length > 0;
		}
		case 'notice':
			return false;
	}
}

function contentsOfFile(file: ReadRoadmap, empty: EmptySections): Content[] {
	const { roadmap } = file;
	const contents = asContents(file, withoutTitle(shownChildren(roadmap, roadmap.children, empty), roadmap, empty));
	if (hasTasks(roadmap)) {
		return contents;
	}
	return [{ kind: 'notice', file, notice: roadmap.children.length > 0 ? 'noTasks' : 'empty' }, ...contents];
}

/** A lone top section is the document's title, which the tree need not repeat. */
function withoutTitle(top: readonly Node[], roadmap: Roadmap, empty: EmptySections): readonly Node[] {
	const [only] = top;
	return top.length === 1 && only?.kind === 'section' ? shownChildren(roadmap, only.children, empty) : top;
}

/** Sections without tasks are left out as the setting says; `auto` keeps them where nothing else would be left. */
function shownChildren(roadmap: Roadmap, children: readonly Node[], empty: EmptySections): readonly Node[] {
	return showsAll(roadmap, empty) ? children : children.filter(isShown);
}

function showsAll(roadmap: Roadmap, empty: EmptySections): boolean {
	return empty === 'show' || (empty === 'auto' && !hasTasks(roadmap));
}

function isShown(node: Node): boolean {
	return node.kind !== 'section' || hasTasks(node);
}

/** Roadmaps never change, and all rows of one ask for it. */
const known = new WeakMap<Roadmap, { readonly next: Task | undefined }>();

function nextOf(roadmap: Roadmap): Task | undefined {
	const found = known.get(roadmap) ?? { next: nextTask(roadmap) };
	known.set(roadmap, found);
	return found.next;
}

function asContents(file: ReadRoadmap, nodes: readonly Node[]): Content[] {
	const next = nextOf(file.roadmap);
	return nodes.map(node => ({ kind: 'node', file, node, isNext: node === next }));
}

/** What tells a row from its siblings, but for those with the same words. */
export function keyOfContent(content: Content): string {
	switch (content.kind) {
		case 'file':
			return `file:${content.file.uri.toString()}`;
		case 'node':
			return keyOf(content.node);
		case 'notice':
			return 'notice';
	}
}

/** Whether two contents have the same key; nothing is put together to tell. */
export function hasSameKey(a: Content, b: Content): boolean {
	return a.kind === 'node' && b.kind === 'node'
		? a.node.kind === b.node.kind && labelOf(a.node) === labelOf(b.node)
		: a.kind === b.kind && keyOfContent(a) === keyOfContent(b);
}

/** Whether two contents look the same in the tree, wherever they stand in the text. */
export function looksSame(a: Content, b: Content): boolean {
	if (a.kind === 'file' && b.kind === 'file') {
		return a.name === b.name && looksSameFile(a.file, b.file);
	}
	if (a.kind === 'notice' && b.kind === 'notice') {
		return a.notice === b.notice;
	}
	return a.kind === 'node' && b.kind === 'node' && a.isNext === b.isNext && looksSameNode(a.node, b.node);
}

function looksSameFile(a: RoadmapFile, b: RoadmapFile): boolean {
	return a.kind === 'read'
		? b.kind === 'read' && sameProgress(a.roadmap, b.roadmap)
		: b.kind === 'unread' && a.problem === b.problem;
}

function looksSameNode(a: Node, b: Node): boolean {
	return (
		a.kind === b.kind &&
		labelOf(a) === labelOf(b) &&
		(a.kind !== 'task' || b.kind !== 'task' || a.state === b.state) &&
		sameProgress(a, b)
	);
}

function sameProgress(a: Roadmap | Node, b: Roadmap | Node): boolean {
	const before = progressOf(a);
	const now = progressOf(b);
	return before.done === now.done && before.total === now.total;
}
