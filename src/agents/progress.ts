import { idOf, nextTask, sectionsIn, type Section } from '../core';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { infoOf } from '../workspace/states';
import { chooseRoadmap, chooseSection, pathOf, pathsOf } from './choosing';
import { Fields } from './fields';
import type { Answer } from './tool';
import { allFigures, figures, isRefused, placedLine, quoted } from './words';

const mostSections = 60;

interface Level {
	readonly section: Section;
	readonly depth: number;
}

/** Tells how far a roadmap is, or each where there are several, and what sections it has. */
export async function tellProgress(roadmaps: Roadmaps, input: unknown): Promise<Answer> {
	const fields = new Fields(input, ['roadmap', 'section']);
	const [path, section] = [fields.text('roadmap'), fields.text('section')];
	if (fields.faults.length > 0) {
		return { refused: fields.faults.join(' ') };
	}
	if (path === undefined && section === undefined) {
		await roadmaps.readAgain();
		if (roadmaps.files.length > 1) {
			return tellOfAll(roadmaps);
		}
	}
	const file = await chooseRoadmap(roadmaps, path);
	if (isRefused(file)) {
		return file;
	}
	const inside = section === undefined ? file.roadmap : chooseSection(file, section);
	return isRefused(inside) ? inside : tellOf(file, inside, pathOf(file, roadmaps.files));
}

function tellOfAll({ files }: Roadmaps): string {
	const paths = pathsOf(files);
	const lines = files.slice(0, mostSections).map((file, index) => {
		const told = file.kind === 'read' ? allFigures(file.roadmap) : file.problem;
		return `- ${quoted(paths[index] ?? '')}: ${told}`;
	});
	const more = files.length - lines.length;
	return [
		'There are several roadmaps; name one in "roadmap" to see its sections.',
		...lines,
		...(more > 0 ? [`and ${more} more`] : []),
	].join('\n');
}

function tellOf(file: ReadRoadmap, inside: ReadRoadmap['roadmap'] | Section, path: string): string {
	const { roadmap } = file;
	const next = nextTask(inside);
	return [
		`${quoted(path)}${inside.title ? `, ${quoted(inside.title)}` : ''}: ${allFigures(inside)}`,
		...(next ? [`Next: ${placedLine(infoOf(roadmap, next))}`] : []),
		...outline(file, inside),
	].join('\n');
}

/** The sections, as deep as there is room for. */
function outline({ roadmap }: ReadRoadmap, inside: ReadRoadmap['roadmap'] | Section): string[] {
	const all = [...levelsIn(inside)];
	const deepest = all.reduce((most, { depth }) => Math.max(most, depth), 0);
	let shown = all;
	for (let most = deepest - 1; shown.length > mostSections && most >= 0; most--) {
		shown = all.filter(({ depth }) => depth <= most);
	}
	const lines = shown.slice(0, mostSections).map(({ section, depth }) => {
		return `${'  '.repeat(depth)}- ${idOf(roadmap, section) ?? ''} ${quoted(section.title)}: ${figures(section)}`;
	});
	const more = all.length - lines.length;
	return [
		...(lines.length > 0 ? ['Sections, by their ids:'] : []),
		...lines,
		...(more > 0 ? [`and ${more} more; pass one of these as "section" to see those inside it`] : []),
	];
}

function* levelsIn(inside: ReadRoadmap['roadmap'] | Section): Generator<Level> {
	const around: Section[] = [];
	for (const section of sectionsIn(inside)) {
		while (around.length > 0 && section.span.start >= (around.at(-1)?.span.end ?? 0)) around.pop();
		yield { section, depth: around.length };
		around.push(section);
	}
}
