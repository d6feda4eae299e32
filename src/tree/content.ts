import { keyOf, labelOf, progressOf, tasksIn, type Node, type Roadmap } from '../core';
import type { Settings } from '../contributions';
import type { ReadRoadmap, RoadmapFile } from '../workspace/roadmapFile';

/** What one row of the tree stands for. */
export type Content =
	/** A roadmap among several, or one that cannot be read. */
	| { readonly kind: 'file'; readonly file: RoadmapFile; readonly name: string }
	| { readonly kind: 'node'; readonly file: ReadRoadmap; readonly node: Node }
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
	if (empty === 'show' || (empty === 'auto' && !hasTasks(roadmap))) {
		return children;
	}
	return children.filter(child => child.kind !== 'section' || hasTasks(child));
}

/** Nodes never change, and every row of a roadmap asks for the whole of it. */
const known = new WeakMap<Roadmap | Node, boolean>();

function hasTasks(parent: Roadmap | Node): boolean {
	const answer = known.get(parent) ?? !tasksIn(parent).next().done;
	known.set(parent, answer);
	return answer;
}

function asContents(file: ReadRoadmap, nodes: readonly Node[]): Content[] {
	return nodes.map(node => ({ kind: 'node', file, node }));
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

/** Equal where two contents look the same in the tree, wherever they stand in the text. */
export function appearanceOf(content: Content): string {
	switch (content.kind) {
		case 'file':
			return content.file.kind === 'read'
				? `${content.name}\0${progressText(content.file.roadmap)}`
				: `${content.name}\0${content.file.problem}`;
		case 'node': {
			const { node } = content;
			return `${labelOf(node)}\0${node.kind === 'task' ? node.state : ''}\0${progressText(node)}`;
		}
		case 'notice':
			return content.notice;
	}
}

function progressText(parent: Roadmap | Node): string {
	const { done, total } = progressOf(parent);
	return `${done}/${total}`;
}
