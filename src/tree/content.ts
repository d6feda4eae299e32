import { hasTasks, hasToDo, keyOf, labelOf, nextTask, progressOf, type Node, type Roadmap, type Task } from '../core';
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
			/** Which one it is of the siblings with the same words, shown or not. */
			readonly occurrence: number;
	  }
	/** A line that says why there is nothing to tick. */
	| { readonly kind: 'notice'; readonly file: ReadRoadmap; readonly notice: 'noTasks' | 'empty' };

export type EmptySections = Settings['tree.emptySections'];

/** What is left out of the tree. */
export interface Filter {
	readonly emptySections: EmptySections;
	/** Whether what is completed is left out. */
	readonly hidesCompleted: boolean;
}

/** The top rows: a single roadmap's own, or one row for each roadmap. */
export function topContents(files: readonly RoadmapFile[], names: readonly string[], filter: Filter): Content[] {
	const [only] = files;
	if (files.length === 1 && only?.kind === 'read') {
		return contentsOfFile(only, filter);
	}
	const contents: Content[] = files.map((file, index) => ({ kind: 'file', file, name: names[index] ?? '' }));
	return contents.filter(({ file }) => file.kind !== 'read' || !isHidden(file.roadmap, filter));
}

/** The rows below one. */
export function contentsBelow(content: Content, filter: Filter): Content[] {
	switch (content.kind) {
		case 'file':
			return content.file.kind === 'read' ? contentsOfFile(content.file, filter) : [];
		case 'node':
			return contentsOf(content.file, content.node.children, filter);
		case 'notice':
			return [];
	}
}

/** Whether there are rows below one; cheaper than to make them. */
export function hasContentsBelow(content: Content, filter: Filter): boolean {
	switch (content.kind) {
		case 'file':
			return content.file.kind === 'read'; // at least a notice
		case 'node': {
			const { file, node } = content;
			// What is in a section is not made before somebody opens it.
			return node.kind === 'section' && !showsEmpty(file.roadmap, filter)
				? hasTasks(node)
				: node.children.some(child => !isHidden(child, filter));
		}
		case 'notice':
			return false;
	}
}

function contentsOfFile(file: ReadRoadmap, filter: Filter): Content[] {
	const { roadmap } = file;
	const contents = contentsOf(file, withoutTitle(roadmap, filter), filter);
	if (hasTasks(roadmap)) {
		return contents;
	}
	return [{ kind: 'notice', file, notice: roadmap.children.length > 0 ? 'noTasks' : 'empty' }, ...contents];
}

/** A lone top section is the document's title, which the tree need not repeat. It is none where others are but hidden. */
function withoutTitle(roadmap: Roadmap, filter: Filter): readonly Node[] {
	const { children } = roadmap;
	const [only, ...others] = showsEmpty(roadmap, filter) ? children : children.filter(isNotEmpty);
	return only?.kind === 'section' && others.length === 0 ? only.children : children;
}

/** Sections without tasks are left out as the setting says; `auto` keeps them where nothing else would be left. */
function showsEmpty(roadmap: Roadmap, { emptySections }: Filter): boolean {
	return emptySections === 'show' || (emptySections === 'auto' && !hasTasks(roadmap));
}

function isNotEmpty(node: Node): boolean {
	return node.kind !== 'section' || hasTasks(node);
}

/** Completed is what has tasks and nothing left to do: neither inside nor, of a task, itself. */
function isHidden(parent: Roadmap | Node, { hidesCompleted }: Filter): boolean {
	return hidesCompleted && !hasToDo(parent) && (parent.kind === 'task' || hasTasks(parent));
}

/** Roadmaps never change, and all rows of one ask for it. */
const known = new WeakMap<Roadmap, { readonly next: Task | undefined }>();

function nextOf(roadmap: Roadmap): Task | undefined {
	const found = known.get(roadmap) ?? { next: nextTask(roadmap) };
	known.set(roadmap, found);
	return found.next;
}

/** The rows for some siblings, but for those that are left out. */
function contentsOf(file: ReadRoadmap, siblings: readonly Node[], filter: Filter): Content[] {
	const { roadmap } = file;
	const next = nextOf(roadmap);
	const showsAll = showsEmpty(roadmap, filter);
	const counts = new Map<string, number>();
	const contents: Content[] = [];
	for (const node of siblings) {
		const key = keyOf(node);
		const occurrence = counts.get(key) ?? 0;
		counts.set(key, occurrence + 1);
		if ((showsAll || isNotEmpty(node)) && !isHidden(node, filter)) {
			contents.push({ kind: 'node', file, node, isNext: node === next, occurrence });
		}
	}
	return contents;
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
		: isSameFile(a, b) || (a.kind === b.kind && keyOfContent(a) === keyOfContent(b));
}

/** Whether two contents are of a roadmap, and that has not changed. */
export function isSameFile(a: Content, b: Content): boolean {
	return a.kind === 'file' && b.kind === 'file' && a.file === b.file;
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
	if (a === b) {
		return true;
	}
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
