import type { Node, Roadmap, Section } from './model';
import type { Parent } from './walk';

/** What the reading itself tells of a roadmap or section, so that nobody has to make its nodes to count them. */
export interface Overview {
	readonly done: number;
	readonly total: number;
	/** Whether there is a task in it, whatever its state. */
	readonly hasTasks: boolean;
	/** The sections right below it. */
	readonly sections: readonly Section[];
	/** The nodes right below it, made when somebody looks at them. */
	readonly children: readonly Node[];
}

/** Not listed, compared or serialised. A `WeakMap` of thousands of sections would keep the garbage collector busy for long. */
const key = Symbol('overview');

interface Overviewed {
	readonly [key]?: Overview | (() => Overview);
}

/** One for all: with a getter of its own each section would be of a hidden class of its own, which takes a kilobyte. */
const children: PropertyDescriptor & ThisType<Parent> = {
	enumerable: true,
	get() {
		return overviewOf(this)?.children;
	},
};

/**
 * Adds children, which are those of the overview, as a property that can be listed, compared and serialised.
 *
 * @param childless Has no such property yet: an object that is to exchange one for a getter V8 makes a slow dictionary.
 * @param overview Or what gives it, when somebody looks at the first of it.
 */
export function withOverview<P extends Roadmap | Section>(
	childless: Omit<P, 'children'>,
	overview: Overview | (() => Overview),
): P {
	Object.defineProperty(childless, 'children', children);
	return Object.defineProperty(childless, key, { value: overview }) as P;
}

/** `undefined` for other nodes, and for what no parser has made. */
export function overviewOf(parent: Parent): Overview | undefined {
	const overview = (parent as Overviewed)[key];
	return typeof overview === 'function' ? overview() : overview;
}
