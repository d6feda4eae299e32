import { commands, ConfigurationTarget, workspace } from 'vscode';
import { at, closeEditors, diskIsWatched, read, remove, root, sample, write } from './files';
import { resetSettings } from './settings';
import { closeStores } from './store';
import { until } from './until';

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
		await diskIsWatched();
		await write(sample, text);
	}
	// What an extension has opened VS Code keeps for minutes, and reads it anew only when it hears of the disk.
	const kept = workspace.textDocuments.filter(({ uri }) => uri.toString() === sample.toString());
	await until(
		() => kept.every(document => document.isClosed || document.getText() === text),
		() => kept.map(document => document.getText()),
	);
}
