import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Settings by their names, as in `settings.json`. */
export type Settings = Readonly<Record<string, unknown>>;

/**
 * What every window of ours is set to: no questions, no news, nothing that goes to the network. Each as the newest release
 * writes it: what has another form there, VS Code writes anew when it has started, and a window cannot be reloaded meanwhile.
 */
export const quiet: Settings = {
	'security.workspace.trust.enabled': false,
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'workbench.enableExperiments': false,
	'workbench.welcomePage.walkthroughs.openOnInstall': false,
	'chat.disableAIFeatures': true,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'update.showReleaseNotes': false,
	'extensions.autoCheckUpdates': false,
	'extensions.ignoreRecommendations': true,
	'git.openRepositoryInParentFolders': 'never',
	// As on the desktop; in a browser VS Code saves after a second.
	'files.autoSave': 'off',
	// As on the others, also on Windows.
	'files.eol': '\n',
	// Else a line break typed fast takes what is suggested for the word before.
	'editor.acceptSuggestionOnEnter': 'off',
	'window.commandCenter': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** A folder that has not been trusted, without the question whether it should be. */
export const untrusted: Settings = {
	'security.workspace.trust.enabled': true,
	'security.workspace.trust.startupPrompt': 'never',
	'security.workspace.trust.banner': 'never',
};

export function writeSettings(file: string, settings: Settings): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(settings, undefined, 2));
}
