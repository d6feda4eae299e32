import { createParser, createTracker, parseDay, type Day, type Version } from '../../../src/core';
import type { RoadmapHistory } from '../../../src/history/histories';
import type { Given } from '../../../src/review/facts';
import type { ViewOptions } from '../../../src/review/view';
import { writerFor } from '../../../src/review/writing';
import type { ReadRoadmap } from '../../../src/workspace/roadmapFile';
import { sample } from './files';

/** The day that is written `2026-11-16`. */
export function day(text: string): Day {
	const found = parseDay(text);
	if (found === undefined) {
		throw new Error(`${text} is no day`);
	}
	return found;
}

/** A roadmap as it is now, and how it became so: its texts by the days they were written on. */
export function past(texts: Readonly<Record<string, string>>): Pick<Given, 'file' | 'history'> {
	const parser = createParser({ states: 'extended' });
	const tracker = createTracker();
	const versions: Version[] = [];
	let file: ReadRoadmap = { kind: 'read', uri: sample, text: '', roadmap: parser.parse('') };
	for (const [written, text] of Object.entries(texts)) {
		file = { ...file, text, roadmap: parser.parse(text) };
		versions.push({ day: day(written), events: tracker.next(file.roadmap) });
	}
	const history: RoadmapHistory = {
		versions,
		ids: tracker.ids,
		source: 'git',
		since: versions[0]?.day ?? 0,
		isShallow: false,
	};
	return { file, history };
}

/** All that a view is made of, in English, with weeks from Monday on. */
export function viewOptions(texts: Readonly<Record<string, string>>, today: string): ViewOptions {
	return { ...past(texts), name: 'ROADMAP.md', today: day(today), firstDayOfWeek: 1, write: writerFor('en-US') };
}
