import { workspace, type ConfigurationScope } from 'vscode';
import { choices, type Settings } from '../contributions';

const section = 'roadmap';

/** A setting as it is now, for a resource where it can differ from one to the next. */
export function setting<K extends keyof Settings>(key: K, scope?: ConfigurationScope): Settings[K] {
	const configuration = workspace.getConfiguration(section, scope);
	const value = configuration.get<Settings[K]>(key);
	const standard = configuration.inspect<Settings[K]>(key)?.defaultValue as Settings[K];
	// settings.json may hold anything, and VS Code hands it on as it is.
	return value !== undefined && sameType(value, standard) && isChoice(key, value) ? value : standard;
}

/** Whether a setting that takes one of a few words has one of them. */
function isChoice(key: keyof Settings, value: unknown): boolean {
	const words: Partial<Record<keyof Settings, readonly unknown[]>> = choices;
	return words[key]?.includes(value) ?? true;
}

function sameType(value: unknown, standard: unknown): boolean {
	return Array.isArray(standard)
		? Array.isArray(value) && value.every(item => typeof item === 'string')
		: typeof value === typeof standard;
}

/** The full name of a setting, as VS Code's change events and queries want it. */
export function settingId(key: keyof Settings): string {
	return `${section}.${key}`;
}
