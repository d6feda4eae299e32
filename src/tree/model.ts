import { pathAt, relocate } from '../core';
import { hash } from '../util/hash';
import type { RoadmapFile } from '../workspace/roadmapFile';
import {
	contentsBelow,
	hasContentsBelow,
	hasSameKey,
	isSameFile,
	keyOfContent,
	looksSame,
	topContents,
	type Content,
	type Filter,
} from './content';

/** Numbers the rows of all trees: an id never comes back, so no two rows can ever share one. */
let ids = 0;

/** One row. It outlives edits: what it shows is exchanged, so that expansion and selection stay. */
export class Element {
	#id = String(++ids);
	/** The rows below, once somebody has asked for them. */
	children: readonly Element[] | undefined;
	/** Whether VS Code has ever asked for it. */
	isKnown = false;
	/** Whether VS Code keeps its hover and click, which tell of a place in the text; see `resolveTreeItem`. */
	isResolved = false;
	/** What VS Code still shows of it, where it has not been told yet of the content. */
	before: Content | undefined;

	constructor(
		readonly parent: Element | undefined,
		public content: Content,
	) {}

	get id(): string {
		return this.#id;
	}

	/**
	 * What people mean when they do something with the row: what they see, found again in the roadmap as it is now, so that all
	 * rows of a roadmap mean something in the same reading of it. Where it is gone, as they see it.
	 */
	get meant(): Content {
		const { before, content } = this;
		if (before?.kind !== 'node' || content.file.kind !== 'read') {
			return content;
		}
		const node = relocate(before.file.roadmap, before.node, content.file.roadmap);
		return node ? { ...before, file: content.file, node } : before;
	}

	/** Has VS Code take it for a new row when the tree is refreshed: a known one it neither opens nor closes. */
	renew(): void {
		this.#id = String(++ids);
	}

	/** Stands for the words of the rows that lead here, and so is the same after a reload of the window. */
	get path(): string {
		return `${this.parent?.path ?? ''}/${hash(keyOfContent(this.content))}.${occurrenceOf(this.content)}`;
	}
}

/** A row that is to show new content. */
interface Renewal {
	readonly row: Element;
	readonly content: Content;
	/** Whether nothing around it is shown anew already. */
	readonly isReported: boolean;
}

/** The rows of the tree and what became of them with each change. Knows nothing of VS Code. */
export class TreeModel {
	#top: readonly Element[] = [];
	#filter: Filter = { emptySections: 'auto', hidesCompleted: false };
	/** The rows of which VS Code still shows what they were before. */
	#behind: Element[] = [];

	get top(): readonly Element[] {
		return this.#top;
	}

	/**
	 * Shows these roadmaps from now on; VS Code goes on showing rows as they were, until `told`.
	 *
	 * @param names The roadmaps' names, in the same order.
	 * @returns The topmost rows that look different, or have other rows below them; `top` when that goes for the tree itself.
	 */
	update(files: readonly RoadmapFile[], names: readonly string[], filter: Filter): 'top' | readonly Element[] {
		const before = this.#filter;
		this.#filter = filter;
		const changed: Element[] = [];
		const renewals: Renewal[] = [];
		const top = this.#merge(undefined, this.#top, topContents(files, names, filter), renewals);
		// Not by recursion: open rows may be nested deeper than the call stack.
		for (const next of renewals) {
			this.#keepBefore(next.row);
			if (this.#renew(next, before, renewals) && next.isReported) {
				changed.push(next.row);
			}
		}
		const isSame = sameElements(top, this.#top);
		this.#top = top;
		return isSame ? changed : 'top';
	}

	#keepBefore(row: Element): void {
		if (row.isKnown && !row.before) {
			row.before = row.content;
			this.#behind.push(row);
		}
	}

	/** VS Code has been told of all changes, or there was nothing to tell. */
	told(): void {
		for (const row of this.#behind) {
			row.before = undefined;
		}
		this.#behind = [];
	}

	/** The rows below one, made when first asked for. */
	childrenOf(element: Element): readonly Element[] {
		element.children ??= this.#below(element).map(content => new Element(element, content));
		return element.children;
	}

	hasChildren(element: Element, filter = this.#filter): boolean {
		return element.children ? element.children.length > 0 : hasContentsBelow(element.content, filter);
	}

	/** Whether a row is one of the tree, and not gone from it. */
	holds(element: Element): boolean {
		let row: Element | undefined = element;
		while (row) {
			const siblings: readonly Element[] | undefined = row.parent ? row.parent.children : this.#top;
			if (!siblings?.includes(row)) {
				return false;
			}
			row = row.parent;
		}
		return true;
	}

