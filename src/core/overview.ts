import type { Progress, Roadmap, Section } from './model';
import type { Parent } from './walk';

/** What the reading itself tells of a roadmap or section, so that nobody has to make its nodes to count them. */
export interface Overview {
	readonly progress: Progress;
	/** Whether there is a task in it, whatever its state. */
	readonly hasTasks: boolean;
	/** The sections right below it. */
	readonly sections: readonly Section[];
}

/** Not listed, compared or serialised. A `WeakMap` of thousands of sections would keep the garbage collector busy for long. */
const key = Symbol('overview');

interface Overviewed {
	readonly [key]?: Overview;
}

export function setOverview(parent: Roadmap | Section, overview: Overview): void {
	Object.defineProperty(parent, key, { value: overview });
}

/** `undefined` for other nodes, and for what no parser has made. */
export function overviewOf(parent: Parent): Overview | undefined {
	// A roadmap's sections are found with the first look at what is in it.
	return parent.kind === 'roadmap' && parent.children.length === 0 ? undefined : (parent as Overviewed)[key];
}
