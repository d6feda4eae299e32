import { l10n } from 'vscode';
import type { TaskState } from '../core';

/** A task's state in a word. */
export function spokenState(state: TaskState): string {
	switch (state) {
		case 'open':
			return l10n.t('open');
		case 'done':
			return l10n.t('done');
		case 'active':
			return l10n.t('in progress');
		case 'dropped':
			return l10n.t('dropped');
	}
}
