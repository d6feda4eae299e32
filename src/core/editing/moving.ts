import type { Node } from '../model';
import {
	type Change,
	type EditOptions,
	type Place,
	type Refusal,
	targetAt,
	withEntries,
	type Workpiece,
} from './change';
import type { Draft, Entry } from './draft';
import { holdsTask, isOneList } from './itemSlots';
import { pieceOf } from './pieces';
import { type Insertion, rearrange } from './rearrange';
import type { Target } from './slots';

/** Takes nodes out, with all that is inside them. */
export function remove(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return withEntries(text, nodes, options, ({ draft, drafter }, entries) => rearrange(drafter, draft, entries, []));
}

/** Moves nodes to one place, in document order. Sections come on the level of those beside them. */
export function move(text: string, nodes: readonly Node[], place: Place, options: EditOptions = {}): Change | Refusal {
	return withEntries(text, nodes, options, (workpiece, entries) => {
		const target = targetAt(workpiece.draft, place);
		return target ? moveTo(workpiece, [{ target, entries }]) : 'gone';
	});
}

/** Some of the entries, and where they go. */
export interface Going {
	readonly target: Target;
	readonly entries: readonly Entry[];
}

/** Takes entries from where they are to where they go; refuses to put one into itself. */
export function moveTo({ draft, drafter }: Workpiece, goings: readonly Going[]): Change | Refusal['refused'] {
	const leaving = goings.flatMap(({ entries }) => entries).sort((one, other) => one.index - other.index);
	const isInside = ({ parent }: Target) => leaving.some(({ index, behind }) => parent >= index && parent < behind);
	if (goings.some(({ target }) => isInside(target))) return 'intoItself';
	const insertions = goings.map(({ target, entries }): Insertion => {
		return { target, pieces: entries.map(entry => pieceOf(draft, entry)) };
	});
	return rearrange(drafter, draft, leaving, insertions);
}

/** Moves nodes one place up among those that hold tasks beside them. What is first already stays. */
export function moveUp(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return moveRuns(text, nodes, options, 'first', ({ siblings, first, run }) => {
		const before = siblings[first - 1];
		return before && { target: { parent: before.parent, before }, entries: run };
	});
}

/** Moves nodes one place down among those that hold tasks beside them. What is last already stays. */
export function moveDown(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return moveRuns(text, nodes, options, 'last', ({ siblings, first, run }) => {
		const behind = siblings[first + run.length];
		return behind && { target: { parent: behind.parent, behind }, entries: run };
	});
}

/** Moves nodes into the item or the section right above them on their level, behind what is in there. */
export function indent(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return moveRuns(text, nodes, options, 'nothingAbove', ({ draft, all, run }) => {
		const [first] = run;
		const above = first && all[all.indexOf(first) - 1];
		if (!first || above?.kind !== first.kind) return undefined;
		if (above.kind === 'item' && !isOneList(draft, above, first)) return undefined;
		return { target: { parent: above.index }, entries: run };
	});
}

/** Moves nodes out of the item or the section that they are in, right behind it. */
export function outdent(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return moveRuns(text, nodes, options, 'outermost', ({ draft, run }) => {
		const [first] = run;
		const behind = first && draft.at(first.parent);
		return behind?.kind === first?.kind && behind
			? { target: { parent: behind.parent, behind }, entries: run }
			: undefined;
	});
}

/** Entries that stand side by side. */
interface Run {
	readonly draft: Draft;
	/** All entries beside them and they themselves; and those of their kind that are sections or hold tasks. */
	readonly all: readonly Entry[];
	readonly siblings: readonly Entry[];
	/** Where the first of the run is among the siblings. */
	readonly first: number;
	readonly run: readonly Entry[];
}

/** Moves each run of nodes side by side; refuses where none of them can move. */
function moveRuns(
	text: string,
	nodes: readonly Node[],
	options: EditOptions,
	otherwise: Refusal['refused'],
	goingOf: (run: Run) => Going | undefined,
): Change | Refusal {
	return withEntries(text, nodes, options, (workpiece, entries) => {
		const goings = runsOf(workpiece.draft, entries).flatMap(run => goingOf(run) ?? []);
		if (goings.length === 0) return otherwise;
		return moveTo(workpiece, goings);
	});
}

function runsOf(draft: Draft, entries: readonly Entry[]): Run[] {
	const chosen = new Set(entries);
	const runs: Run[] = [];
	const seen = new Set<Entry>();
	for (const entry of entries) {
		if (seen.has(entry)) continue;
		const all = draft.childrenOf(entry.parent);
		const siblings = all.filter(
			each => each.kind === entry.kind && (entry.kind === 'section' || holdsTask(draft, each)),
		);
		let first = siblings.length;
		siblings.forEach((sibling, index) => {
			if (!chosen.has(sibling)) {
				first = siblings.length;
				return;
			}
			seen.add(sibling);
			if (first > index) first = index;
			const isLast = !chosen.has(siblings[index + 1] as Entry);
			if (isLast) runs.push({ draft, all, siblings, first, run: siblings.slice(first, index + 1) });
		});
	}
	return runs;
}
