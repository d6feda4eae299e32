import type { Node } from '../model';
import {
	type Change,
	changeOf,
	type EditOptions,
	oneLine,
	type Place,
	type Refusal,
	targetAt,
	withEntries,
} from './change';
import { createDrafter } from './draft';
import { newSection, newTask, type Piece, pieceOf, piecesIn } from './pieces';
import { rearrange } from './rearrange';

/** Adds an open task for each of these lines of Markdown; they take over the style of what is around them. */
export function addTasks(
	text: string,
	place: Place,
	words: readonly string[],
	options: EditOptions = {},
): Change | Refusal {
	return insert(
		text,
		place,
		words
			.map(oneLine)
			.filter(line => line !== '')
			.map(line => newTask(line)),
		options,
	);
}

/** Adds a section with nothing in it; its title is one line of Markdown. */
export function addSection(text: string, place: Place, title: string, options: EditOptions = {}): Change | Refusal {
	const words = oneLine(title);
	return insert(text, place, words === '' ? [] : [newSection(words)], options);
}

/**
 * Puts Markdown from elsewhere in: its sections and items with all that is in them, plain items as tasks; what is neither,
 * as a task for each line. Front matter stays out, and the indentation that all lines share.
 */
export function insertMarkdown(
	text: string,
	place: Place,
	markdown: string,
	options: EditOptions = {},
): Change | Refusal {
	return insert(text, place, piecesIn(markdown, createDrafter(options.states ?? 'gfm')), options);
}

function insert(text: string, place: Place, pieces: readonly Piece[], options: EditOptions): Change | Refusal {
	if (pieces.length === 0) return { refused: 'noWords' };
	return changeOf(text, options, ({ draft, drafter }) => {
		const target = targetAt(draft, place);
		return target ? rearrange(drafter, draft, [], [{ target, pieces }]) : 'gone';
	});
}

/** Puts a copy behind each of the nodes. */
export function duplicate(text: string, nodes: readonly Node[], options: EditOptions = {}): Change | Refusal {
	return withEntries(text, nodes, options, ({ draft, drafter }, entries) =>
		rearrange(
			drafter,
			draft,
			[],
			entries.map(entry => ({ target: { parent: entry.parent, behind: entry }, pieces: [pieceOf(draft, entry)] })),
		),
	);
}
