import { l10n } from 'vscode';
import { percent, type Week } from '../core';
import type { Facts } from './facts';
import type { Review } from './page/model';
import type { Writer } from './writing';

/** Weeks that an average is made of. */
const weeksBefore = 4;

export function progressTile({ shown, isPresent }: Facts, write: Writer): Review['progress'] {
	const { done, total } = shown.progress;
	const share = percent(shown.progress);
	return {
		label: isPresent ? l10n.t('Progress') : l10n.t('Progress at its end'),
		percent: share,
		figure: write.percent(share),
		text: total > 0 ? l10n.t('{0} of {1} tasks done', write.number(done), write.number(total)) : l10n.t('no tasks yet'),
	};
}

export function paceTile({ weeks, index, shown, isPresent }: Facts, write: Writer): Review['pace'] {
	const before = weeks.slice(Math.max(0, index - weeksBefore), index).map(finishedIn);
	const last = before.at(-1);
	const lines: string[] = [];
	if (last !== undefined) {
		lines.push(l10n.t('{0} in the week before', write.number(last)));
	}
	if (before.length === weeksBefore) {
		const average = before.reduce((sum, each) => sum + each, 0) / weeksBefore;
		lines.push(l10n.t('{0} on average of the four before', write.number(average)));
	}
	lines.push(l10n.t('Active days: {0}', write.number(shown.activeDays)));
	return {
		label: isPresent ? l10n.t('Finished this week') : l10n.t('Finished that week'),
		figure: write.number(finishedIn(shown)),
		lines,
	};
}

function finishedIn({ finished }: Week): number {
	return finished.length;
}

export function forecastTile(facts: Facts, write: Writer): Review['forecast'] {
	const { outlook, isPresent, asOf } = facts;
	const label = isPresent ? l10n.t('Forecast: done by') : l10n.t('Forecast of {0}: done by', write.day(asOf));
	const rows =
		outlook.kind === 'dates'
			? [
					{ label: write.percent(50), value: write.day(outlook.likely) },
					{ label: write.percent(85), value: write.day(outlook.safe) },
				]
			: [];
	return { label, rows, text: outlookText(facts, write) };
}

function outlookText({ outlook, burnUp }: Facts, write: Writer): string {
	switch (outlook.kind) {
		case 'dates':
			return l10n.t('At a pace of {0} a week', write.number(outlook.pace));
		case 'noEnd':
			return l10n.t('No end in sight at a pace of {0} a week', write.number(outlook.pace));
		case 'tooLittle':
			return l10n.t(
				'Too early to tell. It takes three whole weeks in which something was finished; so far: {0}.',
				write.number(outlook.activeWeeks),
			);
		case 'finished':
			return (burnUp.points.at(-1)?.total ?? 0) > 0 ? l10n.t('Everything is done.') : l10n.t('There are no tasks yet.');
	}
}
