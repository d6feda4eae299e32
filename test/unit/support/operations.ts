import {
	addSection,
	addTasks,
	applyEdits,
	type Change,
	createParser,
	descendants,
	duplicate,
	indent,
	insertMarkdown,
	labelOf,
	move,
	moveDown,
	moveUp,
	type Node,
	outdent,
	type Parent,
	type Place,
	type Refusal,
	remove,
	rename,
	type Roadmap,
	sortFinished,
	tasksIn,
} from '../../../src/core';
import type { Difference } from './difference';
import { nastyText } from './nasty';
import type { Random } from './random';

/** What a person may do to a roadmap's structure. */
const operations = [
	'addTasks',
	'addSection',
	'insertMarkdown',
	'remove',
	'duplicate',
	'move',
	'moveUp',
	'moveDown',
	'indent',
	'outdent',
	'sortFinished',
	'rename',
] as const;

type Operation = (typeof operations)[number];

/** An operation on a text: which nodes it is done to, and where they go. */
interface Done {
	readonly operation: Operation;
	readonly roadmap: Roadmap;
	readonly nodes: readonly Node[];
	readonly place: Place;
	readonly words: string;
	readonly result: Change | Refusal;
}

/**
 * Does something to a text by chance, the same for the same random numbers; what it did that it must not.
 *
 * @param isPlain Whether there is nothing in the text that could be in the way, so that nothing is unsafe.
 */
export function operationDifference(text: string, random: Random, isPlain: boolean): Difference | undefined {
	const done = operate(text, random, isPlain);
	const { nodes, operation, result } = done;
	if (!('refused' in result)) return violationIn(text, done);
	const isWell = !isPlain || result.refused !== 'unsafe';
	return isWell ? undefined : { text, ours: `${operation} of ${nodes.map(labelOf).join(', ')}: unsafe`, expected: '' };
}

function operate(text: string, random: Random, isPlain: boolean): Done {
	const roadmap = createParser().parse(text);
	const all = [...descendants(roadmap)];
	const operation = random.pick(operations);
	const nodes = all.length === 0 ? [] : random.some(1, random.chance(0.3) ? 4 : 1, () => random.pick(all));
	const place = placeIn(roadmap, all, random);
	const words = isPlain || random.chance(0.5) ? 'new words' : nastyText(random, 'mixed');
	return { operation, roadmap, nodes, place, words, result: resultOf(text, { operation, nodes, place, words }) };
}

function placeIn(roadmap: Roadmap, all: readonly Node[], random: Random): Place {
	const parent: Parent = random.chance(0.2) || all.length === 0 ? roadmap : random.pick(all);
	const beside = parent.children.length > 0 && random.chance(0.6) ? random.pick(parent.children) : undefined;
	return beside ? { parent, [random.pick(['before', 'behind'])]: beside } : { parent };
}

function resultOf(text: string, done: Omit<Done, 'result' | 'roadmap'>): Change | Refusal {
	const { nodes, operation, place, words } = done;
	switch (operation) {
		case 'addTasks':
			return addTasks(text, place, [words, 'more words']);
		case 'addSection':
			return addSection(text, place, words);
		case 'insertMarkdown':
			return insertMarkdown(text, place, words);
		case 'move':
			return move(text, nodes, place);
		case 'rename':
			return nodes[0] ? rename(text, nodes[0], words) : { edits: [], starts: [] };
		default:
			return { remove, duplicate, moveUp, moveDown, indent, outdent, sortFinished }[operation](text, nodes);
	}
}

