import { workspace } from 'vscode';
import { findById, idOf, nearestTo, pathAt, sectionsIn, type Roadmap, type Section } from '../core';
import type { ReadRoadmap, RoadmapFile } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { quoted, quotedPath, type Refused } from './words';

const mostListed = 50;

/** What tools call each roadmap: by its path in the workspace, and by its address where that stands for several. */
export function pathsOf(files: readonly RoadmapFile[]): string[] {
	const paths = files.map(({ uri }) => workspace.asRelativePath(uri));
	const counts = new Map<string, number>();
	paths.forEach(path => counts.set(path, (counts.get(path) ?? 0) + 1));
	return paths.map((path, index) => ((counts.get(path) ?? 0) > 1 ? String(files[index]?.uri) : path));
}

/** What tools call one roadmap. */
export function pathOf(file: RoadmapFile, files: readonly RoadmapFile[]): string {
	const path = workspace.asRelativePath(file.uri);
	return files.filter(({ uri }) => workspace.asRelativePath(uri) === path).length > 1 ? file.uri.toString() : path;
}

/** The roadmap that is named by its path or address, or the only one. Nothing else in the workspace can be named. */
export async function chooseRoadmap(roadmaps: Roadmaps, named: string | undefined): Promise<ReadRoadmap | Refused> {
	await roadmaps.whenReady;
	const known = fileMeant(roadmaps.files, named);
	if (known) {
		await roadmaps.readAgain(known.uri);
	}
	const isMissed = named !== undefined || roadmaps.files.length === 0;
	if (isMissed && !fileMeant(roadmaps.files, named)) {
		await roadmaps.searchAgain();
	}
	const { files } = roadmaps;
	const file = fileMeant(files, named);
	if (file?.kind === 'read') {
		return file;
	}
	if (file) {
		return { refused: `${quoted(pathOf(file, files))} cannot be read: ${file.problem}.` };
	}
	if (files.length === 0) {
		return { refused: 'There is no roadmap in this workspace. A roadmap is a Markdown file named ROADMAP.md.' };
	}
	const listed = pathsOf(files)
		.slice(0, mostListed)
		.map(path => `- ${quoted(path)}`);
	const reason =
		named === undefined
			? 'There are several roadmaps: name one in "roadmap".'
			: `${quoted(named)} is no roadmap of this workspace.`;
	return { refused: [`${reason} There are:`, ...listed].join('\n') };
}

function fileMeant(files: readonly RoadmapFile[], named: string | undefined): RoadmapFile | undefined {
	if (named === undefined) {
		return files.length === 1 ? files[0] : undefined;
	}
	const path = named.replaceAll('\\', '/').replace(/^\.\//, '');
	return files.find(({ uri }) => [uri.toString(), uri.fsPath].includes(named)) ?? files[pathsOf(files).indexOf(path)];
}

/** The section with this id, or the only one with this title, whatever its letter case. */
export function chooseSection({ roadmap }: ReadRoadmap, named: string): Section | Refused {
	const byId = findById(roadmap, named);
	if (byId?.kind === 'section') {
		return byId;
	}
	const sections = [...sectionsIn(roadmap)];
	const same = sections.filter(({ title }) => title.trim().toLowerCase() === named.toLowerCase());
	const [only] = same;
	if (only && same.length === 1) {
		return only;
	}
	const [reason, nearest] =
		same.length > 0
			? [`Several sections are called ${quoted(named)}: name one by its id.`, same.slice(0, mostListed)]
			: [`There is no section ${quoted(named)}.`, nearestTo(roadmap, named, named, sections)];
	const lines = nearest.map(section => `- ${sectionPath(roadmap, section)}`);
	const advice = lines.length > 0 ? 'Nearest:' : 'The tool roadmap_progress lists them.';
	return { refused: [`${reason} ${same.length > 0 ? 'There are:' : advice}`, ...lines].join('\n') };
}

/** `k3f9ax7q "Sea > Water"` */
function sectionPath(roadmap: Roadmap, section: Section): string {
	const path = pathAt(roadmap, section.span.start).filter(node => node.kind === 'section');
	return `${idOf(roadmap, section) ?? ''} ${quotedPath(path.map(({ title }) => title))}`;
}
