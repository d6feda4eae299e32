import type { Uri } from 'vscode';
import type { Roadmap } from '../core';

/** A roadmap that was read. Never changes: another text makes another object, the same text keeps it. */
export interface ReadRoadmap {
	readonly kind: 'read';
	readonly uri: Uri;
	/** The unsaved text where the file is open in an editor, else what is on disk. */
	readonly text: string;
	readonly roadmap: Roadmap;
}

/** Why a roadmap cannot be shown. */
export type Problem = 'tooLarge' | 'binary' | 'unreadable';

/** A roadmap that is there but cannot be read. */
export interface UnreadRoadmap {
	readonly kind: 'unread';
	readonly uri: Uri;
	readonly problem: Problem;
}

export type RoadmapFile = ReadRoadmap | UnreadRoadmap;
