import { CancellationTokenSource, type Uri, window, type CancellationToken, type LogOutputChannel } from 'vscode';
import type { Day, HistoryEvent } from '../../../src/core';
import { Histories, type RoadmapHistory } from '../../../src/history/histories';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import type { Roadmaps } from '../../../src/workspace/roadmaps';

const opened: Histories[] = [];
let log: LogOutputChannel | undefined;

/** A token that nobody cancels. */
export const never: CancellationToken = new CancellationTokenSource().token;

/** Histories like the extension's own, with a storage of their own, or none. They end with `closeHistories`. */
export function openHistories(roadmaps: Roadmaps, storage?: Uri, toldTo?: LogOutputChannel): Histories {
	log ??= window.createOutputChannel('Tests of histories', { log: true });
	const histories = new Histories(roadmaps, storage, toldTo ?? log);
	opened.push(histories);
	return histories;
}

export function closeHistories(): void {
	for (const histories of opened.splice(0)) {
		histories.dispose();
	}
}

/** Reads a history that nobody cancels. */
export async function readHistory(histories: Histories, file: ReadRoadmap): Promise<RoadmapHistory> {
	const history = await histories.read(file, never);
	if (!history) {
		throw new Error('Not cancelled, and still nothing');
	}
	return history;
}

/** `2026-03-02` */
export function dateOf(day: Day): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** One line for each version: `2026-03-02: added Swim, completed Dive`. */
export function outline({ versions }: RoadmapHistory): string[] {
	return versions.map(({ day, events }) => `${dateOf(day)}: ${events.map(described).join(', ')}`.trimEnd());
}

function described(event: HistoryEvent): string {
	const kind = event.kind === 'added' && event.isBack ? 'back' : event.kind;
	return `${kind} ${event.task.text}`;
}
