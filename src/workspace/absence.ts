import { l10n, window } from 'vscode';
import type { Roadmaps } from './roadmaps';

/** Says why there is no task to do anything with: no roadmap at all, or none in it. */
export function tellThatThereAreNoTasks(roadmaps: Roadmaps): void {
	const reason = roadmaps.files.some(({ kind }) => kind === 'read')
		? l10n.t('The roadmap has no tasks yet. A task is a list item with a checkbox: - [ ] Learn to swim')
		: l10n.t('There is no roadmap in this workspace. The command “Roadmap: Create Roadmap…” starts one.');
	void window.showInformationMessage(reason);
}
