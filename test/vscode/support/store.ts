import { extensions, Uri, window, type LogOutputChannel } from 'vscode';
import { extensionId } from '../../../src/contributions';
import { progressOf } from '../../../src/core';
import type { ReadRoadmap, RoadmapFile } from '../../../src/workspace/roadmapFile';
import { Roadmaps } from '../../../src/workspace/roadmaps';
import { until } from './until';

const opened: Roadmaps[] = [];
let log: LogOutputChannel | undefined;

/** A store like the extension's own, which begins its first search. It ends with `closeStores`. */
export function startStore(): Roadmaps {
	const extension = extensions.getExtension(extensionId)?.extensionUri ?? Uri.file('/no-extension');
	const roadmaps = new Roadmaps((log ??= window.createOutputChannel('Tests', { log: true })), extension);
	opened.push(roadmaps);
	return roadmaps;
}

/** A store that has done its first search. */
export async function openStore(): Promise<Roadmaps> {
	const roadmaps = startStore();
	await roadmaps.whenReady;
	return roadmaps;
}

export function closeStores(): void {
	for (const roadmaps of opened.splice(0)) {
		roadmaps.dispose();
	}
}

/** What a store shows, for the message of a failure. */
export function shown(roadmaps: Roadmaps): unknown {
	return roadmaps.files.map(file => [file.uri.path, file.kind === 'read' ? file.text.slice(0, 200) : file.problem]);
}

/** Waits for a file to be shown, and then for it to be as asked. */
export async function untilShown(
	roadmaps: Roadmaps,
	uri: Uri,
	holds: (file: RoadmapFile) => boolean = () => true,
): Promise<RoadmapFile> {
	return until(
		() => {
			const file = roadmaps.files.find(each => each.uri.toString() === uri.toString());
			return file && holds(file) ? file : undefined;
		},
		() => shown(roadmaps),
	);
}

/** Waits for a file to be read, with this text if one is given. */
export async function untilRead(roadmaps: Roadmaps, uri: Uri, text?: string): Promise<ReadRoadmap> {
	const file = await untilShown(
		roadmaps,
		uri,
		each => each.kind === 'read' && (text === undefined || each.text === text),
	);
	if (file.kind !== 'read') {
		throw new Error(`${uri.path}: ${file.problem}`);
	}
	return file;
}

/** Waits for a file to be shown no more. */
export async function untilGone(roadmaps: Roadmaps, uri: Uri): Promise<void> {
	await until(
		() => roadmaps.files.every(file => file.uri.toString() !== uri.toString()),
		() => shown(roadmaps),
	);
}

/** The addresses of the roadmaps that are new or different, each time that a store tells, from now on. */
export function changesTold(roadmaps: Roadmaps): readonly (readonly string[])[] {
	const told: string[][] = [];
	let before = roadmaps.files;
	roadmaps.onDidChange(() => {
		const changed = roadmaps.files.filter(file => !before.includes(file));
		before = roadmaps.files;
		told.push(changed.map(({ uri }) => uri.toString()));
	});
	return told;
}

/** `1/4`: tasks done of tasks in total. */
export function figures(file: ReadRoadmap): string {
	const { done, total } = progressOf(file.roadmap);
	return `${done}/${total}`;
}
