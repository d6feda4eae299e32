import { l10n } from 'vscode';
import type { GitObstacle } from '../history/histories';
import { adviceFor } from './advice';
import { chartOf, tableOf } from './chart';
import { factsOf, type Facts, type Given } from './facts';
import { finishedList, otherLists, todayList, words } from './lists';
import type { Review } from './page/model';
import { forecastTile, paceTile, progressTile } from './tiles';
import type { Writer } from './writing';

export interface ViewOptions extends Given {
	/** What to call the roadmap where it has no title. */
	readonly name: string;
	/** In place of a target, what stands in the file as one and is no day. */
	readonly invalidTarget?: string | undefined;
	/** Why git is not asked, where it is not. */
	readonly withoutGit?: 'untrusted' | 'virtual' | undefined;
	/** How many minutes a day somebody has; 0 where they did not say. */
	readonly dailyMinutes?: number;
	readonly write: Writer;
}

/** A review in words and figures, as the page draws it. The same is made of the same, whatever the clock says. */
export function reviewView(options: ViewOptions): Review {
	const { file, name, write, dailyMinutes = 0 } = options;
	const facts = factsOf(options);
	const { weeks, index, shown, isPresent } = facts;
	const before = weeks[index - 1]?.start;
	const after = weeks[index + 1]?.start;
	const advice = adviceFor(facts, write);
	const today = todayList(facts, dailyMinutes, write);
	const chart = chartOf(facts, write);
	return {
		kind: 'review',
		locale: write.locale,
		uri: file.uri.toString(),
		title: words(file.roadmap.title || name),
		week: {
			start: shown.start,
			name: write.days(shown.start, shown.end),
			isPresent,
			...(before === undefined ? {} : { before }),
			...(after === undefined ? {} : { after }),
		},
		notes: notesOf(facts, options),
		progress: progressTile(facts, write),
		pace: paceTile(facts, write),
		forecast: forecastTile(facts, write),
		...(advice === undefined ? {} : { advice }),
		...(today === undefined ? {} : { today }),
		...(chart === undefined ? {} : { chart }),
		table: tableOf(facts, write),
		finished: finishedList(facts, write),
		others: otherLists(facts, write),
		labels: {
			weeks: l10n.t('Weeks'),
			before: l10n.t('Week before'),
			after: l10n.t('Week after'),
			present: l10n.t('This week'),
			copy: l10n.t('Copy as Markdown'),
			save: l10n.t('Save as Markdown…'),
		},
	};
}

/** Where all this comes from, and what to know of it. */
function notesOf({ history, burnUp, today }: Facts, { write, invalidTarget, withoutGit }: ViewOptions): string[] {
	const { source, since, isShallow } = history;
	const day = write.day(since);
	const notes: string[] = [];
	if (invalidTarget !== undefined) {
		notes.push(l10n.t('The target “{0}” is no day. Write days as in 2027-03-01.', words(invalidTarget)));
	}
	if (since >= today) {
		notes.push(l10n.t('The history of this roadmap begins today; its weeks will add up here.'));
	}
	notes.push(
		source === 'git'
			? l10n.t('From the commits of this file since {0}, and from what is not committed yet.', day)
			: notedSince(day, withoutGit ?? history.obstacle),
	);
	if (isShallow) {
		notes.push(l10n.t('Older commits are not here, as this is a shallow clone. “git fetch --unshallow” brings them.'));
	}
	if (burnUp.gone > 0) {
		notes.push(
			l10n.t('The chart counts finished tasks that are no longer in the file, too: {0}', write.number(burnUp.gone)),
		);
	}
	return notes;
}

function notedSince(day: string, withoutGit: ViewOptions['withoutGit'] | GitObstacle): string {
	switch (withoutGit) {
		case 'untrusted':
			return l10n.t(
				'From what Roadmap Progress itself has noted since {0}. Commits are read once you trust this folder.',
				day,
			);
		case 'virtual':
			return l10n.t(
				'From what Roadmap Progress itself has noted since {0}. Commits are read only where the folder is on a disk.',
				day,
			);
		case 'missing':
			return l10n.t(
				'From what Roadmap Progress itself has noted since {0}, as Git is not there. Install it, or enable it in the settings, and its commits are read.',
				day,
			);
		case 'failed':
			return l10n.t(
				'From what Roadmap Progress itself has noted since {0}, as Git failed. The output channels “Git” and “Roadmap Progress” say why; close the review and open it again once that is mended.',
				day,
			);
		default:
			return l10n.t(
				'From what Roadmap Progress itself has noted since {0}, as there are no commits of this file.',
				day,
			);
	}
}
