import { l10n } from 'vscode';
import { addTasks, labelOf, pathAt, tasksIn, type Node, type Place, type Roadmap } from '../core';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { changeStructure, editOptions, refusalText } from '../workspace/structure';
import { findTasks, infoOf } from '../workspace/states';
import { afterwards, nearestLines } from './afterwards';
import { chooseRoadmap, chooseSection, pathOf } from './choosing';
import { Fields } from './fields';
import { plain, question } from './question';
import type { Answer, Question } from './tool';
import { isRefused, placedLine, quoted, type Refused } from './words';

const mostTasks = 100;
const places = ['section', 'after', 'inside'] as const;

/** The bullet and the box that models put before a task's words. */
const marker = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX~/-]\]\s+)?/;

interface Wish {
	readonly file: ReadRoadmap;
	readonly path: string;
	readonly texts: readonly string[];
	/** What they are to stand in or behind; the roadmap itself when left out. */
	readonly beside: Node | undefined;
	readonly isBehind: boolean;
}

/** Adds open tasks, all or none, in the style of what is around them, and says what ids they have. */
export async function addNewTasks(roadmaps: Roadmaps, input: unknown): Promise<Answer> {
	const wish = await readWish(roadmaps, input);
	if (isRefused(wish)) {
		return wish;
	}
	const { file, path, texts, beside, isBehind } = wish;
	const told: string[] = [];
	const { outcome, starts } = await changeStructure(
		roadmaps,
		[
			{
				file,
				nodes: beside ? [beside] : [],
				make: ({ text, roadmap, nodes, options }) =>
					addTasks(text, placeIn(roadmap, nodes[0], isBehind), texts, options),
			},
		],
		reason => told.push(reason),
	);
	if (outcome !== 'applied') {
		return { refused: quoted(told.join(' ')) };
	}
	await roadmaps.followEdits();
	return [
		`Added to ${quoted(path)}:`,
		...addedLines(roadmaps, file, new Set(starts.flat())),
		...afterwards(roadmaps, file.uri, told[0]),
	].join('\n');
}

/** Asks for it with the words and the place. */
export async function askToAddTasks(roadmaps: Roadmaps, input: unknown): Promise<Question | Answer> {
	const wish = await readWish(roadmaps, input);
	if (isRefused(wish)) {
		return wish;
	}
	const { file, path, texts, beside, isBehind } = wish;
	const tried = addTasks(file.text, placeIn(file.roadmap, beside, isBehind), texts, editOptions());
	if ('refused' in tried) {
		return { refused: refusalText(tried.refused) };
	}
	const name = beside && labelOf(beside);
	const where =
		name === undefined
			? path
			: isBehind
				? l10n.t('{0}, behind “{1}”', path, name)
				: l10n.t('{0}, in “{1}”', path, name);
	return question(l10n.t('Add tasks to the roadmap?'), where, texts.map(plain));
}

async function readWish(roadmaps: Roadmaps, input: unknown): Promise<Wish | Refused> {
	const fields = new Fields(input, ['roadmap', 'tasks', ...places]);
	const named = fields.text('roadmap');
	const texts = fields.list('tasks', mostTasks, 'strings with the words of a task each', wordsOf);
	const given = places.flatMap(place => {
		const value = fields.text(place);
		return value === undefined ? [] : { place, value };
	});
	const [where, another] = given;
	if (another) {
		fields.faults.push('Pass one of "section", "after" and "inside" only.');
	}
	if (fields.faults.length > 0) {
		return { refused: fields.faults.join(' ') };
	}
	const file = await chooseRoadmap(roadmaps, named);
	if (isRefused(file)) {
		return file;
	}
	const beside = where ? besideIn(file, where.place, where.value) : undefined;
	if (beside && isRefused(beside)) {
		return beside;
	}
	if (!beside && file.roadmap.children.some(({ kind }) => kind === 'section')) {
		return { refused: 'Name the place: a "section", or the task to put them "after" or "inside".' };
	}
	return { file, path: pathOf(file, roadmaps.files), texts, beside, isBehind: where?.place === 'after' };
}

function wordsOf(item: unknown): string | undefined {
	const text = typeof item === 'string' ? item.replace(marker, '').trim() : '';
	return text === '' ? undefined : text;
}

function besideIn(file: ReadRoadmap, place: (typeof places)[number], named: string): Node | Refused {
	if (place === 'section') {
		return chooseSection(file, named);
	}
	const found = findTasks(file.roadmap, [{ id: named }]);
	const [task] = 'tasks' in found ? found.tasks : [];
	return task ?? { refused: 'unknown' in found ? found.unknown.map(nearestLines).join('\n') : '' };
}

/** Inside a node, behind what is there; or right behind a node. */
function placeIn(roadmap: Roadmap, node: Node | undefined, isBehind: boolean): Place {
	if (!node || !isBehind) {
		return { parent: node ?? roadmap };
	}
	const path = pathAt(roadmap, node.span.start);
	return { parent: path[path.indexOf(node) - 1] ?? roadmap, behind: node };
}

function addedLines(roadmaps: Roadmaps, { uri }: ReadRoadmap, starts: ReadonlySet<number>): string[] {
	const now = roadmaps.get(uri);
	return now?.kind === 'read'
		? [...tasksIn(now.roadmap)]
				.filter(({ span }) => starts.has(span.start))
				.map(task => placedLine(infoOf(now.roadmap, task)))
		: [];
}
