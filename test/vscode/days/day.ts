import { createParser, type Roadmap } from '../../../src/core';
import { plainRoadmap } from '../../unit/support/plain';
import type { Random } from '../../unit/support/random';
import type { Product } from '../support/product';
import type { Repository } from '../../host/repository';
import type { Disk } from './disk';
import type { Effect, World } from './world';

/** What actions are done with. */
export interface Day {
	readonly random: Random;
	/** Before the step; actions that are done at the same time all begin there. */
	readonly world: World;
	readonly product: Product;
	readonly disk: Disk;
	readonly repository: Repository;
	/** The addresses of the folder that is always there, and of the one that comes and goes. */
	readonly folders: readonly [string, string];
	/** A word that is nowhere yet. */
	readonly word: string;
	/** What the person answers when they are asked for words, or for one of several. */
	readonly answer: (answer: string | undefined) => void;
}

/** Something that is done, and what may come of it. */
export interface Deed {
	/** For whoever reads the log of a day. */
	readonly says: string;
	readonly run: () => Promise<unknown>;
	readonly effect: Effect;
	/** What else may be done at the same time: nothing, where left out. */
	readonly goesWithOthers?: boolean;
}

/** Finds something to do; nothing where there is none of the kind. */
export type Action = (day: Day) => Deed | undefined;

/** Reads a text as the settings of a world have it. */
export function parsed({ settings }: World, text: string): Roadmap {
	return createParser({ states: settings.states }).parse(text);
}

/** A roadmap as somebody may write it; with line feeds only, as a document has line ends of one kind. */
export function textLike(random: Random): string {
	return `${plainRoadmap(random).replaceAll('\r\n', '\n').slice(0, 1500).trimEnd()}\n`;
}