	/**
	 * The innermost row that holds an offset of a roadmap's text.
	 *
	 * @param depth How many nodes deep the roadmap is searched; all by default.
	 */
	elementAt(file: RoadmapFile, offset: number, depth?: number): Element | undefined {
		if (file.kind !== 'read') {
			return undefined;
		}
		const row = this.#top.find(({ content }) => content.kind === 'file' && content.file === file);
		let found = row;
		let rows = row ? this.childrenOf(row) : this.#top;
		for (const node of pathAt(file.roadmap, offset).slice(0, depth)) {
			const next = rows.find(({ content }) => content.kind === 'node' && content.node === node);
			if (next) {
				found = next;
				rows = this.childrenOf(next);
			}
		}
		return found;
	}

	/** The row of a path, if there still is one. */
	elementOf(path: string): Element | undefined {
		let found: Element | undefined;
		for (let rows = this.#top; ; rows = this.childrenOf(found)) {
			found = rows.find(row => row.path === path || path.startsWith(`${row.path}/`));
			if (!found || found.path === path) {
				return found;
			}
		}
	}

	#below(element: Element): Content[] {
		return contentsBelow(element.content, this.#filter);
	}

	/** The rows for new contents: those that are the same thing go on, and are to be renewed. */
	#merge(
		parent: Element | undefined,
		before: readonly Element[],
		contents: readonly Content[],
		renewals: Renewal[],
	): readonly Element[] {
		return pair(before, contents).map(([row, content]) => {
			if (row) {
				renewals.push({ row, content, isReported: true });
			}
			return row ?? new Element(parent, content);
		});
	}

	/** Gives a row its new content, and says whether it looks different; the rows below it are to be renewed next. */
	#renew({ row, content, isReported }: Renewal, before: Filter, renewals: Renewal[]): boolean {
		if (isSameFile(row.content, content) && sameFilter(before, this.#filter)) {
			const isRenamed = !looksSame(row.content, content);
			row.content = content;
			return isRenamed; // what is below is as it was
		}
		const looksDifferent = !looksSame(row.content, content);
		const hadChildren = this.hasChildren(row, before);
		const isStale = row.isResolved && !sameSource(row.content, content);
		row.content = content;
		const inner: Renewal[] = [];
		const children = row.children && this.#merge(row, row.children, this.#below(row), inner);
		const sameChildren = !children || sameElements(children, row.children ?? []);
		row.children = children;
		const isChanged = isStale || looksDifferent || !sameChildren || hadChildren !== this.hasChildren(row);
		// A row that is shown anew takes all below along.
		inner.forEach(renewal => renewals.push({ ...renewal, isReported: isReported && !isChanged }));
		return isChanged;
	}
}

type Pair = readonly [Element | undefined, Content];

/** Which row goes on showing which content: the one with the same words, else the one whose words were edited. */
function pair(before: readonly Element[], contents: readonly Content[]): Pair[] {
	const other = contents.filter((content, index) => !hasKeyOf(before[index], content));
	// Most that is typed rewords one row at most: then all stay where they are, and no words need to be looked up.
	return before.length === contents.length && other.length < 2
		? contents.map((content, index) => [sameKind(before[index], content), content])
		: pairByWords(before, contents);
}

function hasKeyOf(row: Element | undefined, content: Content): boolean {
	return row !== undefined && hasSameKey(row.content, content);
}

function sameKind(row: Element | undefined, { kind }: Content): Element | undefined {
	return row?.content.kind === kind ? row : undefined;
}

function pairByWords(before: readonly Element[], contents: readonly Content[]): Pair[] {
	const waiting = new Map(before.map(row => [numberedKeyOf(row.content), row]));
	const pairs = contents.map(content => {
		const key = numberedKeyOf(content);
		const row = waiting.get(key);
		waiting.delete(key);
		return [row, content] as const;
	});
	const left = [...waiting.values()];
	const unpaired = pairs.filter(([row]) => !row);
	// One row lost its words and one content is new: somebody is rewording it.
	const [reworded] = left.length === 1 && unpaired.length === 1 ? left : [];
	return pairs.map(([row, content]) => [row ?? sameKind(reworded, content), content]);
}

/** What tells a row from all its siblings. */
function numberedKeyOf(content: Content): string {
	return `${keyOfContent(content)}.${occurrenceOf(content)}`;
}

function occurrenceOf(content: Content): number {
	return content.kind === 'node' ? content.occurrence : 0;
}

function sameFilter(a: Filter, b: Filter): boolean {
	return a.emptySections === b.emptySections && a.hidesCompleted === b.hidesCompleted;
}

function sameElements(a: readonly Element[], b: readonly Element[]): boolean {
	return a.length === b.length && a.every((element, index) => element === b[index]);
}

/** Whether a row's place and source are as they were. */
function sameSource(a: Content, b: Content): boolean {
	if (a.kind !== 'node' || b.kind !== 'node') {
		return a.kind === b.kind;
	}
	const { start, end } = a.node.span;
	const now = b.node.span;
	return start === now.start && a.file.text.slice(start, end) === b.file.text.slice(now.start, now.end);
}
