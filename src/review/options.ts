import { env, workspace } from 'vscode';
import { parseDay, targetDateIn } from '../core';
import { today } from '../history/days';
import { namesOf } from '../workspace/names';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting } from '../workspace/settings';
import { firstDayOf, localeOf } from './locale';
import type { ViewOptions } from './view';
import { writerFor, type Writer } from './writing';

/** Minutes in a day. */
const wholeDay = 1440;

/** What a review goes by besides the history and the week: settings, the clock, and where the person lives. */
export function optionsNow(roadmaps: Roadmaps, file: ReadRoadmap): Omit<ViewOptions, 'history'> {
	const write = writerNow();
	const minutes = setting('dailyMinutes');
	return {
		file,
		name: nameOf(roadmaps, file),
		today: today(),
		firstDayOfWeek: firstDayOf(setting('weekStart'), write.locale),
		...targetOf(file),
		withoutGit: file.uri.scheme === 'file' ? (workspace.isTrusted ? undefined : 'untrusted') : 'virtual',
		dailyMinutes: Number.isFinite(minutes) ? Math.min(wholeDay, Math.max(0, minutes)) : 0,
		write,
	};
}

let writer: Writer | undefined;

/** Neither the editor's language nor the system's changes while the extension runs. */
export function writerNow(): Writer {
	return (writer ??= writerFor(localeOf(env.language, new Intl.DateTimeFormat().resolvedOptions().locale)));
}

/** What stands in the file goes before the setting. */
function targetOf({ text, uri }: ReadRoadmap): Pick<ViewOptions, 'target' | 'invalidTarget'> {
	const own = targetDateIn(text);
	if (own) {
		return 'day' in own ? { target: own.day } : { invalidTarget: own.invalid };
	}
	const words = setting('targetDate', uri).trim();
	const day = parseDay(words);
	return day === undefined ? (words ? { invalidTarget: words } : {}) : { target: day };
}

/** What to call a roadmap that has no title. */
function nameOf({ files }: Roadmaps, file: ReadRoadmap): string {
	const index = files.findIndex(({ uri }) => uri.toString() === file.uri.toString());
	return namesOf(files)[index] ?? '';
}