/** What an operation did that it must not, as told by what people see and by the lines of the text; independent of the core. */
function violationIn(text: string, done: Done): Difference | undefined {
	const { operation, nodes, result, roadmap } = done;
	if ('refused' in result) return undefined;
	const { edits, starts } = result;
	const after = applyEdits(text, edits);
	const now = createParser().parse(after);
	const differ = (what: string, ours: unknown, expected: unknown): Difference | undefined => {
		const shown = [ours, expected].map(value => JSON.stringify(value));
		if (shown[0] === shown[1]) return undefined;
		const told = `${operation} of ${nodes.map(labelOf).join(', ')} made ${JSON.stringify(after)}`;
		return { text, ours: `${told}\n${what}: ${String(shown[0])}`, expected: String(shown[1]) };
	};
	const chosen = topMost(nodes);
	const isMoved = movers.has(operation);
	const before = [...descendants(roadmap)];
	const others = (all: Iterable<Node>, without: ReadonlySet<Node>) =>
		[...all].filter(node => !without.has(node) && node.kind !== 'group').map(wordsOf);
	const inside = (tops: readonly Node[]) => new Set(tops.flatMap(node => [node, ...descendants(node)]));
	const atStarts = [...descendants(now)].filter(node => starts.includes(startOf(node)));
	const tasks = (tops: readonly Node[]) => [...inside(tops)].filter(node => node.kind === 'task').map(wordsOf);
	return (
		differ('edits out of order', edits.filter(misplaced(text, edits)), []) ??
		differ(
			'new line endings',
			endingsIn(after).filter(ending => !endingsIn(text).includes(ending) && ending !== firstEnding(text)),
			[],
		) ??
		(isMoved
			? (differ('words', contentsOf(after), contentsOf(text)) ??
				differ('tasks', [...tasksIn(now)].map(wordsOf).sort(), [...tasksIn(roadmap)].map(wordsOf).sort()))
			: undefined) ??
		(operation === 'remove'
			? differ('what stays', others(descendants(now), new Set()), others(before, inside(chosen)))
			: undefined) ??
		(operation === 'duplicate'
			? (differ('copies', tasks(atStarts), tasks(chosen)) ??
				differ('what stays', others(descendants(now), inside(atStarts)), others(before, new Set())))
			: undefined) ??
		(operation === 'move' && edits.length > 0
			? differ('what else there is', others(descendants(now), inside(atStarts)), others(before, inside(chosen)))
			: undefined) ??
		(adders.has(operation)
			? differ('what else there is', others(descendants(now), inside(atStarts)), others(before, new Set()))
			: undefined) ??
		(operation === 'rename' && edits.length > 0
			? differ('the others', others(descendants(now), new Set(atStarts)), others(before, new Set(nodes.slice(0, 1))))
			: undefined)
	);
}

const movers: ReadonlySet<Operation> = new Set(['move', 'moveUp', 'moveDown', 'indent', 'outdent', 'sortFinished']);
const adders: ReadonlySet<Operation> = new Set(['addTasks', 'addSection', 'insertMarkdown']);

function startOf(node: Node): number {
	return node.kind === 'section' ? node.heading.start : node.span.start;
}

function wordsOf(node: Node): string {
	return `${node.kind === 'task' ? node.state : node.kind} ${labelOf(node)}`;
}

/** In document order, without those inside others. */
function topMost(nodes: readonly Node[]): Node[] {
	const inside = new Set(nodes.flatMap(node => [...descendants(node)]));
	return [...new Set(nodes)].filter(node => !inside.has(node)).sort((one, other) => startOf(one) - startOf(other));
}

/** Whether an edit is out of order, beyond the text, or between the two characters of a line ending. */
function misplaced(text: string, edits: Change['edits']) {
	return ({ start, end }: Change['edits'][number], index: number): boolean =>
		start > end ||
		end > text.length ||
		start < (edits[index - 1]?.end ?? 0) ||
		[start, end].some(offset => text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n');
}

/** All words, in no order, without the markers of lists and quotes, of headings and rules. */
function contentsOf(text: string): string[] {
	return text
		.split(/\s+/)
		.map(word => word.replace(/^\uFEFF?>*(?:[-+*=#_>]*|\d{1,9}[.)])$|^\uFEFF?>+/, ''))
		.filter(word => word !== '')
		.sort();
}

function endingsIn(text: string): string[] {
	return [...new Set(text.match(/\r\n?|\n/g))].sort();
}

function firstEnding(text: string): string {
	return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}
