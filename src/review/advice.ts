import { l10n } from 'vscode';
import type { Facts } from './facts';
import type { Writer } from './writing';

/** What follows from the target date, in one sentence; nothing without one, nor for a week that is over. */
export function adviceFor({ goal, outlook, isPresent, burnUp }: Facts, write: Writer): string | undefined {
	if (!goal || !isPresent || !burnUp.points.at(-1)?.total) {
		return undefined;
	}
	const day = write.day(goal.day);
	const needed = write.number(Math.max(0.1, goal.needed ?? 0));
	const pace = write.number('pace' in outlook ? outlook.pace : 0);
	switch (goal.advice) {
		case 'reached':
			return l10n.t('Everything is done; the target was {0}.', day);
		case 'passed':
			return l10n.t('The target, {0}, is over. A new one would tell what it takes from here.', day);
		case 'faster':
			return l10n.t(
				'For {0} you need a pace of {1} a week, and have been doing {2}: a little faster.',
				day,
				needed,
				pace,
			);
		case 'onTrack':
			return l10n.t('For {0} you need a pace of {1} a week, and have been doing {2}: on track.', day, needed, pace);
		case 'easeOff':
			return l10n.t(
				'For {0} you need a pace of {1} a week, and have been doing {2}: there is room to ease off.',
				day,
				needed,
				pace,
			);
		case 'unknown':
			return l10n.t('For {0} you need a pace of {1} a week.', day, needed);
	}
}
