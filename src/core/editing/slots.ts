import type { Bullet } from './bullet';
import type { Entry } from './draft';

/** Where something is to go: into an entry or the roadmap (`ROOT`), beside one of its children or behind the last. */
export interface Target {
	readonly parent: number;
	readonly before?: Entry | undefined;
	readonly behind?: Entry | undefined;
}

/** A place between two lines, and what has to be put around what goes there. */
export interface Slot {
	/** Where a line starts, or the text ends. */
	readonly offset: number;
	/** The lines to put before, between and behind: blank ones as a rule. */
	readonly before: readonly string[];
	readonly between: readonly string[];
	readonly behind: readonly string[];
	/** A section's level, or how many items are around an item. */
	readonly rank: number;
	/** Whether it is right before something else, and the gap there is above it. */
	readonly isBefore: boolean;
}

export interface ItemSlot extends Slot {
	/** How items start there. */
	readonly bullet: Bullet;
	/** The item beside it, to whose list it belongs. */
	readonly anchor?: Entry;
}

export interface SectionSlot extends Slot {
	/** Whether headings there have lines below them, and not marks before. */
	readonly isUnderlined: boolean;
}
