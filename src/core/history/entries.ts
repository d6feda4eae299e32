import type { Node, Roadmap, TaskState } from '../model';
import { labelOf } from '../walk';
import { type Wording, Wordings } from './wording';

/** A section as tasks name it: all headings with the same titles above them are one. */
export interface Heading {
	/** The same for the same titles, whatever the version. */
	readonly id: number;
	/** The titles from the outermost to its own. */
	readonly titles: readonly string[];
	readonly wording: Wording;
}

/** A task of one version, as it is compared with those of the next. */
export interface Entry {
	/** Which of its version's tasks it is. */
	readonly index: number;
	readonly text: string;
	readonly state: TaskState;
	readonly wording: Wording;
	/** The same object for the same titles, whatever the version. */
	readonly heading: Heading;
	/** The same number for the same text below the same headings and items, whatever the version. */
	readonly place: number;
}

/** So many tasks are read in a millisecond or so. */
const tasksAtOnce = 100;

interface Step {
	readonly node: Node;
	readonly heading: Heading;
	/** Names the headings and items above. */
	readonly above: number;
}

/** Reads the tasks of the versions of one roadmap. */
export class EntryReader {
	private readonly places = new Map<string, number>();
	private readonly headings = new Map<number, Heading>();
	readonly wordings = new Wordings();
	private readonly top: Heading = { id: 0, titles: [], wording: this.wordings.of('') };

	/** In document order, some at a step. */
	*read(roadmap: Roadmap): Generator<void, readonly Entry[]> {
		const entries: Entry[] = [];
		const stack: Step[] = [];
		const open = (nodes: readonly Node[], heading: Heading, above: number): void => {
			for (let index = nodes.length - 1; index >= 0; index--) {
				stack.push({ node: nodes[index] as Node, heading, above });
			}
		};
		open(roadmap.children, this.top, 0);
		for (let step = stack.pop(); step; step = stack.pop()) {
			const { node, above } = step;
			const place = this.placeOf(above, node);
			const heading = node.kind === 'section' ? this.headingOf(place, step.heading, node.title) : step.heading;
			if (node.kind === 'task') {
				const { text, state } = node;
				entries.push({ index: entries.length, text, state, wording: this.wordings.of(text), heading, place });
				if (entries.length % tasksAtOnce === 0) yield;
			}
			open(node.children, heading, place);
		}
		return entries;
	}

	private placeOf(above: number, node: Node): number {
		const name = `${String(above)}${node.kind === 'section' ? '#' : '-'}${labelOf(node)}`;
		let place = this.places.get(name);
		if (place === undefined) this.places.set(name, (place = this.places.size + 1));
		return place;
	}

	private headingOf(place: number, { titles }: Heading, title: string): Heading {
		let heading = this.headings.get(place);
		if (!heading) {
			heading = { id: place, titles: [...titles, title], wording: this.wordings.of(title) };
			this.headings.set(place, heading);
		}
		return heading;
	}
}
