import { commands, ConfigurationTarget, workspace } from 'vscode';
import { at, closeEditors, read, remove, root, sample, write } from './files';
import { resetSettings } from './settings';
import { closeStores } from './store';

const original = read(sample);

before(async () => {
	const configuration = workspace.getConfiguration();
	// VS Code in a browser saves by itself after a second, unlike VS Code on the desktop.
	await configuration.update('files.autoSave', 'off', ConfigurationTarget.Workspace);
	// It asks what to do about them, while a test goes on.
	await configuration.update('editor.unusualLineTerminators', 'off', ConfigurationTarget.Workspace);
});

/** Takes everything back that a test has changed: to be called after each. */
export async function cleanUp(): Promise<void> {
	closeStores();
	await commands.executeCommand('workbench.action.closeQuickOpen');
	await closeEditors();
	await resetSettings();
	for (const [name] of await workspace.fs.readDirectory(root)) {
		if (name !== '.vscode' && name !== 'ROADMAP.md') {
			await remove(at(name));
		}
	}
	const text = await original;
	if ((await read(sample).catch(() => undefined)) !== text) {
		await write(sample, text);
	}
}
