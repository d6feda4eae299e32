import { DiagnosticSeverity, l10n } from 'vscode';
import type { Fault, FaultKind, Fix } from '../core';
import { withEmoji } from '../util/emoji';

/** Who tells, as the editor and the list of problems say it. */
export const source = 'Roadmap';

/** What a kind of fault is called beside the message. */
export const codes: Readonly<Record<FaultKind, string>> = {
	nearBox: 'checkbox',
	doneOverOpen: 'done-over-open',
	openOverDone: 'open-over-done',
	doneHeading: 'done-heading',
};

/** A task that does not count is a mistake for certain, marks that contradict one another may be meant. */
export function severityOf({ kind }: Fault): DiagnosticSeverity {
	return kind === 'nearBox' ? DiagnosticSeverity.Information : DiagnosticSeverity.Hint;
}

export function messageOf({ kind, toDo }: Fault): string {
	switch (kind) {
		case 'nearBox':
			return l10n.t('GitHub draws no checkbox here, and this does not count as a task.');
		case 'doneOverOpen':
			return toDo === 1
				? l10n.t('This task is ticked, but one inside it is still to do.')
				: l10n.t('This task is ticked, but {0} inside it are still to do.', toDo);
		case 'openOverDone':
			return l10n.t('All tasks inside this one are done.');
		case 'doneHeading':
			return toDo === 1
				? l10n.t('The heading says that this is done, but one task is still to do.')
				: l10n.t('The heading says that this is done, but {0} tasks are still to do.', toDo);
	}
}

export function titleOf({ toDo }: Fault, { kind, words }: Fix): string {
	switch (kind) {
		case 'writeBox':
			return l10n.t('Write the checkbox as {0}', words);
		case 'reopen':
			return l10n.t('Reopen this task');
		case 'tick':
			return l10n.t('Tick this task');
		case 'tickInside':
			return toDo === 1 ? l10n.t('Tick the one that is to do') : l10n.t('Tick the {0} that are to do', toDo);
		case 'removeMark':
			return l10n.t('Take “{0}” off the heading', withEmoji(words));
	}
}
