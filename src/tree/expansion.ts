import type { Memento } from 'vscode';
import { nextTask } from '../core';
import type { RoadmapFile } from '../workspace/roadmapFile';
import { isTexts, keptUnder } from './kept';
import type { Element, TreeModel } from './model';
import { remember } from './remember';

/** Rows remembered for one roadmap; who opens more loses the oldest, after a reload only. */
const most = 500;

/** Levels opened to show the next task; who nests deeper opens the rest. */
const deepest = 20;

const storageKey = 'tree.expanded';

/** Which rows are open, kept for the workspace: VS Code forgets it when the window is reloaded. */
export class Expansion {
	readonly #open: Map<string, Set<string>>;

	constructor(private readonly memento: Memento) {
		const stored = Object.entries(keptUnder(memento, storageKey, isObject) ?? {});
		this.#open = new Map(stored.flatMap(([file, paths]) => (isTexts(paths) ? [[file, new Set(paths)]] : [])));
	}

	isOpen(element: Element): boolean {
		return this.#open.get(fileKey(element.content.file))?.has(element.path) ?? false;
	}

	set(elements: Iterable<Element>, isOpen: boolean): void {
		for (const { content, path } of elements) {
			const key = fileKey(content.file);
			const paths = this.#open.get(key) ?? new Set<string>();
			if (isOpen) {
				paths.add(path);
			} else {
				paths.delete(path);
			}
			this.#open.set(key, paths);
		}
		this.#store();
	}

	/** A roadmap seen for the first time opens the way to its next task. */
	welcome(model: TreeModel, file: RoadmapFile): void {
		const key = fileKey(file);
		if (this.#open.has(key) || file.kind !== 'read') {
			return;
		}
		const next = nextTask(file.roadmap);
		const rows: Element[] = [];
		for (let row = next && model.elementAt(file, next.mark)?.parent; row; row = row.parent) {
			rows.unshift(row);
		}
		this.#open.set(key, new Set(rows.slice(0, deepest).map(({ path }) => path)));
		this.#store();
	}

	#store(): void {
		const entries = [...this.#open].map(([file, paths]) => [file, [...paths].slice(-most)]);
		remember(this.memento, storageKey, Object.fromEntries(entries));
	}
}

function fileKey(file: RoadmapFile): string {
	return file.uri.toString();
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
