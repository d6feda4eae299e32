import { workspace } from 'vscode';
import type { Day } from '../core';
import { patience, within } from '../util/patience';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import { localDay, today } from './days';

/** The day on which a roadmap became as it is: today while it is unsaved, else the day it was saved; not before `earliest`. */
export async function presentDay({ uri }: ReadRoadmap, earliest: Day): Promise<Day> {
	return Math.max(earliest, Math.min((await savedDay(uri)) ?? today(), today()));
}

async function savedDay(uri: ReadRoadmap['uri']): Promise<Day | undefined> {
	const key = uri.toString();
	if (workspace.textDocuments.some(document => document.isDirty && document.uri.toString() === key)) {
		return undefined;
	}
	try {
		const mtime = (await within(patience, workspace.fs.stat(uri)))?.mtime ?? 0;
		// File systems that do not know say 0.
		return mtime > 0 ? localDay(mtime) : undefined;
	} catch {
		return undefined; // deleted, or never saved
	}
}
