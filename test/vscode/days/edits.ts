import { applyEdits, relocate, type Change, type Node, type Refusal, type TextEdit } from '../../../src/core';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Now } from '../../../src/workspace/structure';
import { parsed } from './day';
import {
	done,
	edited,
	refused,
	saved,
	stateOf,
	textOf,
	withFile,
	type Effect,
	type Outcome,
	type World,
} from './world';

/** An edit that the extension is asked for. */
export interface Wish {
	/** The roadmap as it was shown, and nodes of it, which are found again. */
	readonly file: ReadRoadmap;
	readonly nodes: readonly Node[];
	/** What the core makes of it. */
	readonly make: (now: Now, world: World) => Change | Refusal | readonly TextEdit[];
}

/** Exactly what the core's function gives for the text; or nothing, and somebody is told. All of the wishes or none. */
export function productEdit(...wishes: readonly Wish[]): Effect {
	return world => {
		let after = world;
		for (const wish of wishes) {
			const text = textAfter(world, wish);
			if (text === undefined) {
				return refused(world);
			}
			after = edited(after, wish.file.uri.toString(), text);
		}
		const keys = wishes.map(({ file }) => file.uri.toString()).filter(key => textOf(world, key) !== textOf(after, key));
		for (const key of keys.length > 1 ? keys : []) {
			// One undo would take back both, and what is undone in these days is of one file.
			after = withFile(after, key, { past: [], future: [] });
		}
		return savedIfAsked(after, keys);
	};
}

/** The text that a wish leads to; nothing where it is refused. */
export function textAfter(world: World, { file, nodes, make }: Wish): string | undefined {
	const text = textOf(world, file.uri.toString());
	if (text === undefined) {
		return undefined;
	}
	const roadmap = text === file.text ? file.roadmap : parsed(world, text);
	const found = text === file.text ? nodes : nodes.map(node => relocate(file.roadmap, node, roadmap));
	if (!found.every(node => node !== undefined)) {
		return undefined;
	}
	const made = make({ text, roadmap, nodes: found, options: { states: world.settings.states } }, world);
	return 'refused' in made ? undefined : applyEdits(text, 'edits' in made ? made.edits : made);
}

/** What cannot be saved stays unsaved, and somebody is told. */
export function savedIfAsked(world: World, keys: readonly string[]): Outcome[] {
	let outcomes = done(world);
	for (const key of world.settings.saveAfterEdit ? keys : []) {
		outcomes = outcomes.flatMap(({ world: before, refusals }) =>
			saved(before, key).map(after => ({
				world: after,
				refusals: refusals + Number(stateOf(after, key).isDirty),
			})),
		);
	}
	return outcomes;
}
