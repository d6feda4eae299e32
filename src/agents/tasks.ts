import { descendants, idOf, isToDo, type Node, type Parent, type Roadmap, type Task } from '../core';
import type { Roadmaps } from '../workspace/roadmaps';
import { chooseRoadmap, chooseSection, pathOf } from './choosing';
import { Fields } from './fields';
import type { Answer } from './tool';
import { isRefused, quoted, quotedPath, taskLine } from './words';

const states = ['open', 'active', 'done', 'dropped', 'todo'] as const;
const mostAtOnce = 200;
const usual = 50;

interface Placed {
	readonly task: Task;
	/** The sections, groups and tasks around it. */
	readonly around: readonly Node[];
}

/** Lists the tasks of a roadmap that are as asked, each with its id. */
export async function listTasks(roadmaps: Roadmaps, input: unknown): Promise<Answer> {
	const fields = new Fields(input, ['roadmap', 'section', 'state', 'text', 'limit', 'offset']);
	const [path, section, text] = [fields.text('roadmap'), fields.text('section'), fields.text('text')];
	const state = fields.oneOf('state', states);
	const limit = fields.count('limit', 1, mostAtOnce, usual);
	const offset = fields.count('offset', 0, Number.MAX_SAFE_INTEGER, 0);
	if (fields.faults.length > 0) {
		return { refused: fields.faults.join(' ') };
	}
	const file = await chooseRoadmap(roadmaps, path);
	if (isRefused(file)) {
		return file;
	}
	const inside = section === undefined ? file.roadmap : chooseSection(file, section);
	if (isRefused(inside)) {
		return inside;
	}
	const found = [...placedTasks(file.roadmap, inside)].filter(
		({ task }) => isInState(task, state) && hasWords(task, text),
	);
	const shown = found.slice(offset, offset + limit);
	const behind = found.length - offset - shown.length;
	return [
		`Tasks found in ${quoted(pathOf(file, roadmaps.files))}: ${found.length}${shown.length < found.length ? `, of which listed here: ${shown.length}` : ''}`,
		...grouped(file.roadmap, shown),
		...(behind > 0 ? [`and ${behind} more: pass "offset": ${offset + shown.length}, or narrow the search`] : []),
	].join('\n');
}

/** All tasks inside a part of a roadmap, in document order. */
function* placedTasks(roadmap: Roadmap, inside: Parent): Generator<Placed> {
	const around: Node[] = [];
	for (const node of descendants(roadmap)) {
		while (around.length > 0 && node.span.start >= (around.at(-1)?.span.end ?? 0)) around.pop();
		if (node.kind === 'task' && (inside.kind === 'roadmap' || around.includes(inside))) {
			yield { task: node, around: [...around] };
		}
		around.push(node);
	}
}

function isInState(task: Task, state: (typeof states)[number] | undefined): boolean {
	return state === undefined || (state === 'todo' ? isToDo(task) : task.state === state);
}

function hasWords({ text }: Task, wanted: string | undefined): boolean {
	return wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
}

/** Lines with a heading wherever the section changes; a task inside another says so where that one is not the line above. */
function grouped(roadmap: Roadmap, placed: readonly Placed[]): string[] {
	const lines: string[] = [];
	let section = quotedPath([]);
	let above: readonly Node[] = [];
	for (const { task, around } of placed) {
		const path = quotedPath(around.flatMap(node => (node.kind === 'section' ? node.title : [])));
		if (path !== section) {
			lines.push(`In ${path}:`);
			section = path;
		}
		const items = around.filter(node => node.kind !== 'section');
		const parent = items.at(-1);
		const isBelow = parent === undefined || above.includes(parent);
		const where = isBelow ? '' : ` (inside ${quotedPath(items.map(({ text }) => text))})`;
		lines.push(`${'  '.repeat(items.length)}${taskLine(idOf(roadmap, task) ?? '', task)}${where}`);
		above = [...items, task];
	}
	return lines;
}
