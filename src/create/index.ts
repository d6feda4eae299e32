import { commands, l10n, Uri, window, workspace, WorkspaceEdit, type Disposable, type WorkspaceFolder } from 'vscode';
import { commands as ids } from '../contributions';
import { exists } from '../workspace/exists';

const fileName = 'ROADMAP.md';

/** The command that starts a roadmap. */
export function registerCreate(): Disposable {
	return commands.registerCommand(ids.createRoadmap, createRoadmap);
}

async function createRoadmap(): Promise<void> {
	const folder = await chooseFolder();
	if (!folder) {
		return;
	}
	const uri = Uri.joinPath(folder.uri, fileName);
	if (await exists(uri)) {
		void window.showInformationMessage(l10n.t('{0} is there already.', fileName));
	} else {
		const edit = new WorkspaceEdit();
		edit.createFile(uri, { contents: new TextEncoder().encode(example()) });
		if (!(await workspace.applyEdit(edit))) {
			void window.showWarningMessage(l10n.t('{0} could not be created: is the folder read-only?', fileName));
			return;
		}
	}
	await window.showTextDocument(uri);
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
	const folders = workspace.workspaceFolders ?? [];
	if (folders.length === 0) {
		void window.showInformationMessage(l10n.t('Open a folder first: a roadmap is a file in it.'));
	}
	return folders.length > 1
		? await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Where should the roadmap be?') })
		: folders[0];
}

/** Short enough to be read at a glance and replaced; shows sections, tasks, tasks in tasks, and a task done. */
function example(): string {
	return [
		`# ${l10n.t('Roadmap')}`,
		'',
		`## ${l10n.t('First steps')}`,
		'',
		`- [x] ${l10n.t('Create this file')}`,
		`- [ ] ${l10n.t('Tick this task: in the tree, or here with the command “Roadmap: Toggle Task”')}`,
		`- [ ] ${l10n.t('Write down what comes next')}`,
		'',
		`## ${l10n.t('Later')}`,
		'',
		`- [ ] ${l10n.t('Something larger')}`,
		`  - [ ] ${l10n.t('Its first part')}`,
		`  - [ ] ${l10n.t('Its second part')}`,
		'',
	].join('\n');
}
